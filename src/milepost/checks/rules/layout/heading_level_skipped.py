"""Sections stand right under a part, though elsewhere chapters stand between.

## 查什么
篇之下直接是节，而其他篇都先分章再分节；中间的章标题可能丢失。

## 为什么要紧
层级跳跃说明缺了一级标题，节的归属和引用都不清楚。

## What it checks
Sections directly under a part, while in other parts they stand under chapters.

## Why it matters
A heading between seems to be lost, and with it what the sections belong to.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.lost_headings import gaps
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="LA33",
    name="heading-level-skipped",
    severity="warning",
    title=Words("标题层级跳跃", "a level of headings is skipped"),
    advice=Words("找回中间一级标题，或把节改为章。", "Restore the heading between, or raise the sections to chapters."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The part and its first section, unless a missing number of a chapter tells the same."""
    sections = inspection.sections
    under = [
        (each, sections[each.parent]) for each in inspection.plan.sections if each.parent and each.level == "section"
    ]
    usual = sum(parent.level == "chapter" for _, parent in under)
    told = {gap.before for gap in gaps(inspection)}
    seen: set[str] = set()
    for section, parent in under:
        if parent.level != "part" or parent.id in seen or usual < 2 or parent.span in told:
            continue
        seen.add(parent.id)
        message = Words(
            f"“{inner(parent.title)}”之下直接是节“{inner(section.title)}”，没有章",
            f"the section {quoted(section.title)} stands right under the part {quoted(parent.title)}, "
            "without a chapter",
        )
        yield Fault(message, (parent.span, section.span))


FINDS = [
    (
        "第一篇  产业\n第一章  农业\n第一节  粮食\n稳面积。\n第二节  蔬菜\n提品质。\n⟦第二篇  民生⟧\n"
        "⟦第一节  教育⟧\n优先发展。\n"
    ),
    (
        "Part I Trades\nChapter 1 Farms\nSection 1 Grain\nWe sow.\nSection 2 Fruit\nWe pick.\n⟦Part II Life⟧\n"
        "⟦Section 1 Schools⟧\nWe teach.\n"
    ),
]
PASSES = [
    (
        "第一篇  产业\n第一章  农业\n第一节  粮食\n稳面积。\n第二节  蔬菜\n提品质。\n第二篇  民生\n第一章  教育\n"
        "优先发展。\n"
    ),
    "第一篇  产业\n第一节  农业\n稳面积。\n第二篇  民生\n第一节  教育\n优先发展。\n",
]
