"""A starting value stands in the headline table with one value and in the text with another.

## 查什么
同一指标、同一地区、同一年份的基期值或已实现值，主要指标表与正文的数字不同。

## 为什么要紧
基期是衡量进度的起点。起点有两个数，同一成绩就能算出两种完成程度，也说明有一处数据没有核对。

## What it checks
The same figure of the past, for the same region and year, has one value in the headline table and another in the text.

## Why it matters
Progress is counted from the starting value. With two of them one achievement gives two rates of progress, and one of
the two figures was never checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.statements import table_against_text

RULE = Rule(
    code="CO02",
    name="text-baseline-unlike-table",
    severity="error",
    title=Words("基期值表文不一", "table and text give a baseline two values"),
    advice=Words(
        "与统计部门核实基期数，将指标表与正文改为一致。",
        "Check the starting value with the statistical office and put the same one in both places.",
    ),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each figure of the past in the text that differs from the table's on the same thing."""
    for row, told in table_against_text(inspection, "past"):
        if row.says_the_same_value(told) or told.allows(row) or row.allows(told):
            continue
        message = Words(
            f"“{inner(row.subject)}”的基期值，指标表为“{inner(row.printed)}”，正文为“{inner(told.printed)}”",
            f"baseline of {quoted(row.subject)}: {quoted(row.printed)} in the table, "
            f"{quoted(told.printed)} in the text",
        )
        yield Fault(message, (row.span, told.span))


TABLE = "| 指标 | 2020年 | 2025年 | 属性 |\n|---|---|---|---|\n"

FINDS = [
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n## 主要任务\n森林覆盖率由⟦20.1%⟧提高到22.5%。\n## 主要指标\n"
        f"{TABLE}| 森林覆盖率（%） | ⟦21⟧ | 22.5 | 约束性 |\n"
    ),
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n## 发展基础\n2020年，森林覆盖率达到⟦20.1%⟧。\n## 主要指标\n"
        f"{TABLE}| 森林覆盖率（%） | ⟦21⟧ | 22.5 | 约束性 |\n"
    ),
    (
        "# Northfield District Plan 2026-2030\n## Indicators\n"
        "| Indicator | Unit | Baseline (2024) | Target (2030) |\n|---|---|---|---|\n| Literacy rate | % | ⟦81⟧ | 90 |\n"
        "## Education\nWe will raise the literacy rate from ⟦83%⟧ in 2024 to 90% by 2030.\n"
    ),
]
PASSES = [
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n## “十三五”时期的成就\n森林覆盖率由18.4%提高到21%。\n"
        f"## 主要指标\n{TABLE}| 森林覆盖率（%） | 21 | 22.5 | 约束性 |\n"
    ),
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n## “十三五”时期的成就\n"
        "“十三五”规划有1项指标未完成：全社会研发经费投入强度目标为1.2%，实际为1.0%。\n"
        f"## 主要指标\n{TABLE}| 全社会研发经费投入强度（%） | 1.0 | 1.5 | 预期性 |\n"
    ),
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n## 发展基础\n2020年，森林覆盖率超过20.9%。\n## 主要指标\n"
        f"{TABLE}| 森林覆盖率（%） | 21 | 22.5 | 约束性 |\n"
    ),
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n## 发展基础\n2015年，森林覆盖率为18%。\n## 主要指标\n"
        f"{TABLE}| 森林覆盖率（%） | 21 | 22.5 | 约束性 |\n"
    ),
]
