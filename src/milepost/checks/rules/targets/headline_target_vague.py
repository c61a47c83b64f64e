"""A headline target is worded so that no number can settle it.

## 查什么
主要指标表中的目标，或表内指标在正文中的目标，写成“保持在合理区间”“视情提出”“只增不减”等，没有数值。

## 为什么要紧
什么情况算完成、什么情况算没有完成，谁都可以说；第一位的指标无法评估，挂在它上面的相对目标也跟着落空。

## What it checks
A target of the headline table is worded as "within a reasonable range", "as appropriate" and the like, without a
number.

## Why it matters
Anyone may call it met or missed. If it is the first indicator, all targets that hang on it fall with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.goals import Goal, goals, row_of, said_again
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="TA11",
    name="headline-target-vague",
    severity="warning",
    title=Words("主要目标无法衡量", "a headline target cannot be measured"),
    advice=Words(
        "给出数值或区间；各年度另定的，写明由谁、何时、在哪份文件中确定。",
        "Give a number or a range; where each year is set apart, say who sets it, when and in which document.",
    ),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name and the target's cell with the same in the text; else the clause of the text."""
    for goal in inspection.derived(goals):
        if not _is_vague(goal, inspection) or row_of(goal, inspection) is not None:
            continue
        again = (place for other in said_again(goal, inspection) for place in other.places)
        yield Fault(
            Words(
                f"“{inner(goal.name)}”的目标“{inner(goal.target.raw)}”没有数值，无法衡量",
                f"the target {quoted(goal.target.raw)} of {quoted(goal.name)} has no number and cannot be measured",
            ),
            tuple(dict.fromkeys((*goal.places, *again))),
        )


def _is_vague(goal: Goal, inspection: Inspection) -> bool:
    """Whether no number settles a target that stands in the table, or on a matter that the concepts know."""
    target = goal.target
    if goal.attribute == "binding" or target.value is not None or not (goal.in_table or goal.concept):
        return False
    vague = inspection.words.targets.vague.search(inspection.language.fold(target.raw))
    return target.kind == "discretionary" or (target.kind == "deferred" and vague is not None)


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| ⟦地区生产总值增长（%）⟧ | 5.1 | ⟦保持在合理区间⟧ | 预期性 |
| 森林覆盖率（%） | 21.3 | 22.5 | 约束性 |
""",
    """\
# Headline indicators

| Indicator | Baseline (2020) | Target (2025) |
|---|---|---|
| ⟦GDP growth (%)⟧ | 5.1 | ⟦kept within a reasonable range⟧ |
| Life expectancy (years) | 74.2 | 76 |
""",
]
PASSES = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 地区生产总值增长（%） | 5.1 | 6左右 | 预期性 |
| 森林覆盖率（%） | 21.3 | 22.5 | 约束性 |
""",
    """\
第一章  价格
促进农产品价格保持在合理水平。
""",
]
