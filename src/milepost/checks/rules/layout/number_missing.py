"""A part, chapter or section is missing from the count of its like.

## 查什么
同一层级的篇、章、节序号不连续：前一个标题与后一个标题之间缺号。

## 为什么要紧
缺号多半是标题丢失，其后的内容会被归到前一章；引用“第几章”时也会落空。

## What it checks
The numbers of parts, chapters or sections under one parent leave one out.

## Why it matters
A number left out is mostly a heading that was lost: what stood under it now reads as part of the chapter before, and
whoever refers to the chapter by its number finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.numbering import siblings

RULE = Rule(
    code="LA01",
    name="number-missing",
    severity="error",
    title=Words("标题缺号", "a heading's number is missing"),
    advice=Words("找回丢失的标题，或把其后的序号改连续。", "Restore the lost heading, or renumber those that follow."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Neighbours under one parent between which a number is left out."""
    for group in siblings(inspection.plan):
        for before, behind in pairwise(group):
            if before.number is None or behind.number is None or behind.number <= before.number + 1:
                continue
            missing = range(before.number + 1, behind.number)
            numbers = "、".join(map(str, missing))
            message = Words(
                f"“{before.title}”之后直接是“{behind.title}”，缺第{numbers}个标题",
                f"after {before.title!r} comes {behind.title!r}: number {', '.join(map(str, missing))} is missing",
            )
            yield Fault(message, (before.span, behind.span))


FINDS = [
    "⟦第一章  总体要求⟧\n坚持稳中求进。\n⟦第三章  主要任务⟧\n抓好落实。\n",
    "⟦Chapter 1 Foundations⟧\nWe begin.\n⟦Chapter 3 Tasks⟧\nWe go on.\n",
]
PASSES = [
    "第一章  总体要求\n坚持稳中求进。\n第二章  主要任务\n抓好落实。\n",
    "第一篇  基础\n第一章  现状\n稳步发展。\n第二篇  任务\n第一章  农业\n抓好落实。\n",
]
