"""Which empty cells at a row's start are the lower part of a cell merged over several rows."""

from __future__ import annotations

from collections.abc import Sequence

from milepost.documents.alignment import Layout
from milepost.documents.model import Cell
from milepost.kernel.span import Span


def merged_downwards(
    texts: Sequence[Sequence[str]], spans: Sequence[Sequence[Span]], spread: Sequence[Layout]
) -> tuple[Cell, ...]:
    """Cells on the grid, for a format that leaves the lower parts of a merged cell empty.

    Row 0 is the header. Empty cells at the start of a row below row 1 belong to the cell above them; elsewhere an
    empty cell is one without a value. Behind a repeated header the cell is set down once more.

    >>> at = Span(0, 0)
    >>> rows = [["类别", "名称"], ["经济", "产值"], ["", "税收"]]
    >>> [(cell.text, cell.rows) for cell in merged_downwards(rows, [[at, at]] * 3, [(1, 1)] * 3)[2:]]
    [('经济', 2), ('产值', 1), ('税收', 1)]
    """
    cells: list[Cell] = []
    above: dict[tuple[int, int], int] = {}  # (column, columns) -> index of the cell that may reach further down
    for index, layout in enumerate(spread):
        column = 0
        several = len(layout) > 1
        leading = several and index > 1
        unbroken = texts[index] != texts[0]  # whether all cells so far hold text, so that each may reach further down
        for span, text, reach in zip(spans[index], texts[index], layout, strict=True):
            place = (column, reach)
            if leading and (text or place not in above):
                leading = False
            if leading:
                _continue(cells, above, place, index)
            else:
                unbroken = unbroken and several and bool(text)
                if unbroken:
                    above = {key: at for key, at in above.items() if key[0] < column}
                    above[place] = len(cells)
                cells.append(Cell(text, span, index, column, 1, reach))
            column += reach
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))


def _continue(cells: list[Cell], above: dict[tuple[int, int], int], place: tuple[int, int], row: int) -> None:
    cell = cells[above[place]]
    if cell.row + cell.rows == row:
        cells[above[place]] = Cell(cell.text, cell.span, cell.row, cell.column, cell.rows + 1, cell.columns)
        return
    above[place] = len(cells)
    cells.append(Cell(cell.text, cell.span, row, cell.column, 1, cell.columns))
