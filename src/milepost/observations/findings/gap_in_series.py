"""A yearly series has years without a value between others that have one.

## 查什么
同一地区同一指标的年度数据中间缺年：首尾年份之间有的年份没有数值。固定间隔的调查（每五年一次等）不查，但每年都应有统计的流量除外；同一指标在许多地区缺同样的年份时合并为一条。

## 为什么要紧
缺年使累计数、年均增速和进度无从计算，或被悄悄跳过；多半是漏报，也可能是改换口径时没有衔接。

## What it checks
The yearly values of an indicator for a region leave out years between the first and the last. Surveys at a fixed
interval (every five years) are left alone, flows that are counted every year are not; regions that lack the same years
of one indicator are one finding.

## Why it matters
Sums, average growth and progress cannot be worked out over a gap, or jump it in silence. Mostly a year was never
reported; sometimes the coverage changed and nobody joined the ends.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Rule, Words
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.telling import names_words, place_of, series_of, years_words

RULE = Rule(
    code="OB01",
    name="gap-in-series",
    severity="warning",
    title=Words("年度数据缺年", "a yearly series has gaps"),
    advice=Words(
        "补报缺年的数值；确实没有统计的，在备注中说明。", "Supply the missing years, or say why there are none."
    ),
)
FEWEST = 3


def find(dataset: Dataset) -> Iterator[DataFault]:
    """The last value before and the first one after each gap."""
    years = dataset.observed.filter(polars.col("period_kind") == "year")
    single = years.unique(["name", "measure", "region", "year"], keep="first", maintain_order=True)
    key = ["name", "measure", "region"]
    steps = single.sort(*key, "year").with_columns(
        before=polars.col("row").shift().over(key), step=(polars.col("year") - polars.col("year").shift()).over(key)
    )
    series = polars.col("step").over(key)
    is_long = polars.len().over(key) >= FEWEST
    is_spaced = (series.min() == series.max()) & (series.min() > 1)
    is_flow = polars.col("nature").fill_null("") == "flow"
    gaps = steps.filter(is_long, (polars.col("step") > 1), ~is_spaced.over(key) | is_flow)
    missing = gaps.group_by(*key, maintain_order=True).agg(
        "before",
        "row",
        missing=polars.int_ranges(polars.col("year") - polars.col("step") + 1, "year").list.explode(
            keep_nulls=False, empty_as_null=False
        ),
    )
    for _, alike in missing.group_by("name", "measure", "missing", maintain_order=True):
        yield _fault(alike, dataset)


def _fault(alike: polars.DataFrame, dataset: Dataset) -> DataFault:
    rows = sorted({int(row) for ends in (alike["before"], alike["row"]) for row in ends.explode()})
    lacking = years_words(alike["missing"][0].to_list())
    first = dataset.row(rows[0])
    if alike.height == 1:
        told = series_of(first)
        message = Words(f"{told.zh}缺{lacking.zh}的数值", f"{told.en} has no value for {lacking.en}")
        return DataFault(message, tuple(rows))
    places = names_words([place_of(dataset.row(ends[0])) for ends in alike["row"]])
    name = str(first["indicator"])
    message = Words(
        f"“{name}”在{alike.height}个地区缺{lacking.zh}的数值：{places.zh}",
        f"'{name}' has no value for {lacking.en} in {alike.height} regions: {places.en}",
    )
    return DataFault(message, tuple(rows), about=("gap", name, lacking.en))


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,x
地区生产总值,654200,year,2019,690.1,亿元,
地区生产总值,654200,year,2020,737.6,亿元,x
地区生产总值,654200,year,2022,877.5,亿元,x
地区生产总值,654200,year,2023,930.2,亿元,
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit
森林覆盖率,654200,year,2008,13.1,%
森林覆盖率,654200,year,2013,13.4,%
森林覆盖率,654200,year,2018,13.8,%
""",
    """\
indicator,region,period_kind,period,value,unit
Households with water,D1,year,2019,61.2,%
Households with water,D1,year,2020,63.5,%
Households with water,D1,year,2021,66.1,%
Households with water,D2,year,2019,41.2,%
""",
]
