"""In some parts of the plan hardly any chapter has anything that can be measured.

## 查什么
布置任务的篇中，只有少数章（默认不超过三分之一）有数值目标、指标或写明期限的任务。全文合并为一条，列出这些篇。整篇都没有的另行提示。

## 为什么要紧
个别章有数、多数章无数，评估只能覆盖一小部分任务，各篇的分量也不均衡。

## What it checks
Parts that lay down tasks and in which only a few of the chapters, a third by default, have a target with a value, an
indicator or a dated measure. One finding for the document names them all; parts without any are another finding.

## Why it matters
An evaluation can speak of only a small share of what these parts promise.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.tasks import Division, divisions

RULE = Rule(
    code="CV02",
    name="parts-with-few-measurable-statements",
    severity="warning",
    title=Words("多数章没有可计量的目标", "parts whose chapters mostly have nothing measurable"),
    advice=Words(
        "为这些篇的主要任务补上数值目标或完成期限。", "Give the main tasks of these parts a figure or a date."
    ),
    remedy="revise",
    parameters=(
        Parameter(
            "share",
            0.34,
            0.0,
            1.0,
            Words(
                "有可计量表述的章所占比例，不超过此值即提示",
                "share of chapters with a figure up to which a part is named",
            ),
        ),
    ),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding that names the parts in which few chapters have anything measurable."""
    share = inspection.parameter(RULE, "share")
    few = [
        (division.section, division)
        for division in divisions(inspection)
        if division.section is not None
        and division.measured
        and len(division.measured) <= share * len(division.chapters)
    ]
    if not few:
        return
    message = Words(
        "可计量的表述很少：" + "，".join(f"“{inner(part.title)}”{_counted(each).zh}" for part, each in few),
        "few chapters with anything measurable: "
        + "; ".join(f"{quoted(part.title)} {_counted(each).en}" for part, each in few),
    )
    yield Fault(message, tuple(part.span for part, _ in few))


def _counted(division: Division) -> Words:
    """How many of the chapters have something; those for which no figure is asked stand apart."""
    count, left_out, measured = len(division.chapters), division.left_out, len(division.measured)
    if not left_out:
        return Words(f"{count}章中只有{measured}章有", f"{measured} of {count}")
    return Words(
        f"{count + left_out}章中，除不宜用数值衡量的{left_out}章外，只有{measured}章有",
        f"{measured} of {count} ({left_out} more not counted: no figure is asked of them)",
    )


FINDS = [
    (
        "青禾市“十四五”规划纲要（2021—2025年）\n⟦第一篇  扩大开放⟧\n第一章  建设口岸\n"
        "到2025年口岸过货量达到200万吨。\n第二章  拓展合作\n推动周边合作。\n第三章  优化环境\n优化营商环境。\n"
    ),
    (
        "Northfield District Plan 2021–2025\n\n# ⟦1 Tourism⟧\n\n## 1.1 Visitors\n\nReach 20,000 visitors by "
        "2025.\n\n## 1.2 Sites\n\nImprove the sites of the district.\n\n## 1.3 Guides\n\nTrain guides.\n"
    ),
]
PASSES = [
    (
        "青禾市“十四五”规划纲要（2021—2025年）\n第一篇  扩大开放\n第一章  建设口岸\n"
        "到2025年口岸过货量达到200万吨。\n第二章  拓展合作\n进出口总额达到16亿元。\n第三章  优化环境\n优化环境。\n"
    ),
    (
        "青禾市“十四五”规划纲要（2021—2025年）\n第一篇  发展基础\n第一章  主要成就\n成绩显著。\n"
        "第二章  面临形势\n机遇大于挑战。\n"
    ),
]
