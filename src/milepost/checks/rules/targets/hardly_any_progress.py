"""A target asks for hardly more than its baseline.

## 查什么
数量类指标（不含百分比、年限和受自然条件限制的农业、土地、水、生态指标）的目标比基期（或正文实绩）每年平均增长不足设定幅度（默认2%）。

## 为什么要紧
几乎不增长的目标不需要工作就能完成，与相关措施、投入的力度不相称；也可能是数字有误。

## What it checks
The target of a quantity grows less than a set share a year over its baseline or the achieved value (2 % by default).
Percentages, lengths of life and schooling, and what land, water and nature limit are left out.

## Why it matters
A target that hardly grows is met without work, and does not match the measures and money beside it; or its figure is
wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.achievements import LEVELS, best_fact, of_baseline, of_goal
from milepost.checks.goals import Goal, goals, row_of, said_again
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.plans.model import Indicator

RULE = Rule(
    code="TA24",
    name="hardly-any-progress",
    severity="info",
    title=Words("目标几乎没有增量", "a target asks for hardly any progress"),
    advice=Words("核对数字；确为此数的，说明理由。", "Check the figure; if it is meant, say why."),
    remedy="note",
    parameters=(
        Parameter(
            "yearly", 0.02, 0.0, 0.2, Words("每年平均增长的下限", "the mean yearly growth below which it is said")
        ),
    ),
)
_LIMITED_BY_NATURE = frozenset(("agriculture", "natural_resources", "water", "forestry", "ecology", "meteorology"))
_USUAL_YEARS = 5
_TIES = 0.02  # by how much a sum may differ from the yearly figure times the years


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name, the start and the target."""
    floor = inspection.parameter(RULE, "yearly")
    period = inspection.plan.period
    years = period.end - period.start + 1 if period.start and period.end else _USUAL_YEARS
    if years <= 1:
        return
    for goal in inspection.derived(goals):
        target = of_goal(goal, inspection)
        if target is None or not _should_grow(goal) or row_of(goal, inspection) is not None:
            continue
        start, place = of_baseline(goal), goal.start
        if start is None and (fact := best_fact(goal, inspection)) is not None:
            start, place = fact.amount, fact.place
        if _is_mean_of_sum(goal, years):
            continue  # what is added each year is asked for by its sum, and need not grow from year to year
        if start is None or place is None or start.unit != target.unit or start.value <= 0:
            continue
        growth = target.value / start.value - 1
        if growth > 0 and (1 + growth) ** (1 / years) - 1 < floor:
            again = (span for other in said_again(goal, inspection) for span in other.places)
            yield Fault(
                Words(
                    f"“{inner(goal.name)}”的目标“{inner(goal.target.raw)}”只比现状“{inner(place.of(inspection.text))}”多{growth:.1%}",
                    f"the target {quoted(goal.target.raw)} of {quoted(goal.name)} is only {growth:.1%} above its "
                    f"baseline {quoted(place.of(inspection.text))}",
                ),
                tuple(dict.fromkeys((goal.places[0], place, *goal.places[1:], *again))),
            )


def _should_grow(goal: Goal) -> bool:
    """Whether a target is a quantity that work makes grow."""
    known = goal.concept
    return (
        known is not None
        and known.direction == "up"
        and known.department not in _LIMITED_BY_NATURE
        and goal.target.kind in LEVELS
        and goal.target.normalized is not None
        and goal.target.normalized.unit in known.units
        and not _is_rate_or_time(goal)
    )


def _is_mean_of_sum(goal: Goal, years: int) -> bool:
    """Whether a row sets a flow of each year, and beside it the sum that so much a year makes."""
    row, known = goal.item, goal.concept
    if not isinstance(row, Indicator) or row.cumulative is None or row.cumulative.value is None:
        return False
    made = (goal.target.value or 0.0) * years
    return known is not None and known.nature == "flow" and abs(made - row.cumulative.value) <= _TIES * abs(made)


def _is_rate_or_time(goal: Goal) -> bool:
    known, unit = goal.concept, goal.target.normalized.unit if goal.target.normalized else ""
    # A percentage has 1 as its upper limit; a count per ten thousand people has the unit 1 too, and no such limit.
    return unit == "year" or (known is not None and known.high is not None and known.high <= 2 and unit == "1")


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| ⟦每万人口发明专利拥有量（件）⟧ | ⟦0.6⟧ | ⟦0.62⟧ | 预期性 |
| 人均预期寿命（岁） | 76.1 | 77 | 预期性 |
""",
    """\
# Headline indicators

| Indicator | Baseline (2020) | Target (2025) |
|---|---|---|
| ⟦Road length (km)⟧ | ⟦1300⟧ | ⟦1320⟧ |
| Life expectancy (years) | 74.2 | 76 |
""",
]
PASSES = [
    """\
# 青禾市国民经济和社会发展第十四个五年规划纲要

# 主要指标

| 指标 | 2020年 | 2025年 | 年均/〔累计〕 | 属性 |
|---|---|---|---|---|
| 城镇新增就业（万人） | 0.96 | 1 | 〔5〕 | 预期性 |
| 人均预期寿命（岁） | 76.1 | 77 | — | 预期性 |
""",
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 每万人口发明专利拥有量（件） | 0.6 | 1.2 | 预期性 |
| 粮食综合生产能力（万吨） | 148.6 | 150 | 约束性 |
""",
    """\
第一章  目标
到2025年，常住人口城镇化率由52.4%提高到53%。
""",
]
