"""Two punctuation marks stand where one belongs.

## 查什么
标点重复或相邻冲突：“，，”“。。”“、，”“；。”等。

## 为什么要紧
多半是删改后留下的痕迹，可能还漏掉了两个标点之间的文字。

## What it checks
Two marks in a row of which one is too many.

## Why it matters
They are traces of a change in the text; what stood between them may be lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="LA18",
    name="punctuation-doubled",
    severity="warning",
    title=Words("标点重复", "punctuation is doubled"),
    advice=Words("删去多余的标点，核对其间是否漏字。", "Delete the mark too many; check whether words are missing."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each run of marks."""
    for found in inspection.words.layout.doubled.finditer(inspection.text):
        marks = found.group()
        yield Fault(
            Words(f"标点“{inner(marks)}”重复", f"the marks {quoted(marks)} are doubled"), (Span(*found.span()),)
        )


FINDS = [
    "第一章  农业\n稳定粮食面积⟦，，⟧提高单产，改善品质⟦、。⟧\n",
    "Chapter 1 Farms\nWe hold the area⟦,,⟧ raise yields and cut costs⟦,.⟧\n",
]
PASSES = [
    "第一章  农业\n稳定粮食面积，提高单产……改善品质。这是为什么？！因为“民以食为天。”\n",
    "Chapter 1 Farms\nWe hold the area, e.g., in the north ... and cut costs etc., as said by Mill Inc.\n",
]
