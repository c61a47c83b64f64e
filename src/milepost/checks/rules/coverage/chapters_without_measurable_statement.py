"""Chapters without anything measurable, in a part whose other chapters have it.

## 查什么
同一篇中半数以上的章有数值目标、指标或写明期限的任务，其余几章（默认两章以上）一处也没有。每篇一条，列出这些章。

## 为什么要紧
同一篇里有的任务能考核、有的不能，后者容易在年度分解和中期评估中被漏掉。

## What it checks
In a part where half of the chapters or more have a target with a value, an indicator or a dated measure, two or more
others have none. One finding for each part names them.

## Why it matters
What cannot be measured beside what can is left out when yearly tasks are set and when the plan is evaluated.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.tasks import divisions

RULE = Rule(
    code="CV03",
    name="chapters-without-measurable-statement",
    severity="info",
    title=Words("个别章没有可计量的目标", "chapters without anything measurable"),
    advice=Words("为这些章补上数值目标、完成期限或项目。", "Give these chapters a figure, a date or projects."),
    remedy="revise",
    parameters=(
        Parameter(
            "least", 2, 1, 50, Words("至少几章没有时提示", "how many such chapters a part must have to be named")
        ),
    ),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """For each part with enough chapters that have figures, the chapters that have none."""
    least = inspection.parameter(RULE, "least")
    for division in divisions(inspection):
        without = division.unmeasured
        if len(without) < least or 2 * len(division.measured) < len(division.chapters):
            continue
        titles = [each.title for each in without]
        message = Words(
            f"{len(division.chapters)}章中有{len(without)}章没有数值目标、指标或写明期限的任务：{'、'.join(titles)}",
            f"{len(without)} of {len(division.chapters)} chapters have no target with a value, no indicator and no "
            f"dated measure: {'; '.join(titles)}",
        )
        yield Fault(message, tuple(each.span for each in without))


FINDS = [
    (
        "青禾市“十四五”规划纲要（2021—2025年）\n第一篇  增进民生福祉\n第一章  促进就业\n"
        "城镇新增就业5万人。\n第二章  发展教育\n到2025年高中阶段毛入学率达到95%。\n⟦第三章  发展体育⟧\n开展全民健身。\n"
        "⟦第四章  保障住房⟧\n完善住房保障体系。\n"
    ),
    (
        "Northfield District Plan 2021–2025\n\n# 1 Services\n\n## 1.1 Schools\n\nBuild 12 schools by 2025.\n"
        "## 1.2 Water\n\nConnect 4,000 households by 2025.\n\n## ⟦1.3 Sports⟧\n\nSupport clubs.\n\n## ⟦1.4 Housing⟧\n\n"
        "Improve housing.\n"
    ),
]
PASSES = [
    (
        "青禾市“十四五”规划纲要（2021—2025年）\n第一篇  增进民生福祉\n第一章  促进就业\n"
        "城镇新增就业5万人。\n第二章  发展教育\n到2025年高中阶段毛入学率达到95%。\n第三章  发展体育\n开展全民健身。\n"
    ),
    (
        "青禾市“十四五”规划纲要（2021—2025年）\n第一篇  增进民生福祉\n第一章  促进就业\n"
        "城镇新增就业5万人。\n第二章  发展教育\n到2025年高中阶段毛入学率达到95%。\n第三章  促进宗教和睦\n依法管理。\n"
        "第四章  加强社会治安\n完善防控。\n"
    ),
]
