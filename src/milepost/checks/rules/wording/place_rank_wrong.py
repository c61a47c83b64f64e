"""A county is called a city, or a city a county.

## 查什么
规划区域内的县被写成市，或市被写成县，而区划表中并无此名称（历史名称不在此列）。

## 为什么要紧
行政区划等级写错是硬伤，也影响园林县城、县级市等称号和政策的适用。

## What it checks
The name of a part of the plan's region carries the generic word of another rank; no such place exists.

## Why it matters
The rank of a place decides what it may do and which programmes are open to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.official_names import mentions, own_divisions
from milepost.checks.quoting import inner, quoted
from milepost.plans.divisions import named

RULE = Rule(
    code="WO23",
    name="place-rank-wrong",
    severity="error",
    title=Words("行政区划等级有误", "a place is given the wrong rank"),
    advice=Words("改为现行名称。", "Give the place its official name."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Stems of the parts' names with a generic word that no place of that name bears."""
    ranks = inspection.words.naming.ranks
    for place in own_divisions(inspection):
        if place.name[-1] not in ranks or len(place.name) < 3:
            continue
        for rank in ranks:
            wrong = place.name[:-1] + rank
            if wrong == place.name or named(wrong):
                continue
            right = next(mentions(inspection, place.name), None)
            for found in mentions(inspection, wrong):
                message = Words(
                    f"没有“{inner(wrong)}”，应为“{inner(place.name)}”",
                    f"there is no {quoted(wrong)}, only {quoted(place.name)}",
                )
                yield Fault(message, (found,) if right is None else (found, right))


FINDS = [
    "塔城地区国民经济和社会发展第十四个五年规划纲要\n第一章  布局\n支持⟦额敏市⟧建设园区，⟦额敏县⟧配套资金。\n",
]
PASSES = [
    "塔城地区国民经济和社会发展第十四个五年规划纲要\n第一章  布局\n支持额敏县建设园区，托里县城扩容，塔城市场繁荣。\n",
    "塔城地区国民经济和社会发展第十四个五年规划纲要\n第一章  布局\n支持塔城市、塔城地区共建园区。\n",
]
