"""Which rows of a table carry a number, be it in a cell of its own or before a name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from milepost.kernel.span import Span
from milepost.plans.model import PlanTable, TableCell

_ALONE = re.compile(r"\*{0,2}([0-9０-９]{1,3})[.、．]?\*{0,2}")
_BEFORE_NAME = re.compile(r"\*{0,2}([0-9０-９]{1,3})(?:[.、．]\s*|\s+)(?=[^\W\d_])")
_FEWEST = 3
_FIRST_CELLS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A numbered row: its number, its name (the cell's words), and the cell that prints the number."""

    number: int
    name: str
    span: Span


def numbered_rows(table: PlanTable) -> list[Row]:
    """The rows of a table that carry a number; none where most of the numbers do not run on by one.

    A number stands alone in a cell (a column of numbers), or before a name in the same cell. Figures that happen to
    stand in the first cells of some rows are no numbers of rows.
    """
    for read in (_alone, _before_name):
        rows = [row for cells in table.rows if (row := read(cells))]
        rows = _once(rows)
        if len(rows) >= _FEWEST and _count_on(rows):
            return rows
    return []


def _count_on(rows: list[Row]) -> bool:
    """Whether half of the numbers follow on the one before, or most stand where a count from the first has them."""
    follow = sum(second.number == first.number + 1 for first, second in pairwise(rows))
    offsets = Counter(row.number - index for index, row in enumerate(rows))
    return follow * 2 >= len(rows) - 1 or max(offsets.values()) * 3 >= len(rows) * 2


def _once(rows: list[Row]) -> list[Row]:
    """The rows without those that only carry on under the same cell."""
    return [row for index, row in enumerate(rows) if index == 0 or row.span != rows[index - 1].span]


def _alone(cells: tuple[TableCell, ...]) -> Row | None:
    """A number in the first cell of a row with a name behind, or behind the cell of a category."""
    for cell, behind in pairwise(cells[: _FIRST_CELLS + 1]):
        found = _ALONE.fullmatch(cell.text.strip())
        if found and any(sign.isalpha() for sign in behind.text):
            return Row(int(found[1]), behind.text.strip(), cell.span)
        if found:
            return None
    return None


def _before_name(cells: tuple[TableCell, ...]) -> Row | None:
    for cell in cells[:_FIRST_CELLS]:
        found = _BEFORE_NAME.match(cell.text.strip())
        if found:
            return Row(int(found[1]), cell.text.strip()[found.end() :], cell.span)
    return None
