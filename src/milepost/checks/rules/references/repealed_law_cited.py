"""A law is cited that another has taken the place of.

## 查什么
引用的法律在规划期开始前已经废止（如民法典施行时废止的九部民事法律）。

## 为什么要紧
规划是行政行为的依据之一，依据的法律不能是废止的法律。

## What it checks
A law is named that was repealed before the plan began, such as those that the Civil Code took the place of.

## Why it matters
A plan must not rest on law that no longer holds.

## References
《中华人民共和国民法典》第一千二百六十条 (the nine laws repealed on 1 January 2021).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.kernel.span import Span
from milepost.languages.words import alternation

RULE = Rule(
    code="RE04",
    name="repealed-law-cited",
    severity="warning",
    title=Words("引用了已废止的法律", "a law is cited that no longer holds"),
    advice=Words("改引现行法律。", "Cite the law that holds now."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Names of repealed laws that stand as names, in a plan that begins when they no longer hold."""
    words, start = inspection.words.citations, inspection.plan.period.start
    if not words.repealed or start is None:
        return
    for found in re.finditer(alternation(tuple(words.repealed)), inspection.folded):
        since, instead = words.repealed[found[0]]
        before = inspection.folded[max(0, found.start() - 9) : found.start()]
        stands_alone = words.law_before.search(before) and words.law_behind.match(inspection.folded, found.end())
        if start < since or not stands_alone:
            continue
        message = Words(
            f"{found[0]}自{since}年起废止，现行的是{instead}", f"{found[0]} has not held since {since}; {instead} does"
        )
        yield Fault(message, (Span(*found.span()),))


_HEAD = "青禾市国民经济和社会发展第十四个五年规划纲要（2021—2025年）\n"

FINDS = [
    _HEAD + "第一章  法治\n深入宣传《⟦合同法⟧》和《中华人民共和国⟦物权法⟧》。\n",
]
PASSES = [
    _HEAD + "第一章  法治\n深入宣传《劳动合同法》和民法典。\n",
    "青禾市国民经济和社会发展第十二个五年规划纲要（2011—2015年）\n第一章  法治\n深入宣传《合同法》。\n",
]
