"""The sum over several years is smaller than one of the years alone.

## 查什么
同一指标几年累计数小于其中一年的数值。

## 为什么要紧
累计包含各年，不可能小于其中一年：不是数字有误，就是单位或指标口径写错。

## What it checks
A sum over several years that is smaller than the value of one of these years.

## Why it matters
A sum contains its years. A figure, a unit or what is measured has been mistaken.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quantities import known_quantities

RULE = Rule(
    code="AR04",
    name="sum-below-year",
    severity="error",
    title=Words("累计数小于单年数", "a sum is smaller than one of its years"),
    advice=Words("核对累计数、单年数及其单位。", "Check the sum, the year's value and their units."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Sums of a flow that lie below the value of a year inside them."""
    for quantity in known_quantities(inspection):
        for total in quantity.of("cumulative"):
            if total.years is None or total.years < 2 or total.comparator in ("ge", "gt"):
                continue
            for level in quantity.of("level"):
                inside = level.last is not None and (total.first or 0) <= level.last <= (total.last or 0)
                # In the table a sum beside levels is what is added to them.
                if not inside or total.tabled or level.unit != total.unit or level.subject != total.subject:
                    continue
                if level.interval.low > total.interval.high:
                    one, all_years = level.span.of(inspection.folded), total.span.of(inspection.folded)
                    message = Words(
                        f"{level.subject}：{total.first}—{total.last}年累计{all_years}，小于{level.last}年一年的{one}",
                        f"{level.subject}: {all_years} in {total.first}-{total.last} is less than the {one} of "
                        f"{level.last} alone",
                    )
                    yield Fault(message, tuple(sorted((level.span, total.span))))


_TITLE = "青禾市国民经济和社会发展第十四个五年规划纲要\n"
FINDS = [
    _TITLE + "第一章 “十三五”发展基础\n“十三五”时期，青禾市一般公共预算收入达到⟦35.8亿元⟧，五年累计完成⟦22.2亿元⟧。\n",
]
PASSES = [
    _TITLE + "第一章 “十三五”发展基础\n“十三五”时期，青禾市一般公共预算收入达到35.8亿元，五年累计完成165.2亿元。\n",
    _TITLE + "第一章 “十三五”发展基础\n“十三五”时期，青禾市公路里程达到3200公里，五年新增公路里程420公里。\n",
]
