"""A figure that is said to rise falls, or the other way round: the verb and the two values disagree.

## 查什么
“由A提高到B”而B小于A，“由A下降到B”而B大于A；单位不同的先换算。

## 为什么要紧
两个数写反、写错，或者动词用错，目标的方向就反了。

## What it checks
“Rise from A to B” with B below A, “fall from A to B” with B above A, after bringing both to one unit.

## Why it matters
The figures are mistaken or the verb is: the target points the wrong way.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.movements import movements

RULE = Rule(
    code="AR11",
    name="verb-unlike-values",
    severity="error",
    title=Words("升降用词与前后数值相反", "verb and values point opposite ways"),
    advice=Words("核对两个数值和升降用词。", "Check both values and the verb between them."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Movements against the way that their verb says."""
    for movement in inspection.derived(movements):
        start, end = movement.start, movement.end
        rises = end.interval.low > start.interval.high
        falls = end.interval.high < start.interval.low
        if (movement.way == "up" and falls) or (movement.way == "down" and rises):
            low, high = start.span.of(inspection.text), end.span.of(inspection.text)
            message = Words(
                f"从{low}到{high}是{'下降' if falls else '上升'}，与所用的{'升' if falls else '降'}类词语相反",
                f"from {low} to {high} is a {'fall' if falls else 'rise'}, but the verb says the opposite",
            )
            yield Fault(message, (start.span, end.span))


FINDS = [
    "到2025年，农村自来水普及率由⟦89%⟧提高到⟦86%⟧。\n",
    "Raise safe water coverage from ⟦60%⟧ in 2020 to ⟦45%⟧ by 2025.\n",
]
PASSES = [
    "到2025年，农村自来水普及率由89%提高到96%，企业开办时间由8个工作日压缩到1个工作日。\n",
    "经济总量由980万元增加到1.2亿元，综合排名由第8位上升到第5位。\n",
    "Reduce stunting from 33% in 2020 to 19% by 2025.\n",
]
