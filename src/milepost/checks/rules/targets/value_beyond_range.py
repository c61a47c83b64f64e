"""A value lies beyond what can be true.

## 查什么
目标、基期或实绩超出该指标可能的范围：覆盖率、参保率、比重等超过100%，或为负数，或越出该指标已知的上下限。

## 为什么要紧
这样的数值不可能实现，多半是小数点、单位或多打一位数字的差错。

## What it checks
A target, a baseline or an achieved value beyond the possible range of its indicator: a coverage or a share over 100 %,
a negative count, a value past the known limits.

## Why it matters
Such a value cannot come true. Mostly a decimal point, a unit or a digit slipped.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.achievements import is_gain
from milepost.checks.goals import Goal, goals
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.ranges import beyond, facts_beyond

RULE = Rule(
    code="TA18",
    name="value-beyond-range",
    severity="error",
    title=Words("数值超出可能范围", "a value is beyond the possible range"),
    advice=Words("核对数字、小数点和单位。", "Check the figure, its decimal point and its unit."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name and the value; for a fact its figure with its subject."""
    for goal in inspection.derived(goals):
        limit = None if is_gain(goal) else beyond(goal.name, goal.concept, goal.target.normalized, inspection)
        if limit is not None:
            yield Fault(_message(goal.name, goal.target.raw, limit), goal.places)
        start = _start_beyond(goal, inspection)
        if start is not None and goal.start is not None:
            yield Fault(_message(goal.name, goal.start.of(inspection.text), start), (goal.places[0], goal.start))
    for fact, place, limit in facts_beyond(inspection):
        yield Fault(_message(fact.subject, fact.value_span.of(inspection.text), limit), (place,))


def _start_beyond(goal: Goal, inspection: Inspection) -> str | None:
    if goal.baseline is None or goal.start is None or (goal.concept and goal.concept.change):
        return None
    return beyond(goal.name, goal.concept, goal.baseline.normalized, inspection)


def _message(name: str, value: str, limit: str) -> Words:
    return Words(
        f"“{inner(name)}”的数值“{inner(value)}”超出可能范围（界限为{limit}）",
        f"the value {quoted(value)} of {quoted(name)} is beyond the possible range (the limit is {limit})",
    )


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| ⟦基本养老保险参保率（%）⟧ | 95.1 | ⟦965⟧ | 约束性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
    """\
第一章  目标
到2025年，⟦森林覆盖率达到225%⟧，城镇化率达到58%。
""",
    """\
Chapter 1 Targets
By 2025, the ⟦literacy rate will reach 980%⟧.
""",
]
PASSES = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 年均/〔累计〕 | 属性 |
|---|---|---|---|---|
| 人均预期寿命（岁） | 76.1 | 77.3 | 〔1.2〕 | 预期性 |
| 森林覆盖率（%） | 21 | 22.5 | 〔1.5〕 | 约束性 |
""",
    """\
第一章  目标
到2025年，万元地区生产总值用水量由195立方米下降到141立方米。
""",
    """\
第一章  目标
到2025年，学前教育毛入园率达到102%，旅游收入增长120%。
""",
    """\
第一章  目标
到2025年，建制村通硬化路率达到100%。
""",
]
