"""A yearly average, times the years, is not the sum stated for the same period.

## 查什么
同一指标、同一时期既写了年均数，又写了累计数（含表内〔〕），年均数乘以年数与累计数不等。有“以上”“以内”的，只在确实无法同时成立时报告。

## 为什么要紧
年度计划按年均数分解，终期评估按累计数考核，两个标准会得出不同的结论。

## What it checks
A yearly average and a sum (such as 〔 〕 in the table) of one quantity over one period, where the average times the
years is not the sum. Words like "at least" are taken into account.

## Why it matters
Yearly plans go by the average and the final evaluation by the sum: the two come to different answers.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.printed import shown, unit_behind
from milepost.checks.quantities import Saying, known_quantities

RULE = Rule(
    code="AR03",
    name="yearly-average-unlike-sum",
    severity="error",
    title=Words("年均数与累计数对不上", "yearly average and sum do not tie"),
    advice=Words(
        "以其中一个为准，改正另一个，使年均数乘以年数等于累计数。",
        "Decide which one holds and correct the other, so that the average times the years is the sum.",
    ),
    parameters=(
        Parameter("tolerance", 0.02, 0.0, 0.5, Words("允许的相对差", "difference allowed, as a part of the sum")),
    ),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Averages and sums over the same years that cannot both hold."""
    tolerance = inspection.parameter(RULE, "tolerance")
    for quantity in known_quantities(inspection):
        for average in quantity.of("average"):
            for total in quantity.of("cumulative"):
                same = (average.first, average.last, average.unit) == (total.first, total.last, total.unit)
                years = average.years
                if not same or years is None or years < 2 or _ties(average, total, years, tolerance):
                    continue
                text = inspection.folded
                yearly, stated = average.span.of(text), total.span.of(text)
                scale = average.value / _number(yearly) if _number(yearly) else 1.0
                made = f"{shown(average.value * years / scale)}{unit_behind(yearly)}"
                message = Words(
                    f"{average.subject}：年均{yearly}，{years}年合计{made}，与累计{stated}不等",
                    f"{average.subject}: {yearly} a year makes {made} in {years} years, not {stated}",
                )
                yield Fault(message, tuple(sorted((average.span, total.span))))


def _ties(average: Saying, total: Saying, years: int, tolerance: float) -> bool:
    made, stated = average.value * years, total.value
    if abs(made - stated) <= tolerance * max(abs(made), abs(stated)):
        return True
    up, down = ("ge", "gt"), ("le", "lt")
    if average.comparator == "approx" or total.comparator == "approx":
        return abs(made - stated) <= 0.1 * stated
    if made < stated:
        return average.comparator in up or total.comparator in down
    return average.comparator in down or total.comparator in up


def _number(raw: str) -> float:
    digits = "".join(sign for sign in raw if sign.isdigit() or sign == ".").strip(".")
    return float(digits) if digits.count(".") <= 1 and digits else 0.0


_TABLE = (
    "# 青禾市国民经济和社会发展第十四个五年规划纲要\n\n# 专栏1 主要指标\n\n"
    "| 类别 | 指标名称 | 2020年 | 2025年 | 年均/〔累计〕 | 属性 |\n| --- | --- | --- | --- | --- | --- |\n"
    "| 民生 | 1.人均预期寿命（岁） | 77 | 78 | — | 预期性 |\n"
)
FINDS = [
    _TABLE + "| 民生 | 2.城镇新增就业人数（万人） | 1.9 | — | ⟦〔9〕⟧ | 预期性 |\n\n# 第一章 就业\n\n"
    "“十四五”期间年均城镇新增就业⟦1.5万人⟧。\n",
]
PASSES = [
    (
        "# 青禾市国民经济和社会发展第十四个五年规划纲要\n\n# 第一章 “十三五”时期发展成就\n\n"
        "城镇新增就业五年累计4.6万人。\n\n# 第二章 促进就业\n\n城镇新增就业五年累计5.0万人，平均每年1.0万人。\n"
    ),
    _TABLE + "| 民生 | 2.城镇新增就业人数（万人） | 1.9 | — | 〔9〕 | 预期性 |\n\n# 第一章 就业\n\n"
    "“十四五”期间年均城镇新增就业1.8万人。\n",
    _TABLE + "| 民生 | 2.城镇新增就业人数（万人） | 1.9 | — | 〔9〕 | 预期性 |\n\n# 第一章 就业\n\n"
    "“十四五”期间年均城镇新增就业1.5万人以上。\n",
]
