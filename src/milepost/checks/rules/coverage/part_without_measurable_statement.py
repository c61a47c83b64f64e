"""A part of the plan lays down tasks, and nothing in it can be measured.

## 查什么
布置任务的一篇（或一级标题）下各章都没有可计量的表述：没有数值目标，没有指标，也没有写明期限的任务。指导思想、发展目标、规划实施以及党建、
国防、治安等不宜用数值衡量的内容不查。每篇一条，超过三篇时合并为一条。

## 为什么要紧
没有数值、期限和项目支撑，中期评估时无从判断任务是否完成，这一篇容易流于口号。

## What it checks
Below one heading of the highest level that lays down tasks, no chapter has a target with a value, an indicator or a
measure with a date. Parts on ideas, goals and the carrying out, and subjects for which no figure is asked, are left
out. One finding for each, or one for all where there are more than three.

## Why it matters
Without a figure or a date nobody can tell at mid-term whether what the part promises was done.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.tasks import divisions

RULE = Rule(
    code="CV01",
    name="part-without-measurable-statement",
    severity="warning",
    title=Words("整篇没有可计量的目标", "a part without anything measurable"),
    advice=Words(
        "至少为主要任务补上数值目标或完成期限。",
        "Give the main tasks of the part a figure or a date.",
    ),
    remedy="revise",
)


_SEVERAL = 3  # more parts than these are one matter: the plan is written without figures


def check(inspection: Inspection) -> Iterator[Fault]:
    """Parts none of whose chapters has anything measurable: each by itself, or all in one where they are many."""
    found = [
        division.section
        for division in divisions(inspection)
        if division.section is not None and not division.measured and not division.figure_ahead
    ]
    for group in [found] if len(found) > _SEVERAL else [[each] for each in found]:
        zh = "、".join(f"“{inner(part.title)}”" for part in group)
        en = "; ".join(quoted(part.title) for part in group)
        message = Words(
            f"整篇没有一处数值目标、指标或写明期限的任务：{zh}",
            f"no target with a value, no indicator and no dated measure in {en}",
        )
        yield Fault(message, tuple(part.span for part in group))


FINDS = [
    (
        "青禾市“十四五”规划纲要（2021—2025年）\n第一篇  发展农业\n第一章  粮食\n粮食产量达到20万吨。\n"
        "⟦第二篇  扩大开放⟧\n第一章  建设口岸\n加快建设口岸，做活口岸经济。\n第二章  拓展合作\n推动周边合作。\n"
    ),
    (
        "Northfield District Plan 2021–2025\n\n# 1 Roads\n\n## 1.1 Rural roads\n\nBuild 120 km of rural "
        "roads by 2025.\n\n# ⟦2 Tourism⟧\n\n## 2.1 Sites\n\nImprove the sites.\n\n## 2.2 Guides\n\nTrain "
        "guides and support hotels.\n"
    ),
]
PASSES = [
    (
        "青禾市“十四五”规划纲要（2021—2025年）\n第一篇  总体要求\n第一章  指导思想\n坚持稳中求进。\n"
        "第二篇  扩大开放\n第一章  建设口岸\n到2025年口岸过货量达到200万吨。\n第二章  拓展合作\n推动周边合作。\n"
    ),
    (
        "青禾市“十四五”规划纲要（2021—2025年）\n第一篇  加强党的领导\n第一章  加强党风廉政建设\n"
        "落实全面从严治党责任。\n第二章  发展民主政治\n坚持依法治国。\n"
    ),
    "2025年青禾市政府工作报告\n一、扩大开放\n（一）建设口岸\n加快建设口岸。\n（二）拓展合作\n推动合作。\n",
]
