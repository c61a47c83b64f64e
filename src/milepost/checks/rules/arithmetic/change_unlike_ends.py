"""The change stated beside a start and an end is not the difference between them.

## 查什么
“由A提高到B，提高C”：C与A、B之差（百分点、绝对数）或之比（百分数、倍数）不符；年均增速在两端年份写明时按复利核对。
每个数按印出的位数留出四舍五入的余地。

## 为什么要紧
三个数中必有一个写错。

## What it checks
“From A to B, up by C” where C is not what lies between A and B: as points, as an amount, as per cent, as a multiple, or
as yearly growth where both years are given. Each figure stands for all values that round to it.

## Why it matters
One of the three figures is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.movements import Change, Movement, movements
from milepost.checks.printed import Interval, shown
from milepost.languages.numbers import parse_number

_NUMBER = re.compile(r"[\d,]+(?:\.\d+)?")

RULE = Rule(
    code="AR12",
    name="change-unlike-ends",
    severity="error",
    title=Words("变化幅度与前后数值不符", "stated change and values do not tie"),
    advice=Words("核对起点、终点和变化幅度三个数。", "Check start, end and change."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Movements whose stated change their two values do not allow."""
    for movement in inspection.derived(movements):
        change = movement.change
        if change is None or change.way not in (None, movement.way):
            continue
        allowed = _between(movement, change)
        if allowed is None or allowed[0].meets(change.amount.interval):
            continue
        start, end, amount = movement.start, movement.end, change.amount
        low, high, said = (each.span.of(inspection.text) for each in (start, end, amount))
        due = _as_printed(allowed[1], amount.value, said)
        message = Words(
            f"从{low}到{high}，{'年均' if change.yearly else ''}变化应为{due}，所写的是{said}",
            f"from {low} to {high} is a change of {due}{' a year' if change.yearly else ''}, but {said} is stated",
        )
        yield Fault(message, tuple(sorted((start.span, end.span, amount.span))))


def _as_printed(due: float, stated: float, said: str) -> str:
    """A computed value in the unit that the stated one is printed in."""
    number = _NUMBER.match(said)
    if number is None:
        return shown(due)
    scale = stated / parse_number(number[0]) if parse_number(number[0]) else 1.0
    return shown(due / scale) + said[number.end() :]


def _between(movement: Movement, change: Change) -> tuple[Interval, float] | None:
    """What lies between the two values, in the change's own terms, and its value; None if they cannot be compared."""
    start, end, unit = movement.start, movement.end, change.amount.unit
    lower, upper = (start, end) if movement.way == "up" else (end, start)
    if unit == "points" or (unit == start.unit and not change.is_multiple and unit not in ("%", "times")):
        if unit == "points" and start.unit != "%":
            return None
        years = _years(movement) if change.yearly else 1
        if years is None:
            return None
        moved = upper.interval.minus(lower.interval)
        return Interval(moved.low / years, moved.high / years), (upper.value - lower.value) / years
    if start.interval.low <= 0 or end.interval.low <= 0:
        return None
    ratio, value = end.interval.over(start.interval), end.value / start.value
    if unit == "times":
        return (ratio, value) if change.is_multiple else (ratio.minus(Interval(1, 1)), value - 1)
    if unit != "%" or change.is_multiple or start.unit == "%":
        return None
    if change.yearly:
        years = _years(movement)
        if years is None:
            return None
        power = 1 / years
        ratio, value = Interval(ratio.low**power, ratio.high**power), value**power
    parts = Interval(100 * (ratio.low - 1), 100 * (ratio.high - 1))
    if movement.way == "down":
        parts = Interval(-parts.high, -parts.low)
    return parts, abs(100 * (value - 1))


def _years(movement: Movement) -> int | None:
    """How many years lie between the two values, where both years are given."""
    first, last = movement.start.year, movement.end.year
    return last - first if first is not None and last is not None and last > first else None


FINDS = [
    "到2025年，城镇化率由2020年的⟦52%⟧提高到⟦58%⟧，提高⟦8个百分点⟧。\n",
    "高新技术企业由⟦96家⟧增加到⟦153家⟧，增加⟦67家⟧。\n",
    "Increase the number of schools from ⟦120 schools⟧ in 2020 to ⟦150 schools⟧ by 2025, an increase of ⟦40%⟧.\n",
]
PASSES = [
    "规模以上工业企业由2015年的74家增加到2020年的108家，规模以上工业增加值年均增长6.4%。\n",
    "到2025年，城镇化率由2020年的52.4%提高到58%，提高5.6个百分点。\n",
    "高新技术企业由96家增加到153家，增加57家，增长59%。\n",
    "城镇化率由2015年的45.2%提高到2020年的52.4%，年均提高1.44个百分点。\n",
    "旅游收入由2020年的20亿元增加到2025年的29.4亿元，年均增长8%。\n",
]
