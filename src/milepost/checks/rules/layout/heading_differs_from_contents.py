"""A heading reads otherwise in the table of contents than in the text.

## 查什么
目录与正文中同一级别、同一序号的标题，文字不一致。

## 为什么要紧
一处改了另一处没改，不知以哪个为准。

## What it checks
A heading of one level and number whose words differ between the table of contents and the text.

## Why it matters
One was changed and the other not; nobody knows which holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.contents import comparison
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="LA30",
    name="heading-differs-from-contents",
    severity="warning",
    title=Words("目录与正文标题不一致", "a heading differs from its entry in the contents"),
    advice=Words("核对以哪个为准，统一目录与正文。", "Decide which holds, and make both the same."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The entry and the heading."""
    for entry, section in comparison(inspection).differing:
        message = Words(
            f"目录作“{inner(entry.title.strip())}”，正文作“{inner(section.title)}”",
            f"the contents have {quoted(entry.title.strip())}, the text {quoted(section.title)}",
        )
        yield Fault(message, (entry.span, section.span))


FINDS = [
    (
        "农业规划\n目录\n第一章  发展现代农业\n⟦第二章  做强现代工业⟧\n第三章  繁荣旅游\n\n第一章  发展现代农业\n"
        "稳粮优菜。\n⟦第二章  做大现代工业⟧\n提质增效。\n第三章  繁荣旅游\n做强做优。\n"
    ),
    (
        "Contents\nChapter 1 Farms ..... 3\n⟦Chapter 2 Public Works ..... 5⟧\nChapter 3 Schools ..... 8\n\n"
        "Chapter 1 Farms\nWe sow.\n⟦Chapter 2 Works of the Public⟧\nWe build.\nChapter 3 Schools\nWe teach.\n"
    ),
]
PASSES = [
    (
        "农业规划\n目录\n第一章  农业\n第二章  工  业\n第三章  旅游\n\n第一章  农业\n稳粮优菜。\n第二章  工业\n"
        "提质增效。\n第三章  旅游\n做强做优。\n"
    ),
    "第一章  农业\n稳粮优菜。\n第二章  工业\n提质增效。\n",
]
