"""Interim values go back on their way to the target.

## 查什么
逐年（逐季）的水平类目标先进后退（累计类、流量类除外；各阶段之和等于最终目标的也除外）。

## 为什么要紧
中间值应当一步步走向终点；走了回头路，多半有一个数字有误。

## What it checks
Yearly or quarterly values of a level go forward and back again. Values that add up to the final target are shares of
it, and left alone.

## Why it matters
Interim values should lead step by step to the end. Where they turn back, one of the figures is mostly wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from milepost.checks.achievements import LEVELS
from milepost.checks.goals import Goal, goals
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="TA28",
    name="milestones-lead-elsewhere",
    severity="warning",
    title=Words("阶段目标走回头路", "milestones do not lead to the target"),
    advice=Words("核对各阶段数值和最终目标。", "Check the interim values and the final target."),
    remedy="correct",
)
_ROUNDING = 0.005  # of the target: what figures printed with two digits are out by


def check(inspection: Inspection) -> Iterator[Fault]:
    """The row, or the clause."""
    seen: set[str] = set()
    for goal in inspection.derived(goals):
        values = _values(goal)
        if goal.item.id in seen or len(values) < 3:
            continue
        seen.add(goal.item.id)
        steps = [behind - before for before, behind in pairwise(values)]
        if min(steps) < 0 < max(steps):
            listed = "、".join(f"{value:g}" for value in values)
            yield Fault(
                Words(
                    f"“{inner(goal.name)}”的各阶段目标忽进忽退：{listed}",
                    f"the interim values of {quoted(goal.name)} go forward and back: {listed.replace('、', ', ')}",
                ),
                (goal.item.span,),
            )


def _values(goal: Goal) -> list[float]:
    """The interim values of a level; none where they are flows, counts, or shares that add up to the target."""
    target, milestones = goal.target, goal.item.milestones
    if target.kind not in LEVELS or target.value is None or not milestones:
        return []
    steps = [each.value for each in milestones if each.value is not None and each.kind in LEVELS]
    return [] if abs(sum(steps) - target.value) <= _ROUNDING * abs(target.value) else steps


FINDS = [
    """\
# Indicators

| Indicator | Unit | Baseline | Q1 | Q2 | Q3 | Q4 | Target |
|---|---|---|---|---|---|---|---|
| ⟦Literacy rate | % | 70 | 72 | 79 | 74 | 80 | 80⟧ |
| Immunisation coverage | % | 90 | 91 | 92 | 93 | 95 | 95 |
""",
]
PASSES = [
    """\
# Indicators

| Indicator | Unit | Baseline | Q1 | Q2 | Q3 | Q4 | Target |
|---|---|---|---|---|---|---|---|
| Literacy rate | % | 70 | 72 | 74 | 79 | 80 | 80 |
| Immunisation coverage | % | 90 | 91 | 92 | 93 | 95 | 95 |
""",
    """\
# 目标

到2025年，森林覆盖率达到22.5%。
""",
]
