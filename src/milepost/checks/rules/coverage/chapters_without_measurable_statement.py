"""Chapters without anything measurable, in a part whose other chapters have it.

## 查什么
同一篇中半数以上的章有数值目标、指标或写明期限的任务，其余几章（默认两章以上）一处也没有，
也没有项目专栏。每篇一条，列出这些章；不宜用数值衡量的章不计。

## 为什么要紧
同一篇里有的任务能考核、有的不能，后者容易在年度分解和中期评估中被漏掉。

## What it checks
In a part where half of the chapters or more have a target with a value, an indicator or a dated measure, two or more
others have none, nor a box of projects. Chapters for which no figure is asked are not counted. One finding for each
part names them.

## Why it matters
What cannot be measured beside what can is left out when yearly tasks are set and when the plan is evaluated.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.boxed import boxed_projects
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.tasks import Division, divisions
from milepost.kernel.span import Span
from milepost.plans.model import Section

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
    boxes = [each.box.span for each in inspection.derived(boxed_projects)]
    for division in divisions(inspection):
        without = [each for each in division.unmeasured if not _has_box(each, boxes)]
        if len(without) < least or 2 * len(division.measured) < len(division.chapters):
            continue
        titles = [inner(each.title) for each in without]
        zh, en = _counted(division)
        message = Words(
            f"{zh}中有{len(without)}章没有数值目标、指标或写明期限的任务：{'、'.join(titles)}",
            f"{len(without)} of {en} {'has' if len(without) == 1 else 'have'} no target with a value, no "
            f"indicator and no dated measure: {'; '.join(titles)}",
        )
        yield Fault(message, tuple(each.span for each in without))


def _has_box(chapter: Section, boxes: list[Span]) -> bool:
    return any(chapter.span.start <= box.start < chapter.body.end for box in boxes)


def _counted(division: Division) -> Words:
    """How many chapters are spoken of, with the part and with those for which no figure is asked."""
    count, left_out = len(division.chapters), division.left_out
    zh = f"（不计不宜用数值衡量的{left_out}章）" if left_out else ""
    en = f" ({left_out} more not counted: no figure is asked of them)" if left_out else ""
    if division.section is None:
        return Words(f"{count + left_out}章{zh}", f"{count} chapters{en}")
    title = division.section.title
    return Words(f"“{inner(title)}”共{count + left_out}章{zh}，其", f"{count} chapters of {quoted(title)}{en}")


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
        "专栏1 体育重点项目\n青禾市体育馆、东山县全民健身中心。\n第四章  建设平台\n"
        "力争“十四五”末各县初步建立农业服务平台。\n第五章  保障住房\n完善住房保障体系。\n"
    ),
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
