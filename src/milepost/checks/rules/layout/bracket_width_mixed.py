"""A half-width bracket is closed by a full-width one, or the other way round.

## 查什么
同一对括号一半是半角、一半是全角。

## 为什么要紧
两半不成对，说明此处经过拼接或改动，应核对括号内的文字是否完整。

## What it checks
One half of a pair of brackets is half-width, the other full-width.

## Why it matters
The halves come from different hands: what stands between them should be checked for completeness.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.pairing import unpaired
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="LA16",
    name="bracket-width-mixed",
    severity="warning",
    title=Words("括号两半全角半角不一", "a bracket is closed by one of another width"),
    advice=Words("两半统一用全角括号。", "Use the same width for both halves."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Both halves of each such pair, with the words that they stand against."""
    for each in unpaired(inspection):
        if each.mixed:
            first, second = (place.of(inspection.text) for place in each.places)
            message = Words(
                f"“{inner(first)}”与“{inner(second)}”的括号一半半角、一半全角",
                f"the brackets at {quoted(first)} and {quoted(second)} differ in width",
            )
            yield Fault(message, each.places)


FINDS = [
    "第一章  工业\n支持青禾市⟦(柳编⟧、陶艺、⟦刺绣）⟧传统工艺基地建设。\n",
    "Chapter 1 Works\nThe works ⟦(roads⟧ and ⟦weirs）⟧ are built by 2025.\n",
]
PASSES = [
    "第一章  工业\n支持青禾市（柳编、陶艺）传统工艺基地建设。\n",
    "第一章  工业\n支持青禾市(柳编、陶艺)传统工艺基地建设，各县（市）配合。\n",
]
