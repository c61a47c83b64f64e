"""A sheet of cells as text, before anybody knows what its columns are: of a CSV file or of a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars

from milepost.checks.model import Words
from milepost.observations.exchange import column_letter


@dataclass(frozen=True, slots=True)
class Area:
    """Merged cells: first and last line (counted from 1), first and last column (counted from 0)."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells as text. Row `i` of `cells` is line `i + 1` of the file; columns are named `0`, `1` …, all of text.

    `sheet` is the name of a workbook's sheet, `broken` says for cells (line, column) why their content cannot be
    relied on, `merged` lists merged cells. In a file with `is_comma_decimal` a comma may be the decimal sign.
    """

    cells: polars.DataFrame
    sheet: str | None = None
    broken: Mapping[tuple[int, int], Words] = field(default_factory=dict)
    merged: tuple[Area, ...] = ()
    is_comma_decimal: bool = False
    notes: tuple[Words, ...] = ()

    def head(self, most: int) -> list[list[str]]:
        """The first lines as lists of stripped texts, "" for empty cells."""
        return [[(text or "").strip() for text in row] for row in self.cells.head(most).iter_rows()]

    def row_place(self, line: int) -> str:
        """A line as faults name it."""
        return f"{self.sheet}, row {line}" if self.sheet else f"row {line}"

    def cell_place(self, line: int, column: int, name: str | None = None) -> str:
        """A cell as faults name it; `name` is that of its column, where each line has one value."""
        cell = f"{column_letter(column)}{line}"
        if name is not None:
            return f"{self.row_place(line)}, {name} ({cell})"
        return f"{self.sheet}!{cell}" if self.sheet else f"row {line} ({cell})"

    def with_labels_carried(self, columns: frozenset[int]) -> Grid:
        """The grid in which merged cells of columns of labels say in each of their lines what they say in the first."""
        tall = [area for area in self.merged if area.bottom > area.top and area.left in columns]
        changed: dict[str, polars.Series] = {}
        for area in tall:
            name = str(area.left)
            column = changed.get(name)
            column = self.cells[name] if column is None else column
            last = min(area.bottom, len(column))
            if area.top <= last:
                text = column[area.top - 1]
                changed[name] = column.scatter(list(range(area.top - 1, last)), [text] * (last - area.top + 1))
        if not changed:
            return self
        cells = self.cells.with_columns(series.alias(name) for name, series in changed.items())
        return Grid(cells, self.sheet, self.broken, self.merged, self.is_comma_decimal, self.notes)

    def broken_in(self, columns: frozenset[int]) -> dict[tuple[int, int], Words]:
        """What cannot be relied on in columns of values: broken cells, and values that several cells share."""
        found = {cell: why for cell, why in self.broken.items() if cell[1] in columns}
        shared = Words("合并单元格中的数值不知属于哪一格", "a value of merged cells: it is not known whose it is")
        for area in self.merged:
            is_wide = area.bottom > area.top or area.right > area.left
            if not is_wide or area.left not in columns or area.top > self.cells.height:
                continue
            text = self.cells[str(area.left)][area.top - 1]
            if text is None or not text.strip():
                continue
            for line in range(area.top, min(area.bottom, self.cells.height) + 1):
                for column in range(area.left, area.right + 1):
                    if column in columns:
                        found[line, column] = shared
        return found
