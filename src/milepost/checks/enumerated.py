"""Which enumerations stand in the running text: 一是…二是…, (1) … (2) …, and paragraphs numbered 1. 2. 3."""

from __future__ import annotations

import re
from bisect import bisect_right

from milepost.checks.inspection import Inspection
from milepost.checks.outline import Counted, Series, lines
from milepost.kernel.span import Span
from milepost.languages.layout_words import Enumerator

_LONGEST = 20
_WORDS = 24
_REACH = 4000
"""Characters of a text that one enumeration may span; further on a number belongs to another."""
_CLAUSE = re.compile(r"[。；：，！？;:,.!?\n(（]|\s+and(?=\s)")


def enumerations(inspection: Inspection) -> tuple[Series, ...]:
    """All enumerations, each beginning anew at its 1, and ending where the section, the box or the table does."""
    found = [each for each in lines(inspection) if not each.heads]
    for enumerator in inspection.words.layout.enumerators:
        found.extend(_series(inspection, enumerator))
    return tuple(found)


def _series(inspection: Inspection, enumerator: Enumerator) -> list[Series]:
    bounds = _bounds(inspection)
    collector = _Collector()
    for mark in enumerator.pattern.finditer(inspection.folded):
        number = enumerator.number(mark["number"])
        if number is None or not 0 < number <= _LONGEST:
            continue
        item = Counted(number, "", _span(inspection.text, mark.start(), mark.end()))
        leads = _leads(inspection.text, mark.start())
        collector.take(item, bisect_right(bounds, mark.start()), leads=leads)
    return [
        Series(enumerator.style, tuple(run), None, 1 if enumerator.opened else None)
        for run in collector.runs
        if _is_enumeration(run, opened=enumerator.opened)
    ]


class _Collector:
    """Runs of marks. Marks that begin paragraphs may count on while others count inside one of the paragraphs."""

    def __init__(self) -> None:
        self.runs: list[list[Counted]] = []
        self._open: dict[bool, tuple[int, list[Counted]]] = {}

    def take(self, item: Counted, place: int, *, leads: bool) -> None:
        """Add a mark to the run that it continues, or begin one with it."""
        usable = [
            run
            for kind in (leads, not leads)
            if (known := self._open.get(kind)) is not None
            for where, run in (known,)
            if where == place and item.span.start - run[-1].span.start <= _REACH
        ]
        run = next((run for run in usable if item.number == run[-1].number + 1), None)
        if run is None and usable and item.number != 1:
            run = usable[0]
        if run is None:
            run = []
            self.runs.append(run)
        run.append(item)
        self._open[leads] = (place, run)


def _leads(text: str, start: int) -> bool:
    """Whether a mark begins its line."""
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()


def _is_enumeration(run: list[Counted], *, opened: bool) -> bool:
    """Whether marks are an enumeration: two or more, and such as begins it where a figure may look like a mark."""
    return len(run) > 1 and (opened or run[0].number == 1)


def _bounds(inspection: Inspection) -> list[int]:
    """Where an enumeration cannot go on: headings, and both ends of boxes and tables."""
    return inspection.derived(_all_bounds)


def _all_bounds(inspection: Inspection) -> list[int]:
    plan = inspection.plan
    bounds = [section.span.start for section in plan.sections if section.level != "heading"]
    for box in plan.boxes:
        bounds += [box.span.start, max(box.span.end, box.body.end)]
    for table in plan.tables:
        bounds += [table.span.start, table.span.end]
    return sorted(bounds)


def _span(text: str, start: int, behind: int) -> Span:
    """The mark with the first words of its member."""
    limit = min(len(text), behind + _WORDS)
    stop = _CLAUSE.search(text, behind, limit)
    return Span(start, max(stop.start() if stop else limit, behind))
