"""A period is given with years that do not fit it.

## 查什么
起止年份颠倒（“2025—2021年”）；“三年行动（2020—2023年）”之类写明的年数与起止年份不符（首尾两年计入或不计入都算对）；
“十四五”等五年规划时期与其年份不符。

## 为什么要紧
目标和考核都以起止年份为准，年份错了，基期、期限都会跟着错。

## What it checks
A last year before the first one; a number of years that does not fit the years given for it (with or without the first
one); a numbered five-year plan with other years than its own.

## Why it matters
Targets and evaluations go by these years: with a wrong one, baseline and deadline are wrong too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.kernel.span import Span

RULE = Rule(
    code="AR15",
    name="period-unlike-years",
    severity="error",
    title=Words("时期与起止年份不符", "a period and its years do not fit"),
    advice=Words("核对起止年份和年数。", "Check the years and how many they are."),
    remedy="correct",
)

_YEARS = re.compile(
    r"(?P<first>[12](?<!\d.)(?:(?<=1)9|(?<=2)0)\d\d)(?:年度?)?[ ]?(?:[-—–~～至]{1,2}|到|\bto\b)[ ]?"
    r"(?P<last>(?:19|20)\d\d)(?!\d|[-—–]\d)"
)
_LEAD = 80
"""Characters before years in brackets in which the period stands that they belong to."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Years that run backwards, and periods of another length than theirs."""
    text = inspection.folded
    words = inspection.words.arithmetic.movement
    for years in _YEARS.finditer(text):
        first, last = int(years["first"]), int(years["last"])
        span = Span(*years.span())
        bracketed = text[span.start - 1 : span.start] in ("（", "(")
        if last < first:
            if bracketed or text[span.end : span.end + 1] == "年":
                message = Words(f"{last}年早于{first}年，起止颠倒", f"{last} is before {first}: it runs backwards")
                yield Fault(message, (span,))
        elif bracketed:
            begin = max(0, span.start - 1 - _LEAD)
            period = words.lasting.search(text[begin : span.start - 1])
            fault = period and _misfit(inspection, period, begin, (first, last), span)
            if fault:
                yield fault


def _misfit(
    inspection: Inspection, period: re.Match[str], begin: int, years: tuple[int, int], span: Span
) -> Fault | None:
    """The fault, if the words before the years announce others, or another number of them."""
    words = inspection.words.arithmetic.movement
    first, last = years
    if period["plan"]:
        start = words.plan_start(period["plan"])
        if start is None or years == (start, start + 4):
            return None
        message = Words(
            f"“{period['plan']}五”时期为{start}—{start + 4}年，所写的是{first}—{last}年",
            f"the five-year plan {period['plan']}五 runs {start}-{start + 4}, not {first}-{last}",
        )
        return Fault(message, (Span(*period.span("plan")).shifted(begin), span))
    number = words.number(period["years"])
    if number is None or number in (last - first, last - first + 1):
        return None
    message = Words(
        f"所写为{period['years']}年，{first}—{last}年却是{last - first + 1}年",
        f"{period['years']} years are announced, but {first}-{last} are {last - first + 1}",
    )
    return Fault(message, (Span(*period.span("years")).shifted(begin), span))


FINDS = [
    "“⟦十四⟧五”时期（⟦2021年—2026⟧年）是关键五年。\n",
    "实施《青禾市⟦三⟧年行动方案（⟦2020-2025⟧年）》，规划期为⟦2025—2021⟧年。\n",
    "The ⟦five⟧-year programme (⟦2021–2028⟧) sets out the tasks.\n",
]
PASSES = [
    "“十四五”时期（2021—2025年）是关键五年，实施三年行动方案（2020-2022年）和三年行动（2020—2023年）。\n",
    "The five-year programme (2021–2025) sets out the tasks.\n",
]
