"""Which tables are indicator tables, and what each of their columns holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from milepost.documents.model import Cell, Table
from milepost.languages.indicator_words import HeaderWords, Role
from milepost.plans.model import PlanPeriod

_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Column:
    """A column's role, its header's words, and the year that the header names, if one."""

    role: Role
    header: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of an indicator table from left to right, and the rows that are header or repeat it."""

    columns: tuple[Column, ...]
    header_rows: frozenset[int]

    def fitted(self, filled: int) -> tuple[Column, ...]:
        """The columns for a row with `filled` cells: a row may give its milestones a cell each under one header."""
        missing = filled - len(self.columns)
        place = next((index for index, column in enumerate(self.columns) if column.role == "milestones"), None)
        if missing <= 0 or place is None:
            return self.columns
        return self.columns[:place] + (self.columns[place],) * missing + self.columns[place:]


def layout_of(table: Table, grid: Sequence[Sequence[Cell | None]], title: str, period: PlanPeriod,
              words: HeaderWords) -> Layout | None:  # fmt: skip
    """The layout of an indicator table; None for a table of anything else.

    `title` is the table's caption or box. A table counts when it has a column of names and one of targets, and when
    its header or title speaks of indicators or a column says how binding each is.
    """
    top = next((index for index, row in enumerate(grid) if len({id(cell) for cell in row}) > 1), 0)
    height = _header_height(table, grid, top)
    headers = _headers(grid[top:height])
    columns = _columns(headers, period, words)
    roles = {column.role for column in columns}
    if "name" not in roles or not roles & {"target", "rate", "milestones"}:
        return None
    names = "".join(column.header for column in columns if column.role == "name")
    if not (words.strong_name.search(names) or "attribute" in roles or words.strong_name.search(title)):
        return None
    header_rows = {*range(height), *table.repeated_headers, *_repeated(grid, top, height)}
    return Layout(columns, frozenset(header_rows))


def _header_height(table: Table, grid: Sequence[Sequence[Cell | None]], top: int) -> int:
    """Index of the first row behind the header: a merged header cell shows a second header row."""
    reach = max((cell.row + cell.rows for cell in grid[top] if cell is not None), default=top + 1) if grid else 1
    return min(max(table.header_rows, reach, top + 1), max(len(grid) - 1, 1))


def _headers(rows: Sequence[Sequence[Cell | None]]) -> list[str]:
    """The words above each column, top down, every merged cell once."""
    width = max((len(row) for row in rows), default=0)
    headers = []
    for column in range(width):
        texts: list[str] = []
        for row in rows:
            cell = row[column] if column < len(row) else None
            text = unicodedata.normalize("NFKC", cell.text).strip("* ") if cell else ""
            if text and text not in texts:
                texts.append(text)
        headers.append(" ".join(texts))
    while headers and not headers[-1]:
        headers.pop()
    return headers


def _columns(headers: Sequence[str], period: PlanPeriod, words: HeaderWords) -> tuple[Column, ...]:
    columns = [_column(header, period, words) for header in headers]
    years = [column.year for column in columns if column.year is not None]
    # Where the plan's years are unknown the earliest year of the header is the base, the others are targets.
    if period.start is None and len(set(years)) > 1:
        columns = [
            Column("baseline", column.header, column.year)
            if column.role == "target" and column.year == min(years)
            else column
            for column in columns
        ]
    if not any(column.role == "name" for column in columns) and columns and columns[0].role == "category":
        columns[0] = Column("name", columns[0].header)
    return tuple(columns)


def _column(header: str, period: PlanPeriod, words: HeaderWords) -> Column:
    year = _year(header, words)
    role = next((role for role, pattern in words.roles if pattern.search(header)), None)
    if year is not None and role in (None, "target", "baseline", "name"):
        past = period.start is not None and year < period.start
        stated = role if role in ("target", "baseline") else None
        return Column("baseline" if past else stated or "target", header, year)
    return Column(role or "other", header, year)


def _year(header: str, words: HeaderWords) -> int | None:
    """The last year that a header names, or the end of the numbered plan that it names."""
    stated = _YEAR.findall(header)
    if stated:
        return int(stated[-1])
    numbered = words.ordinal_plan.search(header)
    years = words.plan_years(numbered["number"] or numbered["short"] or "") if numbered else None
    return years[1] if years else None


def _repeated(grid: Sequence[Sequence[Cell | None]], top: int, height: int) -> list[int]:
    """Rows that print the header again, as a table does behind a page break."""
    header = {_texts(row) for row in grid[top:height]}
    return [index for index in range(height, len(grid)) if _texts(grid[index]) in header]


def _texts(row: Sequence[Cell | None]) -> tuple[str, ...]:
    return tuple("".join(cell.text.split()) if cell else "" for cell in row)
