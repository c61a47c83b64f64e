"""Which days a period of the table of observations covers."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, NamedTuple

import polars

from milepost.observations.model import PeriodKind

FORMS: Final[dict[PeriodKind, tuple[re.Pattern[str], str]]] = {
    "year": (re.compile(r"(\d{4})"), "2023"),
    "half_year": (re.compile(r"(\d{4})-H([12])"), "2023-H1"),
    "quarter": (re.compile(r"(\d{4})-Q([1-4])"), "2023-Q2"),
    "month": (re.compile(r"(\d{4})-(0[1-9]|1[0-2])"), "2023-06"),
    "year_to_date": (re.compile(r"(\d{4})-(0[1-9]|1[0-2])"), "2023-06 (January to June)"),
}
"""How a period of each kind is written, and an example."""

_MONTHS = {"half_year": 6, "quarter": 3, "month": 1}
EARLIEST, LATEST = 1900, 2100


class Days(NamedTuple):
    """First and last day of a period."""

    start: date
    end: date


def days_of(kind: str, period: str) -> Days | None:
    """First and last day of a period; None for one that is not written in the form of its kind, or out of range.

    >>> days_of("year_to_date", "2025-09")
    Days(start=datetime.date(2025, 1, 1), end=datetime.date(2025, 9, 30))
    >>> days_of("quarter", "2023-Q2")
    Days(start=datetime.date(2023, 4, 1), end=datetime.date(2023, 6, 30))
    >>> days_of("year", "23"), days_of("month", "2023-13")
    (None, None)
    """
    form = FORMS.get(kind)  # type: ignore[call-overload]
    found = form[0].fullmatch(period) if form else None
    if found is None or not EARLIEST <= int(found[1]) <= LATEST:
        return None
    year = int(found[1])
    if kind == "year":
        return Days(date(year, 1, 1), date(year, 12, 31))
    number = int(found[2])
    if kind == "year_to_date":
        return Days(date(year, 1, 1), _month_end(year, number))
    months = _MONTHS[kind]
    return Days(date(year, (number - 1) * months + 1, 1), _month_end(year, number * months))


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def with_days(rows: polars.DataFrame) -> polars.DataFrame:
    """The table with the columns `start`, `end` (Date) and `year` (Int32); null where the period cannot be read.

    Each different period is read once, however many rows have it.

    >>> with_days(polars.DataFrame({"period_kind": ["year"], "period": ["2023"]}))["end"].to_list()
    [datetime.date(2023, 12, 31)]
    """
    different = rows.select("period_kind", "period").unique()
    days = [days_of(kind or "", period or "") for kind, period in different.iter_rows()]
    read = different.with_columns(
        polars.Series("start", [each and each.start for each in days], dtype=polars.Date),
        polars.Series("end", [each and each.end for each in days], dtype=polars.Date),
    ).with_columns(year=polars.col("end").dt.year().cast(polars.Int32))
    return rows.join(read, on=["period_kind", "period"], how="left", nulls_equal=True, maintain_order="left")
