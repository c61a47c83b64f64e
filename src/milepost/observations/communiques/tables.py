"""Tables inside a communiqué: names, amounts, growth on the year before, shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from milepost.checks.model import Words
from milepost.documents.model import Cell, Table
from milepost.kernel.span import Span
from milepost.languages.report_words import ReportWords
from milepost.languages.reported import Reported, When
from milepost.observations.communiques.opening import Opening
from milepost.observations.communiques.rows import Row
from milepost.observations.units import base_unit
from milepost.plans.reading import Reading

_NUMBER = re.compile(r"([-−–+]?)\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*%?")
_CAPTION_LINES = 3
_LONGEST_CAPTION = 80
_INDEX_LOW, _INDEX_HIGH = 60, 200
"""Between these lie indices with the year before as 100; a growth of that size in every row of a table is none."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds (unit, value, growth, share), where its names stand, its unit, its time and its head."""

    place: int
    holds: str
    subject: int
    unit: str | None = None
    when: When | None = None
    title: str = ""


def table_rows(reading: Reading, words: ReportWords, opening: Opening) -> tuple[list[Row], list[Words]]:
    """The figures of the tables, and a note on each table that has none that can be read."""
    rows: list[Row] = []
    notes: list[Words] = []
    for number, table in enumerate(reading.document.tables, start=1):
        found = list(_figures(table, reading, words))
        rows += [Row(each, opening.region, opening.region_name) for each in found]
        if not found and any(_number(cell.text) is not None for cell in table.cells):
            notes.append(
                Words(
                    f"第{number}个表格未能读入（看不出指标列和数值列）",
                    f"table {number} is not read: no column of names and of values",
                )
            )
    return rows, notes


def _figures(table: Table, reading: Reading, words: ReportWords) -> Iterator[Reported]:
    grid = table.grid()
    lines = [reading.language.fold(line) for line in _lines_above(table, reading)]
    head = _head_rows(grid)
    if not head or head >= len(grid):
        return
    columns = _columns(grid, head, lines, words)
    for subject in sorted({column.subject for column in columns}):
        block = [column for column in columns if column.subject == subject]
        yield from _block(grid[head:], block, _caption(lines, words), reading, words)


def _lines_above(table: Table, reading: Reading) -> list[str]:
    caption = [table.caption.of(reading.text)] if table.caption is not None else []
    above = reading.text[max(0, table.span.start - 400) : table.span.start].split("\n")
    near = [line.strip(" *#|　\t") for line in above if line.strip(" *#|　\t")][-_CAPTION_LINES:]
    return caption + [line for line in near if len(line) <= _LONGEST_CAPTION and not line.endswith(("。", "."))]


def _caption(lines: list[str], words: ReportWords) -> str:
    titles = [line for line in lines if not words.unit_head.match(line) and not words.head_unit.match(line)]
    return titles[-1] if titles else ""


def _head_rows(grid: list[list[Cell | None]]) -> int:
    """How many rows stand above the first one that holds a number behind its name."""
    for index, row in enumerate(grid):
        if any(cell is not None and cell.column > 0 and _number(cell.text) is not None for cell in row):
            return index
    return 0


def _columns(grid: list[list[Cell | None]], head: int, lines: list[str], words: ReportWords) -> list[Column]:
    """What each column holds, by its head; columns of names begin blocks that stand side by side."""
    general = next((_unit_in(line, words) for line in lines if "单位" in line or words.unit_head.search(line)), None)
    found: list[Column] = []
    subject = 0
    for place in range(len(grid[0])):
        title = _title(grid, head, place)
        plain = re.sub(r"\s+", "", title)
        if place == 0 or (words.subject_head.match(plain) and plain):
            subject = place
            continue
        holds = _holds(plain, title, words)
        if holds:
            unit = _unit_in(title, words)
            if holds == "value":
                unit = unit or general
            found.append(Column(place, holds, subject, unit, words.when_of(title), plain))
    return found


def _title(grid: list[list[Cell | None]], head: int, place: int) -> str:
    parts: list[str] = []
    for row in grid[:head]:
        cell = row[place]
        if cell is not None and cell.text.strip() and cell.text not in parts:
            parts.append(cell.text)
    return " ".join(parts)


def _holds(plain: str, title: str, words: ReportWords) -> str:
    if words.unit_head.match(plain):
        return "unit"
    if words.growth_head.search(plain) or words.growth_head.search(title):
        return "growth"
    if words.share_head.search(title):
        return "share"
    return "value" if words.value_head.search(plain) or words.value_head.search(title) else ""


def _unit_in(title: str, words: ReportWords) -> str | None:
    for found in words.head_unit.finditer(title):
        unit = next((group for group in found.groups() if group), "").strip()
        if unit and base_unit(unit) is not None:
            return "%" if unit == "％" else unit
    return None


