"""A sentence or a member of a list breaks off before it is complete.

## 查什么
句子或顿号列举中的一项没有说完：以连词、“的”或缺少宾语的动词收尾，列举项停在不能结尾的字上，固定
表述只有前半句。

## 为什么要紧
缺的往往正是任务或对象本身，读者无从知道要做什么。

## What it checks
A sentence ends in a conjunction, an article, or a verb without its object; a member of a list ends in a sign that
cannot end one; a set phrase is said by half.

## Why it matters
What is missing is mostly the very thing to be done.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.phrases import with_word_before
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="WO07",
    name="sentence-breaks-off",
    severity="error",
    title=Words("语句不完整", "a sentence breaks off"),
    advice=Words("补全缺失的文字。", "Supply the missing words."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Unended last words, then openings and set phrases whose rest is missing from the sentence."""
    words, text = inspection.words.naming, inspection.folded
    for pattern in words.breaks_off:
        for found in pattern.finditer(text):
            place = with_word_before(text, Span(*found.span()))
            last = place.of(inspection.text)
            yield Fault(
                Words(f"语句到“{inner(last)}”中断，没有说完", f"the words break off at {quoted(last)}"), (place,)
            )
    for begins, needs, rest in words.formulas:
        for found in begins.finditer(text):
            start, end = found.span()
            if needs.search(text, start, inspection.sentence_at(start).end) is None:
                message = Words(
                    f"“{inner(found[0])}”之后缺少“{inner(rest)}”，句子没有说完",
                    f"{quoted(found[0])} is not followed by {quoted(rest)}",
                )
                yield Fault(message, (Span(start, end),))


FINDS = [
    "# 开放\n发展油料、⟦中草药深⟧、进口粮食加工。加快融入⟦国内国际双循环相互促进⟧，实现行稳致远。\n",
    "# 生态\n逐步实现水位上升，森林覆盖⟦率提高到⟧。\n",
    "# Health\nThe district will train nurses and midwives in all of ⟦the.⟧ It builds two clinics.\n",
]
PASSES = [
    "# 开放\n推进农产品精深、深加工，探测水深、浪高。构建国内国际双循环相互促进的新发展格局。\n",
    "# 商贸\n打造集电商、实体商城、餐饮为一体的生态圈。动员各方参与、担当作为。这是不可缺少的。\n",
    "# Health\nThe district will train nurses and midwives, and so on. It builds two clinics.\n",
]
