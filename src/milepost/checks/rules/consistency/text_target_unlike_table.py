"""A target stands in the headline table with one value and in the text with another.

## 查什么
同一指标、同一地区、同一年份的目标值，主要指标表与正文的数字不同（单位换算后比较，按较粗一方的精度取舍）。

## 为什么要紧
指标表与正文同为规划的约束，数字不一致，年度分解、考核和评估就没有唯一的依据。

## What it checks
The same indicator has one target value in the headline table and another in the text, for the same region and year.
Values are compared in base units, as far as the coarser of the two is printed.

## Why it matters
Table and text bind alike. With two values nobody can say which one is broken down by year, reported on and assessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.statements import table_against_text

RULE = Rule(
    code="CO01",
    name="text-target-unlike-table",
    severity="error",
    title=Words("目标值表文不一", "table and text give a target two values"),
    advice=Words(
        "核定一个数值，将指标表与正文改为一致。", "Settle on one value and put it both in the table and in the text."
    ),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each figure of the text that differs from the row of the table on the same thing."""
    for row, told in table_against_text(inspection, "goal"):
        if row.key[3] == "relative" or row.says_the_same_value(told):
            continue
        message = Words(
            f"“{inner(row.subject)}”的目标值，指标表为“{inner(row.printed)}”，正文为“{inner(told.printed)}”",
            f"target for {quoted(row.subject)}: {quoted(row.printed)} in the table, {quoted(told.printed)} in the text",
        )
        yield Fault(message, (row.span, told.span))


TABLE = "| 指标 | 2020年 | 2025年 | 属性 |\n|---|---|---|---|\n"

FINDS = [
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n到2025年，森林覆盖率达到⟦23.5%⟧。\n## 主要指标\n"
        f"{TABLE}| 森林覆盖率（%） | 21 | ⟦22.5⟧ | 约束性 |\n"
    ),
    (
        "# Northfield District Plan 2026-2030\n## Goals\nBy 2030, the literacy rate will reach ⟦92%⟧.\n## Indicators\n"
        "| Indicator | Unit | Baseline (2024) | Target (2030) |\n|---|---|---|---|\n| Literacy rate | % | 81 | ⟦90⟧ |\n"
    ),
]
PASSES = [
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n## 实施\n"
        "2021年至2025年，森林覆盖率分别达到21.3%、21.6%、21.9%、22.2%和22.5%。\n"
        f"## 主要指标\n{TABLE}| 森林覆盖率（%） | 21 | 22.5 | 约束性 |\n"
    ),
    (
        "# Northfield District Plan 2026-2030\n## Goals\nThe Agriculture Office will extend the irrigated area by "
        "1,500 hectares, from 3,200 hectares in 2025 to 4,700 hectares in 2030.\n## Indicators\n"
        "| Indicator | Unit | Baseline 2025 | Target 2030 |\n|---|---|---|---|\n"
        "| Irrigated area | hectares | 3,200 | 4,700 |\n"
    ),
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n到2025年，森林覆盖率达到22.5%。\n## 主要指标\n"
        f"{TABLE}| 森林覆盖率（%） | 21 | 22.5 | 约束性 |\n"
    ),
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n到2035年，森林覆盖率达到25%。\n## 主要指标\n"
        f"{TABLE}| 森林覆盖率（%） | 21 | 22.5 | 约束性 |\n"
    ),
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n到2025年，粮食综合生产能力达到3300000吨。\n## 主要指标\n"
        f"{TABLE}| 粮食综合生产能力（万吨） | 316 | 330 | 约束性 |\n"
    ),
]
