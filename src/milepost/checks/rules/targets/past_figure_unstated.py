"""A target is measured by a past figure that the plan does not give.

## 查什么
“高于‘十三五’时期实际”“不低于历史最好水平”一类的目标，规划中找不到所说的那个数值。

## 为什么要紧
读者不知道要高于多少；评估时各取一个数，结论就各不相同。

## What it checks
A target such as "above the actual value of the last plan period", where the plan nowhere gives that value.

## Why it matters
Nobody knows what is to be exceeded, and at the evaluation each side may bring a figure of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.goals import Goal, goals
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.starts import known_starts
from milepost.kernel.span import Span

RULE = Rule(
    code="TA13",
    name="past-figure-unstated",
    severity="warning",
    title=Words("所比照的过去数值没有给出", "a target is measured by a past figure that is not given"),
    advice=Words("写出所比照的数值及其口径。", "Give the past figure and its coverage."),
    remedy="note",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The relative target of the text, with the cell of the table that says the same."""
    past, known = inspection.words.targets.past, inspection.derived(known_starts)
    cells = [goal for goal in inspection.derived(goals) if goal.in_table and past.search(goal.target.raw)]
    said: set[Span] = set()
    for goal in inspection.derived(goals):
        relation = goal.target.relative_to
        if goal.in_table or relation is None or not past.search(relation.indicator) or goal.topic in known:
            continue
        same = [place for cell in cells if relation.indicator in cell.target.raw for place in cell.places[1:]]
        said.update(same)
        yield Fault(_message(goal, relation.indicator), tuple(dict.fromkeys((*goal.places, *same))))
    for cell in cells:
        if cell.topic not in known and cell.baseline is None and not said.intersection(cell.places):
            yield Fault(_message(cell, cell.target.raw), cell.places)


def _message(goal: Goal, past: str) -> Words:
    return Words(
        f"“{inner(goal.name)}”以“{inner(past)}”为比照，规划中没有给出该数值",
        f"{quoted(goal.name)} is measured by {quoted(past)}, and the plan does not give that figure",
    )


FINDS = [
    """\
第一章  目标
到2025年，力争⟦研发投入强度高于“十三五”时期实际⟧。
""",
]
PASSES = [
    """\
青禾市“十四五”规划纲要（2021—2025年）
第一章  发展基础
2020年，研发投入强度达到1.2%。
第二章  目标
到2025年，研发投入强度高于“十三五”时期实际。
""",
    """\
第一章  目标
到2025年，研发投入强度高于1.5%。
""",
]
