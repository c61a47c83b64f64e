"""The same value is a lower limit in one place and an upper limit in another.

## 查什么
同一目标两处数值相同、方向相反：一处为“以上、不低于”，另一处为“以下、以内”。

## 为什么要紧
方向相反的两个目标不可能同时成立，必有一处写错。

## What it checks
The same target has one value in two places, once as the least (at least, more than) and once as the most (within,
below).

## Why it matters
Both cannot be meant: one of the two places is wrong, and whoever cites it pulls the other way.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.statements import by_key, statements

RULE = Rule(
    code="CO06",
    name="bound-turned-round",
    severity="error",
    title=Words("同一目标方向相反", "one value is a lower limit here and an upper limit there"),
    advice=Words("按指标的性质改正方向写反的一处。", "Correct the place whose direction does not fit the indicator."),
    remedy="correct",
)

_LEAST, _MOST = frozenset(("ge", "gt")), frozenset(("le", "lt"))


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each target whose next statement bounds the same value from the other side."""
    goals = (each for each in inspection.derived(statements) if each.source != "past" and each.key[3] != "relative")
    for group in by_key(goals).values():
        for first, second in pairwise(group):
            sides = {first.comparator, second.comparator}
            if (
                first.sentence != second.sentence
                and first.says_the_same_value(second)
                and sides & _LEAST
                and sides & _MOST
            ):
                message = Words(
                    f"“{inner(first.subject)}”的“{inner(first.printed)}”一处为下限，另一处为上限",
                    f"{quoted(first.printed)} of {quoted(first.subject)} is the least in one place and "
                    "the most in another",
                )
                yield Fault(message, (first.span, second.span))


FINDS = [
    "第一章  发展目标\n到2025年，城镇登记失业率控制在⟦4%⟧以内。\n第二章  就业\n到2025年城镇登记失业率达⟦4%⟧以上。\n",
    (
        "# Northfield District Plan 2026-2030\n## Goals\nBy 2030, the literacy rate will be at least ⟦90%⟧.\n"
        "## Education\nBy 2030, the literacy rate will be below ⟦90%⟧.\n"
    ),
]
PASSES = [
    "第一章  发展目标\n到2025年，城镇登记失业率控制在4%以内。\n第二章  就业\n到2025年，城镇登记失业率低于4%。\n",
    "第一章  发展目标\n到2025年，城镇登记失业率控制在4%以内。\n第二章  就业\n到2025年，城镇登记失业率为4%。\n",
]
