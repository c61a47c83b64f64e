"""A reduction is to be kept within a limit.

## 查什么
“能耗降低率”“排放减少”等表示降幅的指标，目标写成“控制在……内”或“……以内”。

## 为什么要紧
降幅“控制在……内”按字面是降得不能太多，意思正相反；应写“完成”“不低于”。

## What it checks
An indicator that is itself a reduction (of energy intensity, of emissions) has a target worded as a ceiling.

## Why it matters
A reduction kept within a limit says, at its word, not to reduce too much. What is meant is "at least" or "meet".
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.goals import goals, row_of, said_again
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="TA15",
    name="cap-on-reduction",
    severity="warning",
    title=Words("降幅写成上限", "a reduction is worded as a ceiling"),
    advice=Words(
        "改为“完成”“不低于”或给出降幅数值。", "Write 'at least' or 'meet', or give the figure of the reduction."
    ),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name and the target, with the same in the text."""
    cap = inspection.words.targets.cap
    for goal in inspection.derived(goals):
        if goal.concept is None or goal.concept.change != "fall" or row_of(goal, inspection) is not None:
            continue
        deferred = goal.target.kind == "deferred" and cap.search(inspection.language.fold(goal.target.raw))
        if not deferred and goal.target.comparator not in ("le", "lt"):
            continue
        places = (place for other in said_again(goal, inspection) for place in other.places)
        yield Fault(
            Words(
                f"“{inner(goal.name)}”是降幅，目标却写成上限“{inner(goal.target.raw)}”",
                f"{quoted(goal.name)} is a reduction, yet its target is worded as a ceiling: {quoted(goal.target.raw)}",
            ),
            tuple(dict.fromkeys((*goal.places, *places))),
        )


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| ⟦单位地区生产总值能耗降低（%）⟧ | — | ⟦控制在省下达指标内⟧ | 约束性 |
| 城镇登记失业率（%） | 4.1 | 4以内 | 预期性 |
""",
    """\
# Headline indicators

| Indicator | Baseline (2020) | Target (2025) |
|---|---|---|
| ⟦Reduction of energy intensity (%)⟧ | - | ⟦at most 14⟧ |
| Life expectancy (years) | 74.2 | 76 |
""",
]
PASSES = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 单位地区生产总值能耗降低（%） | — | 完成省下达任务 | 约束性 |
| 城镇登记失业率（%） | 4.1 | 4以内 | 预期性 |
""",
    """\
第一章  能源
到2025年，单位地区生产总值能耗降低14%以上。
""",
]
