"""Open SDG's indicator files: `Year`, columns of disaggregation, `Units`, `Series`, `GeoCode`, `Value`.

A blank in a column of disaggregation means all together, so that the headline is the rows with blanks only. Rows that
are disaggregated carry what they are about behind the indicator's name: `1.1.1 (Sex: Female)`. A column that says in
words what `GeoCode` says in codes is the region's name and no disaggregation.

References
----------
Open SDG, data format (github.com/open-sdg/open-sdg, docs/data-format.md).
"""

from __future__ import annotations

import csv
import re
from io import BytesIO, StringIO
from typing import Final

import polars

from milepost.checks.model import Words
from milepost.documents.decoding import decoded
from milepost.kernel.errors import ReadError
from milepost.observations.exchange import (
    column_letter,
    completed,
    exchange_flags,
    exchange_unit,
    listed,
    mapped,
    multiplied,
    qualified,
)
from milepost.observations.importing import Imported, Importer, ImportOptions, RowFault

IMPORTER = Importer(
    name="open_sdg",
    title=Words("Open SDG指标文件", "Open SDG indicator file"),
    describes=Words("Open SDG平台的指标CSV文件（Year … Value）", "an indicator's CSV file of Open SDG (Year … Value)"),
)
SPECIAL: Final = frozenset(("Year", "Value", "Units", "Series", "GeoCode", "Progress"))
ATTRIBUTES: Final = frozenset(
    "Observation status|Unit multiplier|Unit measure|OBS_STATUS|UNIT_MULT|UNIT_MEASURE|COMMENT_OBS|COMMENT_TS|"
    "DATA_LAST_UPDATE|SOURCE_DETAIL|TIME_DETAIL|Nature|NATURE|Footnote|Source|Comments|REPORTING_TYPE".split("|")
)
"""Columns that say something of the value, by the data structure that Open SDG shares with the UN's SDG data."""

_INDICATOR = re.compile(r"(?:indicator[_-])?(\d+[-.][0-9a-z]+[-.][0-9a-z]+(?:[-.][0-9a-z]+)*)$", re.IGNORECASE)
_ABSENT = ("", "NaN", "nan", "NA", "N/A", "..", "-")


def recognises(content: bytes, name: str) -> bool:  # noqa: ARG001 - the content tells
    """Whether the first column is `Year` and there is a column `Value`."""
    try:
        heads = _heads(decoded(content[:8192], "head").text)
    except ReadError:
        return False
    return len(heads) > 1 and heads[0] == "Year" and "Value" in heads


def read(content: bytes, name: str, options: ImportOptions) -> Imported:
    """The observations of an Open SDG indicator file.

    Raises
    ------
    ReadError
        If the file is no such file, or says of no region and `options.region` does not either.
    """
    rows, heads = _table(content, name)
    if "GeoCode" not in heads and not options.region:
        accepted = "--region CODE for the headline, or a column GeoCode"
        raise ReadError("which region is this about?", where=name, found=listed(heads), accepted=accepted)
    stripped = rows.with_columns(polars.all().exclude("_row").str.strip_chars())
    absent = polars.col("Value").fill_null("").is_in(_ABSENT)
    given = stripped.filter(~absent)
    faults, bad = _faults(given, heads, options)
    good = given.filter(~polars.col("_row").is_in(bad))
    notes = []
    if count := stripped.height - given.height:
        notes.append(Words(f"{count}行没有数值", f"{count} row{'s' * (count != 1)} without a value"))
    if "Progress" in heads:
        notes.append(
            Words(
                "Progress列只用于Open SDG自己的评价，未读入",
                "the column Progress serves Open SDG's own rating and is not read",
            )
        )
    places = tuple(f"row {number}" for number in good["_row"])
    return Imported(_observations(good, heads, name, options), places, tuple(faults), tuple(notes))


def _heads(text: str) -> list[str]:
    try:
        return [head.strip() for head in next(csv.reader(StringIO(text.split("\n", 1)[0])), [])]
    except csv.Error:
        return []


def _table(content: bytes, name: str) -> tuple[polars.DataFrame, list[str]]:
    text = decoded(content, name).text
    heads = _heads(text)
    for head in ("Year", "Value"):
        if head not in heads:
            raise ReadError(f"this Open SDG file has no column {head}", where=name, found=listed(heads))
    twice = sorted({head for head in heads if heads.count(head) > 1 or head.startswith("_") or not head})
    if twice:
        raise ReadError("a column without a name of its own", where=name, found=listed([repr(head) for head in twice]))
    try:
        rows = polars.read_csv(
            BytesIO(text.encode(errors="replace")), has_header=False, schema=dict.fromkeys(heads, polars.String)
        )
    except (polars.exceptions.PolarsError, ValueError) as error:
        raise ReadError("this is no whole CSV file", where=name, found=str(error).splitlines()[0][:200]) from None
    return rows.slice(1).with_row_index("_row", offset=2), heads


def _faults(rows: polars.DataFrame, heads: list[str], options: ImportOptions) -> tuple[list[RowFault], list[int]]:
    """What cannot be taken, and the numbers of its rows."""
    number = polars.col("Value").cast(polars.Float64, strict=False)
    faults: list[tuple[int, RowFault]] = []

    def add(wrong: polars.DataFrame, head: str, what: Words, accepted: str) -> None:
        for row, found in wrong.select("_row", head).iter_rows():
            where = f"row {row}, {head} ({column_letter(heads.index(head))}{row})"
            faults.append((row, RowFault(where, what, found=repr(found), accepted=accepted)))

    what = Words("数值不是数字", "the value is no number")
    add(rows.filter(number.is_null() | ~number.is_finite()), "Value", what, "a plain number, or blank")
    year = polars.col("Year").fill_null("").str.contains(r"^(19\d\d|20\d\d|2100)(\.0)?$")
    what = Words("年份不是一个整年", "the year is not one whole year")
    add(rows.filter(~year), "Year", what, "a whole year, 2019; a span of years stands for none of them")
    if "GeoCode" in heads and not options.region:
        what = Words("没有地区代码，也未指定全域地区", "no code of a region, and none was named for the whole")
        add(rows.filter(polars.col("GeoCode").fill_null("") == ""), "GeoCode", what, "--region CODE for these rows")
    faults.sort(key=lambda pair: pair[0])
    return [fault for _, fault in faults], [row for row, _ in faults]


