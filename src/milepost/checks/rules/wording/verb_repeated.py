"""A verb stands again at the end of its own object.

## 查什么
同一分句里动词与宾语末尾重复，如“建设……建设”。“提高与……同步提高”一类句式不计。

## 为什么要紧
多半是改稿时残留或漏字，宾语究竟是什么不清楚；出现在标题里尤其显眼。

## What it checks
In one clause the verb comes again where its object ends: one of the two is left over from editing, or a word is lost.

## Why it matters
It is unclear what is to be done; in a heading everybody sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="WO09",
    name="verb-repeated",
    severity="warning",
    title=Words("动词前后重复", "a verb is said twice in a clause"),
    advice=Words("删去重复的动词，或补上缺失的中心词。", "Strike one of the two, or supply the noun."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each clause with such a verb."""
    seen: set[int] = set()
    for found in _found(inspection):
        start = found.start("verb")
        if start in seen:
            continue
        seen.add(start)
        clause = inspection.text[start : found.end()]
        message = Words(
            f"“{inner(clause)}”中“{inner(found['verb'])}”前后重复",
            f"the verb {quoted(found['verb'])} comes twice in {quoted(clause)}",
        )
        yield Fault(message, (Span(start, found.end()),))


def _found(inspection: Inspection) -> Iterator[re.Match[str]]:
    """Verbs said twice. Clauses are looked at from their ends, for few of them end in a verb."""
    words, text = inspection.words.naming, inspection.folded
    for end in words.clause_end.finditer(text):
        start = 1 + max(text.rfind(sign, 0, end.start()) for sign in words.clause_signs)
        found = words.clause_with_verb.match(text, start)
        if found is not None:
            yield found


FINDS = [
    "第一章  全力⟦推进园区绿色转型推进⟧\n做强园区。\n",
]
PASSES = [
    "第一章  收入\n养老金标准提高与物价水平同步提高。\n",
    "第一章  全力建设试验区\n居民收入增长与经济增长同步。推进城市建设和社区建设。发展必须是科学发展。\n",
    "第一章  党建\n加强思想建设、作风建设，坚持把创新摆在首位。\n",
]
