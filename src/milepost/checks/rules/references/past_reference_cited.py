"""Among the achievements a document is named whose years are over: whether it goes on is left open.

## 查什么
回顾部分提到的合作纲要、方案等，标题写明的期限在规划期开始前已结束，而正文没有交代是否续签、接续。

## 为什么要紧
读者会以为相关安排仍然有效，后文的任务却可能已经没有依据。

## What it checks
Where the plan looks back it names an outline or scheme whose printed years ended before the plan begins, and nowhere
says what followed.

## Why it matters
Readers take the arrangement for one that still holds, while later chapters may build on it without ground.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.citations import dated_references, shown
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import quoted

RULE = Rule(
    code="RE03",
    name="past-reference-cited",
    severity="info",
    title=Words("回顾中提到的文件已到期", "a document named in the look back has run out"),
    advice=Words("补一句是否续签或由什么文件接续。", "Add whether it was renewed, or what followed."),
    remedy="none",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """References with printed years, in what is told of the past, that end before the plan's first year."""
    start = inspection.plan.period.start
    printed = inspection.words.citations.printed_years
    for reference, last, told_of_past in dated_references(inspection):
        if start is None or last >= start or not told_of_past or not printed.search(reference.title):
            continue
        message = Words(
            f"《{shown(reference)}》到{last}年已期满，未说明是否接续",
            f"{quoted(shown(reference))} ran out in {last}; what followed is not said",
        )
        yield Fault(message, (reference.span,))


_HEAD = "青禾市国民经济和社会发展第十四个五年规划纲要（2021—2025年）\n"

FINDS = [
    _HEAD + "第一章  发展基础\n五年来，铁路列入《⟦毗邻地区合作规划纲要（2015—2020）⟧》。\n",
]
PASSES = [
    _HEAD + "第一章  发展基础\n五年来，“十三五”规划确定的任务全面完成。\n",
    _HEAD + "第一章  发展基础\n五年来，铁路列入《毗邻地区合作规划纲要（2015—2030）》。\n",
]