def _names_of_regions(rows: polars.DataFrame, heads: list[str]) -> str | None:
    """The column that says in words what `GeoCode` says in codes."""
    if "GeoCode" not in heads:
        return None
    coded = polars.col("GeoCode").fill_null("") != ""
    for head in heads:
        if head in SPECIAL | ATTRIBUTES:
            continue
        named = polars.col(head).fill_null("") != ""
        pairs = rows.filter(coded).select("GeoCode", head).unique()
        if rows.select((named == coded).all() & coded.any()).item() and pairs.height == pairs["GeoCode"].n_unique():
            return head
    return None


def _unit(rows: polars.DataFrame, heads: list[str], options: ImportOptions) -> polars.DataFrame:
    """The columns `_unit` and `_times`; a multiplier is said in the unit where it can be."""
    power = next((head for head in ("UNIT_MULT", "Unit multiplier") if head in heads), None)
    named = next((head for head in ("Units", "UNIT_MEASURE", "Unit measure") if head in heads), None)
    keyed = rows.with_columns(
        _named=polars.col(named).fill_null("") if named else polars.lit(""),
        _power=polars.col(power).fill_null("") if power else polars.lit(""),
    )
    different = keyed.select("_named", "_power").unique()
    made = []
    for text, exponent in different.iter_rows():
        unit = exchange_unit(text).unit or options.unit
        made.append(multiplied(unit, int(exponent) if re.fullmatch(r"-?\d{1,2}", exponent) else 0))
    known = different.with_columns(
        polars.Series("_unit", [each[0] for each in made], dtype=polars.String),
        polars.Series("_times", [each[1] for each in made], dtype=polars.Float64),
    )
    return keyed.join(known, on=["_named", "_power"], how="left", maintain_order="left")


def _number_of(name: str) -> str:
    """The indicator's number in the file's name, else the name: indicator_1-1-1.csv is 1.1.1."""
    found = _INDICATOR.search(_stem(name))
    return found[1].replace("-", ".") if found else _stem(name)


def _stem(name: str) -> str:
    return name.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def _indicator(heads: list[str], name: str, place: str | None) -> polars.Expr:
    """The indicator's number and its series, and behind them what the row is narrowed to."""
    number = polars.lit(_number_of(name))
    series = polars.col("Series").fill_null("") if "Series" in heads else polars.lit("")
    called = polars.when(series == "").then(number).otherwise(polars.format("{} {}", number, series))
    others = [head for head in heads if head not in SPECIAL | ATTRIBUTES | {place}]
    return qualified(called, {head: polars.when(_has(head)).then(polars.col(head)) for head in others})


def _has(head: str) -> polars.Expr:
    return polars.col(head).fill_null("") != ""


def _note(heads: list[str]) -> polars.Expr:
    kept = [head for head in heads if head in ATTRIBUTES and not head.lower().startswith("unit")]
    if not kept:
        return polars.lit(None, dtype=polars.String)
    parts = [polars.when(_has(head)).then(polars.format("{}: {}", polars.lit(head), head)) for head in kept]
    text = polars.concat_list(parts).list.drop_nulls().list.join("; ")
    return polars.when(text != "").then(text)


def _status(rows: polars.DataFrame, heads: list[str]) -> polars.Expr:
    head = next((each for each in ("OBS_STATUS", "Observation status") if each in heads), None)
    if head is None:
        return polars.lit(None, dtype=polars.String)
    flags = {text: exchange_flags(text).status for text in rows[head].drop_nulls().unique() if len(text) == 1}
    return mapped(polars.col(head), flags, polars.String())


def _observations(rows: polars.DataFrame, heads: list[str], name: str, options: ImportOptions) -> polars.DataFrame:
    place = _names_of_regions(rows, heads)
    is_coded = _has("GeoCode") if "GeoCode" in heads else polars.lit(value=False)
    whole = polars.lit(options.region, dtype=polars.String)
    region = polars.when(is_coded).then(polars.col("GeoCode")).otherwise(whole) if "GeoCode" in heads else whole
    own_name = polars.lit(options.region_name, dtype=polars.String)
    read = _unit(rows, heads, options)
    value, times = polars.col("Value").cast(polars.Float64), polars.col("_times")
    columns: dict[str, polars.Expr | str | None] = {
        "indicator": _indicator(heads, name, place),
        "region": region.replace(dict(options.parts)) if options.parts else region,
        "region_name": polars.when(is_coded).then(polars.col(place)).otherwise(own_name) if place else own_name,
        "period_kind": "year",
        "period": polars.col("Year").str.slice(0, 4),
        "value": polars.when(times == 1).then(value).otherwise((value * times).round_sig_figs(15)),
        "unit": polars.col("_unit"),
        "status": _status(rows, heads),
        "source": options.source or _stem(name),
        "source_kind": options.source_kind or "official",
        "vintage": options.vintage,
        "basis": options.basis,
        "access": options.access,
        "note": _note(heads),
    }
    return completed(columns, read)
