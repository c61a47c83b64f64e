"""A bracket has no partner.

## 查什么
同一段落或单元格内，括号、书名号、方括号只有前半或只有后半。

## 为什么要紧
括号不配对，插入语从哪里到哪里就说不清，往往还漏掉了文字。

## What it checks
Round, square or angle brackets and title marks that are opened and never closed in their paragraph or cell, or closed
without having been opened.

## Why it matters
It is not clear how far the words in brackets reach, and mostly something was lost with the bracket.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.pairing import unpaired
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="LA15",
    name="bracket-unmatched",
    severity="error",
    title=Words("括号不配对", "a bracket has no partner"),
    advice=Words("补上缺少的半边括号，或删去多余的。", "Add the missing half, or delete the one too many."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each bracket without a partner, with the words that it stands against."""
    for each in unpaired(inspection):
        if each.kind == "bracket" and not each.mixed:
            words = each.places[0].of(inspection.text)
            message = Words(
                f"“{inner(words)}”处的“{inner(each.signs)}”没有配对",
                f"{quoted(each.signs)} at {quoted(words)} has no partner",
            )
            yield Fault(message, each.places)


FINDS = [
    "第一章  工业\n支持青禾市⟦（柳编⟧、陶艺传统工艺基地建设。\n",
    "第一章  工业\n落实⟦《青禾市国土空⟧间规划，建设柳编、⟦陶艺基地）⟧。\n",
    "Chapter 1 Works\nThe works ⟦(roads⟧ and bridges are built by 2025.\n",
]
PASSES = [
    "第一章  工业\n支持青禾市（柳编、陶艺）传统工艺基地建设，落实《青禾市（2021—2035年）规划》。\n",
    "第一章  工业\n做好三件事：1）修路；2）架桥；3）通水。\n",
    "Chapter 1 Works\nWe do three things: a) roads, b) bridges (with lights), c) water.\n",
]
