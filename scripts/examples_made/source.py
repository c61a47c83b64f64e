"""The blocks that stand in the Markdown source.

The source is CommonMark with one HTML table. Of CommonMark only these blocks are read: headings,
paragraphs of one line, a paragraph all in bold (the caption of the table that follows), block quotes
(boxes; the first paragraph, in bold, is the title) and the table, one row a line. In the table
``<!-- pagebreak -->`` marks where the plan's printed pages part.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from examples_made.blocks import Block, Box, Caption, Cell, Heading, Paragraph, Row, Table


class TableReader(HTMLParser):
    """Reads one HTML table into rows."""

    def __init__(self) -> None:
        """Start with no rows."""
        super().__init__()
        self.rows: list[Row] = []
        self._cells: list[Cell] = []
        self._text: str | None = None
        self._spans = (1, 1)
        self._head = False
        self._starts_page = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell, or break a line."""
        if tag == "tr":
            self._cells, self._head = [], False
        elif tag in ("td", "th"):
            spans = dict(attrs)
            self._spans = (int(spans.get("rowspan") or 1), int(spans.get("colspan") or 1))
            self._text, self._head = "", self._head or tag == "th"
        elif tag == "br" and self._text is not None:
            self._text += "\n"

    def handle_endtag(self, tag: str) -> None:
        """End a cell or a row."""
        if tag in ("td", "th"):
            self._cells.append(Cell(self._text or "", *self._spans))
            self._text = None
        elif tag == "tr":
            self.rows.append(Row(tuple(self._cells), self._head, self._starts_page))
            self._starts_page = False

    def handle_data(self, data: str) -> None:
        """Collect the text of a cell."""
        if self._text is not None:
            self._text += data

    def handle_comment(self, data: str) -> None:
        """Note where a printed page begins."""
        self._starts_page = self._starts_page or data.strip() == "pagebreak"


def read_table(source: str) -> Table:
    """The table written in `source` as HTML."""
    reader = TableReader()
    reader.feed(source)
    reader.close()
    return Table(tuple(reader.rows))


def read_box(source: str) -> Box:
    """The box written in `source` as a block quote."""
    lines = [line.removeprefix(">").strip() for line in source.splitlines()]
    title, *paragraphs = [line for line in lines if line]
    return Box(title.strip("*"), tuple(paragraphs))


def read_block(source: str) -> Block:
    """The block written in `source`, a run of lines without a blank one."""
    if source.startswith("<table>"):
        return read_table(source)
    if source.startswith(">"):
        return read_box(source)
    if "\n" in source:
        raise ValueError(f"a paragraph must stand on one line: {source[:40]!r}")
    if heading := re.fullmatch(r"(#{1,6}) (.+)", source):
        return Heading(len(heading[1]), heading[2])
    if caption := re.fullmatch(r"\*\*(.+)\*\*", source):
        return Caption(caption[1])
    return Paragraph(source)


def read_blocks(source: str) -> list[Block]:
    """All blocks of the Markdown `source`, in order."""
    return [read_block(part) for part in re.split(r"\n{2,}", source.strip())]
