"""The number of a table's, figure's or annex's title is given twice, left out or out of order.

## 查什么
“表1”“图2”“附件3”等标题的编号重复、缺失或前后颠倒。

## 为什么要紧
正文按编号引用表、图和附件，编号有误就会指错，也可能说明其中一个已经丢失。

## What it checks
The numbers in the titles of tables, figures and annexes: one is given twice, left out, or out of order.

## Why it matters
The text refers to them by number; one that is missing may be a table that was lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.captions import Caption, captions
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.numbering import Break, breaks
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="LA38",
    name="caption-number-wrong",
    severity="warning",
    title=Words("表、图、附件编号有误", "the number of a table, figure or annex is wrong"),
    advice=Words(
        "核对编号，补回缺失的表、图、附件或重新编号。", "Restore what is missing, or number the titles in order."
    ),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The titles whose numbers do not run on, kind by kind."""
    for group in captions(inspection):
        for found in breaks([caption.number for caption in group], 1 if group[0].number <= 2 else None):
            if found.kind == "again":
                continue
            wrong = group[found.at]
            other = None if found.other is None else group[found.other]
            places = {wrong.span, *([other.span] if other else [])}
            yield Fault(_message(found, wrong), tuple(sorted(places)))


def _message(found: Break, wrong: Caption) -> Words:
    if found.kind == "missing":
        missing = "、".join(map(str, found.missing))
        plain = ", ".join(map(str, found.missing))
        return Words(
            f"“{inner(wrong.label)}”之前缺编号{missing}", f"number {plain} is missing before {quoted(wrong.label)}"
        )
    if found.kind == "repeated":
        return Words(f"编号“{inner(wrong.label)}”重复", f"the number of {quoted(wrong.label)} is given twice")
    return Words(f"编号“{inner(wrong.label)}”与前后顺序不符", f"the number of {quoted(wrong.label)} is out of order")


FINDS = [
    (
        "第一章  农业\n稳粮优菜。\n⟦表1⟧  粮食产量\n分年度安排。\n第二章  工业\n提质增效。\n⟦表3⟧  工业产值\n"
        "分年度安排。\n"
    ),
    (
        "Chapter 1 Farms\nWe sow.\n⟦Annex 1⟧: Budget\nMoney is short.\n⟦Annex 1⟧: Staff\nPeople are few.\n"
        "Annex 2: Maps\nOne map.\n"
    ),
]
PASSES = [
    (
        "第一章  农业\n稳粮优菜。\n表1  粮食产量\n分年度安排。\n第二章  工业\n提质增效，见表1。\n表2  工业产值\n"
        "图1  工业布局\n分年度安排。\n"
    ),
    (
        "第一章  农业\n表1-1  粮食产量\n分年度安排。\n第二章  工业\n表2-1  工业产值\n分年度安排。\n"
        "表2-2  工业布局\n分年度安排。\n"
    ),
]
