"""A target asks for what its baseline already is.

## 查什么
指标的目标值与基期值相同（如96，目标“96以上”），而且还没有到顶。接近上限（默认95%以上）的预期性指标，正文写明“保持”“稳定”的不查。

## 为什么要紧
没有要求任何进步：或者是守住底线，那应写“保持”；或者是照抄了基期。与正文“大力推进”的措施放在一起，读者不知道要达到什么。

## What it checks
The target of an indicator is the same as its baseline, and better is possible. An expected indicator near its ceiling
(95 % by default) that the text says is to be kept is left alone.

## Why it matters
Nothing is asked for. Either a floor is to be held, and the plan should say "keep"; or the baseline was copied.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.achievements import best_fact, is_full, of_baseline, of_goal, verdict
from milepost.checks.goals import Goal, goals, row_of, said_again
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="TA02",
    name="target-equal-to-baseline",
    severity="warning",
    title=Words("目标等于基期", "a target equals its baseline"),
    advice=Words(
        "如为守住底线，改写为“保持”并说明；否则提出有进步的目标值。",
        "Where a floor is to be held, write that it is kept and why; otherwise ask for progress.",
    ),
    remedy="note",
    parameters=(
        Parameter(
            "ceiling",
            0.95,
            0.5,
            1.0,
            Words("正文写“保持”即可的水平（比率）", "rate from which on it is enough that the text says to keep it"),
        ),
    ),
)

# A floor that law sets and a plan may not lower: to hold it is the whole task.
_HELD_BY_LAW = frozenset(("cultivated_land", "basic_farmland", "ecological_red_line"))


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name, the baseline and the target, with the same target said in the text and the same fact."""
    ceiling = inspection.parameter(RULE, "ceiling")
    for goal in inspection.derived(goals):
        start, target, way = of_baseline(goal), of_goal(goal, inspection), goal.way
        if start is None or target is None or way is None or start.unit != target.unit or goal.start is None:
            continue
        row = row_of(goal, inspection)
        if verdict(way, target, start) != "equal" or is_full(start, way) or (row is not None and row.baseline):
            continue
        if target.comparator in ("ge", "gt") and goal.concept is not None and goal.concept.id in _HELD_BY_LAW:
            continue
        if goal.attribute != "binding" and start.value >= ceiling and _is_kept(goal, inspection):
            continue
        places = [goal.places[0], goal.start, *goal.places[1:]]
        places += [place for other in said_again(goal, inspection) for place in other.places]
        fact = best_fact(goal, inspection)
        if fact is not None and fact.amount.value == start.value:
            places.append(fact.place)
        before = goal.start.of(inspection.text)
        yield Fault(
            Words(
                f"“{inner(goal.name)}”的目标“{inner(goal.target.raw)}”与基期“{inner(before)}”相同，没有要求进步",
                f"the target {quoted(goal.target.raw)} of {quoted(goal.name)} is the same as its "
                f"baseline {quoted(before)}",
            ),
            tuple(dict.fromkeys(places)),
        )


def _is_kept(goal: Goal, inspection: Inspection) -> bool:
    """Whether the cell, or the sentence that says the target again, has it that the level is to be held."""
    if goal.target.normalized is None or goal.target.normalized.unit != "1":
        return False
    said = [goal.target.raw]
    again = (inspection.sentence_at(other.item.span.start) for other in said_again(goal, inspection))
    said += [sentence.of(inspection.folded) for sentence in again]
    return any(inspection.words.targets.kept.search(each) for each in said)


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| ⟦学前教育毛入园率（%）⟧ | ⟦96⟧ | ⟦96以上⟧ | 预期性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
    """\
# Headline indicators

| Indicator | Baseline (2020) | Target (2025) |
|---|---|---|
| ⟦Forest cover (%)⟧ | ⟦31.5⟧ | ⟦31.5⟧ |
| Life expectancy (years) | 74.2 | 76 |
""",
]
PASSES = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 学前教育毛入园率（%） | 97 | 97以上 | 预期性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |

# 教育

到2025年，学前教育毛入园率稳定在97%以上。
""",
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 耕地保有量（万亩） | 156.3 | ≥156.3 | 约束性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 学前教育毛入园率（%） | 96 | 97以上 | 预期性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 建制村通硬化路率（%） | 100 | 100 | 预期性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
]
