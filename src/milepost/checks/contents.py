"""What a document's table of contents lists, and how its entries and the headings of the text answer each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from milepost.checks.inspection import Inspection
from milepost.checks.text_lines import TextLine, text_lines
from milepost.kernel.span import Span
from milepost.plans.heading_lines import separated, without_page_number
from milepost.plans.model import Section

_NO_LETTER = re.compile(r"[\W_]+")
_FEWEST = 3
_OPENING = 400
"""Lines within which a table of contents begins."""
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: level and number where it has them, the words of its title."""

    level: str | None
    number: int | None
    title: str
    span: Span

    @property
    def key(self) -> str:
        """What the entry and its heading share."""
        return plain(self.title)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Entries with no heading, headings with no entry, and pairs of one place whose titles differ."""

    missing: tuple[Entry, ...]
    unlisted: tuple[Section, ...]
    differing: tuple[tuple[Entry, Section], ...]


def plain(title: str) -> str:
    """A title as it is compared: letters and digits only, small.

    >>> plain("推进  “四化”同步"), plain("Aims and Goals")
    ('推进四化同步', 'aimsandgoals')
    """
    return _NO_LETTER.sub("", title.lower())


def comparison(inspection: Inspection) -> Comparison:
    """The table of contents against the text; nothing where the document has none. Made once for all rules."""
    return inspection.derived(_comparison)


def _comparison(inspection: Inspection) -> Comparison:
    entries, end = inspection.derived(_entries)
    if len(entries) < _FEWEST:
        return Comparison((), (), ())
    sections = [section for section in inspection.plan.sections if section.span.start >= end]
    titles = {plain(section.title) for section in sections}
    listed = {entry.key for entry in entries}
    lines = _line_keys(inspection, end)
    alone = [entry for entry in entries if entry.key and entry.key not in titles and entry.key not in lines]
    levels = {entry.level for entry in entries if entry.level}
    unlisted = [section for section in sections if section.level in levels and plain(section.title) not in listed]
    # Where hardly anything answers, the list is of something else, or the headings were not read.
    if len(alone) * 2 > len(entries):
        return Comparison((), (), ())
    differing = _same_place(alone, unlisted)
    of_entry = {entry.span for entry, _ in differing}
    of_section = {section.id for _, section in differing}
    return Comparison(
        tuple(entry for entry in alone if entry.span not in of_entry),
        tuple(section for section in unlisted if section.id not in of_section),
        differing,
    )


def contents_span(inspection: Inspection) -> Span:
    """Where the table of contents stands; an empty span in a document without one."""
    entries, end = inspection.derived(_entries)
    return Span(entries[0].span.start, end) if len(entries) >= _FEWEST else Span(0, 0)


def _entries(inspection: Inspection) -> tuple[list[Entry], int]:
    """The entries, and where the text behind the table of contents begins."""
    words = inspection.language.headings
    lines = text_lines(inspection)
    start = next(
        (
            index
            for index, line in enumerate(lines[:_OPENING])
            if words.contents.fullmatch(inspection.text, line.span.start, line.span.end)
        ),
        None,
    )
    if start is None:
        return [], 0
    found: list[Entry] = []
    seen: set[str] = set()
    for line in lines[start + 1 :]:
        entry = _entry(inspection, line)
        if entry is None or entry.key in seen:
            return found, line.span.start
        found.append(entry)
        seen.add(entry.key)
    return found, len(inspection.text)


def _entry(inspection: Inspection, line: TextLine) -> Entry | None:
    """A line as an entry: a heading's number and title, with or without a page; None for running text."""
    text, words = inspection.text, inspection.language.headings
    start, end = line.span
    bare = without_page_number(text[start:end], loose=True)
    stop = start + len(bare) if bare is not None else end
    if stop - start > _LONGEST or words.stops.search(text, start, stop):
        return None
    mark = words.division.match(text, start, stop)
    if mark:
        title = separated(text, mark.end(), stop, words)
        return Entry(words.levels[mark["unit"].lower()], words.number(mark["number"]), text[title:stop], line.span)
    for _, pattern in inspection.words.layout.outline:
        found = pattern.match(inspection.folded, start, stop)
        if found:
            return Entry("heading", words.number(found["number"]), text[found.end() : stop].strip(), line.span)
    return Entry(None, None, text[start:stop], line.span) if bare is not None else None


def _line_keys(inspection: Inspection, end: int) -> set[str]:
    """The words of all short lines behind the table of contents, with and without a number before them."""
    found: set[str] = set()
    for line in text_lines(inspection):
        if line.span.start >= end and line.span.length <= _LONGEST:
            found.add(plain(line.span.of(inspection.text)))
            entry = _entry(inspection, line)
            if entry is not None:
                found.add(entry.key)
    return found


def _same_place(entries: Iterable[Entry], sections: Iterable[Section]) -> tuple[tuple[Entry, Section], ...]:
    """Entries and headings of one level and number, both without an answer, that share half of their signs."""
    waiting: dict[tuple[str | None, int | None], list[Section]] = {}
    for section in sections:
        waiting.setdefault((section.level, section.number), []).append(section)
    found = []
    for entry in entries:
        for section in waiting.get((entry.level, entry.number), ()):
            shared = set(entry.key) & set(plain(section.title))
            if len(shared) * 2 >= len(set(entry.key)):
                found.append((entry, section))
                waiting[entry.level, entry.number].remove(section)
                break
    return tuple(found)
