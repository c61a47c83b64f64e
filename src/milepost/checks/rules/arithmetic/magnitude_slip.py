"""One value of one year is stated twice, ten, a hundred or ten thousand times as large in one place.

## 查什么
同一指标、同一年份的两个数值恰好相差10倍、100倍、1000倍或1万倍。

## 为什么要紧
几乎总是小数点或“万”“亿”写错，照抄到年度计划里差出几个数量级。

## What it checks
Two values of one quantity for one year of which one is 10, 100, 1000 or 10 000 times the other.

## Why it matters
Nearly always a decimal point or a unit has slipped, and yearly plans that copy it are wrong by orders of magnitude.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.printed import Interval
from milepost.checks.quantities import Saying, known_quantities

RULE = Rule(
    code="AR18",
    name="magnitude-slip",
    severity="error",
    title=Words("同一数值相差10的整数次方", "one value stated with two magnitudes"),
    advice=Words("核对小数点和单位。", "Check the decimal point and the unit."),
    remedy="correct",
)

_FACTORS = (10, 100, 1000, 10_000)
_MOST = 12
"""Of more values than that of one quantity none is compared: they are of different things."""

_QUALIFIED = 3
"""A subject longer by so many characters than the table's name is of a part (石桥县粮食综合生产能力)."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Pairs of values, of one subject in one year, that differ by a power of ten."""
    for quantity in known_quantities(inspection):
        levels = [each for each in quantity.of("level", "cumulative") if each.value > 0 and each.last is not None]
        if len(levels) > _MOST:
            continue
        for one, other in combinations(levels, 2):
            if not _same(one, other):
                continue
            small, large = sorted((one, other), key=lambda saying: saying.value)
            factor = next((each for each in _FACTORS if _times(small, each).meets(large.interval)), None)
            if factor is None or large.value / small.value < 5:
                continue
            first, second = (each.span.of(inspection.folded).strip() for each in (one, other))
            message = Words(
                f"{one.subject}：{one.last}年一处为{first}，一处为{second}，恰好相差{factor}倍",
                f"{one.subject}: {first} and {second} for {one.last} differ by a factor of {factor}",
            )
            yield Fault(message, (one.span, other.span))


def _same(one: Saying, other: Saying) -> bool:
    return (
        (one.kind, one.last, one.unit, one.planned) == (other.kind, other.last, other.unit, other.planned)
        and abs(len(one.subject) - len(other.subject)) < _QUALIFIED
        and (one.subject == other.subject or one.tabled != other.tabled)
        and one.span != other.span
    )  # fmt: skip


def _times(saying: Saying, factor: int) -> Interval:
    return Interval(saying.value * factor * 0.99, saying.value * factor * 1.01)


_TABLE = (
    "# 青禾市国民经济和社会发展第十四个五年规划纲要\n\n# 专栏1 主要指标\n\n"
    "| 类别 | 指标名称 | 2020年 | 2025年 | 年均/〔累计〕 | 属性 |\n| --- | --- | --- | --- | --- | --- |\n"
    "| 民生 | 1.人均预期寿命（岁） | 77 | 78 | — | 预期性 |\n"
)
FINDS = [
    _TABLE + "| 安全 | 2.粮食综合生产能力（万吨） | 148 | ⟦155⟧ | — | 约束性 |\n\n# 第一章 农业\n\n"
    "到2025年，粮食综合生产能力达到⟦1550万吨⟧。\n",
]
PASSES = [
    _TABLE + "| 安全 | 2.粮食综合生产能力（万吨） | 148 | 155 | — | 约束性 |\n\n# 第一章 农业\n\n"
    "到2025年，粮食综合生产能力达到155万吨。\n",
    _TABLE + "| 安全 | 2.粮食综合生产能力（万吨） | 148 | 155 | — | 约束性 |\n\n# 第一章 农业\n\n"
    "到2025年，石桥县粮食综合生产能力达到15.5万吨。\n",
]
