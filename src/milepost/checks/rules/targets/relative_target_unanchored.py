"""A relative target depends on one that has no number.

## 查什么
“高于GDP增长”“与经济增长同步”一类的相对目标，所比照的指标在本规划中自身没有定量目标（留待以后确定、无法衡量，或又比照别的指标）。
只查指标表中的指标；以同一指标为参照的合并为一条。

## 为什么要紧
参照物悬空，相对目标也就悬空：事前不知道要做到多少，事后只能看实际数，无法分解到年度和县市。

## What it checks
A target such as "above GDP growth" or "in step with the economy", where the target that it is measured by has no
number in this plan: it is left open, cannot be measured, or depends on yet another. Only indicators of the table are
looked at; those that depend on one target are one finding.

## Why it matters
With the anchor adrift the target drifts too. Nobody knows beforehand what is asked for, and it cannot be shared out
over years and places.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.anchors import anchors, is_set
from milepost.checks.goals import Goal, goals, row_of, said_again
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="TA12",
    name="relative-target-unanchored",
    severity="warning",
    title=Words("相对目标没有参照值", "a relative target depends on one that is not set"),
    advice=Words(
        "先为所比照的指标定出数值；或为本指标直接给出数值。",
        "Set a number for what it is measured by, or give this target a number of its own.",
    ),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The relative targets that look to one matter, each with the same in the text, and the target on that matter."""
    in_table = {goal.topic for goal in inspection.derived(goals) if goal.in_table}
    adrift: dict[str, list[tuple[Goal, Goal]]] = {}
    anchored: dict[str, bool] = {}
    for goal in inspection.derived(goals):
        # Formulas of the text on pay, prices and the like set no target of this plan.
        if goal.topic not in in_table or goal.target.value is not None or row_of(goal, inspection) is not None:
            continue
        others = anchors(goal, inspection)
        if not others:
            continue
        topic = others[0].topic
        if topic not in anchored:
            anchored[topic] = is_set(others, inspection)
        if not anchored[topic]:
            adrift.setdefault(topic, []).append((goal, others[0]))
    for members in adrift.values():
        yield _fault(members, inspection)


def _fault(members: list[tuple[Goal, Goal]], inspection: Inspection) -> Fault:
    anchor, places = members[0][1], list[Span]()
    for goal, _ in members:
        places += goal.places
        places += (place for other in said_again(goal, inspection) for place in other.places)
    zh = "、".join(f"“{inner(goal.name)}”的目标“{inner(goal.target.raw)}”" for goal, _ in members)
    en = " and ".join(f"the target {quoted(goal.target.raw)} of {quoted(goal.name)}" for goal, _ in members)
    return Fault(
        Words(
            f"{zh}以“{inner(anchor.name)}”为参照，而后者没有数值（{inner(anchor.target.raw)}）",
            f"{en} {'depend' if len(members) > 1 else 'depends'} on {quoted(anchor.name)}, which has no number "
            f"({inner(anchor.target.raw)})",
        ),
        tuple(dict.fromkeys((*places, *anchor.places))),
    )


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| ⟦地区生产总值增长（%）⟧ | 5.1 | ⟦保持在合理区间⟧ | 预期性 |
| ⟦居民人均可支配收入增长（%）⟧ | 6.2 | ⟦与GDP增长同步⟧ | 预期性 |
""",
    """\
# Headline indicators

| Indicator | Baseline (2020) | Target (2025) |
|---|---|---|
| ⟦GDP growth (%)⟧ | 5.1 | ⟦kept within a reasonable range⟧ |
| ⟦Disposable income growth (%)⟧ | 6.2 | ⟦in line with GDP growth⟧ |
""",
]
PASSES = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 全员劳动生产率增长（%） | 5.1 | 保持在合理区间 | 预期性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |

# 收入

坚持劳动报酬提高与劳动生产率提高基本同步。
""",
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 地区生产总值增长（%） | 5.1 | 6左右 | 预期性 |
| 居民人均可支配收入增长（%） | 6.2 | 与GDP增长同步 | 预期性 |
""",
    """\
第一章  民生
努力实现居民收入增长与经济增长同步。
""",
]
