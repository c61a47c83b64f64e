"""One name stands for values on two bases.

## 查什么
同一地区、同一指标、同一时期，口径栏写法不同的数值并存而且数值不同（含兵团与不含兵团、普查与公报等）。

## 为什么要紧
两种口径是两个序列。混用会造出并不存在的增减；评估前须声明用哪一个。

## What it checks
For one indicator, region and period there are values whose stated bases differ and that differ themselves (with and
without a part of the region, census and yearly estimate).

## Why it matters
Two bases are two series. Mixed, they make changes that never happened; which one holds must be declared before anything
is assessed.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.telling import period_of, series_of, value_of

RULE = Rule(
    code="OB06",
    name="bases-mixed",
    severity="info",
    title=Words("同名指标有两种口径", "one name on two bases"),
    advice=Words(
        "在设置中声明采用哪种口径，另一种改用不同的指标名。",
        "Declare which basis holds, and give the other another name.",
    ),
)
KEY = ("name", "measure", "region", "period_kind", "period")


def find(dataset: Dataset) -> Iterator[DataFault]:
    """The values on each basis."""
    stated = dataset.chosen.filter(polars.col("basis").fill_null("").str.strip_chars() != "")
    mixed = stated.filter(polars.col("series").n_unique().over(*KEY) > 1)
    spread = (polars.col("number").max() - polars.col("number").min()).over(*KEY)
    differing = mixed.filter(spread > polars.col("half").sum().over(*KEY))
    for _, rows in differing.group_by(*KEY, maintain_order=True):
        first = dataset.row(rows["row"][0])
        told, period = series_of(first), period_of(first)
        values = [(value_of(row), str(row["basis"])) for row in rows.iter_rows(named=True)]
        chinese = "，".join(f"“{inner(basis)}”口径为{value.zh}" for value, basis in values)
        english = ", ".join(f"{value.en} on the basis {quoted(basis)}" for value, basis in values)
        yield DataFault(
            Words(f"{told.zh}{period.zh}有两种口径的数值：{chinese}", f"{told.en} in {period.en} is {english}"),
            tuple(rows["row"]),
        )


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,basis,x
常住人口,654200,year,2020,1108747,人,不含兵团,x
常住人口,654200,year,2020,1138638,人,含兵团,x
常住人口,654200,year,2021,111,万人,,
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit,basis
常住人口,654200,year,2020,1108747,人,不含兵团
常住人口,654200,year,2020,1138638,人,
""",
    """\
indicator,region,period_kind,period,value,unit,basis
GDP,D1,year,2020,100.2,million EUR,current prices
GDP,D1,year,2020,100,million EUR,chain-linked volumes of 2020
""",
]
