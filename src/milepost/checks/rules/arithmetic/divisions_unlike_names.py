"""The divisions that a sentence names are not as many as it counts.

## 查什么
“辖甲市和乙县、丙县，共1个市、3个县”：前面点名的市、县个数与后面所说的个数不等。

## 为什么要紧
不是漏了名字，就是个数有误；后文的“全覆盖”以此为分母。

## What it checks
Counties and cities named in a sentence that are not as many as the count of each kind that follows.

## Why it matters
A name was left out or a number is wrong, and coverage is reckoned by it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.listing import list_start, pieces
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.languages.counting_words import CountingWords

RULE = Rule(
    code="AR24",
    name="divisions-unlike-names",
    severity="error",
    title=Words("点名的市县与个数不符", "divisions named and counted differ"),
    advice=Words("补上漏列的市县，或改正个数。", "Add the division that is missing, or correct the number."),
    remedy="correct",
    languages=("zh",),
)

_LEAST = 3
"""Fewer names than that are no list of a region's divisions."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Counts by kind, against the names in the clause before them."""
    words = inspection.words.arithmetic.counting
    if words is None:
        return
    text = inspection.folded
    for found in words.divisions.finditer(text):
        end = len(text[: found.start()].rstrip("共有计合总等，、 "))
        start = list_start(text, end, words)
        names = _names(text, start, end, words)
        counted: Counter[str] = Counter()
        for number, kind in (("first", "one"), ("second", "other"), ("third", "last")):
            if found[number]:
                counted[words.kinds[found[kind]]] += words.number(found[number]) or 0
        if sum(names.values()) < _LEAST or set(names) != set(counted) or names == counted:
            continue
        listed = "、".join(f"{number}{kind}" for kind, number in sorted(names.items()))
        message = Words(
            f"前面点名的是{listed}，所说的是“{inner(found[0])}”",
            f"{listed} are named, but {quoted(found[0])} are counted",
        )
        yield Fault(message, (Span(start, end), Span(*found.span())))


def _names(text: str, start: int, end: int, words: CountingWords) -> Counter[str]:
    """How many names of each kind a list has."""
    found: Counter[str] = Counter()
    for begin, stop in pieces(text, start, end, words.separators):
        for name in words.conjunctions.split(text[begin:stop]):
            kind = words.kinds.get(name.strip()[-1:])
            if kind is not None and len(name.strip()) > 1 and not re.search(r"\d", name):
                found[kind] += 1
    return found


FINDS = [
    "青禾地区位于省境中部，⟦辖青禾市和石桥县、柳湾县、东岭县⟧，共⟦1个市、4个县⟧。\n",
]
PASSES = [
    "青禾地区位于省境中部，辖青禾市和石桥县、柳湾县、东岭县，共1个市、3个县。\n",
    "支持石桥县、柳湾县率先发展，带动全地区1个市、4个县。\n",
]
