"""A heading or the title of a box has nothing under it.

## 查什么
标题之下既无正文也无下级标题；专栏只有标题，没有内容。

## 为什么要紧
内容可能丢失，或者计划要写而没有写。

## What it checks
Headings with neither text nor lower headings under them, and boxes with a title only.

## Why it matters
What belonged there was lost, or was meant to be written and never was.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.plans.paragraphs import TAGS

RULE = Rule(
    code="LA31",
    name="heading-without-text",
    severity="warning",
    title=Words("标题下没有内容", "a heading has nothing under it"),
    advice=Words("补上内容，或删去标题。", "Supply the text, or delete the heading."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each heading or box without content."""
    parents = {section.parent for section in inspection.plan.sections}
    for section in inspection.plan.sections:
        if section.id not in parents and _empty(inspection.text, section.body):
            words = " ".join(section.span.of(inspection.text).split())
            yield Fault(
                Words(f"“{inner(words)}”之下没有内容", f"there is nothing under {quoted(words)}"), (section.span,)
            )
    for box in inspection.plan.boxes:
        if _empty(inspection.text, Span(box.span.end, max(box.body.end, box.span.end))):
            words = " ".join(box.span.of(inspection.text).split())
            yield Fault(Words(f"“{inner(words)}”没有内容", f"there is nothing in {quoted(words)}"), (box.span,))


def _empty(text: str, body: Span) -> bool:
    return not any(sign.isalnum() for sign in TAGS.sub("", body.of(text)))


FINDS = [
    "第一章  农业\n稳粮优菜。\n⟦第二章  工业⟧\n第三章  旅游\n做强做优。\n",
    "Chapter 1 Farms\nWe sow.\n⟦Chapter 2 Works⟧\nChapter 3 Schools\nWe teach.\n",
]
PASSES = [
    "第一章  农业\n稳粮优菜。\n第二章  工业\n第一节  制造业\n提质增效。\n第三章  旅游\n做强做优。\n",
    "第一篇  产业\n第一章  农业\n稳粮优菜。\n专栏1  农业重点项目\n青禾市水库、青禾市灌区、青禾市粮仓、青禾市冷库。\n",
]
