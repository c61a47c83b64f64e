"""A target asks for what the plan says has been achieved already.

## 查什么
规划目标与回顾部分给出的实绩相同（同一事项、同一地区；累计数和年均数折算成每年平均），而且还没有到顶。

## 为什么要紧
目标只是重复过去，没有增量；如果意在保持，应写“保持”。

## What it checks
A target is the same as the figure that the plan tells as achieved on the same matter, and better is possible.

## Why it matters
The target repeats the past and asks for nothing more; where it is to be held, the plan should say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.achievements import FLOWS, best_fact, is_full, of_baseline, of_goal, verdict
from milepost.checks.goals import goals, row_of, said_again
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="TA04",
    name="target-equal-to-achieved",
    severity="info",
    title=Words("目标等于已有实绩", "a target equals what has been achieved"),
    advice=Words("如为保持，写明“保持”；否则提出增量。", "Where it is to be held, say so; otherwise ask for more."),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The target and the fact, with the same target said in the text."""
    for goal in inspection.derived(goals):
        target, way, fact = of_goal(goal, inspection), goal.way, best_fact(goal, inspection)
        if target is None or way is None or fact is None or row_of(goal, inspection) is not None:
            continue
        # A level with a baseline is compared with that.
        if of_baseline(goal) is not None and goal.target.kind not in FLOWS:
            continue
        if verdict(way, target, fact.amount) != "equal" or (goal.target.kind not in FLOWS and is_full(target, way)):
            continue
        seen = fact.fact.value_span.of(inspection.text)
        places = (*goal.places, *(place for other in said_again(goal, inspection) for place in other.places))
        yield Fault(
            Words(
                f"“{inner(goal.name)}”的目标“{inner(goal.target.raw)}”与已有实绩“{inner(seen)}”相同，没有增量",
                f"the target {quoted(goal.target.raw)} of {quoted(goal.name)} is the same as the "
                f"{quoted(seen)} achieved",
            ),
            tuple(dict.fromkeys((*places, fact.place))),
        )


FINDS = [
    """\
第一章  发展基础
2020年，⟦全市城市污水处理率95%⟧。
第二章  主要目标
到2025年，⟦城市污水处理率达到95%以上⟧。
""",
    """\
Chapter 1 Achievements
In 2020, the ⟦literacy rate reached 85.5%⟧.
Chapter 2 Targets
By 2025, the ⟦literacy rate will reach 85.5%⟧.
""",
]
PASSES = [
    """\
第一章  发展基础
“十三五”时期，建制村通硬化路率达到100%。
第二章  主要目标
到2025年，建制村通硬化路率达到100%。
""",
    """\
第一章  发展基础
“十三五”时期，城市污水处理率达到93%。
第二章  主要目标
到2025年，城市污水处理率达到95%以上。
""",
]
