"""Where headings were lost: numbers left out of a series, with the place at which the heading is likely to belong."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from milepost.checks.inspection import Inspection
from milepost.checks.numbering import Break, breaks
from milepost.checks.outline import Series, series
from milepost.checks.text_lines import text_lines
from milepost.kernel.span import Span
from milepost.plans.paragraphs import TAG

_LARGEST_GAP = 4
_SKIP = re.compile(rf"(?:\s|{TAG})*")
_CLAUSE = re.compile(r"[^\s，。；：！？,;:\n][^，。；：！？,;:\n]{0,30}")
_MENTION = 24
_SHORTEST, _LONGEST = 4, 40
_MARK = re.compile(r"[。；：！？;:!?.]|[^\w\s]$")
_BELOW = {"part": "chapter", "chapter": "section"}


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers left out of a series: the heading before (the one above where the first is missing) and behind.

    `title_before` is None where the first is missing. `lost` are the places at which a heading seems to have stood.
    """

    style: str
    numbers: tuple[int, ...]
    before: Span | None
    title_before: str | None
    behind: Span
    title_behind: str
    lost: tuple[Span, ...]

    @property
    def places(self) -> tuple[Span, ...]:
        """What the gap rests on, in the order of the text."""
        ends = (self.behind,) if self.before is None else (self.before, self.behind)
        return tuple(sorted({*ends, *self.lost}))


def is_jump(found: Break) -> bool:
    """Whether so many numbers are left out that the number itself is wrong rather than headings lost."""
    return found.kind == "missing" and len(found.missing) > _LARGEST_GAP


def gaps(inspection: Inspection) -> tuple[Gap, ...]:
    """The gaps in all series of headings; made once for all rules."""
    return inspection.derived(_gaps)


def _gaps(inspection: Inspection) -> tuple[Gap, ...]:
    restarts = _restarts(inspection)
    return tuple(
        _gap(inspection, each, found, restarts)
        for each in series(inspection)
        for found in breaks([item.number for item in each.items], each.start)
        if found.kind == "missing" and not is_jump(found)
    )


def _gap(inspection: Inspection, whole: Series, found: Break, restarts: dict[str, list[Span]]) -> Gap:
    behind = whole.items[found.at]
    before = None if found.other is None else whole.items[found.other]
    start = before.span.end if before else whole.parent.end if whole.parent else 0
    between = Span(start, behind.span.start)
    lost = [*_mentions(inspection, whole.style, found.missing, between), *_behind_boxes(inspection, between)]
    lost += _within(restarts.get(_BELOW.get(whole.style, ""), []), between)
    lost = lost or _bare_lines(inspection, between)
    return Gap(
        whole.style, found.missing, before.span if before else whole.parent, before.title if before else None,
        behind.span, behind.title, tuple(lost),
    )  # fmt: skip


def restarts(inspection: Inspection) -> tuple[tuple[str, Span, Span], ...]:
    """Where divisions begin anew at 1 though no heading stands above them: level, the last before, the first anew."""
    return inspection.derived(_all_restarts)


def _all_restarts(inspection: Inspection) -> tuple[tuple[str, Span, Span], ...]:
    heads = [
        line.span.start
        for line in text_lines(inspection)
        if line.kind == "text" and inspection.words.layout.label.match(inspection.folded, *line.span)
    ]
    return tuple(
        (each.style, last, first)
        for each in series(inspection)
        if each.style in ("chapter", "section")
        for found in breaks([item.number for item in each.items], each.start)
        if found.kind == "again"
        for last, first in [(each.items[found.at - 1].span, each.items[found.at].span)]
        # What an annex prints counts for itself.
        if bisect_left(heads, last.end) == bisect_left(heads, first.start)
    )


def _restarts(inspection: Inspection) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for level, _, first in restarts(inspection):
        found.setdefault(level, []).append(first)
    return {level: sorted(spans) for level, spans in found.items()}


def _within(spans: list[Span], between: Span) -> list[Span]:
    first = bisect_left(spans, (between.start, 0))
    return [span for span in spans[first : first + 3] if span.end <= between.end]


def _mentions(inspection: Inspection, style: str, numbers: tuple[int, ...], between: Span) -> Iterator[Span]:
    """Where a heading with a missing number stands within a paragraph, swallowed by it."""
    words = inspection.language.headings
    if style not in words.levels.values():
        return
    text = inspection.text
    for mark in words.division.finditer(text, between.start, between.end):
        if words.levels[mark["unit"].lower()] != style or words.number(mark["number"]) not in numbers:
            continue
        if not words.reference.match(text, mark.end(), between.end):
            line_end = text.find("\n", mark.end(), between.end)
            yield Span(mark.start(), min(mark.end() + _MENTION, line_end if line_end >= 0 else between.end))
            return


def _bare_lines(inspection: Inspection, between: Span) -> list[Span]:
    """The one line that reads like a heading without its number, where there is one and no other."""
    lines = text_lines(inspection)
    first = bisect_left(lines, between.start, key=lambda line: line.span.start)
    found = []
    for line in lines[first:]:
        if line.span.start >= between.end:
            break
        short = _SHORTEST <= line.span.length <= _LONGEST
        if line.kind == "text" and line.title is None and short and not _MARK.search(inspection.text, *line.span):
            found.append(line.span)
    return found if len(found) == 1 else []


def _behind_boxes(inspection: Inspection, between: Span) -> Iterator[Span]:
    """The first words behind a box, where running text goes on there with no heading of its own."""
    sections = [section.span.start for section in inspection.plan.sections]
    for box in inspection.plan.boxes:
        end = max(box.span.end, box.body.end)
        if not between.start <= box.span.start or end > between.end:
            continue
        place = bisect_left(sections, end)
        limit = min(between.end, sections[place] if place < len(sections) else between.end)
        skipped = _SKIP.match(inspection.text, end, limit)
        clause = _CLAUSE.match(inspection.text, skipped.end() if skipped else end, limit)
        if clause and not inspection.language.headings.box.match(inspection.text, clause.start()):
            yield Span(*clause.span())
            return
