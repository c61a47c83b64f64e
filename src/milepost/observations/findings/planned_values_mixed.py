"""Planned values stand among observed ones.

## 查什么
状态为计划数的数值，与同一指标同一地区的实际数值放在一起；时期已经结束而只有计划数、没有实绩的，尤其要补报。

## 为什么要紧
计划数从不算作实绩。混在一起时，容易被当成完成情况引用。

## What it checks
Values marked as planned stand with observed ones of the same indicator and region; where a period is over and has only
a planned value, the observed one is owed.

## Why it matters
A planned value never counts as observed, and among observed ones it is easily quoted as a result.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Rule, Words
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.telling import series_of, years_words

RULE = Rule(
    code="OB25",
    name="planned-values-mixed",
    severity="info",
    title=Words("计划数混在实际数中", "planned values among observed ones"),
    advice=Words(
        "时期已结束的补报实际数；计划数另存。", "Report what was observed where the period is over; keep plans apart."
    ),
)


def find(dataset: Dataset) -> Iterator[DataFault]:
    """The planned rows of each series."""
    key = ["name", "measure", "region"]
    is_planned = polars.col("status").fill_null("") == "plan"
    today = dataset.today
    over = polars.col("end") <= today if today else polars.lit(value=False)
    is_alone = is_planned.all().over([*key, "period_kind", "period"])
    mixed = dataset.rows.filter((~is_planned).any().over(key), is_planned.any().over(key)).with_columns(
        _owed=over & is_alone
    )
    for _, rows in mixed.filter(is_planned).group_by(*key, maintain_order=True):
        first = rows.row(0, named=True)
        told, owed = series_of(first), rows.filter("_owed")["year"].drop_nulls().to_list()
        span = years_words(owed)
        message = Words(
            f"{told.zh}有{rows.height}个计划数与实际数混在一起"
            + (f"，其中{span.zh}只有计划数、没有实际数" if owed else ""),
            f"{told.en} has {rows.height} planned value{'s' * (rows.height != 1)} among observed ones"
            + (f"; {span.en} has only a planned one" if owed else ""),
        )
        yield DataFault(message, tuple(rows["row"]), about=("planned", str(first["name"]), str(first["region"])))


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,status,x
地区生产总值,654200,year,2023,930.2,亿元,,
地区生产总值,654200,year,2024,990,亿元,plan,x
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit,status
地区生产总值,654200,year,2024,990,亿元,plan
地区生产总值,654200,year,2025,1040,亿元,plan
""",
    """\
indicator,region,period_kind,period,value,unit,status
GDP,D1,year,2023,930.2,million EUR,final
GDP,D1,year,2024,990,million EUR,preliminary
""",
]
