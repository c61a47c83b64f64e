"""Decisions: what a deferred target waits for, as append-only rows of a CSV file (`milepost.decisions/1`).

A plan may leave a target to the upper level's quota, or to the growth target of each annual plan. Such a figure comes
with a document; from its date on the target is judged by it. A later decision on the same target and year replaces an
earlier one, and what held before stays in the file.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Final

import polars

from milepost.checks.model import Words
from milepost.documents.decoding import decoded
from milepost.kernel.errors import ReadError
from milepost.observations.importing import RowFault
from milepost.observations.naming import plain, qualifiers
from milepost.observations.periods import EARLIEST, LATEST
from milepost.observations.units import base_unit, with_base_values
from milepost.plans.concepts.matching import concept_of
from milepost.plans.concepts.table import concept

FORMAT: Final = "milepost.decisions/1"

DECISIONS: Final[dict[str, polars.DataType]] = {
    "target": polars.String(),  # the item's id, its name, or its concept
    "year": polars.Int32(),  # null: for the whole period
    "value": polars.Float64(),  # as printed in the document
    "unit": polars.String(),
    "comparator": polars.String(),  # null: as the target itself, at least where a rise is wanted, at most where a fall
    "document": polars.String(),
    "number": polars.String(),  # 文号
    "date": polars.Date(),  # from this day on it holds
    "note": polars.String(),
    "base_value": polars.Float64(),  # in base units
    "base_unit": polars.String(),
    "row": polars.UInt32(),  # of the file, counted from 1, the heading included
}
"""Columns of the table of decisions; the last three are worked out."""

COLUMNS: Final = ("target", "year", "value", "unit", "comparator", "document", "number", "date", "note")
"""Columns of the file, in its order."""
REQUIRED: Final = ("target", "value", "unit", "document", "date")
COMPARATORS: Final = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "eq": "=", "approx": "≈"}

_HEADINGS = {
    "目标": "target", "指标": "target", "年份": "year", "数值": "value", "单位": "unit", "关系": "comparator",
    "文件": "document", "文号": "number", "日期": "date", "备注": "note",
}  # fmt: skip
_SIGNS = {sign: code for code, sign in COMPARATORS.items()}
_LARGEST = 20 * 1024 * 1024  # bytes: a plan has some hundred decisions
_TOLD = 20
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?")
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

Row = dict[str, object]


def read_decisions(path: Path) -> polars.DataFrame:
    """The decisions in a file, in its order; rows that say the same twice stand once.

    Raises
    ------
    ReadError
        If the file cannot be read, a column is missing or unknown, or a cell cannot be taken. Row and cell are named;
        nothing of the file is taken then.
    """
    try:
        if path.stat().st_size > _LARGEST:
            found = f"{path.stat().st_size} bytes"
            raise ReadError("the file is too large", where=str(path), found=found, accepted=f"{_LARGEST} bytes")
        content = path.read_bytes()
    except OSError as error:
        found = error.strerror or type(error).__name__
        raise ReadError("cannot open the decisions", where=str(path), found=found, accepted="a CSV file") from error
    return decisions_of(content, str(path))


def decisions_of(content: bytes, name: str = "decisions") -> polars.DataFrame:
    r"""The decisions that a file's bytes spell (see `read_decisions`).

    >>> text = "target,year,value,unit,document,date\ngdp_growth,2023,7,%,2023年政府工作报告,2023-01-20\n"
    >>> decisions_of(text.encode()).select("target", "year", "base_value", "date").row(0)
    ('gdp_growth', 2023, 0.07, datetime.date(2023, 1, 20))
    """
    rows: list[Row] = []
    faults: list[RowFault] = []
    lines = _lines(content, name)
    heading = _heading(next(lines, (1, []))[1], name)
    for number, cells in lines:
        if any(cell.strip() for cell in cells):
            _read(number, cells, heading, rows, faults)
    faults += _conflicts(rows)
    if faults:
        told = "; ".join(fault.told() for fault in faults[:_TOLD])
        more = f"; and {len(faults) - _TOLD} more" if len(faults) > _TOLD else ""
        raise ReadError("rows that cannot be taken", where=name, found=told + more, accepted=f"{FORMAT}")
    schema = {name: kind for name, kind in DECISIONS.items() if name not in ("base_value", "base_unit")}
    read = polars.DataFrame(rows, schema=schema, orient="row")
    said = [each for each in COLUMNS if each != "note"]
    return with_base_values(read).unique(said, keep="first", maintain_order=True).select(*DECISIONS)


def in_force(decisions: polars.DataFrame, as_of: date | None = None) -> polars.DataFrame:
    """The decisions that hold on a date: for each target and year the latest one made by then.

    Parameters
    ----------
    decisions : polars.DataFrame
        With the columns of `DECISIONS`. Where several are of one day, the last row holds.
    as_of : date, optional
        Today when it is not given.
    """
    until = as_of or datetime.now().astimezone().date()
    made = decisions.filter(polars.col("date") <= until).sort("date", "row", maintain_order=True)
    return made.unique(["target", "year"], keep="last", maintain_order=True).sort("row")


def with_items(decisions: polars.DataFrame, targets: polars.DataFrame, language: str) -> polars.DataFrame:
    """The decisions with the item that each is about, in a column `item`: a row for each item, null where none is.

    An id is taken before a name, and a name before a concept; a name that no item bears is about the items of the
    concept that it names. 地区生产总值增长 of the headline table is 地区生产总值年均增长 of the text, too.

    Parameters
    ----------
    decisions : polars.DataFrame
        With the columns of `DECISIONS`.
    targets : polars.DataFrame
        With `item`, `name` and `concept` (`milepost.pathways.model.TARGETS`).
    language : str
        Code of the plan's language.
    """
    items = targets.select("item", "name", "concept").unique(maintain_order=True)
    found: dict[str, list[str]] = {}
    for key in reversed(("item", "name", "concept")):
        by_key: dict[str, list[str]] = {}
        for item, value in items.select("item", value=key).iter_rows():
            if value:
                by_key.setdefault(plain(value, language) if key == "name" else value, []).append(item)
        found |= by_key
    nothing: list[str | None] = [None]
    meant = [
        _meant(each, found.get(each) or found.get(plain(each, language)) or [], items, language) or nothing
        for each in decisions["target"]
    ]
    listed = polars.Series("item", [list(dict.fromkeys(each)) for each in meant], dtype=polars.List(polars.String))
    return decisions.with_columns(listed).explode("item")


def _meant(said: str, named: list[str], items: polars.DataFrame, language: str) -> list[str | None]:
    """The items that bear a name, and those whose concept it is; of an id or a concept only what is found by it."""
    if said in set(items["item"]) or concept(said) is not None:
        return [*named]
    identity = concept_of(said, "%", language) or concept_of(said, None, language)
    alike = items.filter(polars.col("concept") == identity)["item"].to_list() if identity else []
    parts = qualifiers(said)
    names = dict(items.select("item", "name").iter_rows())
    return [*named, *(each for each in alike if qualifiers(names[each] or "") == parts)]


def _lines(content: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of the file, each with its number."""
    reader = csv.reader(io.StringIO(decoded(content, name).text), strict=True)
    try:
        yield from enumerate(reader, start=1)
    except csv.Error as error:
        where = f"{name}: line {reader.line_num}"
        raise ReadError("no CSV", where=where, found=str(error), accepted="comma-separated values") from error


