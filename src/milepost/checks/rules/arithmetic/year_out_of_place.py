"""A year that no plan can mean, or a deadline outside of the plan's period.

## 查什么
年份不在1840—2100年之间（如“2205年”“1025年”）；任务期限早于规划起始年，或晚于期末而又不是远景年和逢五逢十的年份。
讲过去的章节不在检查之列。

## 为什么要紧
期限写错，任务就没有可考核的时点。

## What it checks
Years outside of 1840 to 2100; deadlines before the plan's first year, or behind its last one unless they are its
horizon or a round year (2030, 2035). Sections that tell of the past are left out.

## Why it matters
With a wrong deadline there is no date at which the task can be evaluated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.kernel.span import Span

RULE = Rule(
    code="AR16",
    name="year-out-of-place",
    severity="error",
    title=Words("年份有误", "a year cannot be meant"),
    advice=Words("核对年份。", "Check the year."),
    remedy="correct",
)

_EARLIEST, _LATEST = 1840, 2100
_ROUND = 5
_KNOWN = (2027, 2049)
"""The centenaries of army and republic, to which national goals are tied."""
_PERIOD = re.compile(r"(?P<first>[1-9](?<!\d.)\d{3})年?[ ]?[-—–~～至][ ]?(?P<last>\d{4})(?=[ ]?年)")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Years beyond reason, then deadlines that the plan cannot keep."""
    text = inspection.folded
    movement = inspection.words.arithmetic.movement
    seen: set[int] = set()
    for found in movement.dated.finditer(text):
        year = int(found["year"])
        if _is_impossible(year):
            seen.add(found.start("year"))
            yield _impossible(year, Span(*found.span("year")))
    for pattern, group in ((_PERIOD, "first"), (movement.deadline, "year")):
        for found in pattern.finditer(text):
            year = int(found[group])
            if _is_impossible(year) and found.start(group) not in seen:
                seen.add(found.start(group))
                yield _impossible(year, Span(*found.span(group)))
    period = inspection.plan.period
    if period.start is None or period.end is None:
        return
    for found in movement.deadline.finditer(text):
        year = int(found["year"])
        section = inspection.section_at(found.start())
        told = section is not None and section.id in inspection.past
        # A yearly report may well set a task for some year to come.
        yearly = period.start == period.end
        late = year > period.end and year not in (period.horizon, *_KNOWN) and year % _ROUND and not yearly
        if told or _is_impossible(year) or not (late or year < period.start - _ROUND):
            continue
        message = Words(
            f"期限{year}年不在规划期（{period.start}—{period.end}年）内",
            f"the deadline {year} lies outside of the plan's period ({period.start}-{period.end})",
        )
        yield Fault(message, (Span(*found.span("year")),))


def _is_impossible(year: int) -> bool:
    # Round numbers are spans of time (1500年的历史).
    return not _EARLIEST <= year <= _LATEST and year % 50 != 0


def _impossible(year: int, span: Span) -> Fault:
    return Fault(Words(f"“{year}”不会是规划所指的年份", f"{year} cannot be the year that is meant"), (span,))


_TITLE = "# 青禾市国民经济和社会发展第十四个五年规划纲要（2021—2025年）\n\n# 第一章 主要目标\n\n"
FINDS = [
    _TITLE + "到⟦2205⟧年，粮食产量达到10万吨。到⟦2028⟧年，森林覆盖率达到22%。\n",
    "# Northfield District Development Plan 2021-2025\n\n# Goals\n\nBy ⟦2052⟧, coverage reaches 90%.\n",
]
PASSES = [
    _TITLE + "到2025年，粮食产量达到10万吨。到2030年碳排放达到峰值。古城有1500年历史。\n",
    "# Northfield District Development Plan 2021-2025\n\n# Goals\n\nBy 2025, coverage reaches 90%; by 2030, 95%.\n",
]
