"""A placeholder was never filled.

## 查什么
未填写的占位：××、XX、？？、待定、待补充、（此处……）、TBD、xx% 等。

## 为什么要紧
该填的数字、名称或日期还没有填，文件不能定稿。

## What it checks
Placeholders that were never filled: XX, ××, ??, TBD, "to be completed", square brackets with nothing or dots in them.

## Why it matters
A figure, name or date is still missing; the document is not ready.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="LA14",
    name="placeholder-left",
    severity="error",
    title=Words("占位符未填", "a placeholder was never filled"),
    advice=Words("补上应填的内容。", "Fill in what is missing."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each placeholder."""
    if not any(hint in inspection.text for hint in inspection.words.layout.placeholder_hints):
        return
    for found in inspection.words.layout.placeholder.finditer(inspection.folded):
        words = found.group().strip()
        yield Fault(Words(f"“{inner(words)}”尚未填写", f"{quoted(words)} was never filled"), (Span(*found.span()),))


FINDS = [
    "第一章  目标\n到2025年，粮食产量达到⟦XX⟧万吨，由⟦××⟧部门牵头，投资⟦待定⟧。\n",
    "Chapter 1 Aims\nBy 2025 the yield is ⟦XX⟧ tons; the lead agency is ⟦TBD⟧.\n",
]
PASSES = [
    "第一章  目标\n培育XX型数控机床企业，建设3×20万千瓦机组，等待定价机制完善。\n",
    "Chapter 1 Aims\nThe XXI century asks for roads of 2 x 3 lanes.\n",
]
