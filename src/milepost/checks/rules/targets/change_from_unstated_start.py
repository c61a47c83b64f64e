"""A thing is to be halved or doubled, and where it stands is not said.

## 查什么
“减半”“翻一番”一类的目标，规划中没有给出现状值。

## 为什么要紧
减半是从多少减到多少，读者不知道，也没有办法核验。

## What it checks
A target to halve or to double something of which the plan gives no present value.

## Why it matters
Half of what, nobody knows, and nobody can check whether it was reached.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.goals import goals
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.starts import known_starts

RULE = Rule(
    code="TA23",
    name="change-from-unstated-start",
    severity="info",
    title=Words("成倍增减而没有现状值", "a thing is to be halved or doubled from an unstated start"),
    advice=Words("写出现状值和目标值。", "Give the present value and the value aimed at."),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The clause of the target."""
    multiple, known = inspection.words.targets.multiple, inspection.derived(known_starts)
    end = inspection.plan.period.end
    for goal in inspection.derived(goals):
        if end is not None and (goal.target.by or "")[:4] > str(end):
            continue  # a vision beyond the plan needs no start in it
        if goal.in_table or goal.baseline is not None or goal.topic in known or not multiple.search(goal.target.raw):
            continue
        yield Fault(
            Words(
                f"“{inner(goal.name)}”要“{inner(goal.target.raw)}”，没有给出现状值",
                f"{quoted(goal.name)} is to change ({inner(goal.target.raw)}), and its present value is not given",
            ),
            goal.places,
        )


FINDS = [
    """\
第一章  交通
到2025年，实现⟦往返省会时间减半⟧。
""",
    """\
Chapter 1 Transport
By 2025, ⟦halve the travel time to the capital⟧.
""",
]
PASSES = [
    """\
第一章  交通
到2025年，往返省会时间缩短到3小时。
""",
    """\
第一章  发展基础
2020年，快递业务量达到320万件。
第二章  目标
到2025年，快递业务量翻一番。
""",
]
