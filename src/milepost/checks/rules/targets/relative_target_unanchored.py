"""A relative target hangs on one that has no number.

## 查什么
“高于GDP增长”“与经济增长同步”一类的相对目标，所比照的指标在本规划中自身没有定量目标（留待以后确定、无法衡量，或又比照别的指标）。

## 为什么要紧
参照物悬空，相对目标也就悬空：事前不知道要做到多少，事后只能看实际数，无法分解到年度和县市。

## What it checks
A target such as "above GDP growth" or "in step with the economy", where the target that it is measured by has no
number in this plan: it is left open, cannot be measured, or hangs on yet another.

## Why it matters
With the anchor adrift the target drifts too. Nobody knows beforehand what is asked for, and it cannot be shared out
over years and places.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.anchors import anchors, is_set
from milepost.checks.goals import goals, row_of, said_again
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner

RULE = Rule(
    code="TA12",
    name="relative-target-unanchored",
    severity="warning",
    title=Words("相对目标没有参照值", "a relative target hangs on one that is not set"),
    advice=Words(
        "先为所比照的指标定出数值；或为本指标直接给出数值。",
        "Set a number for what it is measured by, or give this target a number of its own.",
    ),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The relative target, the same in the text, and the target that it hangs on."""
    anchored: dict[str, bool] = {}
    for goal in inspection.derived(goals):
        if goal.target.value is not None or row_of(goal, inspection) is not None:
            continue
        others = anchors(goal, inspection)
        if not others:
            continue
        if others[0].topic not in anchored:
            anchored[others[0].topic] = is_set(others, inspection)
        if anchored[others[0].topic]:
            continue
        again = (place for other in said_again(goal, inspection) for place in other.places)
        yield Fault(
            Words(
                f"“{goal.name}”的目标“{inner(goal.target.raw)}”挂在“{others[0].name}”上，而后者没有数值（{others[0].target.raw}）",
                f"the target {goal.target.raw!r} of {goal.name!r} hangs on {others[0].name!r}, which has no number "
                f"({others[0].target.raw})",
            ),
            tuple(dict.fromkeys((*goal.places, *again, *others[0].places))),
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
| 地区生产总值增长（%） | 5.1 | 6左右 | 预期性 |
| 居民人均可支配收入增长（%） | 6.2 | 与GDP增长同步 | 预期性 |
""",
    """\
第一章  民生
努力实现居民收入增长与经济增长同步。
""",
]
