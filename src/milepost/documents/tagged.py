"""The HTML tables that stand inside a text (Markdown allows them), with spans into that text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from milepost.documents.grid import LooseCell
from milepost.documents.titles import cell_text, stripped_span
from milepost.kernel.span import Span

_TAG = re.compile(r"<(?P<close>/?)(?P<name>table|thead|tr|td|th|caption)\b(?P<attributes>[^<>]*)>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[/!a-zA-Z][^<>]*>")
_BREAK = re.compile(r"<(?:br|/p|/div|/li)\b[^<>]*>", re.IGNORECASE)
_SIZE = re.compile(r"\b(rowspan|colspan)\s*=\s*[\"']?\s*(\d{1,6})", re.IGNORECASE)


@dataclass
class TaggedTable:
    """An HTML table as written: its rows of cells, how many of them are header, and its caption."""

    start: int
    end: int = 0
    rows: list[list[LooseCell]] = field(default_factory=list)
    header_rows: int = 0
    caption: Span | None = None


def tagged_table(text: str, start: int) -> TaggedTable:
    """The table whose `<table` stands at `start`; an unclosed table ends with its last tag. Inner tables are text.

    >>> table = tagged_table("<table><tr><th>a</th></tr><tr><td rowspan=2>b</td></tr></table>", 0)
    >>> [[cell.text for cell in row] for row in table.rows], table.header_rows, table.rows[1][0].rows
    ([['a'], ['b']], 1, 2)
    """
    return _Walk(text, start).walked()


class _Walk:
    """One pass over a table's tags."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.table = text, TaggedTable(start)
        self.depth = 0
        self.cell: tuple[int, str, bool] | None = None  # where the cell's content begins, its attributes, header or not
        self.caption_start = -1
        self.in_head = False
        self.only_headers = True
        self.ended = 0  # rows that are complete

    def walked(self) -> TaggedTable:
        for found in _TAG.finditer(self.text, self.table.start):
            name, closing = found["name"].lower(), bool(found["close"])
            if name == "table":
                self.depth += -1 if closing else 1
                if self.depth == 0:
                    self._end_row(found.start())
                    self.table.end = found.end()
                    return self.table
            elif self.depth == 1:
                self._tag(name, closing, found)
            self.table.end = found.end()
        self._end_row(self.table.end)
        return self.table

    def _tag(self, name: str, closing: bool, found: re.Match[str]) -> None:
        self._end_cell(found.start())
        if name == "caption":
            if closing and self.caption_start >= 0:
                self.table.caption = stripped_span(self.text, self.caption_start, found.start())
            self.caption_start = -1 if closing else found.end()
        elif name == "thead":
            self._end_row(found.start())
            self.in_head = not closing
        elif name == "tr":
            self._end_row(found.start())
            if not closing:
                self.table.rows.append([])
        elif not closing:
            if not self.table.rows:
                self.table.rows.append([])
            self.cell = (found.end(), found["attributes"], name == "th")

    def _end_cell(self, at: int) -> None:
        if self.cell is None:
            return
        start, attributes, header = self.cell
        self.cell = None
        size = {key.lower(): int(value) for key, value in _SIZE.findall(attributes)}
        span = stripped_span(self.text, start, at)
        self.only_headers = self.only_headers and header
        cell = LooseCell(plain_text(span.of(self.text)), span, size.get("rowspan", 1) or 10**6, size.get("colspan", 1))
        self.table.rows[-1].append(cell)

    def _end_row(self, at: int) -> None:
        self._end_cell(at)
        rows = self.table.rows
        if rows and not rows[-1]:
            rows.pop()
        elif len(rows) == self.ended + 1:
            if self.table.header_rows == self.ended and (self.in_head or self.only_headers):
                self.table.header_rows += 1
            self.ended += 1
        self.only_headers = True


def plain_text(markup: str) -> str:
    """A cell's text without tags and entities.

    >>> plain_text("经济<br>发展 &gt;5")
    '经济发展 >5'
    """
    if "<" in markup:
        markup = _ANY_TAG.sub("", _BREAK.sub("\n", markup))
    return cell_text(unescape(markup) if "&" in markup else markup)
