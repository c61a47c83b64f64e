"""Which titles of tables, figures and annexes a plan has, by the numbers that they carry."""

from __future__ import annotations

import re
from dataclasses import dataclass

from milepost.checks.contents import contents_span
from milepost.checks.inspection import Inspection
from milepost.checks.text_lines import text_lines
from milepost.kernel.span import Span

_PARTS = re.compile(r"(?:(?P<prefix>[0-9]+)[-－—.．])?(?P<last>\w+)")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Caption:
    """A title: its number, its mark (表3) and where that stands."""

    number: int
    label: str
    span: Span


def captions(inspection: Inspection) -> list[list[Caption]]:
    """Titles of one kind, and under one number for 表2-1, in order; boxes are left to themselves."""
    contents, label = contents_span(inspection), inspection.words.layout.label
    headings = inspection.language.headings
    groups: dict[tuple[str, str], list[Caption]] = {}
    for line in text_lines(inspection):
        if line.kind != "text" or line.span.length > _LONGEST or contents.contains(line.span):
            continue
        mark = label.match(inspection.folded, line.span.start, line.span.end)
        if mark is None or not mark["number"] or headings.stops.search(inspection.text, mark.end(), line.span.end):
            continue
        parts = _PARTS.fullmatch(mark["number"])
        number = headings.number(parts["last"]) if parts else None
        # Behind the mark of a title stands a sign or a blank: 表3的数据 is no title.
        behind = inspection.text[mark.end() : mark.end() + 1]
        if parts is None or number is None or not 0 < number < 100 or behind.isalnum() or not behind.strip(",，、"):
            continue
        span = Span(mark.start(), mark.end())
        key = (mark["what"].lower(), parts["prefix"] or "")
        groups.setdefault(key, []).append(Caption(number, span.of(inspection.text), span))
    return list(groups.values())
