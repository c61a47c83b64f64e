"""A year to date stands as the value of the year, or as that of a month or quarter.

## 查什么
全年数值与同年1—11月或更短的累计数完全相同（不为零），而该指标是逐月累加的流量。

## 为什么要紧
累计数当作全年数入库，全年就少算了几个月，增速和进度都偏低。

## What it checks
The value of a year is exactly that of its first eleven months or fewer, and not zero, for what adds up over a year.

## Why it matters
A year to date that is stored as the year leaves out months; growth and progress come out too low.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Rule, Words
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.telling import period_of, series_of, value_of
from milepost.observations.within_year import adds_up

RULE = Rule(
    code="OB09",
    name="year-to-date-as-year",
    severity="error",
    title=Words("累计数当作全年数", "a year to date stored as a year"),
    advice=Words("把时期改为累计期，或补报全年数值。", "Give the period as year to date, or report the whole year."),
)


def find(dataset: Dataset) -> Iterator[DataFault]:
    """Both rows."""
    sums = dataset.chosen.filter(adds_up(), polars.col("number") != 0)
    years = sums.filter(polars.col("period_kind") == "year")
    months = sums.filter(polars.col("period_kind") == "year_to_date", polars.col("end").dt.month() < 12)
    parts = months.select("series", "year", "number", row_b="row")
    for row in years.join(parts, on=["series", "year", "number"]).sort("row").iter_rows(named=True):
        part = dataset.row(row["row_b"])
        told, value = series_of(row), value_of(row)
        message = Words(
            f"{told.zh}{period_of(row).zh}全年的{value.zh}就是{period_of(part).zh}的累计数",
            f"{told.en} is {value.en} for all of {period_of(row).en}, exactly its value for {period_of(part).en}",
        )
        yield DataFault(message, (row["row"], row["row_b"]))


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,x
一般公共预算收入,654200,year_to_date,2025-09,56.63,亿元,x
一般公共预算收入,654200,year,2025,56.63,亿元,x
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit
一般公共预算收入,654200,year_to_date,2025-12,66.63,亿元
一般公共预算收入,654200,year,2025,66.63,亿元
""",
    """\
indicator,region,period_kind,period,value,unit
常住人口城镇化率,654200,year_to_date,2025-09,63.2,%
常住人口城镇化率,654200,year,2025,63.2,%
""",
]
