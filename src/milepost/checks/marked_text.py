"""The text of a plan as blocks to be laid out, with the characters that findings rest on marked in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from milepost.checks.report import Report
from milepost.kernel.span import Span
from milepost.plans.model import PlanTable

BlockKind = Literal["paragraph", "heading", "box_title", "boxed", "table"]

# How deep a heading of each level stands below the title of a page.
DEPTHS = {"preface": 2, "part": 2, "chapter": 3, "section": 4, "heading": 5}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a finding: number `place` (from 0) of finding number `finding` (from 0)."""

    finding: int
    place: int
    span: Span


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters that the same spots cover; `begins` and `ends` are those that begin and end with them."""

    span: Span
    spots: tuple[Spot, ...]
    begins: tuple[Spot, ...]
    ends: tuple[Spot, ...]


@dataclass(slots=True)
class Unit:
    """A line or a cell: characters that are laid out together, and the spots in them.

    `opening` are those that have not stood in a unit before, `closing` those that stand in none behind. `beside` are
    spots whose characters are not laid out at all (a blank line): they belong to the unit before them.
    """

    span: Span
    spots: list[Spot] = field(default_factory=list)
    opening: set[Spot] = field(default_factory=set)
    closing: set[Spot] = field(default_factory=set)
    beside: list[Spot] = field(default_factory=list)

    def segments(self) -> Iterator[Segment]:
        """The characters in pieces, each under the same findings throughout."""
        edges = {self.span.start, self.span.end}
        for spot in self.spots:
            edges |= {self._from(spot), self._to(spot)}
        ordered = sorted(edges)
        for start, end in pairwise(ordered):
            here = tuple(spot for spot in self.spots if spot.span.start < end and spot.span.end > start)
            begins = tuple(spot for spot in here if spot in self.opening and self._from(spot) == start)
            ends = tuple(spot for spot in here if spot in self.closing and self._to(spot) == end)
            yield Segment(Span(start, end), here, begins, ends)

    def _from(self, spot: Spot) -> int:
        return max(spot.span.start, self.span.start)

    def _to(self, spot: Spot) -> int:
        return min(spot.span.end, self.span.end)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading with its depth, or a table with a unit for each cell that has text."""

    kind: BlockKind
    units: tuple[Unit, ...]
    depth: int = 0
    table: PlanTable | None = None


def spots_of(report: Report) -> list[Spot]:
    """The places of all findings, in the order of the text."""
    found = [
        Spot(finding, place, evidence.span)
        for finding, each in enumerate(report.checked.findings)
        for place, evidence in enumerate(each.evidence)
    ]
    return sorted(found, key=lambda spot: (spot.span, spot.finding, spot.place))


def blocks_of(report: Report) -> list[Block]:
    """The text in blocks, every spot in the unit that its characters stand in."""
    blocks = list(_blocks(report))
    units = [unit for block in blocks for unit in block.units]
    starts = [unit.span.start for unit in units]
    ends = [unit.span.end for unit in units]
    for spot in spots_of(report):
        first, behind = bisect_right(ends, spot.span.start), bisect_left(starts, spot.span.end)
        for unit in units[first:behind]:
            unit.spots.append(spot)
        if first < behind:
            units[first].opening.add(spot)
            units[behind - 1].closing.add(spot)
        elif units:
            units[max(behind - 1, 0)].beside.append(spot)
    return blocks


def _blocks(report: Report) -> Iterator[Block]:
    text, plan = report.text, report.plan
    kinds = _Kinds(report)
    tables = sorted(plan.tables, key=lambda table: table.span)
    at = 0
    for table in [*tables, None]:
        until = len(text) if table is None else table.span.start
        for line in _lines(text, at, until):
            kind, depth = kinds.of(line)
            yield Block(kind, (Unit(line),), depth)
        if table is not None and table.span.start >= at:
            yield Block("table", tuple(_cells(table, text)), table=table)
            at = table.span.end


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines between two characters that are not blank, without the blanks around them."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = stripped(text, Span(start, stop))
        if line.length:
            yield line
        start = stop + 1


def _cells(table: PlanTable, text: str) -> Iterator[Unit]:
    """A unit for each cell with text, in the order of the text; a cell that lies over another is left out."""
    at = table.span.start
    for cell in sorted((cell for row in table.rows for cell in row), key=lambda cell: cell.span):
        span = stripped(text, cell.span)
        if span.length and span.start >= at and span.end <= table.span.end:
            yield Unit(span)
            at = span.end


def stripped(text: str, span: Span) -> Span:
    """The span without blanks at either end.

    >>> stripped("  ab ", Span(0, 5))
    Span(start=2, end=4)
    """
    inner = span.of(text)
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, max(start, span.start + len(inner.rstrip())))


class _Kinds:
    """Tells what kind of block a line is: lines are asked for in the order of the text."""

    def __init__(self, report: Report) -> None:
        sections = sorted(report.plan.sections, key=lambda section: section.span)
        self._sections: Sequence[tuple[Span, int]] = [(each.span, DEPTHS.get(each.level, 5)) for each in sections]
        self._starts = [span.start for span, _ in self._sections]
        boxes = sorted(report.plan.boxes, key=lambda box: box.span)
        self._titles = {box.span.start for box in boxes}
        self._bodies = [box.body for box in boxes]
        self._box = 0

    def of(self, line: Span) -> tuple[BlockKind, int]:
        """The kind of a line, and how deep it is as a heading."""
        place = bisect_left(self._starts, line.end) - 1
        if place >= 0 and self._sections[place][0].overlaps(line):
            return "heading", self._sections[place][1]
        while self._box < len(self._bodies) and self._bodies[self._box].end <= line.start:
            self._box += 1
        if any(line.start <= start < line.end for start in self._titles_near(line)):
            return "box_title", 0
        if self._box < len(self._bodies) and self._bodies[self._box].overlaps(line):
            return "boxed", 0
        return "paragraph", 0

    def _titles_near(self, line: Span) -> set[int]:
        return self._titles.intersection(range(line.start, min(line.end, line.start + 40)))
