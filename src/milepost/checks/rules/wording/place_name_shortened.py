"""An autonomous county is called by a shortened and by its full name.

## 查什么
同一自治县（自治州、自治旗）既用全称，又省去民族称谓写成“某某县”。每处地方报一次。

## 为什么要紧
自治地方的名称是法定的，规范文件应用全称；并存的两种写法不利于检索和汇总。

## What it checks
An autonomous county appears by its official name and by one that leaves the nationality out. One finding for each
place.

## Why it matters
The name is fixed by law; and who searches for one form misses the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.official_names import SHOWN, mentions, own_divisions
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="WO24",
    name="place-name-shortened",
    severity="info",
    title=Words("自治地方名称简写与全称并存", "a place has a short and a full name"),
    advice=Words("统一用全称，或在首次出现时注明简称。", "Keep to the full name, or say how it is shortened."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Short forms that keep a generic word, in a document that has the official name too."""
    words = inspection.words.naming
    for place in own_divisions(inspection):
        if not place.name.endswith(words.whole_ranks):
            continue
        full = next(mentions(inspection, place.name), None)
        for short in place.short:
            if full is None or short[-1] != place.name[-1]:
                continue
            found = list(mentions(inspection, short))
            if found:
                message = Words(
                    f"“{inner(place.name)}”另有{len(found)}处写作“{inner(short)}”",
                    f"{quoted(place.name)} is written {quoted(short)} {len(found)} times",
                )
                yield Fault(message, (*found[:SHOWN], full))


FINDS = [
    (
        "塔城地区国民经济和社会发展第十四个五年规划纲要\n第一章  布局\n"
        "支持⟦和布克赛尔县⟧建设园区，⟦和布克赛尔蒙古自治县⟧配套资金。\n"
    ),
]
PASSES = [
    "塔城地区国民经济和社会发展第十四个五年规划纲要\n第一章  布局\n支持和布克赛尔蒙古自治县建设园区。\n",
    "塔城地区国民经济和社会发展第十四个五年规划纲要\n第一章  布局\n支持和布克赛尔县、额敏县建设园区。\n",
]
