"""Two headings of one level under one parent carry the same number.

## 查什么
同一上级标题之下，两个篇、章、节或“一、”“（一）”类标题使用了同一序号。

## 为什么要紧
序号重复时，“第几章”不再指向唯一的内容，其后的序号也可能全部错位。

## What it checks
Two parts, chapters, sections or numbered headings under one parent have the same number.

## Why it matters
A number that is given twice no longer points at one place, and all numbers behind it may be off by one.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.numbering import breaks
from milepost.checks.outline import series
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="LA02",
    name="number-repeated",
    severity="error",
    title=Words("标题重号", "a heading's number is given twice"),
    advice=Words(
        "核对标题序号，把重复的改正，并相应调整其后的序号。", "Correct the doubled number and those behind it."
    ),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The two headings that share a number."""
    for each in series(inspection):
        for found in breaks([item.number for item in each.items], each.start):
            if found.kind != "repeated" or found.other is None:
                continue
            first, second = sorted((each.items[found.other], each.items[found.at]), key=lambda item: item.span)
            due_zh = f"，按顺序应为第{found.due}" if found.due else ""
            due_en = f"; by its place one should be {found.due}" if found.due else ""
            message = Words(
                f"“{inner(first.title)}”与“{inner(second.title)}”的序号都是{first.number}{due_zh}",
                f"{quoted(first.title)} and {quoted(second.title)} both have the number {first.number}{due_en}",
            )
            yield Fault(message, (first.span, second.span))


FINDS = [
    "第一章  总体要求\n坚持稳中求进。\n⟦第二章  主要任务⟧\n抓好落实。\n⟦第二章  保障措施⟧\n加强领导。\n",
    (
        "第一章  总体要求\n坚持稳中求进。\n⟦第二章  主要任务⟧\n抓好落实。\n⟦第二章  重点项目⟧\n加快建设。\n"
        "第四章  保障措施\n加强领导。\n"
    ),
    (
        "Chapter 1 Aims\nWe begin.\n⟦Chapter 2 Tasks⟧\nWe go on.\n⟦Chapter 2 Means⟧\nWe pay.\nChapter 3 Review\n"
        "We look.\n"
    ),
]
PASSES = [
    "第一章  总体要求\n坚持稳中求进。\n第二章  主要任务\n抓好落实。\n",
    "第一篇  基础\n第一章  现状\n稳步发展。\n第二篇  任务\n第一章  农业\n抓好落实。\n",
]
