"""The statistics contradict a figure that the plan's text gives for the past.

## 查什么
规划正文中某一整年的现状数值，与同一指标、同一地区、同一年份的统计数值相差超出四舍五入和容许的误差。需要规划文件。

## 为什么要紧
规划发布后统计数据常有修订。正文引用的是旧数，评估时以统计数据为准，并说明差异。

## What it checks
A figure for one whole year in the plan's text differs from the statistics of the same indicator, region and year by
more than rounding and the tolerance. It needs the plan.

## Why it matters
Statistics are revised after a plan is published. The text keeps the former figure; an evaluation takes the statistics
and says that they differ.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.model import Parameter, Rule, Words
from milepost.observations.contradictions import contradicted
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.planned import facts

RULE = Rule(
    code="OB16",
    name="fact-contradicted",
    severity="info",
    title=Words("统计数据与规划正文数字不符", "statistics contradict a figure of the plan's text"),
    advice=Words(
        "以统计数据为准，评估时说明与规划所述不同。", "Take the statistics, and say that the plan has another figure."
    ),
    parameters=(Parameter("tolerance", 0.01, 0.0, 0.5, Words("允许相差的比例", "share by which they may differ")),),
)


def find(dataset: Dataset) -> Iterator[DataFault]:
    """The observations of the fact's year."""
    said = Words("规划正文所述", "the plan's text has")
    yield from contradicted(dataset, dataset.derived(facts), dataset.parameter(RULE, "tolerance"), said)


PLAN = """\
塔城地区国民经济和社会发展第十四个五年规划
第一章  发展基础
2020年，全地区完成地区生产总值737.57亿元，常住人口城镇化率达到50%。
"""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,x
地区生产总值,654200,year,2020,812.3,亿元,x
地区生产总值,654200,year,2021,850,亿元,
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit
地区生产总值,654200,year,2020,737.5736,亿元
地区生产总值,654200,year,2021,812.3,亿元
""",
    """\
indicator,region,period_kind,period,value,unit
常住人口城镇化率,654200,year,2020,50.3,%
""",
]
