"""A value lies beyond what can be true.

## 查什么
数值超出该指标可能的范围：占比、覆盖率等超过100%或为负，人数、面积、产量为负，增速低于−100%等。范围取自指标概念表；概念表没有的指标，只查人数、户数等计数为负。

## 为什么要紧
不可能的数值一定有错：录入、单位或列位错误。用它计算进度，结论也是错的。

## What it checks
A value is outside the range that is possible for what it measures: shares and coverage over 100 % or below zero,
negative persons, areas or output. The ranges are those of the table of concepts; what the table does not know is held
only to this: persons, households and areas are not negative.

## Why it matters
What cannot be true is wrong: a slip of the hand, of the unit or of the column. Whatever is computed with it is wrong
too.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.model import Rule, Words
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.limits import impossible
from milepost.observations.telling import in_unit_of, period_of, series_of, value_of

RULE = Rule(
    code="OB02",
    name="value-impossible",
    severity="error",
    title=Words("数值不可能成立", "a value cannot be true"),
    advice=Words(
        "核对数值、单位和所在列，以更正后的数值另报一版。",
        "Check value, unit and column; report it again as a new vintage.",
    ),
)


def find(dataset: Dataset) -> Iterator[DataFault]:
    """Each value beyond the limits of its concept."""
    beyond = dataset.derived(impossible)
    for row in beyond.iter_rows(named=True):
        below = row["_low"] is not None and row["number"] < row["_low"]
        limit = in_unit_of(row, row["_low"] if below else row["_high"])
        told, value, period = series_of(row), value_of(row), period_of(row)
        message = Words(
            f"{told.zh}{period.zh}为{value.zh}，不可能{'低于' if below else '高于'}{limit.zh}",
            f"{told.en} is {value.en} in {period.en}; it cannot be {'below' if below else 'above'} {limit.en}",
        )
        yield DataFault(message, (row["row"],))


PLAN = ""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,x
常住人口城镇化率,654200,year,2021,59.93,%,
常住人口城镇化率,654200,year,2022,160.8,%,x
常住人口,654200,year,2022,-111,万人,x
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit
地区生产总值增速,654200,year,2021,-5.7,%
常住人口城镇化率,654200,year,2022,100,%
净迁入人口,654200,year,2022,-3,万人
""",
    """\
indicator,region,period_kind,period,value,unit
Forest cover,D1,year,2021,13.6,%
Population growth,D1,year,2021,-0.6,%
""",
]
