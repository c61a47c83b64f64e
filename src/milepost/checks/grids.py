"""Which column each cell of a table stands in, merged cells included, and which row is its header."""

from __future__ import annotations

from dataclasses import dataclass

from milepost.kernel.span import Span
from milepost.plans.model import PlanTable, TableCell


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with the first column that it stands in."""

    column: int
    cell: TableCell

    @property
    def end(self) -> int:
        """The column behind the last one that the cell covers."""
        return self.column + self.cell.columns


@dataclass(frozen=True, slots=True)
class Grid:
    """A table row by row. `headers` are the cells of its first row that has more than one, `width` its columns."""

    rows: tuple[tuple[Placed, ...], ...]
    header_row: int
    width: int

    @property
    def headers(self) -> tuple[Placed, ...]:
        """The cells of the header row."""
        return self.rows[self.header_row] if self.rows else ()

    @property
    def body(self) -> tuple[tuple[Placed, ...], ...]:
        """The rows below the header."""
        return self.rows[self.header_row + 1 :]

    def header_over(self, placed: Placed) -> str:
        """The words of the header cells over a cell, joined.

        >>> cell = TableCell("2020", Span(0, 4))
        >>> Grid(((Placed(0, cell),),), 0, 1).header_over(Placed(0, cell))
        '2020'
        """
        over = (each for each in self.headers if each.column < placed.end and placed.column < each.end)
        return " ".join(each.cell.text for each in over)


def grid_of(table: PlanTable) -> Grid:
    """The cells of a table in their columns: a cell that reaches over several rows pushes those below aside."""
    rows: list[tuple[Placed, ...]] = []
    taken: dict[int, int] = {}  # column → rows still covered from above
    width = 0
    for cells in table.rows:
        column, placed = 0, []
        reaching: dict[int, int] = {}
        for cell in cells:
            while taken.get(column, 0) > 0:
                column += 1
            placed.append(Placed(column, cell))
            for covered in range(column, column + cell.columns):
                reaching[covered] = cell.rows - 1
            column += cell.columns
        width = max(width, column)
        taken = {place: left - 1 for place, left in taken.items() if left > 1} | {
            place: left for place, left in reaching.items() if left > 0
        }
        rows.append(tuple(placed))
    header = next((index for index, row in enumerate(rows) if len(row) > 1), 0)
    return Grid(tuple(rows), header, width)


def row_span(row: tuple[Placed, ...]) -> Span:
    """From the first to the last character of a row that has any; an empty span for a row without."""
    spans = [placed.cell.span for placed in row if placed.cell.span.length]
    return Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)


def words_of(row: tuple[Placed, ...]) -> tuple[str, ...]:
    """The words of a row's cells without blanks."""
    return tuple("".join(placed.cell.text.split()) for placed in row)
