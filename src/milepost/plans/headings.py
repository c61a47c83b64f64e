"""Which lines of a document look like headings, before contents lists and plain lists are told from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from milepost.kernel.span import Span
from milepost.languages.heading_words import HeadingWords
from milepost.plans.heading_lines import separated, title_end, without_page_number
from milepost.plans.model import SectionLevel
from milepost.plans.paragraphs import BLANKS, Paragraph, without_tags


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as it stands: `style` names its outline style, `depth` its rank (1 highest) among its kind.

    `page_number` says that the line ends in one, as lines of a contents list do; `loose` that this is only a number
    behind a blank. `text_before` says that running text stands between the heading before and this one,
    `under_contents` that the line before is the title of a contents list.
    """

    level: SectionLevel
    style: str
    depth: int
    number: int | None
    title: str
    span: Span
    page_number: bool = False
    loose: bool = False
    text_before: bool = True
    under_contents: bool = False

    @property
    def key(self) -> tuple[str, int | None, str]:
        """What two mentions of one heading share: its style, number and the words of its title without blanks."""
        return self.style, self.number, "".join(self.title.split())


DEPTHS: dict[str, int] = {"preface": 1, "part": 1, "chapter": 2, "section": 3}
OUTLINE_DEPTH = 10
"""Depth of the first outline style; the levels that a format states (1 to 9) stand above it."""


def division_headings(text: str, lines: Iterable[Paragraph], words: HeadingWords, *, run_in: bool) -> list[Heading]:
    """Parts, chapters, sections and the preface, in order, contents lists among them."""
    found: list[Heading] = []
    text_before, under_contents = True, False
    waiting: Heading | None = None  # a number alone on its line: the title is the next line
    for line in lines:
        if waiting is not None:
            titled = _with_title(text, waiting, line, words)
            waiting = None
            if titled is not None:
                found.append(titled)
                text_before = under_contents = False
                continue
        here, runs_on = _line_divisions(text, line, words, run_in)
        if here and not here[-1].title:
            waiting = replace(here[-1], text_before=text_before, under_contents=under_contents)
            continue
        if not here:
            preface = _preface(text, line, words)
            here = [preface] if preface else []
        for heading in here:
            found.append(replace(heading, text_before=text_before, under_contents=under_contents))
            text_before = under_contents = False
        under_contents = not here and words.contents.fullmatch(text, line.start, line.end) is not None
        if runs_on or not (here or under_contents):
            text_before = True
    return found


def runs_in(text: str, lines: Iterable[Paragraph], words: HeadingWords) -> bool:
    """Whether the document prints headings and the text under them in one line, as most of its headings show."""
    alone = together = 0
    for line in lines:
        here, runs_on = _line_divisions(text, line, words, False)
        if here:
            together += runs_on
            alone += not runs_on
    return together > alone


def _line_divisions(text: str, line: Paragraph, words: HeadingWords, run_in: bool) -> tuple[list[Heading], bool]:
    """The divisions' headings at the start of a line, and whether running text follows them on it."""
    found: list[Heading] = []
    position = line.start
    while True:
        mark = words.division.match(text, position, line.end)
        if mark is None or words.reference.match(text, mark.end(), line.end):
            return found, bool(found)
        start = separated(text, mark.end(), line.end, words)
        if start >= line.end:
            found.append(_division(text, words, mark["unit"], mark["number"], mark.start(), mark.end(), mark.end()))
            return found, False
        title = title_end(text, start, line.end, words, run_in=run_in)
        # Without a blank behind the number only a line of its own is a heading (第三章的… is a reference).
        if title is None or (start == mark.end() and title.runs_on):
            return found, bool(found)
        found.append(_division(text, words, mark["unit"], mark["number"], mark.start(), start, title.end))
        if not title.runs_on:
            return found, False
        position = separated(text, title.end, line.end, words)


def _division(
    text: str, words: HeadingWords, unit: str, number: str, start: int, title_start: int, end: int
) -> Heading:
    level: SectionLevel = words.levels[unit.lower()]
    title, page_number, loose = clean_title(text[title_start:end])
    return Heading(level, level, DEPTHS[level], words.number(number), title, Span(start, end), page_number, loose)


def clean_title(printed: str) -> tuple[str, bool, bool]:
    """A title without tags, line breaks and page number; whether it had a page number, and only a loose one.

    >>> clean_title("发展基础 ……… 3"), clean_title("发展基础 3")
    (('发展基础', True, False), ('发展基础 3', False, True))
    """
    joined = without_tags(printed).replace("\r", "").replace("\n", "").strip(BLANKS)
    bare = without_page_number(joined, loose=False)
    if bare is not None:
        return bare, True, False
    return joined, False, without_page_number(joined, loose=True) is not None


def _with_title(text: str, waiting: Heading, line: Paragraph, words: HeadingWords) -> Heading | None:
    """A heading whose title stands on the line below its number."""
    if words.division.match(text, line.start, line.end):
        return None
    title = title_end(text, line.start, line.end, words, run_in=False)
    if title is None or title.runs_on:
        return None
    words_of_title, page_number, loose = clean_title(text[line.start : title.end])
    span = Span(waiting.span.start, title.end)
    return replace(waiting, title=words_of_title, span=span, page_number=page_number, loose=loose)


def _preface(text: str, line: Paragraph, words: HeadingWords) -> Heading | None:
    if line.end - line.start > words.longest_title or not words.preface.match(text, line.start, line.end):
        return None
    title, page_number, loose = clean_title(text[line.start : line.end])
    bare = (without_page_number(title, loose=True) or title) if loose else title
    if not words.preface.fullmatch(bare):
        return None
    return Heading("preface", "preface", DEPTHS["preface"], None, title, Span(line.start, line.end), page_number, loose)


def outline_headings(text: str, lines: Iterable[Paragraph], words: HeadingWords, document_title: str) -> list[Heading]:
    """Headings of a document without divisions: what the format states, and numbered lines that stand alone."""
    found: list[Heading] = []
    text_before, under_contents = True, False
    title_key = "".join(document_title.split())
    for line in lines:
        heading = _preface(text, line, words) or _outline(text, line, words)
        if heading and "".join(heading.title.split()) == title_key:
            heading = None
        if heading:
            found.append(replace(heading, text_before=text_before, under_contents=under_contents))
            text_before = under_contents = False
            continue
        under_contents = words.contents.fullmatch(text, line.start, line.end) is not None
        text_before = text_before or not under_contents
    return found


def _outline(text: str, line: Paragraph, words: HeadingWords) -> Heading | None:
    if line.end - line.start > words.longest_title + OUTLINE_DEPTH:
        return None
    if words.caption.match(text, line.start, line.end) or words.contents.fullmatch(text, line.start, line.end):
        return None
    for rank, (style, pattern) in enumerate(words.numbered):
        mark = pattern.match(text, line.start, line.end)
        if not mark:
            continue
        if line.level is None and words.stops.search(text, mark.end(), line.end):
            return None
        title, page_number, loose = clean_title(text[mark.end() : line.end])
        if not title:
            return None
        name, depth = (style, OUTLINE_DEPTH + rank) if line.level is None else (f"level {line.level}", line.level)
        number = words.number(mark["number"])
        return Heading("heading", name, depth, number, title, Span(line.start, line.end), page_number, loose)
    if line.level is None:
        return None
    title, page_number, loose = clean_title(text[line.start : line.end])
    span = Span(line.start, line.end)
    return Heading("heading", f"level {line.level}", line.level, None, title, span, page_number, loose)
