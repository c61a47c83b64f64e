"""A value was known before its period was over.

## 查什么
发布日期早于时期结束（公历年满、季末、月末），而状态不是计划数、估计数或初步数。

## 为什么要紧
时期没有结束就有了定数，不是日期填错，就是把预计数、累计数当成了全年实绩。按“截至某日已知”评估时，这样的日期还会让未来的数据提前用上。

## What it checks
The vintage is earlier than the end of the period, and the value is not marked as planned, estimated or preliminary.

## Why it matters
What is final before the period is over is wrongly dated, or is a forecast or a year to date in disguise. In an
assessment as of a day such a date lets data in that did not exist.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Rule, Words
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.telling import period_of, series_of

RULE = Rule(
    code="OB22",
    name="known-before-end",
    severity="warning",
    title=Words("时期未结束就有数值", "a value known before its period was over"),
    advice=Words(
        "核对发布日期和时期；是预计数的注明状态。", "Check vintage and period; mark it as an estimate if it is one."
    ),
)
EARLY = ("plan", "estimate", "preliminary")
DAYS = 31  # a December figure may be out a few weeks early, in a report to an assembly


def find(dataset: Dataset) -> Iterator[DataFault]:
    """Each such row."""
    is_open = ~polars.col("status").fill_null("").is_in(EARLY)
    early = dataset.observed.filter(
        is_open,
        polars.col("known") < polars.col("end") - polars.duration(days=DAYS),
        polars.col("bound").fill_null("exact") == "exact",
    )
    for row in early.iter_rows(named=True):
        told, period = series_of(row), period_of(row)
        message = Words(
            f"{told.zh}{period.zh}的数值在{row['vintage']}就已发布，早于时期结束（{row['end']}）",
            f"{told.en} for {period.en} was known on {row['vintage']}, before the period ended ({row['end']})",
        )
        yield DataFault(message, (row["row"],))


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,vintage,x
地区生产总值,654200,year,2024,998.72,亿元,2024-10-30,x
地区生产总值,654200,year,2023,930.2,亿元,2024-01-30,
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit,vintage,status
地区生产总值,654200,year,2024,998.72,亿元,2024-11-15,estimate
地区生产总值,654200,year_to_date,2024-09,698.72,亿元,2024-10-20,
""",
    """\
indicator,region,period_kind,period,value,unit
GDP,D1,year,2024,998.72,million EUR
""",
]
