"""A place is called by a name that it no longer bears.

## 查什么
规划区域内的县市已经更名或撤县设市，文中仍有旧名，与现名并存。

## 为什么要紧
行政区划名称以国务院、省级政府批复为准，新旧并存会使项目归属不清。

## What it checks
A place of the plan's region appears under a former official name, beside its present one.

## Why it matters
Names of places are set by decree; with two of them in use nobody is sure where a project lies.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.official_names import mentions, own_divisions
from milepost.checks.quoting import inner, quoted
from milepost.plans.divisions import named

RULE = Rule(
    code="WO22",
    name="place-name-superseded",
    severity="warning",
    title=Words("行政区划名称已变更", "a place is called by its former name"),
    advice=Words("改用现行名称，确指过去的加“原”字。", "Use the present name, or say that the former is meant."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Former names of the region and its parts, where the present name stands in the document too."""
    for place in own_divisions(inspection):
        now = next(mentions(inspection, place.name), None)
        for former in place.former:
            if now is None or place.name.startswith(former) or former in place.short:
                continue
            if [each.code for each in named(former)] != [place.code]:
                continue
            for found in mentions(inspection, former):
                section = inspection.section_at(found.start)
                if section is None or section.id not in inspection.past:
                    message = Words(
                        f"“{inner(former)}”现名“{inner(place.name)}”", f"{quoted(former)} is now {quoted(place.name)}"
                    )
                    yield Fault(message, (found, now))


FINDS = [
    "塔城地区国民经济和社会发展第十四个五年规划纲要\n第一章  布局\n依托⟦沙湾县⟧发展加工业，支持⟦沙湾市⟧建设园区。\n",
]
PASSES = [
    "塔城地区国民经济和社会发展第十四个五年规划纲要\n第一章  布局\n支持沙湾市建设园区。原沙湾县的园区划归沙湾市。\n",
    "甘肃省国民经济和社会发展第十四个五年规划纲要\n第一章  布局\n支持兰州市建设园区。\n",
]
