"""The text of a document written line by line, with blocks and tables that point into it.

Every format that has no text of its own (Word, HTML, PDF) is written alike: a paragraph a line; a table one cell a
line behind a tab with a blank line before each row, as Word exports it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from milepost.documents.grid import Grid, LooseCell, placed, table_of
from milepost.documents.model import Block, BlockKind, Cell, Document, Note, Page, Table
from milepost.documents.titles import caption_above, cell_text, stripped_span
from milepost.kernel.span import Span


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell to be written: its text with the line breaks in it, and how far it reaches."""

    printed: str
    rows: int = 1
    columns: int = 1


class TextWriter:
    """Lines as they are written; spans count the characters of the lines joined by line breaks."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.waiting: list[tuple[Grid, Span, int | None, Span | None]] = []

    def document(self, pages: Sequence[Page] = ()) -> Document:
        """What has been written so far."""
        text = "\n".join(self.lines)
        tables: list[Table] = []
        notes = list(self.notes)
        for grid, span, header_rows, caption in self.waiting:
            table, said = table_of(grid, span, caption or caption_above(text, span.start), header_rows)
            notes.extend(said)
            if table is not None:
                tables.append(table)
        return Document(text, tuple(self.blocks), tuple(tables), tuple(pages), notes=tuple(notes))

    def line(self, text: str) -> Span:
        """Write a line (or several, with line breaks inside); the span of its characters."""
        start = self.length + 1 if self.lines else 0
        self.lines.append(text)
        self.length = start + len(text)
        return Span(start, self.length)

    def block(self, kind: BlockKind, text: str, level: int | None = None) -> Span:
        """Write a line that is a block of its own, unless it is blank."""
        line = self.line(text)
        span = stripped_span(text, 0, len(text)).shifted(line.start)
        if span.length:
            self.blocks.append(Block(kind, span, level))
        return span

    def cell(self, printed: str) -> tuple[str, Span]:
        """Write a cell; its text without line breaks, and the span of what was printed."""
        line = self.line("\t" + printed)
        return cell_text(printed), stripped_span("\t" + printed, 1, line.length).shifted(line.start)

    def rows(
        self, rows: Sequence[Sequence[RawCell]], header_rows: int | None = None, caption: Span | None = None
    ) -> None:
        """Write a table; its caption is `caption` or a title on the line above."""
        nowhere = Span(0, 0)
        grid = placed([LooseCell(cell.printed, nowhere, cell.rows, cell.columns) for cell in row] for row in rows)
        printed: list[list[Cell]] = [[] for _ in range(grid.height)]
        for cell in grid.cells:
            printed[cell.row].append(cell)
            for row in range(cell.row + 1, cell.row + cell.rows):
                printed[row].append(Cell("", nowhere, -1, cell.column))
        start = self.length + 2 if self.lines else 1  # behind the blank line before the first row
        cells: list[Cell] = []
        for line in printed:
            self.line("")
            for cell in sorted(line, key=lambda each: each.column):
                text, span = self.cell(cell.text)
                if cell.row >= 0:
                    cells.append(Cell(text, span, cell.row, cell.column, cell.rows, cell.columns))
        for left_over in rows[grid.height :]:
            self.line("")
            for raw in left_over:
                self.line("\t" + raw.printed)
        self.table(
            Grid(tuple(cells), grid.height, grid.width, grid.cut), Span(start, self.length), header_rows, caption
        )
        self.line("")

    def table(self, grid: Grid, span: Span, header_rows: int | None = None, caption: Span | None = None) -> None:
        """Note a table that has been written."""
        self.blocks.append(Block("table", span))
        self.waiting.append((grid, span, header_rows, caption))
