"""A binding indicator has no baseline.

## 查什么
主要指标表中的约束性指标没有基期值（空格或短横线），正文也没有给出。表内同时有目标值和累计增量的，提示由两者推算出的基期。

## 为什么要紧
约束性指标要分解、要考核；没有起点，目标可能低于现状，分解和考核都没有依据。

## What it checks
A binding indicator of the headline table has no baseline, in the table or in the text. Where the row gives both the
target and the gain, the baseline that follows from them is named.

## Why it matters
A binding indicator is shared out and judged by. Without a start the target may lie below today's value, and neither
sharing nor judging has a ground.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.goals import Goal
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.starts import rows_without_start
from milepost.plans.model import Indicator

RULE = Rule(
    code="TA06",
    name="binding-baseline-missing",
    severity="warning",
    title=Words("约束性指标缺基期值", "a binding indicator has no baseline"),
    advice=Words("补上基期年份的数值及口径。", "Give the value of the base year and its coverage."),
    remedy="note",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name and target of each such row."""
    for goal in rows_without_start(inspection):
        if goal.attribute != "binding":
            continue
        implied = _implied(goal)
        yield Fault(
            Words(
                f"约束性指标“{inner(goal.name)}”没有基期值" + (f"，由目标和累计增量推算为{implied}" if implied else ""),
                f"the binding indicator {quoted(goal.name)} has no baseline"
                + (f"; target and gain imply {implied}" if implied else ""),
            ),
            goal.places,
        )


def _implied(goal: Goal) -> str | None:
    row = goal.item
    if not isinstance(row, Indicator) or row.cumulative is None or row.cumulative.kind != "cumulative":
        return None
    if goal.target.kind != "level" or goal.target.value is None or row.cumulative.value is None:
        return None
    return f"{goal.target.value - row.cumulative.value:.4g}"


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| ⟦劳动年龄人口平均受教育年限（年）⟧ | — | ⟦11.3⟧ | 约束性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
]
PASSES = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 劳动年龄人口平均受教育年限（年） | 10.9 | 11.3 | 约束性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 每千人口拥有执业（助理）医师数（人） | — | 3.2 | 预期性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
]
