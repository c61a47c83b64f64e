"""What a reader yields: one text, and what the format knows about its parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from milepost.kernel.span import Span

BlockKind = Literal["paragraph", "heading", "list_item", "table", "caption"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table, in the order of the text.

    `span` covers the block's characters without the line break behind it. `level` is the depth that the
    format states for a heading (Word's Heading 1, `##`, `<h2>`), 1 being the highest, else None.
    """

    kind: BlockKind
    span: Span
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. `text` is the cell's text with line breaks and outer blanks removed.

    `row` and `column` count from 0 on the full grid; `rows` and `columns` say how far a merged cell reaches.
    `text[span]` is what stands in the document, line breaks included; an empty cell has an empty span.
    """

    text: str
    span: Span
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a grid; a merged cell stands once, at its upper left corner.

    `caption` is the title printed above (with its own span), where there is one. `header_rows` counts the rows
    that are header at the top; `repeated_headers` lists further rows that only repeat it at a page break.
    """

    span: Span
    cells: tuple[Cell, ...]
    height: int
    width: int
    caption: Span | None = None
    header_rows: int = 1
    repeated_headers: tuple[int, ...] = ()

    def grid(self) -> list[list[Cell | None]]:
        """Rows of cells, `height` × `width`; a merged cell is found at every place that it covers."""
        rows: list[list[Cell | None]] = [[None] * self.width for _ in range(self.height)]
        for cell in self.cells:
            for row in range(cell.row, min(cell.row + cell.rows, self.height)):
                for column in range(cell.column, min(cell.column + cell.columns, self.width)):
                    rows[row][column] = cell
        return rows


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a paged format: its number as counted from 1, and its characters."""

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """Something about the reading that a user should know (a page without text, a table cut short)."""

    what: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    r"""A document's text and what its format says about it.

    Every span counts code points of `text`. For a text file `text` is the decoded file with line breaks turned
    into `\n` and a leading byte-order mark removed, nothing else.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    pages: tuple[Page, ...] = ()
    source: str = ""
    media_type: str = "text/plain"
    sha256: str = ""
    notes: tuple[Note, ...] = field(default=())
