"""A series has no value for the last years.

## 查什么
已有两年以上数值的年度指标，最近两年没有新数值（以数据中最近的时期或指定日期为准）。同一指标在多个地区合并为一条。每五年等固定间隔的调查，过了下一次的时间才算。

## 为什么要紧
没有近期数据就不能评估，指标会停在旧的结论上；多半是停报、改名或改口径。

## What it checks
A yearly indicator with values for two years or more has none for the last two (counted from the latest period in the
data, or the day given). Regions of one indicator are one finding. A survey at a fixed interval is late only when its
next round is.

## Why it matters
Without recent data nothing can be assessed and an old answer stands. Mostly a report ceased, or was renamed.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Parameter, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.telling import names_words, place_of

RULE = Rule(
    code="OB19",
    name="series-stale",
    severity="info",
    title=Words("指标多年没有新数据", "a series has no recent value"),
    advice=Words(
        "补报近年数值；已停止统计的，改用替代指标。",
        "Supply recent values; where the series has ceased, name a substitute.",
    ),
    parameters=(Parameter("years", 2.0, 1.0, 20.0, Words("多少年没有新数据", "years without a new value")),),
)


def find(dataset: Dataset) -> Iterator[DataFault]:
    """The last row of each series."""
    today = dataset.today
    if today is None:
        return
    # The year that counts as the last one is over.
    latest = today.year if (today.month, today.day) == (12, 31) else today.year - 1
    key = ["name", "measure", "region"]
    years = dataset.observed.filter(polars.col("period_kind") == "year")
    single = years.unique([*key, "year"], keep="first", maintain_order=True).sort(*key, "year")
    spaced = single.with_columns(_step=(polars.col("year") - polars.col("year").shift()).over(key))
    step = polars.col("_step").max().over(key).fill_null(1)
    # A value for a shorter period of a later year is recent news, too.
    newest = dataset.observed.group_by(key).agg(newest=polars.col("year").max())
    last = (
        spaced.filter(
            polars.len().over(key) > 1,
            polars.col("year") == polars.col("year").max().over(key),
        )
        .join(spaced.select(*key, "year", step=step), on=[*key, "year"])
        .join(newest, on=key)
    )
    allowed = polars.max_horizontal(polars.lit(dataset.parameter(RULE, "years")), polars.col("step"))
    stale = last.filter(latest - polars.col("newest") >= allowed).sort("row")
    for _, rows in stale.group_by("name", "measure", "year", maintain_order=True):
        first = rows.row(0, named=True)
        name, places = str(first["indicator"]), names_words([place_of(row) for row in rows.iter_rows(named=True)])
        message = Words(
            f"“{inner(name)}”（{places.zh}）{first['year']}年以后没有数值",
            f"{quoted(name)} ({places.en}) has no value after {first['year']}",
        )
        yield DataFault(message, tuple(rows["row"]), about=("stale", name, str(first["year"])))


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,x
森林覆盖率,654200,year,2018,14.1,%,
森林覆盖率,654200,year,2019,14.2,%,x
地区生产总值,654200,year,2018,612,亿元,
地区生产总值,654200,year,2023,930,亿元,
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit
人均预期寿命,654200,year,2015,74.1,岁
人均预期寿命,654200,year,2020,75.2,岁
地区生产总值,654200,year,2023,930,亿元
""",
    """\
indicator,region,period_kind,period,value,unit
GDP,D1,year,2019,10,million EUR
GDP,D1,year,2020,11,million EUR
GDP,D1,year_to_date,2022-09,9,million EUR
Crime,D1,year,2022,9,cases
""",
]
