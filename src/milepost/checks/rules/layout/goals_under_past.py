"""Goals stand under a heading about the past or the present setting.

## 查什么
“远景目标”“指导思想”“发展目标”等章节，放在“发展基础”“发展环境”“形势”之类的标题之下。

## 为什么要紧
目标混在背景里，读者和评估者找不到；也说明章节在编排中移位。

## What it checks
A section of goals, vision or guiding thought under a heading about the past, the setting or the present state.

## Why it matters
Goals hidden in the background are not found when the plan is carried out and evaluated; a section seems to be
misplaced.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="LA36",
    name="goals-under-past",
    severity="warning",
    title=Words("目标放在背景章节之下", "goals stand under a heading about the setting"),
    advice=Words("把目标移到总体要求或目标部分。", "Move the goals to the part on aims."),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The heading above and the section of goals."""
    goals, past = inspection.words.layout.goal_title, inspection.language.past_title
    for section in inspection.plan.sections:
        parent = inspection.sections.get(section.parent) if section.parent else None
        if parent is None or not goals.search(section.title) or past.search(section.title):
            continue
        if past.search(parent.title) and not inspection.words.layout.goal_word.search(parent.title):
            message = Words(
                f"“{inner(section.title)}”放在“{inner(parent.title)}”之下",
                f"{quoted(section.title)} stands under {quoted(parent.title)}",
            )
            yield Fault(message, (parent.span, section.span))


FINDS = [
    "第一篇  基础\n⟦第一章  发展环境⟧\n第一节  机遇\n政策叠加。\n⟦第二节  2035年远景目标⟧\n基本实现现代化。\n",
    "Part I Basis\n⟦Chapter 1 Background⟧\nSection 1 Soil\nGood soil.\n⟦Section 2 Vision and goals⟧\nWe grow.\n",
]
PASSES = [
    "第一篇  基础\n第一章  发展环境和总体目标\n第一节  机遇\n政策叠加。\n第二节  2035年远景目标\n基本实现现代化。\n",
    (
        "第一篇  基础\n第一章  发展回顾\n第一节  主要目标完成情况\n全面完成。\n第二章  总体要求\n"
        "第一节  发展目标\n全面发展。\n"
    ),
]
