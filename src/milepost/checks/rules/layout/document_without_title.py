"""The document begins without a title.

## 查什么
正文直接从前言或第一个标题开始，前面没有文件名称。

## 为什么要紧
没有名称的文件无法准确引用和归档，也看不出是哪一级、哪一期的规划，是草案还是批准稿。

## What it checks
A document that begins with its preface or first chapter, without a title above.

## Why it matters
A document without a title cannot be cited or filed, nor can anyone see whose plan it is and for which years.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.plans.paragraphs import TAGS

RULE = Rule(
    code="LA39",
    name="document-without-title",
    severity="info",
    title=Words("文件没有题名", "the document has no title"),
    advice=Words(
        "在篇首写明规划名称、期限和印发文号。", "Put the name of the plan, its years and its number at the head."
    ),
    remedy="none",
)
_FEWEST = 3


def check(inspection: Inspection) -> Iterator[Fault]:
    """The first heading, where nothing stands above it in a document of several divisions."""
    sections = inspection.plan.sections
    divisions = [each for each in sections if each.level in ("part", "chapter", "section")]
    if len(divisions) < _FEWEST:
        return
    first = min(sections, key=lambda each: each.span)
    # A document cut from a larger one has its title there.
    if (divisions[0].number or 1) > 1 or any(
        sign.isalnum() for sign in TAGS.sub("", inspection.text[: first.span.start])
    ):
        return
    words = " ".join(first.span.of(inspection.text).split())
    yield Fault(
        Words(
            f"文件从“{inner(words)}”开始，前面没有题名",
            f"the document begins with {quoted(words)}, without a title above",
        ),
        (first.span,),
    )


FINDS = [
    "⟦前  言⟧\n本规划依法编制。\n第一章  农业\n稳粮优菜。\n第二章  工业\n提质增效。\n第三章  旅游\n做强做优。\n",
    "⟦Chapter 1 Farms⟧\nWe sow.\nChapter 2 Works\nWe build.\nChapter 3 Schools\nWe teach.\n",
]
PASSES = [
    (
        "青禾市农业发展规划（2021—2025年）\n前  言\n本规划依法编制。\n第一章  农业\n稳粮优菜。\n第二章  工业\n"
        "提质增效。\n第三章  旅游\n做强做优。\n"
    ),
    "第一章  农业\n稳粮优菜。\n第二章  工业\n提质增效。\n",
]
