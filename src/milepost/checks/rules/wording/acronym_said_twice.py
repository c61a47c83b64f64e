"""An acronym is followed at once by the same in words.

## 查什么
英文缩写与其中文全称直接连写，如“LNG液化天然气”，同一意思说了两遍。

## 为什么要紧
用语重复，不规范；该用括号注明时漏了括号。

## What it checks
An acronym and what it stands for are written one after the other without brackets.

## Why it matters
It says the same twice; where an explanation is meant, its brackets are missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="WO13",
    name="acronym-said-twice",
    severity="info",
    title=Words("缩写与全称连写", "an acronym is followed by the same in words"),
    advice=Words("保留其一，或把缩写放入括号。", "Keep one of the two, or put the acronym in brackets."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each such acronym."""
    for found in inspection.words.naming.acronym_twice.finditer(inspection.folded):
        message = Words(f"“{inner(found[0])}”语义重复", f"{quoted(found[0])} says the same twice")
        yield Fault(message, (Span(*found.span()),))


FINDS = [
    "# 能源\n建设年产20万吨⟦LNG液化天然气⟧项目。\n",
    "# Health\nThe clinic will test for the ⟦HIV virus⟧.\n",
]
PASSES = [
    "# 能源\n建设年产20万吨液化天然气（LNG）项目。\n",
    "# Health\nThe clinic will test for HIV.\n",
]
