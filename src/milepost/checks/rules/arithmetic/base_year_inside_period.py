"""A target is measured against a year inside the plan's own period.

## 查什么
目标与规划期内（含期末）的某一年相比，如2021—2025年的规划写“比2023年增长”。年度报告不在检查之列。

## 为什么要紧
规划编制时这一年的数还没有，目标没有起点；多半是把基期年份写错了。

## What it checks
A target measured against a year that lies inside the plan's period. Yearly reports are left out.

## Why it matters
When the plan was made, that year's value was not known: the target has no start. Mostly the year is a slip.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.kernel.span import Span

RULE = Rule(
    code="AR17",
    name="base-year-inside-period",
    severity="warning",
    title=Words("基期年份在规划期内", "a target's base year lies inside the plan's period"),
    advice=Words(
        "核对基期年份；分阶段的目标应写明基期数值。", "Check the base year; for a target by stages give its value."
    ),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Years that targets are compared with, from the plan's first to its last."""
    period = inspection.plan.period
    if period.start is None or period.end is None or period.start == period.end:
        return
    for based in inspection.words.arithmetic.movement.based.finditer(inspection.folded):
        year = int(based["year"])
        section = inspection.section_at(based.start())
        if not period.start <= year <= period.end or (section is not None and section.id in inspection.past):
            continue
        message = Words(
            f"与{year}年相比，而规划期为{period.start}—{period.end}年",
            f"measured against {year}, but the plan runs {period.start}-{period.end}",
        )
        yield Fault(message, (Span(*based.span()),))


_TITLE = "# 青禾市国民经济和社会发展第十四个五年规划纲要（2021—2025年）\n\n# 第一章 主要目标\n\n"
_ENGLISH = "# Northfield District Development Plan 2021-2025\n\n# Chapter 1 Goals\n\n"
FINDS = [
    _TITLE + "到2025年，进出口总额⟦比2024年⟧增长50%。\n",
    _ENGLISH + "By 2025 emissions fall by 20% ⟦compared with 2023⟧ levels.\n",
]
PASSES = [
    _TITLE + "到2025年，进出口总额比2020年增长50%，单位能耗比2019年下降15%。\n",
    _ENGLISH + "By 2025 emissions fall by 20% compared with 2020 levels.\n",
]
