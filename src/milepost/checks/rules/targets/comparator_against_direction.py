"""A target sets a ceiling on what should rise, or a floor under what should fall.

## 查什么
越高越好的指标（水质达标比例、覆盖率等）写成“控制在……以内”“不超过”，或越低越好的指标（失业率、死亡率等）写成“以上”“不低于”。

## 为什么要紧
照字面理解，做得越好越不达标；考核时方向相反，多半是套用了别的指标的写法。

## What it checks
A ceiling ("within", "not above") on an indicator of which more is better, or a floor ("at least") under one of which
less is better.

## Why it matters
Taken at its word the target is missed by doing well. Mostly the wording of another indicator was copied.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.achievements import is_change
from milepost.checks.goals import Goal, goals, row_of, said_again
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="TA14",
    name="comparator-against-direction",
    severity="error",
    title=Words("比较方向与指标方向相反", "a comparator contradicts the direction of its indicator"),
    advice=Words(
        "把“以内、不超过”与“以上、不低于”改为与指标方向一致。",
        "Turn the ceiling into a floor, or the floor into a ceiling, as the indicator asks.",
    ),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name and the target, with the same in the text."""
    for goal in inspection.derived(goals):
        if not _is_contrary(goal, inspection) or row_of(goal, inspection) is not None:
            continue
        up = goal.way == "up"
        places = (place for other in said_again(goal, inspection) for place in other.places)
        yield Fault(
            Words(
                f"“{inner(goal.name)}”越{'高' if up else '低'}越好，目标却写成“{inner(goal.target.raw)}”",
                f"for {quoted(goal.name)}, {'higher' if up else 'lower'} is better, yet the target is "
                f"{quoted(goal.target.raw)}",
            ),
            tuple(dict.fromkeys((*goal.places, *places))),
        )


def _is_contrary(goal: Goal, inspection: Inspection) -> bool:
    """Whether the concept's direction is known and the target bounds the wrong side; reductions are another rule's."""
    if goal.concept is None or goal.concept.direction not in ("up", "down") or goal.concept.change == "fall":
        return False
    if is_change(goal.name, goal.target.unit, inspection):
        return False  # of a price to fall by, more is better
    if goal.concept.direction == "down":
        return goal.target.comparator in ("ge", "gt") and goal.target.kind != "relative"
    if goal.target.comparator in ("le", "lt"):
        return goal.target.kind != "relative"
    raw = inspection.language.fold(goal.target.raw)
    return goal.target.kind == "deferred" and inspection.words.targets.cap.search(raw) is not None


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| ⟦地表水达到或好于Ⅲ类水体比例（%）⟧ | 90.9 | ⟦控制在省下达指标内⟧ | 约束性 |
| 城镇登记失业率（%） | 4.1 | 4以内 | 预期性 |
""",
    """\
# Headline indicators

| Indicator | Baseline (2020) | Target (2025) |
|---|---|---|
| ⟦Unemployment rate (%)⟧ | 6.2 | ⟦at least 5⟧ |
| Life expectancy (years) | 74.2 | 76 |
""",
]
PASSES = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 地表水达到或好于Ⅲ类水体比例（%） | 90.9 | ≥92 | 约束性 |
| 城镇登记失业率（%） | 4.1 | 4以内 | 预期性 |
""",
    """\
第一章  水
到2025年，用水总量控制在5.2亿立方米以内，城市污水处理率达到95%以上。
""",
]
