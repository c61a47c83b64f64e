"""A yearly rate of growth, over its years, does not make the multiple stated of the same thing.

## 查什么
同一指标、同一时期既写了年均增速，又写了“是某年的几倍”“翻一番”或“比某年增长百分之几”，两者按复利换算对不上。
每个数都按其印出的位数留出四舍五入的余地，确实无法同时成立才报告。

## 为什么要紧
两个数只能有一个对，或者一个按可比价、一个按现价。评估以哪个为准，结论可能相反。

## What it checks
A yearly rate of growth and a multiple (or a growth over the whole period) of one quantity over one period, which
compounding does not bring together. Each figure stands for all values that round to its printed digits.

## Why it matters
One of the two is wrong, or one is at constant and the other at current prices. An evaluation that goes by one may
come to the opposite of one that goes by the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.printed import shown
from milepost.checks.quantities import known_quantities

RULE = Rule(
    code="AR01",
    name="growth-unlike-multiple",
    severity="error",
    title=Words("年均增速与倍数对不上", "yearly growth and multiple do not tie"),
    advice=Words(
        "核对两个数据；一个按可比价、一个按现价的，分别注明。",
        "Check both figures; where one is at constant and one at current prices, say so beside each.",
    ),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Rates and multiples of one quantity over the same years that cannot both hold."""
    for quantity in known_quantities(inspection):
        for rate in quantity.of("growth"):
            for multiple in quantity.of("multiple"):
                years = rate.years
                if years is None or years < 2 or (rate.first, rate.last) != (multiple.first, multiple.last):
                    continue
                grown = rate.interval.compounded(years)
                if grown.meets(multiple.interval):
                    continue
                needed = shown(100 * (multiple.value ** (1 / years) - 1), 2)
                times, stated = shown((1 + rate.value) ** years, 3), shown(multiple.value)
                yearly = shown(100 * rate.value)
                message = Words(
                    f"{rate.subject}：年均增长{yearly}%，{years}年为{times}倍，与所写的{stated}倍不符"
                    f"（{stated}倍相当于年均增长{needed}%）；若一为可比价、一为现价，应注明",
                    f"{rate.subject}: {yearly} % a year makes {times} times as much in {years} years, not the stated "
                    f"{stated} times ({needed} % a year); if one is at constant, one at current prices, say so",
                )
                yield Fault(message, (rate.span, multiple.span))


_TITLE = "青禾市国民经济和社会发展第十四个五年规划纲要\n第一章 发展基础\n"
_GOALS = "青禾市国民经济和社会发展第十四个五年规划纲要（2021—2025年）\n第一章 工业\n"
FINDS = [
    _TITLE + "2020年地区生产总值512.6亿元，“十三五”时期年均增长⟦5%⟧，是2015年的⟦1.6倍⟧。\n",
    _TITLE + "2020年地区生产总值512.6亿元，“十三五”时期年均增长⟦9%⟧，比2015年增长⟦30%⟧。\n",
    _GOALS + "规模以上工业增加值年均增长⟦7%⟧，到2025年达到2020年的⟦1.8倍⟧。\n",
]
PASSES = [
    _TITLE + "2020年地区生产总值512.6亿元，“十三五”时期年均增长6%，是2015年的1.3倍。\n",
    _TITLE + "2020年地区生产总值512.6亿元，“十三五”时期年均增长6%，是2010年的2.1倍。\n",
]
