"""The quarters, half-years or months of a year do not add up to the year.

## 查什么
逐期累加的流量：四个季度、两个半年或十二个月齐全，而合计与全年数值之差超出四舍五入和容许的误差；1—12月累计数与全年数不同的，也列出。

## 为什么要紧
两者不合，说明有一期填错，或全年数已修订而各期未改；用哪一个，增速和进度就不一样。

## What it checks
For what adds up over a year: the four quarters, both half-years or all twelve months are there, and their sum differs
from the value of the year by more than rounding and the tolerance; or the value for January to December does.

## Why it matters
If they disagree one period is wrong, or the year was revised and its parts were not; growth and progress depend on
which of them is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars

from milepost.checks.model import Parameter, Rule, Words
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.telling import in_unit_of, period_of, series_of, value_of
from milepost.observations.within_year import adds_up

RULE = Rule(
    code="OB26",
    name="periods-unlike-year",
    severity="warning",
    title=Words("各期之和与全年数不符", "the periods of a year do not add up to it"),
    advice=Words(
        "核对各期数值；全年数有修订的，各期一并修订或在备注中说明。",
        "Check each period; where the year was revised, revise its parts or note it.",
    ),
    parameters=(
        Parameter("tolerance", 0.005, 0.0, 0.2, Words("允许相差的比例", "share by which they may differ")),
    ),
)  # fmt: skip
PERIODS: Final = {"quarter": 4, "half_year": 2, "month": 12}
NAMES: Final = {
    "quarter": Words("四个季度之和", "its quarters add up to"),
    "half_year": Words("两个半年之和", "its half-years add up to"),
    "month": Words("十二个月之和", "its months add up to"),
    "year_to_date": Words("1—12月累计", "January to December is"),
}


def find(dataset: Dataset) -> Iterator[DataFault]:
    """The year and its periods."""
    is_exact = polars.col("bound").fill_null("exact") == "exact"
    sums = dataset.chosen.filter(adds_up(), is_exact)
    years = sums.filter(polars.col("period_kind") == "year")
    parts = sums.filter(polars.col("period_kind").is_in(list(PERIODS)))
    whole = sums.filter(polars.col("period_kind") == "year_to_date", polars.col("end").dt.month() == 12)
    added = polars.concat([parts, whole]).group_by("series", "year", "period_kind", maintain_order=True).agg(
        parts="row", sum=polars.col("number").sum(), half_sum=polars.col("half").sum(), count=polars.len()
    )  # fmt: skip
    needed = polars.col("period_kind").replace_strict(PERIODS, default=1, return_dtype=polars.UInt32)
    complete = added.filter(polars.col("count") == needed).rename({"period_kind": "of"})
    pairs = years.join(complete, on=["series", "year"])
    number = polars.col("number")
    allowed = polars.col("half_sum") + polars.col("half") + dataset.parameter(RULE, "tolerance") * number.abs()
    for row in pairs.filter((polars.col("sum") - number).abs() > allowed).sort("row", "of").iter_rows(named=True):
        told, value, total, named = series_of(row), value_of(row), in_unit_of(row, row["sum"]), NAMES[row["of"]]
        message = Words(
            f"{told.zh}{period_of(row).zh}为{value.zh}，而{named.zh}为{total.zh}",
            f"{told.en} is {value.en} in {period_of(row).en}, but {named.en} {total.en}",
        )
        yield DataFault(message, (row["row"], *row["parts"]))


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,x
地区生产总值,654200,year,2023,930.2,亿元,x
地区生产总值,654200,quarter,2023-Q1,180.1,亿元,x
地区生产总值,654200,quarter,2023-Q2,220.3,亿元,x
地区生产总值,654200,quarter,2023-Q3,230.5,亿元,x
地区生产总值,654200,quarter,2023-Q4,250.3,亿元,x
地区生产总值,654200,quarter,2024-Q1,190.3,亿元,
""",
    """\
indicator,region,period_kind,period,value,unit,x
固定资产投资,654200,year,2023,300.7,亿元,x
固定资产投资,654200,year_to_date,2023-12,290.2,亿元,x
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit
地区生产总值,654200,year,2023,881.2,亿元
地区生产总值,654200,quarter,2023-Q1,180.1,亿元
地区生产总值,654200,quarter,2023-Q2,220.3,亿元
地区生产总值,654200,quarter,2023-Q3,230.5,亿元
地区生产总值,654200,quarter,2023-Q4,250.3,亿元
""",
    """\
indicator,region,period_kind,period,value,unit
Visitors,D1,year,2023,9,million EUR
Visitors,D1,half_year,2023-H1,3,million EUR
Unemployment rate,D1,year,2023,5.1,%
Unemployment rate,D1,half_year,2023-H1,5,%
Unemployment rate,D1,half_year,2023-H2,5.2,%
""",
]
