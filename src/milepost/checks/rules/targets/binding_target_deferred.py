"""A binding indicator has no number of its own: another document or a later decision is to set it.

## 查什么
主要指标表中的约束性指标，目标写成“控制在上级指标内”“按上级下达任务完成”之类，没有数值。

## 为什么要紧
约束性指标是政府对人民的承诺，要分解、要考核；没有数值，本规划无法单独评估，要等另一份文件。

## What it checks
A binding indicator of the headline table whose target is left to a quota from above or to a later decision.

## Why it matters
A binding indicator is what the government answers for. Without a number in the plan it cannot be shared out or
judged until another document is found.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.goals import goals, said_again
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="TA09",
    name="binding-target-deferred",
    severity="warning",
    title=Words("约束性指标没有数值", "a binding target is left to another decision"),
    advice=Words(
        "写明数值；尚未下达的，注明由哪份文件、何时确定。",
        "Give the number; where it is not yet set, say which document will set it, and when.",
    ),
    remedy="revise",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name and the target's cell, with the same target in the text."""
    for goal in inspection.derived(goals):
        if not goal.in_table or goal.attribute != "binding" or goal.target.kind not in ("deferred", "discretionary"):
            continue
        again = (place for other in said_again(goal, inspection) for place in other.places)
        yield Fault(
            Words(
                f"约束性指标“{inner(goal.name)}”没有数值，只写“{inner(goal.target.raw)}”",
                f"the binding indicator {quoted(goal.name)} has no number, only {quoted(goal.target.raw)}",
            ),
            tuple(dict.fromkeys((*goal.places, *again))),
        )


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| ⟦单位地区生产总值能耗降低（%）⟧ | — | ⟦控制在省下达指标内⟧ | 约束性 |
| 森林覆盖率（%） | 21.3 | 22.5 | 约束性 |
""",
]
PASSES = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 单位地区生产总值能耗降低（%） | — | 〔14〕 | 约束性 |
| 森林覆盖率（%） | 21.3 | 22.5 | 约束性 |
""",
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 地区生产总值增长（%） | 5.1 | 保持在合理区间 | 预期性 |
| 森林覆盖率（%） | 21.3 | 22.5 | 约束性 |
""",
]
