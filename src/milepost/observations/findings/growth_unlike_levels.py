"""The growth that a source states is not the growth of its levels.

## 查什么
来源给出的比上年增长百分数，与按上年和当年数值算出的增长相差超过容许范围。只在口径允许时比较：按可比价格或同口径计算增速的指标
（地区生产总值、各产业增加值、规上工业、一般公共预算收入等）不比；数值由增速推算出来的也不比。

## 为什么要紧
两者不合，说明有一个数值错了，或上年数值已修订而没有更新；按数值推算的进度就会偏离公布的增速。

## What it checks
The change on the year before that a source prints with a value differs from the change worked out from the two values.
They are compared only where the basis allows: not where growth is stated at constant prices or on the same coverage
(gross product, value added, budget revenue), and not where a value was itself worked out from the growth.

## Why it matters
If they disagree one figure is wrong, or last year's value was revised and never updated; progress by levels then
departs from the growth that was published.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Parameter, Rule, Words
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.telling import plain, series_of, value_of
from milepost.plans.concepts.table import concept

RULE = Rule(
    code="OB07",
    name="growth-unlike-levels",
    severity="warning",
    title=Words("公布的增速与数值不合", "growth stated unlike growth computed"),
    advice=Words(
        "核对上年数值是否已修订、口径是否相同；以公布的增速为准时在备注中说明。",
        "See whether last year was revised and the coverage is the same; note it where the stated growth holds.",
    ),
    parameters=(Parameter("points", 0.5, 0.0, 20.0, Words("允许相差的百分点", "points by which they may differ")),),
)
ADJUSTED = frozenset(("constant_prices", "same_coverage", "calendar_year"))
"""Bases on which growth is not that of the levels. Fixed investment (sum of the calendar year) is published
with growth on the coverage of the year before, and statistics say so only in a footnote."""
MONEY = ("CNY", "USD", "EUR")


def find(dataset: Dataset) -> Iterator[DataFault]:
    """The value with its stated growth, and the value of the year before."""
    years = dataset.yearly.unique(["series", "year"], keep="first", maintain_order=True)
    derived = polars.col("source_kind").fill_null("") == "derived"
    before = years.select(
        "series", year=polars.col("year") + 1, row_b="row", number_b="number", half_b="half", derived_b=derived
    )
    pairs = years.join(before, on=["series", "year"]).filter(
        polars.col("growth_percent").is_finite(), polars.col("number_b") > 0, polars.col("number") > 0,
        ~derived, ~polars.col("derived_b"), ~polars.col("is_part"),
    ).filter(_may_compare(dataset))  # fmt: skip
    ratio = polars.col("number") / polars.col("number_b")
    open_left = (
        100 * ratio * (polars.col("half") / polars.col("number") + polars.col("half_b") / polars.col("number_b"))
    )
    computed = pairs.with_columns(_growth=(ratio - 1) * 100)
    allowed = open_left + 0.05 + dataset.parameter(RULE, "points")
    wrong = computed.filter((polars.col("_growth") - polars.col("growth_percent")).abs() > allowed)
    for row in wrong.sort("row").iter_rows(named=True):
        told, value, former = series_of(row), value_of(row), value_of(dataset.row(row["row_b"]))
        stated, found = plain(row["growth_percent"]), plain(round(row["_growth"], 2))
        message = Words(
            f"{told.zh}{row['year']}年公布比上年增长{stated}%，而由{former.zh}到{value.zh}算得{found}%",
            f"{told.en} is said to have changed by {stated}% in {row['year']}; from {former.en} to {value.en} "
            f"it is {found}%",
        )
        yield DataFault(message, (row["row"], row["row_b"]))


def _may_compare(dataset: Dataset) -> polars.Expr:
    """Whether growth may be worked out from levels: known concepts whose growth is nominal, and physical quantities."""
    names = [name for name in dataset.rows["concept"].unique().to_list() if name is not None]
    nominal = [name for name in names if not ADJUSTED & _growth_bases(name)]
    is_money = polars.col("measure").str.contains_any(list(MONEY))
    return polars.col("concept").is_in(nominal) | (polars.col("concept").is_null() & ~is_money)


def _growth_bases(name: str) -> frozenset[str]:
    bases: set[str] = set()
    for each in (concept(name), concept(f"{name}_growth")):
        bases |= set(each.basis) if each else set()
    return frozenset(bases)


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,source_kind,growth_percent,x
农村居民人均可支配收入,654200,year,2021,20577,元,official,,x
农村居民人均可支配收入,654200,year,2022,21914,元,official,8.5,x
农村居民人均可支配收入,654200,year,2023,23668,元,official,8,
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit,growth_percent
地区生产总值,654200,year,2021,820,亿元,
地区生产总值,654200,year,2022,877.47,亿元,5.2
""",
    """\
indicator,region,period_kind,period,value,unit,growth_percent
粮食产量,654200,year,2020,48.08,亿斤,
粮食产量,654200,year,2021,49.21,亿斤,2.35
""",
]
