"""Which paragraphs a document has: the characters of each, its heading level, and the blank lines before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from milepost.documents.model import Document
from milepost.kernel.span import Span

BLANKS = " \t\u3000\u00a0\u2002\u2003\u2009\u200b\ufeff\x0b\x0c"
# Word processors leave the names of bookmarks behind when they export to plain text.
TAG = r"\[bookmark:[^\]\n]{0,80}\]"
TAGS = re.compile(TAG)
# Signs of Markdown around a paragraph's words: quotation, heading, bold.
_MARKUP = r"\*\*|__|>(?= |$)|#{1,6}(?= )"
LEAD = re.compile(rf"(?:[{BLANKS}]|{TAG}|{_MARKUP})*")
_TAIL = BLANKS + "\r\n"
_LINE = re.compile(r"[^\n]+")
_NOT_BLANK = re.compile(rf"[^{BLANKS}\r\n]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text: never blank, never inside a table.

    `start` is where its words begin, behind blanks and bookmark residue; `end` where they end. `line` is the span
    with both. `level` is the heading level that the format states (None for text that is no heading by format),
    `blank_lines` the number of empty lines between the paragraph before and this one.
    """

    start: int
    end: int
    line: Span
    level: int | None
    blank_lines: int


def _trimmed(text: str, start: int, end: int) -> int:
    """Where the words end that stand in `text[start:end]`."""
    while end > start:
        if text[end - 1] in _TAIL:
            end -= 1
        elif text.endswith(("**", "__"), start, end):
            end -= 2
        else:
            break
    return end


def without_tags(words: str) -> str:
    """`words` without bookmark residue.

    >>> without_tags("专栏[bookmark: OLE_LINK3]4")
    '专栏4'
    """
    return TAGS.sub("", words) if "[" in words else words


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """The paragraphs of a document in order; by blocks where the format states them, else by lines."""
    text = document.text
    last = 0
    for line, level in _lines(document):
        paragraph = paragraph_of(text, line, level, max(0, text.count("\n", last, line.start) - 1))
        if paragraph is not None:
            yield paragraph
            last = line.end


def paragraph_of(text: str, line: Span, level: int | None, blank_lines: int) -> Paragraph | None:
    """The paragraph whose characters with blanks, tags and markup are `line`; None if no words are left."""
    found = LEAD.match(text, line.start, line.end)
    start = found.end() if found else line.start
    end = _trimmed(text, start, line.end)
    return Paragraph(start, end, line, level, blank_lines) if start < end else None


def _lines(document: Document) -> Iterator[tuple[Span, int | None]]:
    """Blocks outside tables, or lines where the format states no blocks, each with the level of the heading it is."""
    tables = sorted(table.span for table in document.tables if table.span.length)
    following = 0
    for span, level in _stated(document):
        while following < len(tables) and tables[following].end <= span.start:
            following += 1
        if following == len(tables) or span.start < tables[following].start:
            yield span, level


def _stated(document: Document) -> Iterator[tuple[Span, int | None]]:
    if document.blocks:
        for block in document.blocks:
            if block.kind != "table":
                yield block.span, block.level if block.kind == "heading" else None
    else:
        for found in _LINE.finditer(document.text):
            if _NOT_BLANK.search(document.text, found.start(), found.end()):
                yield Span(*found.span()), None
