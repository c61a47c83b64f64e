"""A document that the plan builds on had run out before the plan began.

## 查什么
规划要落实、衔接的文件，其标题或正文写明的期限在本规划起始年之前已经结束。

## 为什么要紧
过期文件不能作为今后五年的依据：其目标和政策可能已被新文件取代，执行单位无从适用。

## What it checks
A plan, scheme or programme that the text means to follow, whose stated years end before this plan begins.

## Why it matters
What has run out is no ground to stand on: a later document has mostly taken its place, with other targets and terms.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.citations import dated_references, shown
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import quoted

RULE = Rule(
    code="RE01",
    name="reference-over-before-plan",
    severity="warning",
    title=Words("依据的文件在规划期前已到期", "a document that the plan rests on ran out before it began"),
    advice=Words("改引现行文件，或说明其中哪些安排延续。", "Cite what holds now, or say which of its terms go on."),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """References with years, outside of what is told of the past, that end before the plan's first year."""
    start = inspection.plan.period.start
    for reference, last, told_of_past in dated_references(inspection):
        if start is None or last >= start or told_of_past:
            continue
        message = Words(
            f"《{shown(reference)}》期限至{last}年，本规划自{start}年起",
            f"{quoted(shown(reference))} runs to {last}; this plan begins in {start}",
        )
        yield Fault(message, (reference.span,))


_HEAD = "青禾市国民经济和社会发展第十四个五年规划纲要（2021—2025年）\n"

_ENGLISH = "# Northfield District Development Plan 2021–2025\n\n## Chapter 1 Industry\n\n"

FINDS = [
    _HEAD + "第一章  产业\n落实《⟦青禾市工业发展三年行动方案（2017—2019年）⟧》，做强制造业。\n",
    _ENGLISH + "The district will implement the ⟦Northfield Industry Strategy 2017–2019⟧ and build workshops.\n",
]
PASSES = [
    _HEAD + "第一章  产业\n落实《青禾市工业发展规划（2021—2025年）》，做强制造业。\n",
    _HEAD + "第一章  发展基础\n五年来，全面完成《青禾市工业发展三年行动方案（2017—2019年）》各项任务。\n",
]
