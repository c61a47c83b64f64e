"""A small word is written twice in a row.

## 查什么
英文虚词连写两次，如 the the。

## 为什么要紧
多半是改稿残留，中间可能丢了词语。

## What it checks
An article, preposition or other small word comes twice in a row.

## Why it matters
It is left over from editing, or a word between the two was lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="WO15",
    name="word-doubled",
    severity="warning",
    title=Words("英文单词重复", "a word is doubled"),
    advice=Words("删去一个，或补上中间的词语。", "Strike one of the two, or supply what was between them."),
    remedy="correct",
    languages=("en",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each word that comes twice."""
    for found in inspection.words.naming.doubled_word.finditer(inspection.folded):
        yield Fault(
            Words(f"“{inner(found[0])}”单词重复", f"{quoted(found[0])}: the word is doubled"), (Span(*found.span()),)
        )


FINDS = [
    "# Roads\nThe district will pave ⟦the the⟧ main road.\n",
]
PASSES = [
    "# Roads\nThe district will pave the main road; all that that road needs is there.\n",
    "# Roads\nWe will be in in-house training.\n",
]
