"""Two series have the same values for years.

## 查什么
同一指标在两个地区，或同一地区的两个指标，有三个以上年份的数值一一相同（三位以上有效数字）。

## 为什么要紧
各不相干的两个序列不会年年相同，多半是把一行数据抄到了另一行，或同一数据用了两个名称。

## What it checks
An indicator has the same value in two regions, or two indicators in one region, in three years or more, each of three
significant digits or more.

## Why it matters
Two series that have nothing to do with each other do not agree year after year: a row was copied into another, or one
thing has two names.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Rule, Words
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.telling import series_of, years_words

RULE = Rule(
    code="OB21",
    name="series-copied",
    severity="warning",
    title=Words("两个序列数值雷同", "two series have the same values"),
    advice=Words(
        "核对是否抄错行；同一数据有两个名称的，合为一个。",
        "See whether a row was copied; where one thing has two names, keep one.",
    ),
)
LEAST_YEARS = 3
LEAST_DIGITS = 3


def find(dataset: Dataset) -> Iterator[DataFault]:
    """The rows of both series."""
    digits = polars.col("value").abs().cast(polars.String).str.replace(r"\.0$", "").str.replace(r"\.", "")
    digits = digits.str.strip_chars_start("0").str.strip_chars_end("0").str.len_chars()
    years = dataset.yearly.unique(["series", "year"], keep="first", maintain_order=True)
    values = years.filter(digits >= LEAST_DIGITS)
    # A value that many series have in one year is a common one, such as a standard.
    shared = values.filter(polars.len().over("year", "number", "measure").is_between(2, 3))
    keys = ["year", "number", "measure"]
    columns = ["series", "row", "region", "name"]
    pairs = shared.select(*keys, *columns).join(shared.select(*keys, *columns), on=keys, suffix="_b")
    alike = pairs.filter(
        polars.col("series") < polars.col("series_b"),
        (polars.col("region") == polars.col("region_b")) ^ (polars.col("name") == polars.col("name_b")),
    )
    key = ["series", "series_b"]
    same = alike.filter(polars.len().over(key) >= LEAST_YEARS, polars.col("number").n_unique().over(key) >= LEAST_YEARS)
    for _, rows in same.sort(*key, "year").group_by(*key, maintain_order=True):
        one, other = series_of(dataset.row(rows["row"][0])), series_of(dataset.row(rows["row_b"][0]))
        span = years_words(rows["year"].to_list())
        message = Words(
            f"{one.zh}与{other.zh}{span.zh}的数值完全相同", f"{one.en} and {other.en} have the same values in {span.en}"
        )
        yield DataFault(message, (*rows["row"], *rows["row_b"]))


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,x
粮食产量,654201,year,2020,41.26,万吨,x
粮食产量,654201,year,2021,42.81,万吨,x
粮食产量,654201,year,2022,43.05,万吨,x
粮食产量,654202,year,2020,41.26,万吨,x
粮食产量,654202,year,2021,42.81,万吨,x
粮食产量,654202,year,2022,43.05,万吨,x
粮食产量,654202,year,2023,77.14,万吨,
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit
Teachers,D1,year,2020,12,persons
Teachers,D1,year,2021,14,persons
Teachers,D1,year,2022,15,persons
Teachers,D2,year,2020,12,persons
Teachers,D2,year,2021,14,persons
Teachers,D2,year,2022,15,persons
""",
    """\
indicator,region,period_kind,period,value,unit
粮食产量,654201,year,2020,41.26,万吨
粮食产量,654201,year,2021,42.81,万吨
粮食产量,654202,year,2020,41.26,万吨
粮食产量,654202,year,2021,42.82,万吨
""",
]
