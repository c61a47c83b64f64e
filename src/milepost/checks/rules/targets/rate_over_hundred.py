"""A rate of more than 100 % is not explained.

## 查什么
名为“……率”的目标超过100%，而它既不是增长率，也不是公认可以超过100%的毛入学率、拨备覆盖率一类，文中又没有基期值。

## 为什么要紧
“率”通常是部分占整体的比例，超过100%说明另有定义（如增值额与原值之比）；不写定义和现状，无法核算。

## What it checks
A target called a rate is over 100 %, is neither a growth rate nor one of those that may pass the whole (gross
enrolment), and has no baseline.

## Why it matters
A rate is mostly a part of a whole. Over 100 % it must mean something else, and without its definition and present
value nobody can compute it.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.achievements import is_change
from milepost.checks.goals import Goal, goals
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.ranges import beyond

RULE = Rule(
    code="TA19",
    name="rate-over-hundred",
    severity="warning",
    title=Words("超过100%的“率”没有说明", "a rate over 100 % is not explained"),
    advice=Words("注明该率的分子、分母和现状值。", "Say what is divided by what, and give the present value."),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name and the target."""
    for goal in inspection.derived(goals):
        if _is_odd(goal, inspection) and beyond(goal.name, goal.concept, goal.target.normalized, inspection) is None:
            yield Fault(
                Words(
                    f"“{inner(goal.name)}”的目标“{inner(goal.target.raw)}”超过100%，没有说明如何计算",
                    f"the target {quoted(goal.target.raw)} of {quoted(goal.name)} is over 100%, and how it "
                    "is computed is not said",
                ),
                goal.places,
            )


def _is_odd(goal: Goal, inspection: Inspection) -> bool:
    """Whether a target named a rate passes 100 % and nothing explains it."""
    words, value = inspection.words.targets, goal.target.normalized
    if value is None or value.unit != "1" or value.value <= 1 or goal.baseline is not None:
        return False
    if goal.target.unit is None or is_change(goal.name, goal.target.unit, inspection):
        return False
    # A count has the unit 1 too: only what is printed as a part of the whole is a rate.
    if goal.target.value is None or value.value * 10 > goal.target.value:
        return False
    return words.rate.search(goal.name) is not None and words.loose_rate.search(goal.name) is None


FINDS = [
    """\
第一章  农业
到2025年，⟦农产品加工增值率达到200%以上⟧。
""",
    """\
Chapter 1 Targets
By 2025, the ⟦processing recovery rate will reach 180%⟧.
""",
]
PASSES = [
    """\
第一章  教育
到2025年，学前教育毛入园率达到102%。
""",
    """\
第一章  农业
到2025年，农产品加工转化率达到78%。
""",
]