def _heading(cells: list[str], name: str) -> list[str]:
    found = [_HEADINGS.get(cell.strip(), cell.strip().lower()) for cell in cells]
    while found and not found[-1]:
        found.pop()
    unknown = [each for each in found if each not in COLUMNS]
    missing = [each for each in REQUIRED if each not in found]
    if unknown or missing or len(set(found)) != len(found):
        what = "unknown columns" if unknown else "columns are missing" if missing else "a column stands twice"
        where, accepted = f"{name}: row 1", ", ".join(COLUMNS)
        raise ReadError(what, where=where, found=", ".join(map(repr, unknown or missing or found)), accepted=accepted)
    return found


def _read(number: int, cells: list[str], heading: list[str], rows: list[Row], faults: list[RowFault]) -> None:
    """One row, into `rows` if all of its cells can be taken, else into `faults`."""
    texts = [cell.strip() for cell in cells]
    if any(texts[len(heading) :]):
        found = repr(texts[len(heading)])
        faults.append(RowFault(f"row {number}", Words("单元格多于表头", "more cells than headings"), found))
        return
    given = dict(zip(heading, texts, strict=False))
    row: Row = {"row": number}
    wrong = False
    for column in COLUMNS:
        text = given.get(column, "")
        place = f"row {number}, {column} ({_letter(heading.index(column))}{number})" if column in heading else ""
        try:
            row[column] = _READERS[column](text) if text else None
            if not text and column in REQUIRED:
                raise ValueError("a value")
        except ValueError as error:
            what = Words("单元格不能为空", "the cell is empty") if not text else Words("单元格内容无效", "not valid")
            faults.append(RowFault(place, what, repr(text[:40]) if text else "", str(error)))
            wrong = True
    if not wrong:
        rows.append(row)


def _conflicts(rows: list[Row]) -> Iterator[RowFault]:
    """Rows that say otherwise than an earlier one of the same target, year and date."""
    said: dict[tuple[object, ...], Row] = {}
    for row in rows:
        first = said.setdefault((row["target"], row["year"], row["date"]), row)
        if any(first[name] != row[name] for name in ("value", "unit", "comparator")):
            what = Words("同一目标、年份和日期有两个不同的值", "two decisions on one target, year and date")
            yield RowFault(f"row {row['row']}", what, f"row {first['row']}: {first['value']:g}; {row['value']:g}")


def _letter(place: int) -> str:
    return chr(ord("A") + place)


def _number(text: str) -> float:
    plain_number = _THOUSANDS.sub("", text)
    value = float(plain_number) if _NUMBER.fullmatch(plain_number) else math.nan
    if not math.isfinite(value):
        raise ValueError("a number")
    return value


def _year(text: str) -> int:
    digits = text.removesuffix("年")
    if not re.fullmatch(r"\d{4}", digits) or not EARLIEST <= int(digits) <= LATEST:
        raise ValueError(f"a year from {EARLIEST} to {LATEST}, or nothing for the whole period")
    return int(digits)


def _unit(text: str) -> str:
    if base_unit(text) is None:
        raise ValueError("a unit that is known, such as % or 万吨")
    return text


def _comparator(text: str) -> str:
    code = _SIGNS.get(text, text.lower())
    if code not in COMPARATORS:
        raise ValueError(", ".join(COMPARATORS))
    return code


def _date(text: str) -> date:
    try:
        found = date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None or not EARLIEST <= found.year <= LATEST:
        raise ValueError(f"a date YYYY-MM-DD from {EARLIEST} to {LATEST}")
    return found


_READERS: dict[str, Callable[[str], object]] = {
    "target": str, "year": _year, "value": _number, "unit": _unit, "comparator": _comparator, "document": str,
    "number": str, "date": _date, "note": str,
}  # fmt: skip
