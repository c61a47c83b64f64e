"""The plan orders that the plan of its own period be drawn up.

## 查什么
规划纲要提出制定同一时期的规划纲要，等于要求编制自己。

## 为什么要紧
多半是从编制工作方案抄来的话；若指下级或专项规划，应写明。

## What it checks
The outline of a period asks for the outline of the same period to be drawn up.

## Why it matters
The words were mostly taken from the terms of reference; if plans below this one are meant, it should say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.kernel.span import Span

RULE = Rule(
    code="WO28",
    name="plan-orders-itself",
    severity="info",
    title=Words("规划要求编制自身", "the plan orders itself to be drawn up"),
    advice=Words("改为“制定配套的专项规划、下级规划”，或删去。", "Say which other plans are meant, or strike it."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Orders for a plan of the period that this plan itself is for."""
    words, period, sections = inspection.words.naming, inspection.plan.period, inspection.plan.sections
    if period.start is None or period.start == period.end:
        return
    for found in words.own_plan.finditer(inspection.folded):
        section = inspection.section_at(found.start())
        # What stands at the beginning tells how the plan itself came about.
        if section is None or section is sections[0] or section.level == "preface" or section.id in inspection.past:
            continue
        if words.periods.get(found["period"]) != period.start:
            continue
        message = Words(f"本规划要求“{found[0]}”，即编制自身", f"the plan asks for {found[0]!r}, which is itself")
        yield Fault(message, (Span(*found.span()),))


FINDS = [
    "青禾市发展规划纲要（2021—2025年）\n第一章  任务\n第二章  实施\n⟦制定全市“十四五”规划纲要⟧和专项规划。\n",
]
PASSES = [
    "青禾市发展规划纲要（2021—2025年）\n第一章  实施\n制定全市“十四五”专项规划，做好“十四五”规划纲要的实施。\n",
    "青禾市发展规划纲要（2016—2020年）\n第一章  实施\n谋划编制“十四五”规划纲要。\n",
]
