"""Two neighbouring clauses end in the same object.

## 查什么
相邻两个分句换了动词，宾语却相同，如“推进校园足球活动，开展全市校园足球活动”。

## 为什么要紧
同一件事说了两遍，多半是改稿残留。

## What it checks
Two clauses side by side name one object with two verbs.

## Why it matters
The same is said twice; mostly it is left over from editing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

# A comma, then a clause that ends as the one before the comma does.
SAME_END = re.compile(r"，(?<=(?P<end>[^，。；：、\s]{6})，)[^，。；：、\s]{0,40}?(?P=end)(?=[，。；\s]|$)")
BEFORE = re.compile(r"[^，。；：、\s]+$")
LONGEST = 60

RULE = Rule(
    code="WO10",
    name="clause-repeated",
    severity="info",
    title=Words("相邻分句重复", "a clause repeats the one before it"),
    advice=Words("合并为一句。", "Make one clause of the two."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Neighbouring clauses of a sentence with different verbs and one object, but for a place before it."""
    acting, text = inspection.words.naming.acting, inspection.folded
    for found in SAME_END.finditer(text):
        comma = found.start()
        first = BEFORE.search(text[max(0, comma - LONGEST) : comma])
        if first is None:
            continue
        before, behind = Span(comma - len(first[0]), comma), Span(comma + 1, found.end())
        verbs = acting.match(text, before.start), acting.match(text, behind.start)
        if verbs[0] is None or verbs[1] is None or verbs[0][0] == verbs[1][0]:
            continue
        objects = sorted((text[verbs[0].end() : before.end], text[verbs[1].end() : behind.end]), key=len)
        if len(objects[0]) >= len(found["end"]) and objects[1].endswith(objects[0]):
            message = Words(
                f"相邻两个分句的宾语都是“{inner(objects[0])}”",
                f"two clauses side by side have one object, {quoted(objects[0])}",
            )
            yield Fault(message, (before, behind))


FINDS = [
    "# 文体\n⟦推进青少年足球融合实践活动⟧，⟦开展清河地区青少年足球融合实践活动⟧，培养后备人才。\n",
]
PASSES = [
    "# 文体\n推进青少年足球实践活动，开展青少年篮球联谊活动。\n",
    "# 项目\n实施青禾市垃圾焚烧发电项目，推进柳湾县垃圾焚烧发电项目。\n",
]
