"""Which headings and numbered lines of a plan count on from each other: the series that should run 1, 2, 3 …"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from milepost.checks.contents import contents_span
from milepost.checks.inspection import Inspection
from milepost.checks.numbering import siblings
from milepost.checks.text_lines import text_lines
from milepost.kernel.span import Span
from milepost.plans.model import Section

_LONGEST_COUNT = 60
"""No plan counts further by hand: a higher number that begins a line is a figure."""
_LARGEST_GAP = 4
_EXCERPT = 3
"""A document whose first number is higher is part of a larger one."""
_TITLE = 40
_DIVISIONS = ("part", "chapter", "section")
_CLAUSE = re.compile(r"[。；：，！？;:!?\n]|,\s|\.\s")


@dataclass(frozen=True, slots=True)
class Counted:
    """A heading or line with a number: `span` is of the number with its title, `title` the words alone.

    `bare` says of a line that nothing but a title stands on it.
    """

    number: int
    title: str
    span: Span
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers that should run on by one.

    `style` is a level (part, chapter, section) or the outline style of a line; `parent` is the heading above, None for
    the highest. `start` is the number that the series must begin with, None where that cannot be told. `heads` says
    that the numbers head sections; otherwise they count the members of a list.
    """

    style: str
    items: tuple[Counted, ...]
    parent: Span | None
    start: int | None
    heads: bool = True


def series(inspection: Inspection) -> tuple[Series, ...]:
    """All series of headings: divisions, and the numbered lines of the styles that head sections."""
    return (*divisions(inspection), *(each for each in lines(inspection) if each.heads))


def divisions(inspection: Inspection) -> tuple[Series, ...]:
    """The series of parts, chapters and sections; chapters that run on from part to part are one."""
    found: list[Series] = []
    for level in _DIVISIONS:
        groups = [group for group in siblings(inspection.plan) if group[0].level == level]
        if len(groups) > 1 and _runs_on(groups):
            together = sorted((section for group in groups for section in group), key=lambda each: each.span)
            found.append(Series(level, _counted(together), None, _start(together, None)))
            continue
        for group in groups:
            parent = inspection.sections.get(group[0].parent) if group[0].parent else None
            found.append(Series(level, _counted(group), parent.span if parent else None, _start(group, parent)))
    return tuple(found)


def _runs_on(groups: list[tuple[Section, ...]]) -> bool:
    """Whether most groups begin higher than 1: the numbers run on across the headings above."""
    return sum((group[0].number or 0) > 1 for group in groups[1:]) * 2 > len(groups) - 1


def _counted(group: list[Section] | tuple[Section, ...]) -> tuple[Counted, ...]:
    return tuple(Counted(each.number, each.title, each.span) for each in group if each.number is not None)


def _start(group: list[Section] | tuple[Section, ...], parent: Section | None) -> int | None:
    """1, but for the highest level of an excerpt: one that begins higher, or is a single heading."""
    first = group[0].number or 0
    whole = first <= 2 or (first <= _EXCERPT and len(group) >= _EXCERPT)
    return 1 if parent is not None or whole else None


@dataclass
class _Run:
    """A series of lines that is still growing."""

    style: str
    parent: object
    heading: Span | None
    scope: Span | None
    items: list[Counted] = field(default_factory=list)

    def takes(self, number: int, parent: object) -> bool:
        """Whether a number goes on with this run: under the same parent any but a new 1, elsewhere the very next."""
        last = self.items[-1].number
        if number == 1:
            return False
        near = number - last <= _LARGEST_GAP
        return number == last + 1 or (parent == self.parent and near)


def lines(inspection: Inspection) -> tuple[Series, ...]:
    """The series of lines that begin with a number in one of the language's outline styles, tables left aside.

    Numbers may run on across the headings above, as the articles of a decree do. A line that stands alone is none.
    """
    return inspection.derived(_line_series)


