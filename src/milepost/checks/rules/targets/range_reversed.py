"""The low end of a range is above its high end.

## 查什么
区间目标的前一个数大于后一个数（如“8%—6%”），单位相同。

## 为什么要紧
区间写反或有一个数字打错，读者不知道哪一个是下限。

## What it checks
A target is a range whose first number is greater than its second, in one unit.

## Why it matters
The ends were swapped or one of them is wrong; nobody knows which is the floor.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.goals import goals
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="TA20",
    name="range-reversed",
    severity="error",
    title=Words("区间上下限颠倒", "a range runs backwards"),
    advice=Words("核对两个数字，小数在前。", "Check both figures and put the smaller one first."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name and the range."""
    for goal in inspection.derived(goals):
        low, high = goal.target.value, goal.target.value_high
        if low is not None and high is not None and low > high:
            yield Fault(
                Words(
                    f"“{inner(goal.name)}”的区间“{inner(goal.target.raw)}”下限大于上限",
                    f"the range {quoted(goal.target.raw)} of {quoted(goal.name)} begins above its end",
                ),
                goal.places,
            )


FINDS = [
    """\
第一章  目标
到2025年，⟦培育龙头企业8—5家⟧。
""",
]
PASSES = [
    """\
第一章  目标
到2025年，培育龙头企业5—8家。
""",
    """\
第一章  目标
到2025年，每年推动1—2家企业上市。
""",
]
