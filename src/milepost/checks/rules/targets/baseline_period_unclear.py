"""A reduction has a baseline, and over which time it was reduced is not said.

## 查什么
“……降低率”“……减少”等降幅类指标在基期年份栏填了一个数，目标是规划期的降幅，却没有注明基期数是当年降幅还是上一规划期的累计降幅。

## 为什么要紧
当年降1%与五年累计降15%不能相比；口径不明，容易得出目标过高或过低的错误结论。

## What it checks
An indicator that is itself a reduction has a figure for the base year, while its target runs over the plan period, and
nothing says whether the figure is of one year or of the whole period before.

## Why it matters
One per cent in a year and fifteen in five years cannot be compared. Without the time, the target looks too high or
too low.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.goals import goals
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="TA29",
    name="baseline-period-unclear",
    severity="info",
    title=Words("降幅的基期口径不明", "over which time a baseline reduction runs is unclear"),
    advice=Words("注明基期数是当年降幅还是累计降幅。", "Say whether the baseline is of one year or of a whole period."),
    remedy="note",
)
_MARKED_AS_SUM = re.compile(r"[〔\[(].+[〕\])]|,|-")  # 〔15〕, 15 (2016-2020)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name and the baseline."""
    for goal in inspection.derived(goals):
        row = goal.item
        if not goal.in_table or goal.concept is None or goal.concept.change != "fall" or goal.start is None:
            continue
        start = goal.start.of(inspection.folded)
        if goal.target.kind == "annual_growth" or _MARKED_AS_SUM.search(start) or goal.target is not row.target:
            continue
        yield Fault(
            Words(
                f"“{inner(goal.name)}”的基期数“{inner(start)}”未注明是当年降幅还是累计降幅",
                f"whether the baseline {quoted(start)} of {quoted(goal.name)} is of one year or of several is not said",
            ),
            (goal.places[0], goal.start),
        )


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| ⟦单位地区生产总值能耗降低（%）⟧ | ⟦1.2⟧ | 〔14〕 | 约束性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
    """\
# Headline indicators

| Indicator | Baseline (2020) | Target (2025) |
|---|---|---|
| ⟦Reduction of energy intensity (%)⟧ | ⟦1.2⟧ | 14 |
| Life expectancy (years) | 74.2 | 76 |
""",
]
PASSES = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 单位地区生产总值能耗降低（%） | — | 〔14〕 | 约束性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 单位地区生产总值能耗降低（%） | 〔15.1〕 | 〔14〕 | 约束性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
]
