"""Files of yearly series: CSV with the columns `series`, `year`, `value`, and what may be known of each series."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Final

import numpy
import polars

from milepost.forecasts.model import Numbers
from milepost.kernel.errors import ReadError

COLUMNS: Final = ("series", "year", "value")
EXTRAS: Final = ("indicator", "region", "unit")
MISSING: Final = frozenset(("", "-", "--", "..", "...", "…", "—", "na", "n/a", "nan", "null", "none"))
"""Cells, in small letters, that say there is no value."""

PERCENT: Final = ("%", "％", "percent", "per cent", "百分比")
"""What the unit of a percentage may be called."""

_ACCEPTED = "CSV with the columns series, year, value"
_MOST_BYTES = 2_000_000_000


def read_yearly(path: Path) -> polars.DataFrame:
    """The rows of a file: `series`, `year`, `value`, and `indicator`, `region`, `unit` where the file has them not.

    Values that are missing are null; infinite ones stay, and count as gaps when series are packed.

    Raises
    ------
    ReadError
        If it cannot be read, lacks a column, or a year or value is no number (names the row and what stands there).
    """
    rows = _text_rows(path)
    lacking = [name for name in COLUMNS if name not in rows.columns]
    if lacking:
        found = ", ".join(rows.columns[:12]) or "nothing"
        raise ReadError(f"no column {' or '.join(lacking)}", where=str(path), found=found, accepted=_ACCEPTED)
    stripped = rows.select(
        polars.col(name).str.strip_chars() if name in rows.columns else polars.lit("").alias(name)
        for name in (*COLUMNS, *EXTRAS)
    ).with_columns(polars.col(name).fill_null("") for name in (*COLUMNS, *EXTRAS))
    empty = polars.col("value").str.to_lowercase().is_in(list(MISSING))
    read = stripped.with_columns(
        value=polars.when(~empty).then(polars.col("value").cast(polars.Float64, strict=False)),
        year=polars.col("year").cast(polars.Float64, strict=False),
    )
    _refuse(path, stripped, "series", stripped["series"] == "", "a name")
    years = read["year"].is_not_null() & read["year"].is_between(1, 9999) & (read["year"].fill_null(0.5) % 1 == 0)
    _refuse(path, stripped, "year", ~years, "a year, as 2024")
    words = stripped.select(~empty).to_series() & read["value"].is_null()
    _refuse(path, stripped, "value", words, "a number, or nothing where there is none")
    return read.with_columns(polars.col("year").cast(polars.Int64))


def _text_rows(path: Path) -> polars.DataFrame:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ReadError("the file is too large", where=str(path), accepted=f"at most {_MOST_BYTES} bytes")
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ReadError("cannot open the file", where=str(path), found=reason, accepted=_ACCEPTED) from error
    if not content.strip():
        raise ReadError("the file is empty", where=str(path), accepted=_ACCEPTED)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What spreadsheets write on a Chinese system.
        text = content.decode("gb18030", errors="replace")
    try:
        return polars.read_csv(text.encode(), infer_schema=False)
    except polars.exceptions.PolarsError as error:
        found = str(error).splitlines()[0][:200].removeprefix("found ")
        raise ReadError("this is no table", where=str(path), found=found, accepted=_ACCEPTED) from error


def _refuse(path: Path, rows: polars.DataFrame, column: str, bad: polars.Series, accepted: str) -> None:
    place = bad.arg_max()
    if place is None or not bad[place]:
        return
    found = repr(str(rows[column][place])[:80])
    where = f"{path}, row {place + 2}, column {column}"
    raise ReadError(f"this is no {column}", where=where, found=found, accepted=accepted)


def limits(units: numpy.ndarray, kinds: numpy.ndarray, values: Numbers) -> tuple[Numbers, Numbers]:
    """What each series can be, from its unit and from what all series of its indicator have been.

    Nothing falls below 0 when no series of the indicator ever did; a percentage stays within 0 and 100 when all do. A
    series of no known indicator answers for itself alone.

    Parameters
    ----------
    units, kinds : array (series,)
        The unit as printed, and the indicator ("" when there is none).
    values : array (series, years)
        NaN where there is none.
    """
    low, high = numpy.full(len(values), -math.inf), numpy.full(len(values), math.inf)
    least = numpy.nanmin(values, axis=1, initial=math.inf)
    most = numpy.nanmax(values, axis=1, initial=-math.inf)
    names, place = numpy.unique(kinds, return_inverse=True)
    place = numpy.where(kinds == "", len(names) + numpy.arange(len(kinds)), place)
    count = int(place.max(initial=-1)) + 1
    lowest, highest = numpy.full(count, math.inf), numpy.full(count, -math.inf)
    numpy.minimum.at(lowest, place, least)
    numpy.maximum.at(highest, place, most)
    low[lowest[place] >= 0] = 0.0
    share = numpy.isin(units, PERCENT)
    high[share & (lowest[place] >= 0) & (highest[place] <= 100)] = 100.0
    return low, high
