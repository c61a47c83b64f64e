"""The last clause of a sentence lists things and has no predicate.

## 查什么
句末分句只有并列的名词（“河流源头区、湖泊湿地区、绿洲过渡带植被保护”），没有谓语。

## 为什么要紧
做什么、做到什么程度都没有说，任务无法分解，也无从考核。

## What it checks
The last clause of a sentence is a mere list of nouns: nothing says what is to be done.

## Why it matters
Nobody can be charged with such a task, and nobody can tell whether it was done.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.phrases import with_word_before
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="WO35",
    name="predicate-missing",
    severity="warning",
    title=Words("分句缺谓语", "a clause has no predicate"),
    advice=Words("补上谓语，写明要做什么。", "Supply the verb: say what is to be done."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each last clause that only lists nouns."""
    for found in inspection.words.naming.no_predicate.finditer(inspection.folded):
        place = with_word_before(inspection.folded, Span(*found.span()))
        words = place.of(inspection.text)
        yield Fault(Words(f"“{inner(words)}”缺谓语", f"{quoted(words)} has no predicate"), (place,))


FINDS = [
    "# 生态\n逐步实现水位上升，⟦河流源头区、湖泊湿地区、绿洲过渡带植被保护⟧。\n",
]
PASSES = [
    "# 生态\n逐步实现水位上升，推进河流源头区、湖泊湿地区、绿洲过渡带植被保护。\n",
    "# 生态\n河流源头区、湖泊湿地区、绿洲过渡带植被得到保护，水位上升。\n",
]
