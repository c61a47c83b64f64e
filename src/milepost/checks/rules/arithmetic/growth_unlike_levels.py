"""The value at the start, the value at the end and the change stated between them do not tie.

## 查什么
同一指标的起点值、终点值，与所写的年均增速、倍数、提高的百分点或累计增量（〔〕）对不上。表内与正文一并比较。
以货币计的指标，允许价格变动带来的差距（参数“每年价格变动”）。

## 为什么要紧
三个数中至少一个有误。年度分解和评估无论从哪个数算起，都会得出不同的要求。

## What it checks
The value at the start, the value at the end, and the yearly growth, multiple, percentage points or added amount stated
between them, in the table and in the text. Figures in money may differ by the change of prices (a parameter).

## Why it matters
One of the three is wrong at least, and yearly targets worked out from one of them will differ from those worked out
from another.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.printed import Interval, shown
from milepost.checks.quantities import Quantity, Saying, known_quantities
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.plans.concepts.table import concept

RULE = Rule(
    code="AR02",
    name="growth-unlike-levels",
    severity="error",
    title=Words("起点值、终点值与变化幅度对不上", "start, end and change do not tie"),
    advice=Words(
        "核对起点值、终点值和变化幅度，改正其中有误的一个；价格口径不同的应注明。",
        "Check start, end and change and correct the one that is wrong; where price bases differ, say so.",
    ),
    parameters=(
        Parameter(
            "price_change", 0.02, 0.0, 0.5,
            Words("以货币计的指标每年允许的价格变动", "change of prices a year allowed for figures in money"),
        ),
    ),
)  # fmt: skip

_MONEY = ("CNY", "USD")
_IN_ROW = 0.003
_FALL = 0.01
"""Prices rarely fall for years: growth at constant prices exceeds that of the values by no more than this a year."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Changes that the values at both ends of their years do not allow."""
    drift = inspection.parameter(RULE, "price_change")
    bases_told = inspection.words.arithmetic.price_bases.search(inspection.folded) is not None
    for quantity in known_quantities(inspection):
        levels = quantity.of("level")
        if len(levels) < 2:
            continue
        for change in quantity.of("growth", "multiple", "points", "cumulative"):
            first, last = change.first, change.last
            if first is None or last is None or (change.kind == "growth" and last == first):
                continue
            starts = [each for each in levels if each.last == first - 1 and each.comparator in ("eq", "approx")]
            ends = [each for each in levels if each.last == last and each.unit == _unit(starts)]
            # A row of the table is at one price unless a note says otherwise.
            narrow = change.tabled and not bases_told
            fault = _contradicted(inspection, quantity, change, starts, ends, _IN_ROW if narrow else drift)
            if fault is not None:
                yield fault


def _unit(starts: list[Saying]) -> str | None:
    return starts[0].unit if starts else None


def _contradicted(
    inspection: Inspection, quantity: Quantity, change: Saying, starts: list[Saying], ends: list[Saying], drift: float
) -> Fault | None:
    """The fault, if no pair of a start and an end allows the change."""
    pairs = [(start, end) for start in starts for end in ends if start.subject == end.subject or start.tabled]
    if not pairs or (change.kind == "cumulative" and not _is_added(quantity, change, pairs)):
        return None
    if any(_allowed(change, start, end, drift) for start, end in pairs):
        return None
    start, end = pairs[0]
    return Fault(_message(inspection, quantity, change, start, end), _places(change, start, end))


def _is_added(quantity: Quantity, change: Saying, pairs: list[tuple[Saying, Saying]]) -> bool:
    """Whether a sum is what is added to a stock, as 〔0.8〕 beside 10.6 and 11.4 years; that of a flow is not."""
    known = concept(quantity.concept) if quantity.concept else None
    start, end = pairs[0]
    return (
        change.tabled and start.tabled and end.tabled and change.unit == start.unit and start.unit not in _MONEY
        and (start.unit == "1" if known is None else known.nature != "flow")
    )  # fmt: skip


def _allowed(change: Saying, start: Saying, end: Saying, drift: float) -> bool:
    years = change.years or 1
    if change.kind == "points":
        if start.unit != "1":
            return True
        moved = _set(end).minus(start.interval)
        return moved.meets(_set(change)) or Interval(-moved.high, -moved.low).meets(_set(change))
    if change.kind == "cumulative":
        return _set(end).minus(start.interval).meets(_set(change))
    grown = change.interval.compounded(years) if change.kind == "growth" else change.interval
    if start.unit in _MONEY:
        grown = Interval(grown.low * (1 - min(_FALL, drift)) ** years, grown.high * (1 + drift) ** years)
    return start.interval.low <= 0 or end.interval.over(start.interval).meets(grown)


def _set(saying: Saying) -> Interval:
    """What a figure stands for: one that the table sets is exact, one that was measured is rounded."""
    exact = saying.planned and saying.tabled and saying.comparator == "eq"
    return Interval(saying.value, saying.value) if exact else saying.interval


def _message(inspection: Inspection, quantity: Quantity, change: Saying, start: Saying, end: Saying) -> Words:
    text = inspection.folded
    said, first, last = (each.span.of(text).strip() for each in (change, start, end))
    years = change.years or 1
    if change.kind == "growth":
        implied = shown(100 * ((end.value / start.value) ** (1 / years) - 1), 3)
        zh, en = f"由此推算年均增长{implied}%", f"which is {implied} % a year"
    elif change.kind == "multiple":
        implied = shown(end.value / start.value, 3)
        zh, en = f"由此推算为{implied}倍", f"which is {implied} times as much"
    else:
        implied = shown(abs(end.value - start.value) / change.scale)
        zh, en = f"相差{implied}", f"which is a change of {implied}"
    return Words(
        f"{quantity.name}：{start.last}年{first}、{end.last}年{last}，{zh}，与所写的“{inner(said)}”不符",
        f"{quantity.name}: {first} in {start.last} and {last} in {end.last}, {en}, against the stated {quoted(said)}",
    )


def _places(change: Saying, start: Saying, end: Saying) -> tuple[Span, ...]:
    return tuple(sorted({change.span, start.span, end.span}))


_TABLE = (
    "# 青禾市国民经济和社会发展第十四个五年规划纲要\n\n# 专栏1 主要指标\n\n"
    "| 类别 | 指标名称 | 2020年 | 2025年 | 年均/〔累计〕 | 属性 |\n| --- | --- | --- | --- | --- | --- |\n"
)
FINDS = [
    _TABLE + "| 民生 | 1.劳动年龄人口平均受教育年限（年） | ⟦10.6⟧ | ⟦11.4⟧ | ⟦〔1.2〕⟧ | 约束性 |\n"
    "| 民生 | 2.人均预期寿命（岁） | 77 | 78 | — | 预期性 |\n",
    _TABLE + "| 经济 | 1.地区生产总值（亿元） | ⟦400⟧ | ⟦900⟧ | ⟦6%⟧ | 预期性 |\n"
    "| 民生 | 2.人均预期寿命（岁） | 77 | 78 | — | 预期性 |\n",
]
PASSES = [
    _TABLE + "| 民生 | 1.劳动年龄人口平均受教育年限（年） | 10.6 | 11.4 | 〔0.8〕 | 约束性 |\n"
    "| 民生 | 2.城镇新增就业人数（万人） | 1.9 | — | 〔9〕 | 预期性 |\n",
    _TABLE + "| 经济 | 1.地区生产总值（亿元） | 486.3 | 680左右 | 7%左右 | 预期性 |\n"
    "| 民生 | 2.人均预期寿命（岁） | 77 | 78 | — | 预期性 |\n",
]
