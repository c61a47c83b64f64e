"""The value of a whole year is smaller than its own year to date.

## 查什么
同一指标、同一年，全年数值小于年内累计数（如全年小于1—9月累计）；只查只增不减的累计量，率和时点数不查。

## 为什么要紧
全年不可能小于其中一部分，必有一个数值、单位或时期填错。

## What it checks
For one indicator and year the value of the whole year is smaller than that of its first months. Only what adds up is
held to this, no rates and no stocks.

## Why it matters
A year cannot be smaller than a part of itself: a value, a unit or a period is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Rule, Words
from milepost.observations.comparing import apart
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.telling import period_of, series_of, value_of
from milepost.observations.within_year import adds_up

RULE = Rule(
    code="OB08",
    name="annual-below-year-to-date",
    severity="error",
    title=Words("全年数小于年内累计数", "a year is smaller than its own year to date"),
    advice=Words("核对两个数值的时期、单位和口径。", "Check period, unit and coverage of both values."),
)


def find(dataset: Dataset) -> Iterator[DataFault]:
    """The value of the year and that of its first months."""
    sums = dataset.chosen.filter(adds_up(), polars.col("bound").fill_null("exact") != "at_most")
    years = sums.filter(polars.col("period_kind") == "year", polars.col("bound").fill_null("exact") == "exact")
    months = sums.filter(polars.col("period_kind") == "year_to_date", polars.col("number") > 0)
    parts = months.select("series", "year", "end", row_b="row", number_b="number", half_b="half")
    below = years.join(parts, on=["series", "year"], suffix="_b").filter(
        polars.col("number") < polars.col("number_b"), apart("number", "number_b")
    )
    for row in below.sort("row", "end_b").unique("row", keep="last", maintain_order=True).iter_rows(named=True):
        part = dataset.row(row["row_b"])
        told, value, other = series_of(row), value_of(row), value_of(part)
        message = Words(
            f"{told.zh}{period_of(row).zh}全年为{value.zh}，小于{period_of(part).zh}的{other.zh}",
            f"{told.en} is {value.en} for all of {period_of(row).en}, less than {other.en} for {period_of(part).en}",
        )
        yield DataFault(message, (row["row"], row["row_b"]))


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,x
固定资产投资,654200,year_to_date,2025-09,343.24,亿元,x
固定资产投资,654200,year,2025,326,亿元,x
固定资产投资,654200,year,2024,370.79,亿元,
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit
固定资产投资,654200,year_to_date,2025-09,343.24,亿元
固定资产投资,654200,year,2025,462,亿元
""",
    """\
indicator,region,period_kind,period,value,unit
Unemployment rate,D1,year_to_date,2025-06,5.4,%
Unemployment rate,D1,year,2025,5.1,%
""",
]
