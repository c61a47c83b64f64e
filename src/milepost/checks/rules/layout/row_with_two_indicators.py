"""One numbered row of the indicator table holds several indicators in different units.

## 查什么
指标表中，一个序号之下并列多个计量单位不同的指标。

## 为什么要紧
指标总数说不清（按序号数还是按行数），考核时也不知道完成其中一个算不算完成。

## What it checks
A number of the indicator table under which several indicators in different units stand.

## Why it matters
Nobody can say how many indicators the plan has, nor whether the row is reached when one of them is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.plans.model import Indicator

RULE = Rule(
    code="LA40",
    name="row-with-two-indicators",
    severity="info",
    title=Words("一个序号含多个指标", "one row holds several indicators"),
    advice=Words("分开编号，或注明按哪个指标考核。", "Number them apart, or say which one is assessed."),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The indicators of each such row."""
    rows = (each for each in inspection.plan.indicators if each.printed_number and each.group)
    for (number, group), members in groupby(rows, key=_row):
        found = list(members)
        units = {each.unit for each in found if each.unit}
        if len(found) < 2 or len(units) < 2:
            continue
        names = "、".join(f"“{inner(each.name)}”（{each.unit or '—'}）" for each in found)
        plain = ", ".join(f"{quoted(each.name)} ({each.unit or '-'})" for each in found)
        message = Words(
            f"第{number}项“{inner(group or '')}”含{len(found)}个单位不同的指标：{names}",
            f"row {number} ({quoted(group or '')}) holds {len(found)} indicators in different units: {plain}",
        )
        yield Fault(message, tuple(_name_span(inspection.text, each) for each in found))


def _row(indicator: Indicator) -> tuple[str | None, str | None]:
    return indicator.printed_number, indicator.group


def _name_span(text: str, indicator: Indicator) -> Span:
    """The name of an indicator at the head of its row; the row where it is not printed so."""
    start, end = indicator.span
    if indicator.name and text.startswith(indicator.name, start):
        return Span(start, start + len(indicator.name))
    return Span(start, end)


FINDS = [
    (
        '<h1>主要指标</h1><table><tr><th colspan="2">指标</th><th>2020年</th><th>2025年</th><th>属性</th>'
        '</tr><tr><td colspan="2">1.粮食产量（万吨）</td><td>40</td><td>42</td><td>约束性</td></tr><tr><t'
        'd rowspan="2">2.城镇就业（万人，%）</td><td>⟦城镇新增就业人数⟧</td><td>3</td><td>4</td><td>预期'
        "性</td></tr><tr><td>⟦城镇登记失业率⟧</td><td>4</td><td>3</td><td>预期性</td></tr></table>"
    ),
]
PASSES = [
    (
        "# 主要指标\n\n| 指标 | 2020年 | 2025年 | 属性 |\n|---|---|---|---|\n"
        "| 1.粮食产量（万吨） | 40 | 42 | 约束性 |\n| 2.城镇化率（%） | 50 | 55 | 预期性 |\n"
    ),
    (
        '<h1>主要指标</h1><table><tr><th colspan="2">指标</th><th>2020年</th><th>2025年</th><th>属性</th>'
        '</tr><tr><td rowspan="2">1.节能降碳（%）</td><td>能耗降低</td><td>3</td><td>4</td><td>约束性</td'
        "></tr><tr><td>二氧化碳排放降低</td><td>4</td><td>5</td><td>约束性</td></tr></table>"
    ),
]
