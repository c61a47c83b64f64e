"""Which boxes (专栏) a plan has, and what stands in each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from milepost.documents.model import Document, Table
from milepost.kernel.span import Span
from milepost.languages.box_words import BoxWords
from milepost.languages.heading_words import HeadingWords
from milepost.plans.box_ends import last_of_box
from milepost.plans.heading_lines import separated, title_end
from milepost.plans.headings import clean_title
from milepost.plans.identity import identify
from milepost.plans.model import Box
from milepost.plans.paragraphs import Paragraph, paragraph_of
from milepost.plans.reading import Reading
from milepost.plans.sections import SectionIndex

_NEAR_TABLE = 80  # characters of a unit line (单位：万元) that may stand between a box's title and its table


@dataclass(frozen=True, slots=True)
class _Title:
    """A box's title, where its body starts and its line ends; `table` is the one in whose first cell it stands."""

    printed_number: str | None
    title: str
    span: Span
    body_start: int
    line_end: int
    table: Table | None = None


def find(reading: Reading) -> tuple[Box, ...]:
    """The boxes in order, each with its body and the innermost section that it lies in.

    A mention of a box in running text is none. A number is kept as it is printed, twice if it is printed twice.
    """
    words, box_words = reading.language.headings, reading.language.boxes
    lines = reading.paragraphs
    titles = _titles(reading.document, lines, words)
    starts = [line.start for line in lines]
    table_starts = [table.span.start for table in reading.document.tables]
    barriers = sorted({title.span.start for title in titles} | {section.span.start for section in reading.sections})
    separate = sum(line.blank_lines > 0 for line in lines) * 2 > len(lines)
    index = SectionIndex(reading.sections)
    seen: Counter[str] = Counter()
    found: list[Box] = []
    for title in titles:
        framed = _framed_end(reading.document, table_starts, title)
        end = title.line_end if framed is None else framed
        stop = bisect_right(barriers, title.span.start)
        limit = barriers[stop] if stop < len(barriers) else len(reading.text)
        following = lines[bisect_left(starts, end) : bisect_left(starts, limit)]
        if framed is None:
            last = last_of_box(reading.text, following, box_words, blank_lines_separate=separate)
            end = last.end if last else end
        else:
            end = _with_notes(reading.text, following, end, box_words)
        section = index.at(title.span.start)
        number = words.number(title.printed_number) if title.printed_number else None
        identity = identify("b", title.printed_number, title.title, seen=seen)
        body = Span(title.body_start, max(end, title.line_end))
        found.append(
            Box(identity, number, title.printed_number, title.title, title.span, body, section.id if section else None)
        )
    return tuple(found)


def _with_notes(text: str, following: Sequence[Paragraph], end: int, words: BoxWords) -> int:
    """Where a table ends together with the notes printed under it."""
    for line in following:
        if not words.note.match(text, line.start, line.end):
            break
        end = line.end
    return end


def _titles(document: Document, lines: Sequence[Paragraph], words: HeadingWords) -> list[_Title]:
    found = [title for line in lines if (title := _title(document.text, line, words))]
    for table in document.tables:
        first = next((cell for cell in table.cells if cell.row == 0), None)
        if first is None or first.columns < table.width:
            continue
        line = paragraph_of(document.text, first.span, None, 0)
        title = _title(document.text, line, words) if line else None
        if title:
            found.append(replace(title, table=table))
    return sorted(found, key=lambda title: title.span)


def _title(text: str, line: Paragraph, words: HeadingWords) -> _Title | None:
    start, end = line.start, line.end
    mark = words.box.match(text, start, end)
    if not mark or words.reference.match(text, mark.end(), end):
        return None
    number = mark["number"]
    title_start = separated(text, mark.end(), end, words)
    # Without a number only a colon tells a title from a sentence about boxes.
    if title_start >= end or (number is None and not set(text[mark.end() : title_start]) & set("：:")):
        return None
    finish = title_end(text, title_start, end, words, run_in=False)
    if finish is None or (finish.runs_on and title_start == mark.end()):
        return None
    title, page_number, _ = clean_title(text[title_start : finish.end])
    body_start = finish.end if finish.runs_on else line.line.end
    return None if page_number else _Title(number, title, Span(start, finish.end), body_start, line.line.end)


def _framed_end(document: Document, table_starts: Sequence[int], title: _Title) -> int | None:
    """Where the table ends that is the box, or that follows its title; None if there is none."""
    if title.table is not None:
        return title.table.span.end
    place = bisect_left(table_starts, title.span.end)
    if place == len(table_starts) or table_starts[place] - title.span.end > 2 * _NEAR_TABLE:
        return None
    between = document.text[title.line_end : table_starts[place]].strip()
    return document.tables[place].span.end if len(between) <= _NEAR_TABLE and "\n" not in between else None
