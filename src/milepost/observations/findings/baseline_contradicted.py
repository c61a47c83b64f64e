"""The statistics contradict a baseline of the plan.

## 查什么
规划所列基期值，与同一指标、同一地区、同一年份的统计数值相差超出四舍五入和容许的误差。两个数值及其口径一并列出；同一年有多种口径的，只要有一种相符就不报告。
需要规划文件。

## 为什么要紧
基期错了，进度就从错误的起点算起：基期偏低，目标看上去轻易完成；基期偏高则相反。

## What it checks
A baseline of the plan differs from the statistics of the same indicator, region and year by more than rounding and the
tolerance. Both are shown with their bases; where there are values on several bases, one that agrees is enough. It needs
the plan.

## Why it matters
With a wrong baseline progress is counted from the wrong start: too low a base makes the target easy, too high a one
makes it hopeless.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.model import Parameter, Rule, Words
from milepost.observations.contradictions import contradicted
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.planned import baselines

RULE = Rule(
    code="OB15",
    name="baseline-contradicted",
    severity="warning",
    title=Words("统计数据与规划基期值不符", "statistics contradict a baseline of the plan"),
    advice=Words(
        "核对规划基期的口径和数据来源，评估时声明以哪个为基期。",
        "Check basis and source of the plan's baseline, and declare which of the two progress is counted from.",
    ),
    parameters=(Parameter("tolerance", 0.01, 0.0, 0.5, Words("允许相差的比例", "share by which they may differ")),),
)


def find(dataset: Dataset) -> Iterator[DataFault]:
    """The observations of the baseline's year."""
    said = Words("规划所列基期值", "the plan's baseline is")
    yield from contradicted(dataset, dataset.derived(baselines), dataset.parameter(RULE, "tolerance"), said)


PLAN = """\
# 塔城地区国民经济和社会发展第十四个五年规划

# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 常住人口城镇化率（%） | 50 | 55 | 预期性 |
| 森林覆盖率（%） | 14.2 | 14.6 | 约束性 |
"""
FINDS = [
    """\
indicator,region,period_kind,period,value,unit,source,x
常住人口城镇化率,654200,year,2020,59.09,%,普查,x
常住人口城镇化率,654200,year,2021,59.93,%,公报,
森林覆盖率,654200,year,2020,14.23,%,公报,
""",
]
PASSES = [
    """\
indicator,region,period_kind,period,value,unit,basis
常住人口城镇化率,654200,year,2020,59.09,%,常住人口
常住人口城镇化率,654200,year,2020,50.2,%,含兵团
""",
    """\
indicator,region,period_kind,period,value,unit
常住人口城镇化率,654201,year,2020,70.2,%
常住人口城镇化率,654200,year,2019,52.2,%
户籍人口城镇化率,654200,year,2020,38.2,%
""",
]
