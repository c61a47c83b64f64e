"""Small tables that users give: CSV, or the first sheet of a workbook; every fault with its row and cell."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from milepost.checks.model import Words
from milepost.documents.decoding import decoded
from milepost.kernel.errors import ReadError
from milepost.observations.importing import RowFault
from milepost.observations.periods import EARLIEST, LATEST
from milepost.observations.units import base_unit

Row = dict[str, Any]
Reader = Callable[[str], object]

_LARGEST: Final = 50 * 1024 * 1024
_MOST_ROWS: Final = 1_000_000
_TOLD: Final = 20
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?")
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")


def read_sheet(
    path: Path, readers: Mapping[str, Reader], required: Iterable[str], headings: Mapping[str, str]
) -> list[Row]:
    """The rows of a table in a file.

    Parameters
    ----------
    path : Path
        A CSV file in any usual encoding, or an XLSX workbook.
    readers : mapping of column to function
        What makes a value of a cell's text; it raises ValueError with what would be accepted.
    required : iterable of str
        Columns that must be there, with a value in each row.
    headings : mapping of str to str
        Other words for columns.

    Returns
    -------
    list of dict
        A value or None for each column, and the number of the `row`, counted from 1 with the heading.

    Raises
    ------
    ReadError
        If the file cannot be read, a column is missing or unknown, or a cell cannot be taken: nothing is read then.
    """
    name = str(path)
    lines = _lines(_content(path), name)
    heading = _heading(next(lines, (1, []))[1], name, tuple(readers), tuple(required), headings)
    rows: list[Row] = []
    faults: list[RowFault] = []
    for number, cells in lines:
        if any(cells):
            _read(number, cells, heading, readers, tuple(required), rows, faults)
    refuse_faults(faults, name)
    return rows


def refuse_faults(faults: list[RowFault], name: str) -> None:
    """Raise if there are faults, naming the first of them.

    Raises
    ------
    ReadError
        With a line for each of the first faults.
    """
    if not faults:
        return
    told = "; ".join(fault.told() for fault in faults[:_TOLD])
    more = f"; and {len(faults) - _TOLD} more" if len(faults) > _TOLD else ""
    raise ReadError("rows that cannot be taken", where=name, found=told + more)


def number(text: str) -> float:
    """A number, thousands set apart by commas or not.

    >>> number("1,234.5"), number("-3")
    (1234.5, -3.0)
    """
    plain = _THOUSANDS.sub("", text)
    value = float(plain) if _NUMBER.fullmatch(plain) else math.nan
    if not math.isfinite(value):
        raise ValueError("a number")
    return value


def year(text: str) -> int:
    """A year.

    >>> year("2023年")
    2023
    """
    digits = text.removesuffix("年").removesuffix(".0")
    if not re.fullmatch(r"[0-9]{4}", digits) or not EARLIEST <= int(digits) <= LATEST:
        raise ValueError(f"a year from {EARLIEST} to {LATEST}")
    return int(digits)


def unit(text: str) -> str:
    """A unit that is known."""
    if base_unit(text) is None:
        raise ValueError("a unit that is known, such as % or 万吨")
    return text


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            found = f"{path.stat().st_size} bytes"
            raise ReadError("the file is too large", where=str(path), found=found, accepted=f"{_LARGEST} bytes")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        found = getattr(error, "strerror", None) or type(error).__name__
        raise ReadError("cannot open the file", where=str(path), found=found, accepted="CSV or XLSX") from error


def _lines(content: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """The rows, each with its number."""
    rows = _workbook(content, name) if content.startswith(b"PK\x03\x04") else _csv(content, name)
    for place, cells in enumerate(rows, start=1):
        if place > _MOST_ROWS:
            raise ReadError("too many rows", where=name, accepted=f"at most {_MOST_ROWS}")
        yield place, [cell.strip() for cell in cells]


def _csv(content: bytes, name: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(decoded(content, name).text), strict=True)
    try:
        yield from reader
    except csv.Error as error:
        where = f"{name}: line {reader.line_num}"
        raise ReadError("no CSV", where=where, found=str(error), accepted="comma-separated values") from error


def _workbook(content: bytes, name: str) -> Iterator[list[str]]:
    # Imported here: it takes a quarter of a second, and most tables are CSV.
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = next(each for each in book.worksheets if each.sheet_state == "visible")
        for cells in sheet.iter_rows(values_only=True):
            yield ["" if cell is None else _text(cell) for cell in cells]
    except Exception as error:
        # A damaged part makes it stumble over whatever comes: it is the file all the same.
        found = type(error).__name__
        raise ReadError("this workbook cannot be read", where=name, found=found, accepted="CSV or XLSX") from error


def _text(cell: object) -> str:
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() else repr(cell)
    return str(cell)


def _heading(
    cells: list[str], name: str, columns: tuple[str, ...], required: tuple[str, ...], headings: Mapping[str, str]
) -> list[str]:
    found = [headings.get(cell, cell.lower()) for cell in cells]
    while found and not found[-1]:
        found.pop()
    unknown = [each for each in found if each not in columns]
    missing = [each for each in required if each not in found]
    if unknown or missing or len(set(found)) != len(found):
        what = "unknown columns" if unknown else "columns are missing" if missing else "a column stands twice"
        told = ", ".join(map(repr, unknown or missing or found))[:300]
        raise ReadError(what, where=f"{name}: row 1", found=told, accepted=", ".join(columns))
    return found


def _read(
    place: int,
    cells: list[str],
    heading: list[str],
    readers: Mapping[str, Reader],
    required: tuple[str, ...],
    rows: list[Row],
    faults: list[RowFault],
) -> None:
    """One row, into `rows` if all of its cells can be taken, else into `faults`."""
    if any(cells[len(heading) :]):
        what = Words("单元格多于表头", "more cells than headings")
        faults.append(RowFault(f"row {place}", what, repr(next(cell for cell in cells[len(heading) :] if cell))[:60]))
        return
    given = dict(zip(heading, cells, strict=False))
    row: Row = {"row": place}
    before = len(faults)
    for column, read in readers.items():
        text = given.get(column, "")
        try:
            row[column] = read(text) if text else None
            if not text and column in required:
                raise ValueError("a value")
        except ValueError as error:
            what = Words("单元格内容无效", "not valid") if text else Words("单元格不能为空", "the cell is empty")
            letter = _letter(heading.index(column))
            where = f"row {place}, {column} ({letter}{place})"
            faults.append(RowFault(where, what, repr(text[:40]) if text else "", str(error)))
    if len(faults) == before:
        rows.append(row)


def _letter(place: int) -> str:
    first, second = divmod(place, 26)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + second)
