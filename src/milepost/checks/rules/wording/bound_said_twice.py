"""A limit is put on a figure twice.

## 查什么
同一数字前后重复限定，如“不低于90%以上”“约30个左右”“超过5亿元以上”。

## 为什么要紧
限定重叠，数字的口径含糊：是“至少”还是“大约”说不清。

## What it checks
A figure has a limit before it and another behind it (at least 90% or more).

## Why it matters
One of the two is idle, and where they differ nobody knows which holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="WO12",
    name="bound-said-twice",
    severity="info",
    title=Words("数量限定重复", "a limit is put on a figure twice"),
    advice=Words("只保留一个限定词。", "Keep one of the two."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each figure with two limits."""
    for found in inspection.words.naming.bound_twice.finditer(inspection.folded):
        message = Words(f"“{inner(found[0])}”前后重复限定", f"{quoted(found[0])} says its limit twice")
        yield Fault(message, (Span(*found.span()),))


FINDS = [
    "# 医疗\n覆盖率⟦不低于90%以上⟧，建成村卫生室⟦约30个左右⟧。\n",
    "# Health\nThe district will equip ⟦at least 20 clinics or more⟧ by 2025.\n",
]
PASSES = [
    "# 医疗\n覆盖率不低于90%，建成村卫生室30个左右，近3年以上标准。\n",
    "# Health\nThe district will equip at least 20 clinics by 2025.\n",
]
