"""A figure has no unit.

## 查什么
指标表或正文中的目标只有数字没有单位，而该指标按名称应当有单位（率、比重应有“%”等）。

## 为什么要紧
12.68是百分之十二还是千分之十二，330是万吨还是亿斤，读者只能猜。

## What it checks
A target of the table or the text is a bare number, though what it measures has a unit (a rate its per cent).

## Why it matters
Whether 20 is per cent or per thousand is left to guessing.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.goals import Goal, goals
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="TA25",
    name="unit-missing",
    severity="warning",
    title=Words("目标缺单位", "a target has no unit"),
    advice=Words("补上计量单位。", "Give the unit."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name and the bare number."""
    for goal in inspection.derived(goals):
        if _needs_unit(goal, inspection):
            yield Fault(
                Words(
                    f"“{inner(goal.name)}”的目标“{inner(goal.target.raw)}”没有单位",
                    f"the target {quoted(goal.target.raw)} of {quoted(goal.name)} has no unit",
                ),
                goal.places,
            )


def _needs_unit(goal: Goal, inspection: Inspection) -> bool:
    """Whether a bare number stands where the concept or the name asks for a unit."""
    target, words = goal.target, inspection.words.targets
    if target.value is None or target.value == 0 or target.unit or getattr(goal.item, "implied", False):
        return False
    if target.kind == "completion" or words.unitless.search(goal.name):
        return False
    if goal.concept is not None and goal.concept.units and "1" not in goal.concept.units:
        return True
    # A small number may be the rate itself: 0.53 needs no sign of per cent.
    return target.value > 1 and words.rate.search(goal.name) is not None


FINDS = [
    """\
第一章  目标
到2025年，⟦森林覆盖率达到22.5⟧。
""",
    """\
# Headline indicators

| Indicator | Baseline (2020) | Target (2025) |
|---|---|---|
| ⟦Teenage pregnancy rate⟧ | 24 | ⟦20⟧ |
| Life expectancy (years) | 74.2 | 76 |
""",
]
PASSES = [
    """\
第一章  目标
到2025年，农田灌溉水有效利用系数达到0.57。
""",
    """\
第一章  目标
到2025年，森林覆盖率达到22.5%。
""",
]
