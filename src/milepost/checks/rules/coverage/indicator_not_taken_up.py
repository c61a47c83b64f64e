"""An indicator of the headline table that no chapter takes up.

## 查什么
主要指标表中的预期性指标（或未注明属性的指标），在布置任务的各章里既没有目标、任务、项目与之对应，也没有一句话提到。约束性指标另行提示。
地区生产总值、劳动生产率、预期寿命等由各方面工作共同决定的指标不查。

## 为什么要紧
表里有指标、正文无举措，指标靠什么实现说不清楚，年度监测也找不到责任单位。

## What it checks
An indicator of the headline table, other than a binding one, of which the chapters that lay down tasks have no target,
measure or project and not one sentence. Outcomes of everything, such as GDP or life expectancy, are left out.

## Why it matters
It stays open what is to move the indicator, and who reports on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.uptake import uptakes

RULE = Rule(
    code="CV05",
    name="indicator-not-taken-up",
    severity="info",
    title=Words("指标在正文中没有着落", "no chapter takes up an indicator"),
    advice=Words(
        "在相应的章补写实现这一指标的任务或项目。",
        "Add to the chapter concerned a measure or project behind the indicator.",
    ),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Indicators, other than binding ones, that the chapters do not mention."""
    for each in uptakes(inspection):
        if each.indicator.attribute == "binding" or each.mention is not None:
            continue
        name = each.indicator.name
        message = Words(
            f"指标“{inner(name)}”在布置任务的各章中没有提到，未写明由哪些任务、项目支撑",
            f"the indicator {quoted(name)} is not mentioned in any chapter that lays down tasks",
        )
        yield Fault(message, (each.name_span,))


_HEAD = "# 青禾市“十四五”规划纲要（2021—2025年）\n\n## 第一章  主要目标\n\n"
_TABLE = "| 指标 | 2020年 | 2025年 | 属性 |\n| --- | --- | --- | --- |\n"

FINDS = [
    _HEAD + _TABLE + "| 1.⟦每千人口拥有3岁以下婴幼儿托位数⟧（个） | 1.1 | 4.5 | 预期性 |\n\n"
    "## 第二章  保障民生\n\n推动义务教育优质均衡发展。提高社会保险待遇。\n",
    (
        "# Northfield District Plan 2021–2025\n\n## Targets\n\n| Indicator | Unit | Baseline 2020 | Target 2025 |\n"
        "| --- | --- | --- | --- |\n| ⟦Children fully immunised⟧ | % | 80 | 95 |\n\n"
        "## Roads\n\nBuild rural roads. Repair bridges in all sectors.\n"
    ),
]
PASSES = [
    _HEAD + _TABLE + "| 1.每千人口拥有3岁以下婴幼儿托位数（个） | 1.1 | 4.5 | 预期性 |\n\n"
    "## 第二章  保障民生\n\n发展普惠托育服务。提高社会保险待遇。\n",
    _HEAD + _TABLE + "| 1.地区生产总值（亿元） | 100 | 150 | 预期性 |\n\n## 第二章  保障民生\n\n提高社会保险待遇。\n",
]
