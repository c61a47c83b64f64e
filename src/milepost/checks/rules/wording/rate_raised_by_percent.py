"""A rate rises by per cent where percentage points are meant.

## 查什么
比率、比重的变化量以“%”表示，如“覆盖率提高5%”，没有写明是百分点。

## 为什么要紧
从40%提高5%，可以是42%，也可以是45%，完成与否无法判断。

## What it checks
A rate or share is said to rise by so many per cent, not percentage points.

## Why it matters
From 40%, a rise by 5% may end at 42% or at 45%: nobody can say whether it was reached.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.phrases import with_word_before
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

NAME = 24
"""Characters of a rate's name and its rise at most."""

RULE = Rule(
    code="WO14",
    name="rate-raised-by-percent",
    severity="info",
    title=Words("百分点写成百分比", "a rate rises by per cent, not by points"),
    advice=Words("写明“个百分点”或“提高到”多少。", "Say percentage points, or the rate to be reached."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each rate with its rise in per cent."""
    for found in inspection.words.naming.rate_by_percent.finditer(inspection.folded):
        message = Words(
            f"比率提高“{inner(found['figure'])}”，是百分之几还是几个百分点没有写明",
            f"a rate rises by {quoted(found['figure'])}: per cent of it, or percentage points?",
        )
        yield Fault(message, (with_word_before(inspection.folded, Span(*found.span()), longest=NAME),))


FINDS = [
    "# 教育\n⟦学前三年毛入园率提高5%⟧。\n",
    "# Education\nThe ⟦enrolment rate will rise by 5%⟧ by 2025.\n",
]
PASSES = [
    "# 教育\n学前三年毛入园率提高5个百分点，毛入园率提高到95%，全员劳动生产率提高5%。\n",
    "# Education\nThe enrolment rate will rise by 5 percentage points, to 95%.\n",
]
