"""Which projects the boxes of a plan name, under which group word, where, and how large."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from milepost.kernel.span import Span
from milepost.languages.project_words import ProjectWords
from milepost.plans.capacities import capacities
from milepost.plans.identity import identify
from milepost.plans.model import Box, Project
from milepost.plans.project_lines import Entry, Lines, lines_in
from milepost.plans.project_names import Named, Names
from milepost.plans.project_tables import table_entries
from milepost.plans.promises import project_promises
from milepost.plans.reading import Reading
from milepost.plans.regions import region_of
from milepost.plans.undertakings import Promise

_WORD = re.compile(r"[^\W\d_]")


def find(reading: Reading) -> tuple[Project, ...]:
    """The projects of all boxes in the order of the text; a box of indicators or goals has none."""
    words = reading.language.projects
    names = Names(reading.text, words, {place.span.start: place.span.end for place in reading.places})
    seen: Counter[str] = Counter()
    projects = []
    for box in reading.boxes:
        entries = [] if _lists_something_else(box, reading, words) else list(_entries(box, reading, names))
        kept = [entry for entry in entries if _is_name(entry.named, words)]
        if not words.boxes.search(box.title) and not _look_like_projects(kept, names):
            continue
        promises = project_promises(reading, box.body, [entry.named.span for entry in kept])
        projects += [
            _project(entry, promise, box, reading, seen) for entry, promise in zip(kept, promises, strict=True)
        ]
    return tuple(projects)


def _lists_something_else(box: Box, reading: Reading, words: ProjectWords) -> bool:
    """Whether a box holds indicators, or says in its title that it holds no projects."""
    if words.other_boxes.search(box.title) and not words.boxes.search(box.title):
        return True
    return any(box.body.contains(indicator.span) for indicator in reading.indicators)


def _look_like_projects(entries: list[Entry], names: Names) -> bool:
    """Whether most names in a box of unclear title start or end like projects."""
    return 2 * sum(names.begins(e.named.span) or names.is_kind(e.named.span) for e in entries) > len(entries)


def _is_name(named: Named, words: ProjectWords) -> bool:
    """Whether words can be a project's name: long enough, with letters, and no target."""
    if not words.shortest_name <= len(named.name) <= words.longest_name or not _WORD.search(named.name):
        return False
    if words.name_column.fullmatch(named.name) or words.group_column.fullmatch(named.name):
        return False  # the header of a table whose cells stand in lines of their own
    return words.target.search(named.name) is None


def _entries(box: Box, reading: Reading, names: Names) -> Iterator[Entry]:
    """What a box lists: the rows of its tables, and its lines outside of them."""
    reader = Lines(names)
    start = box.body.start
    for table in reading.document.tables:
        if box.body.overlaps(table.span):
            yield from reader.entries(list(lines_in(reading.text, Span(start, max(start, table.span.start)))))
            yield from table_entries(table, box.body, reader)
            start = table.span.end
    yield from reader.entries(list(lines_in(reading.text, Span(start, max(start, box.body.end)))))


def _project(entry: Entry, promise: Promise | None, box: Box, reading: Reading, seen: Counter[str]) -> Project:
    """The project of an entry; its place is looked for in the item's own words."""
    span, name = entry.named.span, entry.named.name
    region, region_name, regions = region_of(span, reading)
    lead, support = reading.duties.of(span)
    return Project(
        id=identify("p", box.title, entry.group, name, seen=seen),
        name=name,
        box=box.number,
        box_title=box.title,
        group=entry.group,
        region=region,
        region_name=region_name,
        regions=regions,
        quantities=capacities(name, reading.language),
        span=span,
        quote=span.of(reading.text),
        promise=promise,
        lead=lead,
        support=support,
    )
