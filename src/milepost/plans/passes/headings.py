"""Which sections a plan has: preface, parts, chapters, sections, or the outline of a document without them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from milepost.kernel.span import Span
from milepost.plans.heading_lines import without_page_number
from milepost.plans.headings import OUTLINE_DEPTH, Heading, division_headings, outline_headings, runs_in
from milepost.plans.identity import identify
from milepost.plans.model import Section
from milepost.plans.reading import Reading

_SHORTEST_CONTENTS = 3


def find(reading: Reading) -> tuple[Section, ...]:
    """The document's sections in order, each with its parent and the text under it.

    Lines of a contents list are left out. A number that is missing or printed twice stays as it is. Only a document
    without parts, chapters and sections has sections of level `heading`.
    """
    words = reading.language.headings
    text = reading.text
    lines = reading.paragraphs
    run_in = runs_in(text, lines, words)
    headings = without_contents(division_headings(text, lines, words, run_in=run_in))
    if not any(heading.level != "preface" for heading in headings):
        headings = without_lists(without_contents(outline_headings(text, lines, words, reading.title)))
    return sections(headings, len(text))


def without_contents(headings: Sequence[Heading]) -> list[Heading]:
    """The headings without those of a contents list.

    A list shows itself by leaders and page numbers, or as a run of headings without text between them most of which
    come again further on; under a title of its own (目录) it is enough that its first heading comes again.
    """
    last_seen = {heading.key: index for index, heading in enumerate(headings)}
    last_numbered = {(heading.style, heading.number): index for index, heading in enumerate(headings)}
    kept: list[Heading] = []
    for opening, stop in _runs(headings):
        first, start = headings[opening], opening
        if first.under_contents and last_numbered[first.style, first.number] > opening:
            # The headings of the text may follow on the list without a word between.
            start = _repeated(headings, opening, stop)
        run = headings[start:stop]
        loose = len(run) >= _SHORTEST_CONTENTS and sum(heading.loose for heading in run) * 2 > len(run)
        again = [_comes_again(heading, start + offset, last_seen) for offset, heading in enumerate(run)]
        listed = len(run) >= _SHORTEST_CONTENTS and sum(again) * 2 > len(run)
        kept.extend(
            heading
            for heading, repeated in zip(run, again, strict=True)
            if not (heading.page_number or (loose and heading.loose) or (listed and repeated))
        )
    return kept


def _runs(headings: Sequence[Heading]) -> list[tuple[int, int]]:
    """Index ranges of headings with no running text between them."""
    if not headings:
        return []
    starts = [index for index, heading in enumerate(headings) if index == 0 or heading.text_before]
    return list(zip(starts, [*starts[1:], len(headings)], strict=True))


def _repeated(headings: Sequence[Heading], start: int, stop: int) -> int:
    """Index of the next heading with the style and number of the one at `start`, `stop` if none is before that."""
    first = headings[start]
    return next(
        (
            index
            for index in range(start + 1, stop)
            if (headings[index].style, headings[index].number) == (first.style, first.number)
        ),
        stop,
    )


def _comes_again(heading: Heading, index: int, last_seen: dict[tuple[str, int | None, str], int]) -> bool:
    if last_seen[heading.key] > index:
        return True
    bare = without_page_number(heading.title, loose=True) if heading.loose else None
    return bare is not None and last_seen.get(replace(heading, title=bare).key, -1) > index


def without_lists(headings: Sequence[Heading]) -> list[Heading]:
    """The headings without numbered lines that are a list: lines of one style with no text between them."""
    kept: list[Heading] = []
    for index, heading in enumerate(headings):
        before = index > 0 and not heading.text_before and headings[index - 1].style == heading.style
        behind = (
            index + 1 < len(headings)
            and not headings[index + 1].text_before
            and headings[index + 1].style == heading.style
        )
        if heading.depth < OUTLINE_DEPTH or not (before or behind):
            kept.append(heading)
    return kept


def sections(headings: Sequence[Heading], length: int) -> tuple[Section, ...]:
    """Sections with ids, parents and bodies; a body goes to the next heading of the same or a higher level."""
    seen: Counter[str] = Counter()
    ends = _body_ends(headings, length)
    found: list[Section] = []
    open_sections: list[tuple[int, str]] = []
    for heading, end in zip(headings, ends, strict=True):
        while open_sections and open_sections[-1][0] >= heading.depth:
            open_sections.pop()
        parent = open_sections[-1][1] if open_sections else None
        identity = identify("s", parent, heading.level, heading.number, heading.key[2], seen=seen)
        body = Span(heading.span.end, end)
        found.append(Section(identity, heading.level, heading.number, heading.title, heading.span, body, parent))
        if heading.level != "preface":
            open_sections.append((heading.depth, identity))
    return tuple(found)


def _body_ends(headings: Sequence[Heading], length: int) -> list[int]:
    """Where each heading's body ends, found from behind with a stack of the headings still to come."""
    ends = [length] * len(headings)
    coming: list[tuple[int, int]] = []  # (depth, start), the nearest last
    for index in range(len(headings) - 1, -1, -1):
        heading = headings[index]
        # Any heading ends a preface, even a chapter of a plan without parts.
        if heading.level == "preface" and index + 1 < len(headings):
            ends[index] = headings[index + 1].span.start
        else:
            while coming and coming[-1][0] > heading.depth:
                coming.pop()
            if coming:
                ends[index] = coming[-1][1]
        coming.append((heading.depth, heading.span.start))
    return ends