def _block(
    rows: list[list[Cell | None]], columns: list[Column], caption: str, reading: Reading, words: ReportWords
) -> Iterator[Reported]:
    """The figures of one column of names with the columns that belong to it."""
    named = list(_named(rows, columns, caption, reading, words))
    indexed = {column.place for column in columns if column.holds == "growth" and _is_index(rows, column)}
    values = [column for column in columns if column.holds == "value"]
    current = _current(values)
    whole = _whole(named, columns)
    for row, name, basis, span in named:
        unit_cell = next((row[each.place] for each in columns if each.holds == "unit"), None)
        growth = next((each for each in columns if each.holds == "growth" and each.place not in indexed), None)
        percent = _of(row, growth) if growth else None
        for column in values:
            value, unit = _of(row, column), column.unit
            if unit_cell is not None:
                unit = reading.language.fold(unit_cell.text).strip() or unit
            name_, unit = _own_unit(name, unit, words)
            if value is not None:
                item = Reported(name_, value[0], unit, value[1], span, when=column.when, basis=basis)
                yield replace(item, growth=percent[0]) if percent and column is current else item
        if growth is not None and percent and not (values and _of(row, current)):
            yield Reported(words.growth_name(name), percent[0], "%", percent[1], span, when=growth.when, basis=basis)
        yield from _rest(row, name, basis, span, columns, indexed, whole, words)


def _rest(
    row: list[Cell | None], name: str, basis: str | None, span: Span, columns: list[Column], indexed: set[int],
    whole: str, words: ReportWords,
) -> Iterator[Reported]:  # fmt: skip
    """Indices and shares of a row."""
    for column in columns:
        found = _of(row, column)
        if found is None:
            continue
        if column.place in indexed and words.index.search(name):
            yield Reported(name, found[0], None, found[1], span, when=column.when, basis="上年=100")
        elif column.holds == "share" and whole and name != whole:
            yield Reported(words.share_name(name, whole), found[0], "%", found[1], span, when=column.when, basis=basis)


def _current(values: list[Column]) -> Column | None:
    """The column that the growth is said of: the latest of those that name a year, else the first."""
    dated = [column for column in values if column.when is not None and column.when.year]
    if dated:
        return max(dated, key=lambda column: (column.when.year or 0) if column.when else 0)
    return values[0] if values else None


def _whole(named: list[tuple[list[Cell | None], str, str | None, Span]], columns: list[Column]) -> str:
    """The name of the row whose share is a hundred."""
    share = next((column for column in columns if column.holds == "share"), None)
    if share is None:
        return ""
    return next((name for row, name, _, _ in named if (found := _of(row, share)) and found[0] == 100), "")


def _is_index(rows: list[list[Cell | None]], column: Column) -> bool:
    numbers = [found[0] for row in rows if (found := _of(row, column))]
    return bool(numbers) and all(_INDEX_LOW < number < _INDEX_HIGH for number in numbers)


def _own_unit(name: str, unit: str | None, words: ReportWords) -> tuple[str, str | None]:
    """A name without the unit that stands in brackets behind it."""
    found = re.search(r"[（(](?P<unit>[^（）()]{1,12})[）)]$", name)
    if found and base_unit(found["unit"]) is not None:
        return name[: found.start()], found["unit"]
    del words
    return name, unit


def _named(
    rows: list[list[Cell | None]], columns: list[Column], caption: str, reading: Reading, words: ReportWords
) -> Iterator[tuple[list[Cell | None], str, str | None, Span]]:
    """Each row with its whole name; rows that say what is measured are the wholes of those behind them."""
    whole: str | None = None
    unit_of_whole = ""
    about = (next((each.title for each in columns if each.holds == "value"), ""), caption)
    units = next((each.place for each in columns if each.holds == "unit"), None)
    for row in rows:
        cell = row[columns[0].subject]
        if cell is None or not cell.text.strip() or _number(cell.text) is not None:
            continue
        text = re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", reading.language.fold(cell.text))
        plain = words.row_lead.sub("", text).strip()
        unit_cell = row[units] if units is not None else None
        unit = unit_cell.text.strip() if unit_cell is not None else ""
        # In another unit it can be no part: 水泥 in tonnes behind 发电量 in kilowatt-hours.
        name, basis, is_whole = words.table_name(plain, about, whole if unit == unit_of_whole else None)
        if not name:
            continue
        if is_whole and not words.part_row.match(text):
            whole, unit_of_whole = name, unit
        yield row, name, basis, cell.span


def _of(row: list[Cell | None], column: Column | None) -> tuple[float, Span] | None:
    """The number of a row in a column and where it stands."""
    cell = row[column.place] if column is not None else None
    value = _number(cell.text) if cell is not None else None
    return None if value is None or cell is None else (value, cell.span)


def _number(text: str) -> float | None:
    """The number that a cell holds, and nothing else.

    >>> _number("1,234.5"), _number("-5.4%"), _number("…"), _number("2024年")
    (1234.5, -5.4, None, None)
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    number = float(found[2].replace(",", "") + (found[3] or ""))
    return -number if found[1] in ("-", "−", "–") else number
