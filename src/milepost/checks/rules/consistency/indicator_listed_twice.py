"""One indicator stands in the table in two rows.

## 查什么
指标表中两行名称、单位相同（同一上级指标之下），或整段指标重复出现。

## 为什么要紧
同一指标两行，统计时会重复计算；两行日后改动不同步，就成了两个目标。

## What it checks
Two rows of the indicator tables have the same name, unit and group.

## Why it matters
The indicator is counted twice in any summary, and as soon as one of the rows is changed there are two targets.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted, times
from milepost.kernel.span import Span
from milepost.plans.model import Indicator

RULE = Rule(
    code="CO07",
    name="indicator-listed-twice",
    severity="warning",
    title=Words("指标重复", "an indicator is listed twice"),
    advice=Words(
        "删去重复的各行；确为两项的，名称加以区别。", "Delete the rows that repeat, or tell them apart by their names."
    ),
    remedy="correct",
)

_FEW = 2  # more doubled rows than these are one fault: a stretch of the table was put in twice


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each name that several rows of the tables bear."""
    rows: dict[tuple[object, ...], list[Indicator]] = {}
    for row in inspection.plan.indicators:
        name = inspection.words.consistency.spacing.sub("", inspection.language.fold(row.name)).lower()
        rows.setdefault((name, row.unit, row.group), []).append(row)
    doubled = [same for same in rows.values() if len(same) > 1]
    if len(doubled) > _FEW:
        message = Words(
            f"“{inner(doubled[0][0].name)}”等{len(doubled)}项指标在指标表中重复出现，疑为整段重复",
            f"{len(doubled)} indicators, from {quoted(doubled[0][0].name)} on, stand in the tables more than once",
        )
        yield Fault(message, tuple(_name_of(row, inspection.text) for same in doubled for row in same))
        return
    for same in doubled:
        message = Words(
            f"指标“{inner(same[0].name)}”在指标表中出现{len(same)}次",
            f"indicator {quoted(same[0].name)} stands in the tables {times(len(same))}",
        )
        yield Fault(message, tuple(_name_of(row, inspection.text) for row in same))


def _name_of(row: Indicator, text: str) -> Span:
    """Where the row has its name, as far as it stands there in one piece; the row otherwise."""
    start = text.find(row.name, row.span.start, row.span.end)
    return Span(start, start + len(row.name)) if start >= 0 else row.span


TABLE = "| 指标 | 2020年 | 2025年 | 属性 |\n|---|---|---|---|\n"

FINDS = [
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n## 主要指标\n"
        f"{TABLE}| ⟦森林覆盖率⟧（%） | 21 | 22.5 | 约束性 |\n| 人均预期寿命（岁） | 77 | 78 | 预期性 |\n"
        "| ⟦森林覆盖率⟧（%） | 21 | 23 | 约束性 |\n"
    ),
    (
        "# Northfield District Plan 2026-2030\n## Indicators\n"
        "| Indicator | Unit | Baseline (2024) | Target (2030) |\n|---|---|---|---|\n| ⟦Literacy rate⟧ | % | 81 | 90 |\n"
        "| Life expectancy | years | 70 | 73 |\n| ⟦Literacy rate⟧ | % | 81 | 90 |\n"
    ),
]
PASSES = [
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n## 主要指标\n"
        f"{TABLE}| 森林覆盖率（%） | 21 | 22.5 | 约束性 |\n| 森林蓄积量（万立方米） | 210 | 225 | 约束性 |\n"
    ),
    (
        "# Northfield District Plan 2026-2030\n## Indicators\n"
        "| Indicator | Unit | Baseline (2024) | Target (2030) |\n|---|---|---|---|\n| Literacy rate | % | 81 | 90 |\n"
        "| Literacy rate of women | % | 75 | 88 |\n"
    ),
]
