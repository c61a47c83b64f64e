"""Two conjunctions stand in a row.

## 查什么
两个连词连用，如“及和”“以及和”，其中一个多余，或中间漏了词语。

## 为什么要紧
并列的是哪几项变得不清楚，中间可能丢了文字。

## What it checks
Two conjunctions follow each other: one is too many, or a word between them was lost.

## Why it matters
It is no longer clear what is listed, and words may be missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="WO08",
    name="conjunction-doubled",
    severity="warning",
    title=Words("连词重复", "a conjunction is doubled"),
    advice=Words("删去一个，或补上中间的词语。", "Strike one, or supply the word between them."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each pair of conjunctions."""
    for found in inspection.words.naming.doubled_joint.finditer(inspection.folded):
        message = Words(
            f"“{inner(found[0])}”连词重复", f"{quoted(found[0])}: one conjunction too many, or a word is missing"
        )
        yield Fault(message, (Span(*found.span()),))


FINDS = [
    "# 制造\n发展拖拉机组装⟦及和⟧农机具生产。\n",
    "# Roads\nThe district will grade roads ⟦and or⟧ tracks.\n",
]
PASSES = [
    "# 教育\n着力普及和巩固义务教育，积极参与和利用平台，健全机构之间以及与部门之间的机制，及时和妥善处置。\n",
    "# Roads\nThe district will grade roads and, or so it is hoped, tracks.\n",
]