def _line_series(inspection: Inspection) -> tuple[Series, ...]:
    scopes = _Scopes(inspection)
    open_runs: dict[str, _Run] = {}
    closed: list[_Run] = []
    outline: list[tuple[str, Span]] = []
    last_scope: Span | None = None
    for style, prefix, item in _numbered(inspection):
        scope = scopes.at(item.span.start)
        if scope != last_scope:
            outline, last_scope = [], scope
        outline = _above(outline, style)
        heading = outline[-1][1] if outline else scope
        parent = (scope, heading, prefix)
        run = open_runs.get(style + prefix)
        if run is None or not run.takes(item.number, parent):
            run = open_runs[style + prefix] = _Run(style, parent, heading, scope)
            closed.append(run)
        run.items.append(item)
        outline.append((style, item.span))
    styles = inspection.words.layout.heading_styles
    boxes = {box.span for box in inspection.plan.boxes}
    return tuple(_closed(run, styles, boxes) for run in closed if len(run.items) > 1 or _second(run))


def _second(run: _Run) -> bool:
    """Whether a lone line is a second heading without a first."""
    return run.items[0].number == 2 and run.items[0].bare


def _closed(run: _Run, styles: frozenset[str], boxes: set[Span]) -> Series:
    """A run as a series: one of headings where its style is theirs, or where its lines are titles outside boxes."""
    start = 1 if run.items[0].number <= _EXCERPT else None
    heads = run.style in styles or (all(item.bare for item in run.items) and run.scope not in boxes)
    return Series(run.style, tuple(run.items), run.heading, start, heads)


def _above(outline: list[tuple[str, Span]], style: str) -> list[tuple[str, Span]]:
    """The numbered lines that stand above one of a style."""
    place = next((index for index, (each, _) in enumerate(outline) if each == style), len(outline))
    return outline[:place]


def _numbered(inspection: Inspection) -> Iterator[tuple[str, str, Counted]]:
    """The lines that begin with a number: style, the numbers above it in 2.3, and what is counted."""
    text, contents = inspection.text, contents_span(inspection)
    headings = inspection.language.headings
    for line in text_lines(inspection):
        paragraph = line.span
        if contents.contains(paragraph) or headings.division.match(text, paragraph.start, paragraph.end):
            continue
        for style, pattern in inspection.words.layout.outline:
            mark = pattern.match(inspection.folded, paragraph.start, paragraph.end)
            prefix, _, last = mark["number"].rpartition(".") if mark else ("", "", "")
            number = headings.number(last) if mark else None
            if mark and number is not None and 0 < number <= _LONGEST_COUNT:
                yield style, prefix, _item(text, paragraph, mark.end(), number)
            if mark:
                break


def _item(text: str, paragraph: Span, behind: int, number: int) -> Counted:
    limit = min(paragraph.end, behind + _TITLE)
    stop = _CLAUSE.search(text, behind, limit)
    end = max(stop.start() if stop else limit, behind)
    return Counted(number, text[behind:end].strip(), Span(paragraph.start, end), bare=end == paragraph.end)


class _Scopes:
    """In which box or division a place lies; a division is told by its heading's span."""

    def __init__(self, inspection: Inspection) -> None:
        plan = inspection.plan
        headings = [each.span for each in plan.sections if each.level != "heading"]
        starts = [span.start for span in headings]
        marks: list[tuple[int, Span | None]] = [(-1, None), *((span.start, span) for span in headings)]
        for box in plan.boxes:
            place = bisect_right(starts, box.span.start) - 1
            around = headings[place] if place >= 0 else None
            marks += [(box.span.start, box.span), (max(box.span.end, box.body.end), around)]
        marks.sort(key=_first)
        self._starts = [start for start, _ in marks]
        self._spans = [span for _, span in marks]

    def at(self, offset: int) -> Span | None:
        """The heading of the box or division around a place."""
        return self._spans[bisect_right(self._starts, offset) - 1]


def _first(mark: tuple[int, Span | None]) -> int:
    return mark[0]
