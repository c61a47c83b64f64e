"""The same words are joined by different dashes.

## 查什么
同一组名称（线路、区域、年份起止）在不同地方用了不同的连接号，如“—”“－”“-”。

## 为什么要紧
同名异形使检索和比对漏掉一部分，也显得定稿前未统一体例。

## What it checks
The same names, words or years joined by different dashes in different places.

## Why it matters
A search for the name finds only some of its places, and comparing by machine takes them for two things.

## References
GB/T 15834-2011 标点符号用法.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.dashes import chains
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="LA19",
    name="dashes-mixed",
    severity="info",
    title=Words("同名连接号不一", "the same words are joined by different dashes"),
    advice=Words("全文统一用同一种连接号。", "Use one kind of dash for the same words."),
    remedy="none",
)


_SHOWN = 6  # names that the message quotes


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding for each group of names, or for several that the same sentences hold: all their places."""
    for places in _of_sentences(chains(inspection), inspection):
        shown = list(dict.fromkeys(place.of(inspection.text) for place in places))
        message = Words(
            f"连接号不一：{'、'.join(f'“{inner(words)}”' for words in shown[:_SHOWN])}",
            f"different dashes join the same words: {', '.join(map(quoted, shown[:_SHOWN]))}",
        )
        yield Fault(message, places)


def _of_sentences(groups: list[tuple[Span, ...]], inspection: Inspection) -> list[tuple[Span, ...]]:
    """The groups, those together of which one stands only in sentences of the other: they are mended at once."""
    found: list[tuple[Span, ...]] = []
    by_sentence: dict[Span, int] = {}
    for places in sorted(groups, key=len, reverse=True):
        sentences = {inspection.sentence_at(place.start) for place in places}
        at = {by_sentence.get(sentence) for sentence in sentences}
        known = at.pop() if len(at) == 1 else None
        if known is None:
            by_sentence.update({sentence: len(found) for sentence in sentences if sentence not in by_sentence})
            found.append(places)
        else:
            found[known] = tuple(sorted((*found[known], *places)))
    return sorted(found)


FINDS = [
    ("第一章  交通\n新建⟦青禾—白石⟧、⟦云山—石桥⟧公路。\n第二章  能源\n架设⟦青禾－白石⟧、⟦云山－石桥⟧线路。\n"),
    "第一章  交通\n新建⟦青禾—白石⟧公路，延伸至云山。\n第二章  能源\n架设⟦青禾－白石⟧输电线路。\n",
    (
        "Chapter 1 Roads\nWe build the ⟦Northfield-Southport⟧ road.\nChapter 2 Power\n"
        "We build the ⟦Northfield–Southport⟧ line.\n"
    ),
]
PASSES = [
    "第一章  交通\n建设青禾—白石公路。\n第二章  能源\n架设青禾—白石输电线路，云山-白石公路通车。\n",
    "Chapter 1 Roads\nWe build the Northfield-Southport road and the Eastham–Weston line.\n",
]
