"""An enumeration in the text leaves out a member, gives one twice or begins with the second.

## 查什么
正文中“一是……二是……”“第一，……第二，……”“（1）（2）”“①②”等列举，以及“1.”编号的段落，序号缺失、重复或错乱。

## 为什么要紧
列举缺项多半是漏写或误删了一条任务；序号重复则说明内容增减后没有理顺。

## What it checks
Enumerations inside the text, such as (1) (2) (3), and numbered paragraphs: a number is left out, given twice or out of
order.

## Why it matters
A number left out is mostly a task that was dropped; a doubled one shows that the text was changed and not put in order.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.enumerated import enumerations
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.numbering import Break, breaks
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="LA07",
    name="enumeration-broken",
    severity="warning",
    title=Words("列举序号中断", "an enumeration is broken"),
    advice=Words("补上遗漏的一条，或把序号理顺。", "Restore the member left out, or put the numbers in order."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The members before and behind the break."""
    for each in enumerations(inspection):
        numbers = [item.number for item in each.items]
        for found in breaks(numbers, each.start):
            if found.kind == "again":
                continue
            wrong = each.items[found.at]
            other = None if found.other is None else each.items[found.other]
            places = {wrong.span, *([other.span] if other else [])}
            yield Fault(_message(found, wrong.span.of(inspection.text)), tuple(sorted(places)))


def _message(found: Break, words: str) -> Words:
    if found.kind == "missing":
        missing = "、".join(map(str, found.missing))
        plain = ", ".join(map(str, found.missing))
        return Words(f"列举到“{inner(words)}”之前缺第{missing}条", f"member {plain} is missing before {quoted(words)}")
    if found.kind == "repeated":
        return Words(
            f"列举中“{inner(words)}”的序号重复", f"the number of {quoted(words)} is given twice in the enumeration"
        )
    return Words(
        f"列举中“{inner(words)}”的序号错乱", f"the number of {quoted(words)} is out of order in the enumeration"
    )


FINDS = [
    "第一章  农业\n做好三项工作：一是稳定面积。⟦二是提高单产⟧。⟦四是改善品质⟧。\n",
    "第一章  农业\n抓好落实，⟦二是提高单产⟧，三是改善品质。\n",
    "第一章  农业\n要求如下：（1）稳定面积；⟦（2）提高单产⟧；⟦（2）改善品质⟧；（3）降低成本。\n",
    "Chapter 1 Farms\nWe will (1) hold the area, ⟦(2) raise yields⟧ and ⟦(4) cut costs⟧.\n",
]
PASSES = [
    "第一章  农业\n做好三项工作：一是稳定面积。二是提高单产。三是改善品质。\n第二章  工业\n一是提质。二是增效。\n",
    "第一章  农业\n这是第一步，也是关键一步；统一是力量之源，二者是一体的。\n",
    "Chapter 1 Farms\nWe will (1) hold the area, (2) raise yields and (3) cut costs.\n",
]
