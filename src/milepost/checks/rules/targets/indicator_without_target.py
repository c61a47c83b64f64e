"""A row of the headline table says nothing of what is to be reached.

## 查什么
主要指标表中某一行的目标栏全是空格或短横线，而表中其他行大都有目标。

## 为什么要紧
列入了指标却没有目标，多半是填表遗漏或单元格丢失；约束性指标没有目标，更无从考核。

## What it checks
A row of the headline table has nothing in the columns of the target, while most other rows have something.

## Why it matters
An indicator that asks for nothing was mostly forgotten, or its cell was lost. A binding one cannot be judged by.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.plans.model import Indicator

RULE = Rule(
    code="TA08",
    name="indicator-without-target",
    severity="error",
    title=Words("指标没有目标", "an indicator has no target"),
    advice=Words("补上目标值，或把该指标移出指标表。", "Fill in the target, or take the indicator out of the table."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each such row."""
    rows = inspection.plan.indicators
    empty = [row for row in rows if _asks_for_nothing(row)]
    # Where half the rows seem empty it is the table that was not understood.
    if len(empty) * 2 > len(rows):
        return
    for row in empty:
        binding = row.attribute == "binding"
        yield Fault(
            Words(
                f"{'约束性' if binding else ''}指标“{inner(row.name)}”没有目标",
                f"the {'binding ' if binding else ''}indicator {quoted(row.name)} has no target",
            ),
            (row.span,),
        )


def _asks_for_nothing(row: Indicator) -> bool:
    return row.target is None and row.cumulative is None and not row.milestones


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 森林覆盖率（%） | 21.3 | 22.5 | 约束性 |
| ⟦耕地保有量（万亩） | — | — | 约束性⟧ |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
    """\
# Headline indicators

| Indicator | Baseline (2020) | Target (2025) |
|---|---|---|
| ⟦Forest cover (%) | 28 | -⟧ |
| Literacy rate (%) | 88 | 92 |
| Life expectancy (years) | 74.2 | 76 |
""",
]
PASSES = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 森林覆盖率（%） | 21.3 | 22.5 | 约束性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 森林覆盖率（%） | 21.3 | 22.5 | 约束性 |
| 单位地区生产总值能耗降低（%） | — | 控制在省下达指标内 | 约束性 |
""",
]
