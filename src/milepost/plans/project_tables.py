"""Which projects the table in a box names: a column of names, or cells that are read like the lines of a box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from milepost.documents.model import Cell, Table
from milepost.kernel.span import Span
from milepost.languages.project_words import ProjectWords
from milepost.plans.enumerations import part
from milepost.plans.project_lines import Entry, Lines, lines_in
from milepost.plans.project_names import Named


def table_entries(table: Table, body: Span, reader: Lines) -> Iterator[Entry]:
    """The projects in the part of a table that lies in a box's body, row by row.

    A merged cell counts once, in its first row. Without a column of names the first cell of a row is the head of
    the others: a group word, or a project that they describe.
    """
    grid = table.grid()
    words = reader.names.words
    header = _header(grid, words)
    names = _column(grid[header], words.name_column.fullmatch) if header is not None else None
    groups = _column(grid[header], words.group_column.fullmatch) if header is not None else None
    for number, row in enumerate(grid):
        if (header is not None and number <= header) or number in table.repeated_headers:
            continue
        if names is None:
            yield from _row(row, number, body, reader)
            continue
        cell, group = row[names], row[groups] if groups is not None else None
        if cell is not None and cell.text and cell.row == number and body.contains(cell.span):
            yield from _named(cell, group.text if group is not None and group is not cell else None, reader)


def _header(grid: Sequence[Sequence[Cell | None]], words: ProjectWords) -> int | None:
    """The row among the first three that heads a column of names."""
    for number, row in enumerate(grid[:3]):
        if len({id(cell) for cell in row}) > 1 and _column(row, words.name_column.fullmatch) is not None:
            return number
    return None


def _column(row: Sequence[Cell | None], is_head: object) -> int | None:
    """The first column whose cell in the row passes the test."""
    assert callable(is_head)
    return next((at for at, cell in enumerate(row) if cell is not None and is_head(cell.text.replace(" ", ""))), None)


def _named(cell: Cell, group: str | None, reader: Lines) -> Iterator[Entry]:
    """The projects of a cell in the column of names: one, unless the cell is a list."""
    text, words = reader.names.text, reader.names.words
    span = Span(*cell.span)
    several = len(part(text, span.start, span.end, words.listing)) > 3
    if several or len(part(text, span.start, span.end, words.stops)) > 1:
        for entry in reader.entries(list(lines_in(text, span))):
            yield Entry(entry.named, entry.group or group)
        return
    mark = words.mark.match(cell.text)
    yield Entry(Named(span, cell.text[mark.end() if mark else 0 :]), group)


def _row(row: Sequence[Cell | None], number: int, body: Span, reader: Lines) -> Iterator[Entry]:
    """The projects of a row without a column of names."""
    text, words = reader.names.text, reader.names.words
    cells: list[Cell] = []
    for cell in row:
        if cell is not None and cell.text.strip() and body.overlaps(cell.span) and cell not in cells:
            cells.append(cell)
    fresh = [cell for cell in cells if cell.row == number and not cell.text.strip().isdecimal()]
    spans = [Span(max(cell.span.start, body.start), min(cell.span.end, body.end)) for cell in fresh]
    if not spans:
        return
    lines = [line for span in spans[1:] for line in lines_in(text, span)]
    if len(spans) > 1 and spans[0].length <= words.longest_head:
        yield from reader.headed(spans[0], lines)
        return
    above = next((cell for cell in cells if cell.row < number), None)
    for entry in reader.entries([line for span in spans for line in lines_in(text, span)]):
        yield Entry(entry.named, entry.group or (above.text if above else None))
