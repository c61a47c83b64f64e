"""The gain that a row of the table states is not its target less its baseline.

## 查什么
指标表同一行既有基期值、目标值，又用〔〕或“累计”写了五年的增量，增量与目标减基期之差不等。只看明显是增量的数：
它小于基期值和目标值的一半。每个数按印出的位数留出四舍五入的余地。

## 为什么要紧
三个数只要有一个写错，评估时就有两个目标，结论可能相反。

## What it checks
A row of the table of indicators has a baseline, a target, and in brackets or as a cumulative figure a gain over the
years, and the gain is not what lies between the two. Only what is plainly a gain is looked at: less than half of
baseline and target. Each figure stands for all that rounds to it.

## Why it matters
With one of the three wrong there are two targets to evaluate by.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.printed import Interval, printed, shown
from milepost.kernel.span import Span
from milepost.plans.model import Indicator, Target

RULE = Rule(
    code="AR28",
    name="table-gain-unlike-ends",
    severity="error",
    title=Words("表中增量与基期、目标之差不等", "a row's gain is not its target less its baseline"),
    advice=Words("核对基期、目标和累计增量三个数。", "Check baseline, target and gain against each other."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Rows with a level at both ends and a gain that does not lie between them."""
    for row in inspection.plan.indicators:
        gain = row.cumulative
        if gain is None or gain.kind != "cumulative" or not _has_ends(row) or not _is_gain(row, gain):
            continue
        assert row.baseline is not None
        assert row.target is not None
        start, end = _interval(row.baseline.raw, row.baseline.value), _interval(row.target.raw, row.target.value)
        between = end.minus(start)
        stated = _interval(gain.raw, gain.value)
        if between.meets(stated) or Interval(-between.high, -between.low).meets(stated):
            continue
        difference = shown(float(row.target.value or 0) - float(row.baseline.value or 0))
        message = Words(
            f"“{row.name}”由{row.baseline.raw}到{row.target.raw}，相差{difference}，与所列增量“{gain.raw}”不等",
            f"{row.name!r} goes from {row.baseline.raw} to {row.target.raw}: {difference}, and not {gain.raw!r}",
        )
        yield Fault(message, _places(row, gain, inspection))


def _has_ends(row: Indicator) -> bool:
    return (
        row.baseline is not None
        and row.baseline.value is not None
        and row.target is not None
        and row.target.kind == "level"
        and row.target.value is not None
        and row.target.value_high is None
        and row.target.comparator == "eq"
        and row.baseline.comparator == "eq"
    )


def _is_gain(row: Indicator, gain: Target) -> bool:
    """Whether a figure is too small to be a sum over the years, so that it must be what is gained."""
    ends = [abs(float(each.value or 0)) for each in (row.baseline, row.target) if each is not None]
    return gain.value is not None and gain.unit == row.unit and 2 * abs(gain.value) < min(ends)


def _interval(raw: str, value: float | None) -> Interval:
    return printed(raw, float(value or 0), "eq", counted=False)


def _places(row: Indicator, gain: Target, inspection: Inspection) -> tuple[Span, ...]:
    """The three cells as they stand in the row, one behind the other; the whole row where one is not found there."""
    text = inspection.text
    at, found = row.span.start, []
    for raw in (row.baseline.raw if row.baseline else "", row.target.raw if row.target else "", gain.raw):
        start = text.find(raw, at, row.span.end) if raw else -1
        if start < 0:
            return (row.span,)
        found.append(Span(start, start + len(raw)))
        at = start + len(raw)
    assert all(one.end <= other.start for one, other in pairwise(found))
    return tuple(found)


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 年均/〔累计〕 | 属性 |
|---|---|---|---|---|
| 人均预期寿命（岁） | ⟦76.1⟧ | ⟦77.3⟧ | ⟦〔2.2〕⟧ | 预期性 |
""",
]
PASSES = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 年均/〔累计〕 | 属性 |
|---|---|---|---|---|
| 人均预期寿命（岁） | 76.1 | 77.3 | 〔1.2〕 | 预期性 |
| 城镇新增就业（万人） | 0.9 | 1 | 〔5〕 | 预期性 |
""",
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 年均/〔累计〕 | 属性 |
|---|---|---|---|---|
| 森林覆盖率（%） | 21.3 | 23 | 〔1.7〕 | 约束性 |
| 常住人口城镇化率（%） | 52 | 60 | — | 预期性 |
""",
]
