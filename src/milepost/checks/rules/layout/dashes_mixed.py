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

RULE = Rule(
    code="LA19",
    name="dashes-mixed",
    severity="info",
    title=Words("同名连接号不一", "the same words are joined by different dashes"),
    advice=Words("全文统一用同一种连接号。", "Use one kind of dash for the same words."),
    remedy="none",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding for each group of names: all its places."""
    for places in chains(inspection):
        shown = list(dict.fromkeys(place.of(inspection.text) for place in places))
        message = Words(
            f"连接号不一：{'、'.join(f'“{words}”' for words in shown[:4])}",
            f"different dashes join the same words: {', '.join(map(repr, shown[:4]))}",
        )
        yield Fault(message, places)


FINDS = [
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
