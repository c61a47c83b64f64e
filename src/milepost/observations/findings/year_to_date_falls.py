"""A year to date falls from one month to a later one.

## 查什么
同一指标同一年内，后一个累计数小于前一个累计数（如1—9月小于1—6月）；只查只增不减的流量，可为负的差额不查。

## 为什么要紧
累计数只会增加。减少说明有一个数值错了，或中途换了口径、核减了数据而没有说明。

## What it checks
Within a year the value of more months is smaller than that of fewer. Only flows that cannot be negative are held to
this; balances are not.

## Why it matters
A running total only rises. If it falls one of the values is wrong, or the coverage changed on the way unsaid.
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
    code="OB10",
    name="year-to-date-falls",
    severity="error",
    title=Words("年内累计数下降", "a year to date falls"),
    advice=Words(
        "核对两期的数值和口径；确有核减的在备注中说明。",
        "Check value and coverage of both; note a correction downward.",
    ),
)


def find(dataset: Dataset) -> Iterator[DataFault]:
    """The two values."""
    is_exact = polars.col("bound").fill_null("exact") == "exact"
    sums = dataset.chosen.filter(adds_up(), is_exact, polars.col("period_kind") == "year_to_date")
    key = ["series", "year"]
    steps = sums.sort(*key, "end").with_columns(
        row_b=polars.col("row").shift().over(key),
        number_b=polars.col("number").shift().over(key),
        half_b=polars.col("half").shift().over(key),
    )
    for row in steps.filter(polars.col("number") < polars.col("number_b"), apart("number", "number_b")).iter_rows(
        named=True
    ):
        former = dataset.row(row["row_b"])
        told, value, other = series_of(row), value_of(row), value_of(former)
        message = Words(
            f"{told.zh}{period_of(row).zh}累计为{value.zh}，小于{period_of(former).zh}的{other.zh}",
            f"{told.en} is {value.en} for {period_of(row).en}, less than {other.en} for {period_of(former).en}",
        )
        yield DataFault(message, (row["row_b"], row["row"]))


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,x
社会消费品零售总额,654200,year_to_date,2025-03,21.3,亿元,
社会消费品零售总额,654200,year_to_date,2025-06,47.9,亿元,x
社会消费品零售总额,654200,year_to_date,2025-09,45.1,亿元,x
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit
社会消费品零售总额,654200,year_to_date,2025-11,86.1,亿元
社会消费品零售总额,654200,year_to_date,2026-01,7.9,亿元
""",
    """\
indicator,region,period_kind,period,value,unit
Unemployment rate,D1,year_to_date,2025-03,5.4,%
Unemployment rate,D1,year_to_date,2025-06,5.1,%
""",
]
