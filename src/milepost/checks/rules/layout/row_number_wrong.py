"""A row of a table carries a number that its neighbours contradict.

## 查什么
表格（如主要指标表）中的行序号不连续：某行与前后行接不上（如18、29、20）、重号或缺号。

## 为什么要紧
指标按序号引用和考核，序号错误会张冠李戴；缺号可能是整行指标丢失。

## What it checks
The numbers printed in the rows of a table, as in the table of indicators: one fits neither neighbour (18, 29, 20), is
given twice, or is left out.

## Why it matters
Indicators are referred to and assessed by their numbers; a gap may be an indicator that was lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.numbering import Break, breaks
from milepost.checks.quoting import inner, quoted
from milepost.checks.table_rows import Row, numbered_rows

RULE = Rule(
    code="LA06",
    name="row-number-wrong",
    severity="error",
    title=Words("表格行序号有误", "a row's number is wrong"),
    advice=Words("按顺序更正行序号，或补回缺失的行。", "Correct the number, or restore the row that is missing."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The row whose number does not fit, and the rows around it."""
    for table in inspection.plan.tables:
        rows = numbered_rows(table)
        numbers = [row.number for row in rows]
        for found in breaks(numbers, 1 if numbers and numbers[0] <= 2 else None):
            if found.kind == "again":
                continue
            # A misprint is shown by the row behind it too.
            around = {found.at, *([] if found.other is None else [found.other])}
            if found.due is not None:
                around |= {found.at - 1, found.at + 1}
            places = tuple(rows[at].span for at in sorted(around) if at >= 0)
            yield Fault(_message(found, rows), places)


def _message(found: Break, rows: list[Row]) -> Words:
    row = rows[found.at]
    if found.kind == "missing":
        missing = "、".join(map(str, found.missing))
        plain = ", ".join(map(str, found.missing))
        return Words(
            f"“{inner(row.name)}”（{row.number}）之前缺第{missing}行",
            f"row {plain} is missing before {quoted(row.name)}",
        )
    due_zh, due_en = (
        (f"，按前后行应为{found.due}", f"; by its neighbours it should be {found.due}") if found.due else ("", "")
    )
    if found.kind == "repeated" and found.other is not None:
        other = rows[found.other]
        return Words(
            f"“{inner(other.name)}”与“{inner(row.name)}”的序号都是{row.number}{due_zh}",
            f"{quoted(other.name)} and {quoted(row.name)} both have the number {row.number}{due_en}",
        )
    return Words(
        f"“{inner(row.name)}”的序号是{row.number}{due_zh}", f"the number of {quoted(row.name)} is {row.number}{due_en}"
    )


FINDS = [
    (
        "# 主要指标\n\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 1.粮食产量（万吨） | 40 | 42 |\n"
        "| ⟦2.森林覆盖率（%）⟧ | 20 | 22 |\n| ⟦8.城镇化率（%）⟧ | 50 | 55 |\n| ⟦4.人均寿命（岁）⟧ | 76 | 77 |\n"
    ),
    (
        "# Indicators\n\n| No. | Indicator | 2020 | 2025 |\n|---|---|---|---|\n| ⟦1⟧ | Literacy (%) | 80 | 90 |\n"
        "| ⟦3⟧ | Forest (%) | 20 | 22 |\n| 4 | Roads (km) | 50 | 55 |\n"
    ),
]
PASSES = [
    (
        "# 主要指标\n\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 1.粮食产量（万吨） | 40 | 42 |\n"
        "| 2.森林覆盖率（%） | 20 | 22 |\n| 3.城镇化率（%） | 50 | 55 |\n"
    ),
    (
        "# 主要指标\n\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 粮食产量 | 40 | 42 |\n"
        "| 森林覆盖率 | 20 | 22 |\n| 城镇化率 | 8 | 55 |\n"
    ),
]
