"""A document that the plan builds on runs out in the course of the plan.

## 查什么
规划引用的文件，其期限在本规划期内结束。

## 为什么要紧
文件到期后，余下年份没有接续安排，任务会落空；中期评估时应看是否已有接续文件。

## What it checks
A plan, scheme or programme cited whose years end after this plan begins and before it ends.

## Why it matters
For the years that are left nothing is laid down, unless a follow-up comes: a question for the mid-term evaluation.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.citations import dated_references, shown
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import quoted

RULE = Rule(
    code="RE02",
    name="reference-ends-during-plan",
    severity="info",
    title=Words("引用的文件在规划期内到期", "a document cited runs out in the course of the plan"),
    advice=Words("写明到期后由什么文件接续。", "Say what follows when it has run out."),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """References with years that end within the plan's, before its last."""
    start, end = inspection.plan.period.start, inspection.plan.period.end
    for reference, last, _ in dated_references(inspection):
        if start is None or end is None or not start <= last < end:
            continue
        message = Words(
            f"《{shown(reference)}》{last}年到期，本规划到{end}年，其后{end - last}年没有接续安排",
            f"{quoted(shown(reference))} runs out in {last}; this plan goes on to {end}, "
            "with nothing laid down for the rest",
        )
        yield Fault(message, (reference.span,))


_HEAD = "青禾市国民经济和社会发展第十四个五年规划纲要（2021—2025年）\n"

_ENGLISH = "# Northfield District Development Plan 2021–2025\n\n## Chapter 1 Industry\n\n"

FINDS = [
    _HEAD + "第一章  产业\n落实《⟦青禾市工业发展三年行动方案（2020—2022年）⟧》，做强制造业。\n",
    _ENGLISH + "The district will implement the ⟦Northfield Industry Strategy 2020–2023⟧ and build workshops.\n",
]
PASSES = [
    _HEAD + "第一章  产业\n落实《青禾市工业发展规划（2021—2025年）》，做强制造业。\n",
    _HEAD + "第一章  产业\n落实《青禾市国土空间总体规划（2021—2035年）》，做强制造业。\n",
]
