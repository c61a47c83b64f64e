"""The observations of a sheet of cells, whichever way it is laid out."""

from __future__ import annotations

from milepost.observations.grids import Grid
from milepost.observations.importing import Imported, ImportOptions
from milepost.observations.layouts import layout_of
from milepost.observations.tabular import long_rows
from milepost.observations.wide import across_rows, wide_rows


def read_grid(grid: Grid, name: str, options: ImportOptions) -> Imported:
    """The observations of a sheet.

    Raises
    ------
    ReadError
        If no line is the heading of a table of observations.
    """
    layout = layout_of(grid, name, options)
    if layout.shape == "long":
        return long_rows(grid, layout, options)
    return wide_rows(grid, layout) if layout.shape == "wide" else across_rows(grid, layout)
