"""The last year lies below the average of the period, though both are reported as achieved.

## 查什么
同一指标既写了期末一年的数值，又写了几年累计数：累计数除以年数明显高于期末值，说明期末低于五年平均水平，即期间出现下降，或两个数口径不同。

## 为什么要紧
文中以成绩列出的数据其实反映下降；以期末值为基数定目标，起点也比过去的水平低。

## What it checks
The value of the last year and the sum over the period of one quantity, where the sum divided by the years is clearly
more than the last year: it fell in the course of the period, or the two are counted differently.

## Why it matters
What is told as an achievement is a decline, and targets that start from the last year start below what there was.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.printed import shown, unit_behind
from milepost.checks.quantities import Saying, known_quantities

RULE = Rule(
    code="AR05",
    name="last-year-below-average",
    severity="warning",
    title=Words("期末值低于几年平均水平", "the last year lies below the period's average"),
    advice=Words(
        "核对两个数据的口径；确有下降的，如实写明并说明原因。",
        "Check how both are counted; where there was a decline, say so and why.",
    ),
    parameters=(
        Parameter(
            "margin", 0.05, 0.0, 1.0,
            Words("平均数高出期末值多少才报告", "by what part the average must exceed the last year"),
        ),
    ),
)  # fmt: skip


def check(inspection: Inspection) -> Iterator[Fault]:
    """Sums of the past whose average lies above the value of their last year."""
    margin = inspection.parameter(RULE, "margin")
    for quantity in known_quantities(inspection):
        for total in quantity.of("cumulative"):
            for level in quantity.of("level"):
                if not _same(level, total) or total.years is None or level.value <= 0:
                    continue
                if total.interval.low / total.years <= level.interval.high * (1 + margin):
                    continue
                one, all_years = level.span.of(inspection.folded), total.span.of(inspection.folded)
                mean = f"{shown(total.value / total.years / level.scale, 3)}{unit_behind(one)}"
                message = Words(
                    f"{level.subject}：{total.years}年累计{all_years}，年均{mean}，高于{level.last}年的{one}",
                    f"{level.subject}: {all_years} in {total.years} years averages {mean} a year, more than the {one} "
                    f"of {level.last}",
                )
                yield Fault(message, tuple(sorted((level.span, total.span))))


def _same(level: Saying, total: Saying) -> bool:
    return (
        not total.planned and not level.planned and not level.tabled and level.last == total.last
        and level.unit == total.unit and level.subject == total.subject and (total.years or 0) > 2
        and level.comparator in ("eq", "approx", "le", "lt")
    )  # fmt: skip


_TITLE = "青禾市国民经济和社会发展第十四个五年规划纲要\n"
FINDS = [
    _TITLE + "第一章 “十三五”发展基础\n“十三五”时期，青禾市一般公共预算收入达到⟦35.8亿元⟧，五年累计完成⟦222.2亿元⟧。\n",
]
PASSES = [
    _TITLE + "第一章 “十三五”发展基础\n“十三五”时期，青禾市一般公共预算收入达到35.8亿元，五年累计完成165.2亿元。\n",
    _TITLE
    + "第一章 “十三五”发展基础\n“十三五”时期，青禾市一般公共预算收入达到35.8亿元，五年累计完成固定资产投资1300亿元。\n",
]
