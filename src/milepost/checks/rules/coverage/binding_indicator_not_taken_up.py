"""A binding indicator that no chapter takes up.

## 查什么
主要指标表中的约束性指标，在布置任务的各章里既没有目标、任务、项目与之对应，也没有一句话提到。
由几项合计的指标（表注“指……之和”），各章写到其中两项即可。

## 为什么要紧
约束性指标是政府必须兑现的承诺，正文没有举措支撑，就无法分解到部门和年度。

## What it checks
A binding indicator of the headline table of which the chapters that lay down tasks have no target, measure or project
and not one sentence. Of one that a note calls the sum of others, two of its parts are enough.

## Why it matters
A binding indicator is what the government must deliver. Without a measure nobody can be made responsible for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.uptake import uptakes

RULE = Rule(
    code="CV04",
    name="binding-indicator-not-taken-up",
    severity="warning",
    title=Words("约束性指标在正文中没有着落", "no chapter takes up a binding indicator"),
    advice=Words(
        "在相应的章补写实现这一指标的任务、项目和责任单位。",
        "Add to the chapter concerned the measures, projects and body that are to reach the indicator.",
    ),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Binding indicators that the chapters do not mention."""
    for each in uptakes(inspection):
        if each.indicator.attribute != "binding" or each.mention is not None:
            continue
        name = each.indicator.name
        message = Words(
            f"约束性指标“{inner(name)}”在布置任务的各章中没有提到，未写明由哪些任务、项目支撑",
            f"the binding indicator {quoted(name)} is not mentioned in any chapter that lays down tasks",
        )
        yield Fault(message, (each.name_span,))


_HEAD = "# 青禾市“十四五”规划纲要（2021—2025年）\n\n## 第一章  主要目标\n\n"
_TABLE = "| 指标 | 2020年 | 2025年 | 属性 |\n| --- | --- | --- | --- |\n"

FINDS = [
    _HEAD + _TABLE + "| 1.⟦劳动年龄人口平均受教育年限⟧（年） | 10.6 | 11.3 | 约束性 |\n\n"
    "## 第二章  发展教育\n\n推动义务教育优质均衡发展。办好高等职业教育。\n",
    (
        "# Northfield District Plan 2021–2025\n\n## Targets\n\n| Indicator | Unit | 2020 | 2025 | Attribute |\n"
        "| --- | --- | --- | --- | --- |\n| ⟦Households with access to clean cooking⟧ | % | 20 | 45 | binding |\n\n"
        "## Roads\n\nBuild rural roads. Repair bridges in all sectors.\n"
    ),
]
PASSES = [
    _HEAD + _TABLE + "| 1.能源综合生产能力（亿吨标煤） | 0.1 | 0.2 | 约束性 |\n\n"
    "注：能源综合生产能力指煤炭、天然气、风电产能之和。\n\n"
    "## 第二章  能源\n\n推动煤炭清洁开发。扩大天然气勘探。\n",
    _HEAD + _TABLE + "| 1.劳动年龄人口平均受教育年限（年） | 10.6 | 11.3 | 约束性 |\n\n"
    "## 第二章  发展教育\n\n劳动年龄人口平均受教育年限达到11.3年。办好高等职业教育。\n",
    _HEAD + _TABLE + "| 1.森林覆盖率（%） | 20.1 | 21 | 约束性 |\n\n"
    "## 第二章  生态建设\n\n推进国土绿化，建设防护林体系。加强湿地保护。\n",
    _HEAD + _TABLE + "| 1.人均预期寿命（岁） | 77 | 78 | 约束性 |\n\n## 第二章  发展教育\n\n办好高等职业教育。\n",
]
