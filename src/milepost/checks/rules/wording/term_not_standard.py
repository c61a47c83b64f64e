"""A loose word stands for a term that law and standards fix.

## 查什么
法律法规、标准已有规范用语的事物使用了不规范的说法，如“非盈利”（应为非营利）、“医疗废弃物”（应为医疗废物）。每个用
语报一次。

## 为什么要紧
规划是行政文件，用语与法规不一致会带来解释上的歧义。

## What it checks
A word is used in place of the term that law or standards use for the same thing. One finding for each word.

## Why it matters
A plan is read beside laws; where the terms differ, so may the meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="WO06",
    name="term-not-standard",
    severity="info",
    title=Words("用语不规范", "a word is not the standard term"),
    advice=Words("改用规范用语。", "Use the standard term."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each such word with all its places, and one of the standard term where it is used too."""
    for loose, term in inspection.words.naming.loose_terms.items():
        places = tuple(Span(*found.span()) for found in re.finditer(re.escape(loose), inspection.folded))
        if places:
            standard = inspection.folded.find(term)
            places = places if standard < 0 else (*places, Span(standard, standard + len(term)))
            yield Fault(
                Words(
                    f"“{inner(loose)}”的规范用语是“{inner(term)}”",
                    f"the standard term for {quoted(loose)} is {quoted(term)}",
                ),
                places,
            )


FINDS = [
    "# 养老\n支持⟦非盈利⟧性养老机构发展，提高⟦医疗废弃物⟧处置能力，检查⟦医疗废物⟧处置。\n",
]
PASSES = [
    "# 养老\n支持非营利性养老机构发展。\n",
    "# 医疗\n提高医疗废物处置能力。\n",
]
