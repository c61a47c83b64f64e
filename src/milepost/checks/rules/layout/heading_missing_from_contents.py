"""A heading of the text is not in the table of contents.

## 查什么
正文中的篇、章、节标题，目录没有列出（目录列有同级标题）。

## 为什么要紧
目录与正文不一致，说明目录未更新，读者按目录会漏掉这一部分。

## What it checks
Headings of the text that the table of contents leaves out, though it lists others of their level.

## Why it matters
The contents were not renewed; who reads by them misses the part.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.contents import comparison
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="LA29",
    name="heading-missing-from-contents",
    severity="warning",
    title=Words("标题未列入目录", "a heading is missing from the contents"),
    advice=Words("更新目录。", "Renew the table of contents."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each heading without an entry."""
    for section in comparison(inspection).unlisted:
        words = " ".join(section.span.of(inspection.text).split())
        yield Fault(
            Words(f"正文标题“{inner(words)}”未列入目录", f"the contents do not list the heading {quoted(words)}"),
            (section.span,),
        )


FINDS = [
    (
        "农业规划\n目录\n第一章  农业\n第二章  工业\n第三章  旅游\n\n第一章  农业\n稳粮优菜。\n第二章  工业\n"
        "提质增效。\n第三章  旅游\n做强做优。\n⟦第四章  教育⟧\n优先发展。\n"
    ),
    (
        "Contents\nChapter 1 Farms ..... 3\nChapter 2 Works ..... 5\nChapter 3 Schools ..... 8\n\n"
        "Chapter 1 Farms\nWe sow.\nChapter 2 Works\nWe build.\nChapter 3 Schools\nWe teach.\n⟦Chapter 4 Health⟧\n"
        "We heal.\n"
    ),
]
PASSES = [
    (
        "农业规划\n目录\n第一章  农业\n第二章  工业\n第三章  旅游\n\n第一章  农业\n稳粮优菜。\n第一节  粮食\n"
        "稳面积。\n第二章  工业\n提质增效。\n第三章  旅游\n做强做优。\n"
    ),
    "第一章  农业\n稳粮优菜。\n第二章  工业\n提质增效。\n",
]
