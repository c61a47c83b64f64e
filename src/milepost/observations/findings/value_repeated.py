"""The same value stands in three years or more running.

## 查什么
年度数值连续三年以上完全相同（三位以上有效数字，0和100%除外），而该序列其他年份是变动的，同一指标在别的地区也很少重复。

## 为什么要紧
多半是没有新数，把上年数照抄过来。照抄的数会让“保持”类目标看上去达到，也掩盖了停滞或下滑。

## What it checks
A yearly value is exactly the same for three years or more (three significant digits or more, other than 0 and 100 %)
though the series moves in other years and the indicator seldom repeats itself elsewhere.

## Why it matters
Mostly there was no new figure and the old one was carried forward. Targets to keep something then look met, and a
standstill or fall is hidden.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Rule, Words
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.telling import series_of, value_of, years_words

RULE = Rule(
    code="OB20",
    name="value-repeated",
    severity="info",
    title=Words("多年数值完全相同", "the same value for years"),
    advice=Words(
        "核对是否沿用旧数；确为未变的在备注中说明。",
        "See whether an old value was carried forward; note it where nothing changed.",
    ),
)
LEAST_YEARS = 3
LEAST_DIGITS = 3
SELDOM = 0.1


def find(dataset: Dataset) -> Iterator[DataFault]:
    """The rows of the run."""
    years = dataset.yearly.unique(["series", "year"], keep="first", maintain_order=True)
    digits = polars.col("value").abs().cast(polars.String).str.replace(r"\.0$", "").str.replace(r"\.", "")
    digits = digits.str.strip_chars_start("0").str.strip_chars_end("0").str.len_chars()
    key = "series"
    same = (polars.col("number") == polars.col("number").shift()).over(key)
    steps = years.with_columns(_same=same.fill_null(value=False), _digits=digits).with_columns(
        _run=(~polars.col("_same")).cum_sum().over(key),
        _often=polars.col("_same").mean().over("name", "measure"),
        _values=polars.col("number").n_unique().over(key),
    )
    runs = steps.filter(
        polars.len().over(key, "_run") >= LEAST_YEARS, polars.col("_digits") >= LEAST_DIGITS,
        polars.col("_often") <= SELDOM + polars.col("_same").sum().over(key) / polars.len().over("name", "measure"),
        polars.col("_values") >= LEAST_YEARS,
    )  # fmt: skip
    for _, rows in runs.group_by(key, "_run", maintain_order=True):
        first = rows.row(0, named=True)
        told, value, span = series_of(first), value_of(first), years_words(rows["year"].to_list())
        message = Words(
            f"{told.zh}{span.zh}的数值都是{value.zh}，可能沿用了旧数",
            f"{told.en} is {value.en} in each of {span.en}: an old value may have been carried forward",
        )
        yield DataFault(message, tuple(rows["row"]))


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,x
粮食产量,654200,year,2018,238.4,万吨,
粮食产量,654200,year,2019,240.4,万吨,
粮食产量,654200,year,2020,246.1,万吨,x
粮食产量,654200,year,2021,246.1,万吨,x
粮食产量,654200,year,2022,246.1,万吨,x
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit
Villages with a road,D1,year,2019,100,%
Villages with a road,D1,year,2020,100,%
Villages with a road,D1,year,2021,100,%
Villages with a road,D1,year,2022,98.4,%
Villages with a road,D1,year,2023,98.1,%
""",
    """\
indicator,region,period_kind,period,value,unit
粮食产量,654200,year,2018,238.4,万吨
粮食产量,654200,year,2019,240.4,万吨
粮食产量,654200,year,2020,240.4,万吨
粮食产量,654200,year,2021,246.1,万吨
""",
]
