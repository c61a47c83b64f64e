"""The table of contents lists a heading that the text does not have.

## 查什么
目录中列有的篇、章、节，在正文中找不到对应标题。

## 为什么要紧
多半是正文标题丢失，或者内容已删而目录未更新；按目录查找会落空。

## What it checks
Entries of the table of contents for which there is no heading in the text.

## Why it matters
The heading was lost, or the text was taken out and the contents not renewed; who looks it up finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.contents import comparison
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="LA28",
    name="contents-entry-without-heading",
    severity="error",
    title=Words("目录所列标题正文没有", "an entry of the contents has no heading"),
    advice=Words("找回正文中丢失的标题，或更新目录。", "Restore the heading, or renew the table of contents."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each entry without a heading."""
    for entry in comparison(inspection).missing:
        words = " ".join(entry.span.of(inspection.text).split())
        yield Fault(
            Words(
                f"目录列有“{inner(words)}”，正文没有这一标题",
                f"the contents list {quoted(words)}; the text has no such heading",
            ),
            (entry.span,),
        )


FINDS = [
    (
        "农业规划\n目录\n第一章  农业\n⟦第二章  工业⟧\n第三章  旅游\n第四章  教育\n\n第一章  农业\n稳粮优菜。\n"
        "提质增效。\n第三章  旅游\n做强做优。\n第四章  教育\n优先发展。\n"
    ),
    (
        "Contents\nChapter 1 Farms ..... 3\n⟦Chapter 2 Works ..... 5⟧\nChapter 3 Schools ..... 8\n\n"
        "Chapter 1 Farms\nWe sow.\nChapter 3 Schools\nWe teach.\n"
    ),
]
PASSES = [
    (
        "农业规划\n目录\n第一章  农业\n第二章  工业\n第三章  旅游\n\n第一章  农业\n稳粮优菜。\n第二章  工业\n"
        "提质增效。\n第三章  旅游\n做强做优。\n"
    ),
    "第一章  农业\n稳粮优菜，编制名优产品目录。\n第二章  工业\n提质增效。\n第三章  旅游\n做强做优。\n",
]
