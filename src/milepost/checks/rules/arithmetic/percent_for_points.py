"""A rate is said to change by per cent where percentage points may be meant.

## 查什么
本身以百分数计的指标（覆盖率、参保率、占比等）写成“提高5%”，没有说明是相对提高5%还是提高5个百分点。

## 为什么要紧
覆盖率60%“提高5%”可以是63%，也可以是65%，评估时会有两种结论。

## What it checks
A rate or share that is itself in per cent and is said to rise or fall “by 5 %”, which may mean per cent or percentage
points.

## Why it matters
A coverage of 60 % that rises by 5 % comes to 63 % or to 65 %: an evaluation has two answers.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.kernel.span import Span

RULE = Rule(
    code="AR16",
    name="percent-for-points",
    severity="warning",
    title=Words("百分数与百分点不分", "per cent where percentage points may be meant"),
    advice=Words(
        "写明是百分点还是相对变化，最好写出终点值。", "Say which is meant, best by stating the value at the end."
    ),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Rates that change by per cent."""
    for found in inspection.words.arithmetic.movement.rate_by_percent.finditer(inspection.folded):
        rate, amount = found["rate"], found["amount"]
        message = Words(
            f"{rate}的变化写作{amount}，未说明是百分点还是相对变化",
            f"{rate!r} changes by {amount}: per cent of itself, or percentage points?",
        )
        yield Fault(message, (Span(found.start("rate"), found.end("amount")),))


FINDS = [
    "到2025年，农村卫生厕所⟦普及率提高5%⟧。\n",
    "By 2025 the vaccination ⟦coverage rate will increase by 5%⟧.\n",
]
PASSES = [
    "到2025年，农村卫生厕所普及率提高5个百分点，劳动生产率提高5%，死亡率下降20%。\n",
    "到2025年，农村卫生厕所普及率提高到85%。\n",
    "By 2025 the vaccination coverage rate will increase to 95%.\n",
]
