"""Quotation marks do not pair.

## 查什么
同一段落或单元格内，引号只有前引号或只有后引号，或者前后引号用反（如“……“、”……”）。

## 为什么要紧
引号不配对，引用或特定名称的起止就不清楚，按名称检索也会落空。

## What it checks
Quotation marks that are opened and not closed in their paragraph or cell, or two of the same half where a pair is
meant.

## Why it matters
It is not clear where a name or a quotation begins and ends, and a search for the name fails.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.pairing import unpaired
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="LA17",
    name="quote-unmatched",
    severity="error",
    title=Words("引号不配对", "quotation marks do not pair"),
    advice=Words("补全引号，或把用反的改正。", "Complete the pair, or turn the mark that is the wrong way round."),
    remedy="correct",
)

_MARKS = '“”「」『』"'


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each quotation mark without a partner; two of the same half together."""
    for each in unpaired(inspection):
        if each.kind == "quote":
            words = each.places[0].of(inspection.text)
            bare = words.strip(_MARKS)
            message = Words(
                f"“{inner(bare)}”处的引号不配对",
                f"quotation mark {quoted(each.signs)} at {quoted(words)} has no partner",
            )
            yield Fault(message, each.places)


FINDS = [
    "第一章  开放\n推行⟦“揭榜挂帅⟧、“军令状”等制度。\n",
    "第一章  开放\n推行⟦“揭榜挂帅⟧⟦“等制度⟧，落实“双随机”监管。\n",
    "Chapter 1 Works\nThe programme is called ⟦“Roads⟧ for All and runs to 2025.\n",
    'Chapter 1 Works\nThe programme "Roads for All" and the fund ⟦"Mills⟧ run to 2025.\n',
]
PASSES = [
    "第一章  开放\n推行“揭榜挂帅”“军令状”等制度。\n",
    "Chapter 1 Works\nThe programme is called “Roads for All” and the farmers' union's own.\n",
    'Chapter 1 Works\nThe programme "Roads for All" pays for pipes of 6" and 8".\n',
]
