"""A target is many times its start, or a small part of it.

## 查什么
目标值是基期值（或正文实绩）的许多倍，或只有它的几分之一（默认8倍）；百分比指标相差过大（默认35个百分点）。

## 为什么要紧
五年内很少有指标变化十倍，比率也走不了几十个百分点；多半是小数点、单位（亿与万）或位数有误。

## What it checks
A target is many times its baseline, or the achieved value, or less than a part of it (eight times
by default); or two percentages lie too far apart (35 points by default).

## Why it matters
Hardly any indicator changes tenfold within five years: mostly a decimal point, a unit or a digit slipped.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.achievements import LEVELS, best_fact, of_baseline, of_goal
from milepost.checks.goals import Goal, goals, row_of
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import inner, quoted

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
        Parameter(
            "points", 35.0, 5.0, 100.0, Words("百分比相差的百分点数", "how many points two percentages must differ")
        ),
    ),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name, the start and the target."""
    times, points = inspection.parameter(RULE, "times"), inspection.parameter(RULE, "points")
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
        apart = abs(target.value - start.value) * 100
        seen = place.of(inspection.text)
        if factor >= times:
            how = Words(f"相差{factor:.3g}倍", f"are {factor:.3g} times apart")
        elif apart >= points and _is_percentage(goal, start.value, target.value):
            how = Words(f"相差{apart:.3g}个百分点", f"are {apart:.3g} percentage points apart")
        else:
            continue
        yield Fault(_message(goal, seen, how), tuple(dict.fromkeys((goal.places[0], place, *goal.places[1:]))))


def _is_percentage(goal: Goal, *values: float) -> bool:
    """Whether the values are parts of a whole, which moves slowly."""
    known = goal.concept
    return known is not None and known.nature == "rate" and known.high == 1 and max(values) <= 1


def _message(goal: Goal, start: str, how: Words) -> Words:
    return Words(
        f"“{inner(goal.name)}”的目标“{inner(goal.target.raw)}”与现状“{inner(start)}”{how.zh}",
        f"the target {quoted(goal.target.raw)} of {quoted(goal.name)} and its start {quoted(start)} {how.en}",
    )


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| ⟦粮食综合生产能力（万吨）⟧ | ⟦148.6⟧ | ⟦1550⟧ | 约束性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
    """\
# Headline indicators

| Indicator | Baseline (2020) | Target (2025) |
|---|---|---|
| ⟦Grain output (tonnes)⟧ | ⟦1480⟧ | ⟦15500⟧ |
| ⟦Literacy rate (%)⟧ | ⟦48⟧ | ⟦92⟧ |
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
    """\
第一章  目标
到2025年，粮食产量由148.6万吨提高到155万吨。
""",
]
