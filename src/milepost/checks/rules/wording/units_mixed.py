"""One unit is written in more than one way.

## 查什么
同一计量单位在文中有两种以上写法，如“千伏”与“kV”、“公里”与“千米”、“吨”与“t”。每个单位报一次，列出较少用的
写法所在的位置。

## 为什么要紧
写法不一使读者怀疑是否为同一口径，也妨碍检索和汇总。

## What it checks
A unit is written in two or more ways in one document (kilovolts in words and as kV, kilometres and km). One finding
for each unit, with the places of the rarer ways.

## Why it matters
Readers ask whether the same is meant, and who searches or adds up misses some.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.mixed_spellings import mixtures
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted, times

RULE = Rule(
    code="WO01",
    name="units-mixed",
    severity="info",
    title=Words("单位写法不统一", "a unit is written in more than one way"),
    advice=Words("统一为一种写法。", "Keep to one way."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each unit of which there are several spellings in the document."""
    for thing, counts, places in mixtures(inspection.folded, inspection.words.naming.units):
        zh = "、".join(f"“{inner(way)}”{count}处" for way, count in counts)
        en = ", ".join(f"{quoted(way)} {times(count)}" for way, count in counts)
        yield Fault(Words(f"{thing.zh}写法不一：{zh}", f"{thing.en}: several ways of writing ({en})"), places)


FINDS = [
    "# 电网\n新建220⟦千伏⟧变电站2座、110千伏变电站3座，改造35⟦kV⟧线路。\n",
    "# Roads\nThe district will pave 40⟦ km⟧ of roads and grade 25 ⟦kilometres⟧ of tracks.\n",
]
PASSES = [
    "# 电网\n新建220千伏变电站2座、110千伏变电站3座，变压器容量5000kVA。\n",
    "# 交通\n公路通车里程达到500公里，建成区面积12平方千米。\n",
]
