"""Where the cells of a table stand once merged cells are counted with their full size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from milepost.documents.limits import LARGEST_GRID, MOST_CELLS, MOST_COLUMNS
from milepost.documents.model import Cell, Note, Table
from milepost.documents.titles import repeats, title_span
from milepost.kernel.span import Span


@dataclass(frozen=True, slots=True)
class LooseCell:
    """A cell as a format states it, in the order of its row: its size is known, its column is not yet."""

    text: str
    span: Span
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells with their places; `cut` says that rows behind `height` were left out for a limit."""

    cells: tuple[Cell, ...]
    height: int
    width: int
    cut: bool = False


def placed(rows: Iterable[Sequence[LooseCell]]) -> Grid:
    """Put cells on the grid as HTML does: each takes the first column that no cell from above still covers.

    Rows are taken until a limit of `documents.limits` is met. A cell that reaches below the last row is shortened.

    >>> at = Span(0, 0)
    >>> grid = placed([[LooseCell("a", at, rows=2), LooseCell("b", at)], [LooseCell("c", at)]])
    >>> [(cell.text, cell.row, cell.column) for cell in grid.cells], grid.width
    ([('a', 0, 0), ('b', 0, 1), ('c', 1, 1)], 2)
    """
    cells: list[Cell] = []
    covered: dict[int, int] = {}  # column -> first row in which it is free again
    height = width = 0
    for row, loose in enumerate(rows):
        placed_row = _placed_row(row, loose, covered)
        reach = max([width] + [cell.column + cell.columns for cell in placed_row])
        if len(cells) + len(placed_row) > MOST_CELLS or reach > MOST_COLUMNS or (row + 1) * reach > LARGEST_GRID:
            return Grid(_shortened(cells, height), height, width, cut=True)
        cells.extend(placed_row)
        width, height = reach, row + 1
    return Grid(_shortened(cells, height), height, width)


def _placed_row(row: int, loose: Sequence[LooseCell], covered: dict[int, int]) -> list[Cell]:
    column = 0
    result: list[Cell] = []
    for cell in loose:
        if column > MOST_COLUMNS:
            break
        while covered.get(column, 0) > row:
            column += 1
        columns = min(max(cell.columns, 1), MOST_COLUMNS)
        rows = max(cell.rows, 1)
        result.append(Cell(cell.text, cell.span, row, column, rows, columns))
        if rows > 1:
            covered.update(dict.fromkeys(range(column, column + columns), row + rows))
        column += columns
    return result


def _shortened(cells: list[Cell], height: int) -> tuple[Cell, ...]:
    return tuple(
        cell
        if cell.row + cell.rows <= height
        else Cell(cell.text, cell.span, cell.row, cell.column, height - cell.row, cell.columns)
        for cell in cells
    )


_CUT = "the table is longer than can be held as a table; its last rows are text only"
_FIGURE = re.compile(r"^[<>≥≤＜＞〔\[(（+\-±]{0,2}\d[\d,，.．]*\s*[%％‰]?")
_YEAR = re.compile(r"^\D{0,4}(?:19|20|21)\d\d\s*(?:[-—–/~～至]\s*\d{2,4})?\s*(?:年|$|\D)")
_DASH = re.compile(r"^[-－—–―‐/／…]+$")


def is_figure(text: str) -> bool:
    """Whether a cell's text is a figure rather than a name or a year.

    >>> is_figure("3以内"), is_figure("≥0.2"), is_figure("2025年"), is_figure("名称")
    (True, True, False, False)
    """
    return _FIGURE.match(text) is not None and _YEAR.match(text) is None


def is_dash(text: str) -> bool:
    """Whether a cell holds only a dash, the sign for "no value".

    >>> is_dash("—"), is_dash("－"), is_dash("-5")
    (True, True, False)
    """
    return _DASH.match(text) is not None


def header_height(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows at the top are header, judged from merges and figures; `rows` are cells by their upper row.

    Row 0 is header. So is each next row while a cell of the header reaches down over it, or, where merges are
    not known, while it begins with an empty cell, leaves another empty and states neither figure nor dash.
    """
    if len(rows) < 2:
        return len(rows)
    count = 1
    limit = min(len(rows) - 1, 4)
    while count < limit and _continues_header(rows, count):
        count += 1
    return count


def _continues_header(rows: Sequence[Sequence[Cell]], index: int) -> bool:
    texts = [cell.text for cell in rows[index]]
    if any(is_figure(text) or is_dash(text) for text in texts) or not any(texts):
        return False
    reaching = sum(cell.columns for row in rows[:index] for cell in row if cell.row + cell.rows > index)
    empty = texts.count("")
    return reaching > 0 or (texts[0] == "" and empty >= 2)


def table_of(
    grid: Grid, span: Span, caption: Span | None = None, header_rows: int | None = None
) -> tuple[Table | None, tuple[Note, ...]]:
    """The table on a grid, its header counted where the format does not state it, and a note if it was cut.

    A title in a row of its own at the top is the caption and leaves the grid. A grid of fewer than two columns or
    no rows is no table (Word frames boxes of text that way): None.
    """
    notes = (Note(_CUT, span),) if grid.cut else ()
    title, grid = _without_title_row(grid)
    if title is not None:
        caption = title
        header_rows = None if header_rows is None else max(header_rows - 1, 1)
    if grid.width < 2 or grid.height < 1:
        return None, notes
    by_row: list[list[Cell]] = [[] for _ in range(grid.height)]
    for cell in grid.cells:
        by_row[cell.row].append(cell)
    heads = header_height(by_row) if header_rows is None else min(header_rows, grid.height)
    again = repeats([[cell.text for cell in row] for row in by_row], heads)
    return Table(span, grid.cells, grid.height, grid.width, caption, heads, again), notes


def _without_title_row(grid: Grid) -> tuple[Span | None, Grid]:
    first = grid.cells[0] if grid.cells else None
    if first is None or grid.height < 2 or first.columns < grid.width or first.rows > 1:
        return None, grid
    title = title_span(first.text, 0, len(first.text))
    if title is None:
        return None, grid
    below = tuple(
        Cell(cell.text, cell.span, cell.row - 1, cell.column, cell.rows, cell.columns) for cell in grid.cells[1:]
    )
    return first.span, Grid(below, grid.height - 1, grid.width, grid.cut)
