"""A construction is opened and its closing words are missing.

## 查什么
成对使用的句式只有前半，如“打造集……、……、……”之后没有“于一体”。

## 为什么要紧
句子不通，列举的各项与后面的对象是什么关系说不清。

## What it checks
Of a construction that takes two parts (in Chinese, ji … yu yiti) only the first is there.

## Why it matters
The sentence does not hold together: what the things listed have to do with what follows is not said.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="WO32",
    name="frame-not-closed",
    severity="warning",
    title=Words("句式缺少后半", "a construction is not closed"),
    advice=Words("补上与前半配套的词语。", "Supply the closing words."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Openings without their closing words in the same sentence."""
    text = inspection.folded
    for begins, needs, rest in inspection.words.naming.half_frames:
        for found in begins.finditer(text):
            start, end = found.span("begins")
            if needs.search(text, start, inspection.sentence_at(start).end) is None:
                message = Words(
                    f"“{inner(found['begins'])}……”缺少与之配套的“{inner(rest)}”",
                    f"{quoted(found['begins'])} lacks the {quoted(rest)} that belongs to it",
                )
                yield Fault(message, (Span(start, end),))


FINDS = [
    "# 商贸\n打造⟦集电商、⟧实体商城、餐饮的生态圈。\n",
]
PASSES = [
    "# 商贸\n打造集电商、实体商城、餐饮为一体的生态圈。\n",
    "# 商贸\n打造集中连片、特色鲜明的街区，建设集群、园区。\n",
]
