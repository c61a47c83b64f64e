"""Values without a source.

## 查什么
既没有来源也没有网址的数值，合并为一条。

## 为什么要紧
没有来源的数值无法复核，两个数值不一致时也无从判断以谁为准。

## What it checks
Values with neither a source nor an address, all in one finding.

## Why it matters
A value without a source cannot be checked, and when two disagree nobody can tell which one to believe.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Rule, Words
from milepost.observations.inspection import DataFault, Dataset

RULE = Rule(
    code="OB24",
    name="source-missing",
    severity="info",
    title=Words("数值没有来源", "values without a source"),
    advice=Words("补填来源，或在导入时统一注明。", "Give the source, or name it for all when importing."),
)


def find(dataset: Dataset) -> Iterator[DataFault]:
    """All rows without a source."""
    absent = [polars.col(name).fill_null("").str.strip_chars() == "" for name in ("source", "url")]
    rows = dataset.rows.filter(*absent)
    if rows.is_empty():
        return
    some = rows.height < dataset.rows.height
    message = Words(
        f"{'有' if some else '全部'}{rows.height}个数值没有来源",
        f"{rows.height if some else f'all {rows.height}'} value{'s' * (rows.height != 1)} "
        f"{'have' if rows.height != 1 else 'has'} no source",
    )
    yield DataFault(message, tuple(rows["row"]), about=("source",))


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,source,x
地区生产总值,654200,year,2023,930.2,亿元,公报,
地区生产总值,654200,year,2024,998.7,亿元,,x
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit,source
地区生产总值,654200,year,2023,930.2,亿元,公报
""",
    """\
indicator,region,period_kind,period,value,unit,url
GDP,D1,year,2023,930.2,million EUR,https://example.org/gdp
""",
]
