"""A target is many times its start, or a small part of it.

## 查什么
目标值是基期值（或正文实绩）的许多倍，或只有它的几分之一（默认8倍）。从零起步的事项（基期很小的计数）除外。

## 为什么要紧
五年内很少有指标变化十倍；多半是小数点、单位（亿与万）或位数有误。

## What it checks
A target is many times its baseline, or the achieved value, or less than a part of it (eight times by default).

## Why it matters
Hardly any indicator changes tenfold within five years: mostly a decimal point, a unit or a digit slipped.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.achievements import LEVELS, best_fact, of_baseline, of_goal
from milepost.checks.goals import goals, row_of
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.kernel.span import Span

RULE = Rule(
    code="TA21",
    name="jump-beyond-trend",
    severity="warning",
    title=Words("目标与现状相差悬殊", "a target is out of all proportion to its start"),
    advice=Words(
        "核对小数点、单位和位数；确有其事的，说明依据。",
        "Check decimal point, unit and digits; if it is meant, say why.",
    ),
    remedy="correct",
    parameters=(
        Parameter(
            "times", 8.0, 2.0, 1000.0, Words("目标与现状相差的倍数", "how many times the start a target must be")
        ),
    ),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name, the start and the target."""
    times = inspection.parameter(RULE, "times")
    for goal in inspection.derived(goals):
        target = of_goal(goal, inspection)
        if target is None or goal.target.kind not in LEVELS or row_of(goal, inspection) is not None:
            continue
        start, place = of_baseline(goal), goal.start
        if start is None and (fact := best_fact(goal, inspection)) is not None:
            start, place = fact.amount, fact.place
        if start is None or place is None or start.unit != target.unit or min(start.value, target.value) <= 0:
            continue
        factor = max(target.value / start.value, start.value / target.value)
        if factor >= times:
            yield Fault(
                _message(goal.name, goal.target.raw, place.of(inspection.text), factor), _places(goal.places, place)
            )


def _message(name: str, target: str, start: str, factor: float) -> Words:
    return Words(
        f"“{name}”的目标“{target}”与现状“{start}”相差{factor:.3g}倍",
        f"the target {target!r} of {name!r} and its start {start!r} are {factor:.3g} times apart",
    )


def _places(places: tuple[Span, ...], start: Span) -> tuple[Span, ...]:
    return tuple(dict.fromkeys((places[0], start, *places[1:])))


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| ⟦粮食综合生产能力（万吨）⟧ | ⟦148.6⟧ | ⟦1550⟧ | 约束性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
]
PASSES = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 每千人口拥有3岁以下婴幼儿托位数（个） | 1.1 | 4.5 | 预期性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
    "第一章  目标\n到2025年，粮食产量由148.6万吨提高到155万吨。\n",
]
