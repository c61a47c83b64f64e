"""Punctuation of the other width stands in the text.

## 查什么
中文正文中夹用半角标点（逗号、分号、冒号、括号等），而其他地方用全角；英文正文中夹用全角标点。同类问题合为一条，
列出全部位置。

## 为什么要紧
标点全角半角混用影响排版和检索，也说明文字来自不同来源、未经统稿。

## What it checks
Half-width marks in a Chinese text that uses full-width ones elsewhere; full-width marks in an English text. One finding
for each kind, with all its places.

## Why it matters
The mixture shows that the text was put together from several hands and never gone over.

## References
GB/T 15834-2011 标点符号用法.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.plans.paragraphs import TAGS

RULE = Rule(
    code="LA20",
    name="punctuation-width-mixed",
    severity="info",
    title=Words("标点全角半角混用", "punctuation of two widths"),
    advice=Words("统一标点的全角半角。", "Use one width of punctuation throughout."),
    remedy="none",
    parameters=(
        Parameter(
            "most", 0.25, 0.01, 1.0, Words("少数一方占比的上限", "the largest share that counts as an exception")
        ),
    ),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding for the marks and one for the brackets, where they are the exception."""
    text = inspection.text
    tags = TAGS.sub(lambda tag: " " * len(tag.group()), text) if "[bookmark" in text else text
    for kind, odd, usual in inspection.words.layout.widths:
        places = tuple(_beside(text, *found.span()) for found in odd.finditer(tags))
        if not places or len(places) > inspection.parameter(RULE, "most") * (len(places) + len(usual.findall(tags))):
            continue
        shown = list(dict.fromkeys(place.of(text) for place in places))[:4]
        message = Words(
            f"{kind[0]}{len(places)}处，如{'、'.join(f'“{inner(words)}”' for words in shown)}",
            f"{kind[1]} in {len(places)} places, such as {', '.join(map(quoted, shown))}",
        )
        yield Fault(message, places)


def _beside(text: str, start: int, end: int) -> Span:
    """A sign with the characters on both sides of it, unless a line ends there; what stands in brackets as it is."""
    if end - start > 1:
        return Span(start, end)
    first = start - 1 if start > 0 and text[start - 1] != "\n" else start
    last = end + 1 if end < len(text) and text[end] != "\n" else end
    return Span(first, last)


FINDS = [
    "第一章  农业\n稳定粮食面⟦积,提⟧高单产，改善品质，降低成本，增加收入，壮大集体，美化乡村。\n",
    (
        "第一章  农业\n"
        "支持有条件县⟦(市)⟧建设粮库（含冷库），改造灌区（含渠系），整修道路（含桥梁），新建泵站（含机电）。\n"
    ),
    "Chapter 1 Farms\nWe hold the are⟦a，r⟧aise yields, cut costs, sell more, waste less, and teach well.\n",
]
PASSES = [
    "第一章  农业\n稳定粮食面积，提高单产，投资1,200万元，比例为1:3。\n",
    "第一章  农业\n稳定粮食面积,提高单产,改善品质,降低成本。\n",
    "Chapter 1 Farms\nWe hold the area, raise yields (by 2%), and cut costs.\n",
]
