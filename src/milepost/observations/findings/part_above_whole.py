"""A part is larger than the whole.

## 查什么
下级行政区的总量大于全地区的总量；同一地区的组成部分大于整体（城镇人口大于常住人口、某产业增加值大于地区生产总值等）。时期相同，差额超出四舍五入。

## 为什么要紧
部分不可能大于整体，必有一个数值、单位、地区或口径填错。

## What it checks
A division's total is larger than that of the whole region, or a component is larger than what it is a component of
(urban and resident population, value added of a sector and gross product), for one period and beyond rounding.

## Why it matters
A part cannot be larger than the whole: a value, a unit, a region or a coverage is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Rule, Words
from milepost.observations.comparing import apart
from milepost.observations.components import RATIOS
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.telling import period_of, series_of, value_of
from milepost.observations.territory import additive, territory

RULE = Rule(
    code="OB12",
    name="part-above-whole",
    severity="error",
    title=Words("部分大于整体", "a part is larger than the whole"),
    advice=Words("核对两个数值的单位、地区和口径。", "Check unit, region and coverage of both values."),
)


def find(dataset: Dataset) -> Iterator[DataFault]:
    """The part and the whole."""
    land = territory(dataset)
    if land is not None:
        rows = additive(dataset, land)
        key = ["name", "measure", "basis_key", "period_kind", "period"]
        whole = rows.filter(polars.col("place") == land.whole)
        yield from _above(rows.filter(polars.col("place") != land.whole), whole, key, dataset)
    exact = dataset.chosen.filter(polars.col("bound").fill_null("exact") == "exact", ~polars.col("is_part"))
    key = ["whole", "measure", "region", "period_kind", "period"]
    for ratio in RATIOS:
        if ratio.is_part:
            parts = exact.filter(polars.col("name") == ratio.part).with_columns(whole=polars.lit(ratio.whole))
            whole = exact.filter(polars.col("name") == ratio.whole).with_columns(whole="name")
            yield from _above(parts, whole, key, dataset)


def _above(parts: polars.DataFrame, whole: polars.DataFrame, key: list[str], dataset: Dataset) -> Iterator[DataFault]:
    pairs = parts.join(whole.select(*key, "row", "number", "half"), on=key, suffix="_b")
    # Where the whole has several values (of two bases), the part must be larger than all of them.
    smallest = polars.col("number_b") == polars.col("number_b").max().over("row")
    above = pairs.filter(smallest, polars.col("number") > polars.col("number_b"), apart("number", "number_b"))
    for row in above.unique("row", keep="first").sort("row").iter_rows(named=True):
        other = dataset.row(row["row_b"])
        told, value, of = series_of(row), value_of(row), series_of(other)
        message = Words(
            f"{told.zh}{period_of(row).zh}为{value.zh}，大于其整体{of.zh}的{value_of(other).zh}",
            f"{told.en} is {value.en} in {period_of(row).en}, more than the whole, {of.en}: {value_of(other).en}",
        )
        yield DataFault(message, (row["row"], row["row_b"]))


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,x
常住人口,654200,year,2023,109.65,万人,x
城镇人口,654200,year,2023,168.18,万人,x
城镇人口,654200,year,2022,68.18,万人,
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit
常住人口,654200,year,2023,109.65,万人
城镇人口,654200,year,2023,68.18,万人
""",
    """\
indicator,region,period_kind,period,value,unit
常住人口,654200,year,2023,109.65,万人
城镇人口,654200,year,2024,110.18,万人
""",
]
