"""A sentence stands in the document twice, word for word.

## 查什么
较长的句子在文中一字不差地出现两次以上。

## 为什么要紧
多半是复制粘贴或拼合稿件所致，任务和目标会被重复分解。

## What it checks
A sentence of some length comes twice or more, word for word.

## Why it matters
It was copied or pasted; what it asks for will be assigned twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.kernel.span import Span

SHOWN = 40
MOST = 3  # places at which it is looked up whether they stand in tables

RULE = Rule(
    code="WO34",
    name="sentence-repeated",
    severity="warning",
    title=Words("语句重复", "a sentence comes twice"),
    advice=Words("删去一处。", "Strike one of the two."),
    remedy="correct",
    parameters=(Parameter("characters", 18, 8, 400, Words("句子最少字数", "least characters of a sentence")),),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Sentences that have come before; headings, rows of tables and lines without a closing sign are left alone."""
    least = int(inspection.parameter(RULE, "characters"))
    places: dict[str, list[Span]] = {}
    for sentence in inspection.sentences:
        if sentence.length < least:
            continue
        words = sentence.of(inspection.text).strip()
        if len(words) >= least and inspection.language.sentence_end.search(words):
            start = inspection.text.index(words, sentence.start)
            places.setdefault(words, []).append(Span(start, start + len(words)))
    for words, each in places.items():
        if len(each) > 1 and all(inspection.table_at(place.start) is None for place in each[:MOST]):
            shown = words if len(words) <= SHOWN else words[:SHOWN] + "…"
            message = Words(f"语句重复{len(each)}次：“{shown}”", f"a sentence comes {len(each)} times: {shown!r}")
            yield Fault(message, tuple(each))


FINDS = [
    "# 水利\n⟦加快推进青禾灌区续建配套节水改造建设。⟧\n# 农业\n⟦加快推进青禾灌区续建配套节水改造建设。⟧\n",
    "# Water\n⟦The district will line the canal.⟧\n\n# Farms\nWe sow. ⟦The district will line the canal.⟧\n",
]
PASSES = [
    "# 水利\n加快推进青禾灌区续建配套工程建设。\n\n# 农业\n加快推进柳湾灌区续建配套工程建设。\n",
    "# 水利\n抓好落实。\n\n# 农业\n抓好落实。\n",
]
