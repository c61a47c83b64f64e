"""Which columns of a table name responsible bodies, and which one holds the tasks that they are responsible for."""

from __future__ import annotations

from milepost.documents.model import Cell, Table
from milepost.languages.body_words import BodyWords
from milepost.plans.body_names import Role


def duty_columns(table: Table, words: BodyWords) -> list[tuple[int, Role]]:
    """Columns whose header says that they name responsible bodies, with what for.

    A column of responsible bodies names those that lead, unless another column does.
    """
    found = {}
    for column, cells in _headers(table):
        for cell in cells:
            match = words.column.fullmatch(cell.text.replace(" ", "")) or words.column.fullmatch(cell.text)
            if match is not None:
                found[column] = match
    leading = any(match["lead"] for match in found.values())
    return [
        (column, "support" if match["support"] or (match["responsible"] and leading) else "lead")
        for column, match in found.items()
    ]


def task_cells(table: Table, words: BodyWords) -> list[Cell]:
    """The cells that hold tasks, in a table that also names responsible bodies."""
    if not duty_columns(table, words):
        return []
    for column, cells in _headers(table):
        if any(words.tasks.fullmatch(cell.text.replace(" ", "")) or words.tasks.fullmatch(cell.text) for cell in cells):
            rows = table.grid()[table.header_rows :]
            return list(dict.fromkeys(cell for row in rows if (cell := row[column]) is not None and cell.text))
    return []


def _headers(table: Table) -> list[tuple[int, list[Cell]]]:
    rows = table.grid()[: max(1, table.header_rows)]
    return [(column, [cell for row in rows if (cell := row[column]) is not None]) for column in range(table.width)]
