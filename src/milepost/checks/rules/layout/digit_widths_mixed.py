"""Full-width digits stand among half-width ones.

## 查什么
全文数字多用半角，个别地方用了全角数字（或相反）。同类问题合为一条。

## 为什么要紧
全角数字检索不到、导入表格后会被当作文字，数据核对时容易漏掉。

## What it checks
Numbers in full-width digits where most of the document uses half-width ones, or the other way round.

## Why it matters
A search does not find such numbers, and a spreadsheet takes them for words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.plans.paragraphs import TAGS

RULE = Rule(
    code="LA21",
    name="digit-widths-mixed",
    severity="info",
    title=Words("数字全角半角混用", "digits of two widths"),
    advice=Words("统一用半角数字。", "Use half-width digits throughout."),
    remedy="none",
    parameters=(
        Parameter(
            "most", 0.25, 0.01, 1.0, Words("少数一方占比的上限", "the largest share that counts as an exception")
        ),
    ),
)
_WIDE = re.compile(r"[０-９]+(?:[.．][０-９]+)?[％%]?")
_NARROW = re.compile(r"(?<![A-Za-z0-9])[0-9]+(?:\.[0-9]+)?(?![A-Za-z0-9])%?")


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding with all numbers of the width that is the exception."""
    text = inspection.text
    if not _WIDE.search(text):
        return
    plain = TAGS.sub(lambda tag: " " * len(tag.group()), text)
    wide = [Span(*found.span()) for found in _WIDE.finditer(plain)]
    narrow = [Span(*found.span()) for found in _NARROW.finditer(plain)]
    odd = min((wide, narrow), key=len)
    if not odd or len(odd) > inspection.parameter(RULE, "most") * (len(wide) + len(narrow)):
        return
    shown = [place.of(text) for place in odd[:4]]
    message = Words(
        f"{len(odd)}处数字与全文的全角半角不一，如{'、'.join(f'“{inner(words)}”' for words in shown)}",
        f"{len(odd)} numbers differ in width from the others, such as {', '.join(map(quoted, shown))}",
    )
    yield Fault(message, tuple(odd))


FINDS = [
    "第一章  水利\n除险加固堤防⟦２１０⟧公里，新建水库3座，改造灌区12处，打井150眼，治理河道45公里，解决8万人饮水。\n",
    (
        "Chapter 1 Water\n"
        "We mend ⟦２１０⟧ km of dikes, build 3 dams, 12 canals and 150 wells, and serve 80 towns by 2025.\n"
    ),
]
PASSES = [
    "第一章  水利\n除险加固堤防210公里，新建水库3座，改造灌区12处。\n",
    "第一章  水利\n除险加固堤防２１０公里，新建水库３座，改造灌区１２处。\n",
]
