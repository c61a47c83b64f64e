"""The shares of a structure do not add up to a hundred.

## 查什么
三次产业结构等以“a:b:c”列出的构成，各部分之和不是100（各数按印出的位数留出余地）。

## 为什么要紧
必有一个数写错，或漏了一部分。

## What it checks
Shares of a structure printed as a:b:c that do not add up to 100, each standing for all values that round to it.

## Why it matters
One of them is wrong, or a part was left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.printed import Interval, printed, shown
from milepost.kernel.span import Span

RULE = Rule(
    code="AR13",
    name="shares-unlike-hundred",
    severity="error",
    title=Words("构成之和不是100", "shares do not add up to a hundred"),
    advice=Words("核对各部分的比重。", "Check each share."),
    remedy="correct",
)

_RATIO = re.compile(r"\d(?<![\d.：:∶].)\d{0,2}(?:\.\d+)?(?:[ ]?[：:∶][ ]?\d{1,3}(?:\.\d+)?){2,}(?![\d.]*[\d：:∶])")
_PART = re.compile(r"\d+(?:\.\d+)?")
_BEFORE = 40
_LEAST, _MOST = 50, 200
"""What a sum must lie between for its parts to be per cent (a mix of 1:2:3 is none)."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Ratios of three parts or more, behind a word for a structure, that do not make a hundred."""
    text = inspection.folded
    words = inspection.words.arithmetic.movement
    for ratio in _RATIO.finditer(text):
        clause = re.split(r"[。；\n]", text[max(0, ratio.start() - _BEFORE) : ratio.start()])[-1]
        if not words.structure.search(clause):
            continue
        parts = _PART.findall(ratio[0])
        total = sum(float(part) for part in parts)
        if not _LEAST <= total <= _MOST:
            continue
        stands_for = Interval(0, 0)
        for part in parts:
            stands_for = stands_for.plus(printed(part, float(part)))
        if not stands_for.meets(Interval(100, 100)):
            message = Words(
                f"{ratio[0]}合计{shown(total)}，不是100", f"{ratio[0]} adds up to {shown(total)}, not to 100"
            )
            yield Fault(message, (Span(*ratio.span()),))


FINDS = [
    "三次产业结构由2020年的18.6∶34.2∶47.2调整为⟦15∶38∶57⟧。\n",
    "The structure of the economy moves to ⟦20:35:55⟧.\n",
]
PASSES = [
    "三次产业结构由2020年的18.6∶34.2∶47.2调整为15:38:47。\n",
    "氮、磷、钾配比结构为1:2:3，比例为33:33:33。\n",
    "The structure of the economy moves to 20:35:45.\n",
]
