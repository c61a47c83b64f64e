"""The name of an indicator lacks the limit of its age group.

## 查什么
指标名称与通行名称相比漏了年龄界限，如“5岁儿童死亡率”（应为5岁以下儿童死亡率）。

## 为什么要紧
漏了“以下”“以上”，统计对象完全不同，数值无法与统计口径对应。

## What it checks
The name of an indicator leaves out the word that makes an age a limit (below, and above).

## Why it matters
Without it another group is meant, and no published figure fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.plans.concepts.table import concepts

RULE = Rule(
    code="WO29",
    name="indicator-name-incomplete",
    severity="error",
    title=Words("指标名称缺字", "an indicator's name is incomplete"),
    advice=Words("按统计制度写全指标名称。", "Give the indicator its full name."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Names of shipped concepts without their limit, wherever they stand in the text."""
    limit, text = inspection.words.naming.age_limit, inspection.folded
    for short, full in _shortened(inspection.language.code, limit).items():
        start = text.find(short)
        while start >= 0:
            if not inspection.words.naming.range_before.search(text[max(0, start - 2) : start]):
                message = Words(f"“{inner(short)}”应为“{inner(full)}”", f"{quoted(short)} should be {quoted(full)}")
                yield Fault(message, (Span(start, start + len(short)),))
            start = text.find(short, start + len(short))


@cache
def _shortened(code: str, limit: re.Pattern[str]) -> dict[str, str]:
    """The names of concepts with the limit left out, and the names themselves."""
    names = (name for each in concepts().values() for name in each.names(code))
    return {limit.sub("", name): name for name in names if limit.search(name)}


FINDS = [
    "# 妇幼\n孕产妇死亡率、⟦5岁儿童死亡率⟧稳步下降。\n",
]
PASSES = [
    "# 妇幼\n孕产妇死亡率、5岁以下儿童死亡率稳步下降。\n",
    "# 妇幼\n5岁儿童入园率达到95%，0-3岁儿童系统管理率达到90%。\n",
]
