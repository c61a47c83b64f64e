"""Preliminary values were never replaced by final ones.

## 查什么
状态为初步数、估计数的数值，时期结束已超过两年，仍没有最终数、修订数或上级核定数。同一来源合并为一条。

## 为什么要紧
初步数通常会被年鉴数据修订。一直用初步数，评估结论可能与最终统计不符。

## What it checks
Values marked preliminary or estimate whose period ended more than two years ago, with no final, revised or certified
value since. Those of one source are one finding.

## Why it matters
Yearbooks revise preliminary figures as a rule. An evaluation that keeps to them may contradict the final statistics.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Parameter, Rule, Words
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.telling import names_words, source_of, years_words

RULE = Rule(
    code="OB18",
    name="preliminary-never-revised",
    severity="info",
    title=Words("初步数一直没有修订", "preliminary values were never revised"),
    advice=Words(
        "按年鉴补报最终数；没有修订的，改注状态。",
        "Add the yearbook's final value; where nothing was revised, mark it final.",
    ),
    parameters=(Parameter("years", 2.0, 0.5, 10.0, Words("时期结束后多少年", "years after the end of the period")),),
)
WEAK = ("preliminary", "estimate")


def find(dataset: Dataset) -> Iterator[DataFault]:
    """The rows of each source."""
    today = dataset.today
    if today is None:
        return
    status = polars.col("status").fill_null("")
    key = ["name", "measure", "region", "period_kind", "period"]
    is_final = ~status.is_in(WEAK)
    days = int(dataset.parameter(RULE, "years") * 365.25)
    waiting = dataset.observed.filter(
        ~is_final.any().over(key), polars.col("end") < polars.lit(today).dt.offset_by(f"-{days}d")
    )
    for _, rows in waiting.group_by(polars.col("source").fill_null(""), maintain_order=True):
        source = source_of(rows.row(0, named=True))
        years = years_words(rows["year"].to_list())
        names = names_words(list(dict.fromkeys(rows["indicator"].to_list())))
        some, verb = ("", "is") if rows.height == 1 else ("s", "are")
        message = Words(
            f"{source.zh}{years.zh}的{rows.height}个数值仍是初步数或估计数：{names.zh}",
            f"{rows.height} value{some} from {source.en} for {years.en} {verb} still preliminary: {names.en}",
        )
        yield DataFault(message, tuple(rows["row"]), about=("preliminary", source.en, years.en))


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,status,x
社会消费品零售总额,654203,year,2021,17.5,亿元,estimate,x
社会消费品零售总额,654203,year,2024,21.2,亿元,preliminary,
社会消费品零售总额,654203,year,2025,22.4,亿元,preliminary,
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit,status,vintage
GDP,D1,year,2021,17.5,million EUR,preliminary,2022-02-01
GDP,D1,year,2021,17.9,million EUR,final,2022-12-01
GDP,D1,year,2025,21.2,million EUR,preliminary,2026-02-01
""",
    """\
indicator,region,period_kind,period,value,unit
GDP,D1,year,2021,17.5,million EUR
GDP,D1,year,2025,17.9,million EUR
""",
]
