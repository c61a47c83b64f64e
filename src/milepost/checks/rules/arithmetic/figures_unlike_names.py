"""“Respectively” with another number of figures than of names.

## 查什么
“A、B、C分别达到X、Y”：列出的名称与给出的数据个数不等。

## 为什么要紧
少了的那个数是谁的、其余各数对应谁，读者无法判断，分解落实时会张冠李戴。

## What it checks
A list of names with “respectively” and another number of figures than of names.

## Why it matters
Nobody can tell whose figure is missing, nor, therefore, to whom the others belong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.listing import list_start, members
from milepost.checks.model import Fault, Rule, Words
from milepost.kernel.span import Span
from milepost.languages.counting_words import CountingWords
from milepost.languages.mention import Mention

RULE = Rule(
    code="AR06",
    name="figures-unlike-names",
    severity="error",
    title=Words("“分别”前后个数不等", "as many figures as names are due"),
    advice=Words(
        "补上缺少的数据或名称，使其一一对应。", "Add the figure or the name that is missing, so that they match."
    ),
    remedy="correct",
    languages=("zh",),
)

_FARTHEST = 120


def check(inspection: Inspection) -> Iterator[Fault]:
    """Lists of names and of figures around 分别 that cannot be matched one to one."""
    words = inspection.words.arithmetic.counting
    if words is None:
        return
    text = inspection.folded
    for each in words.each.finditer(text):
        start = list_start(text, each.start(), words)
        figures = _figures(inspection, each.end(), words)
        if len(figures) < 2 or not text[start : each.start()].strip():
            continue
        low, high = members(text, start, each.start(), words)
        if high < 2 or low <= len(figures) <= high or low < 2:
            continue
        if len(figures) > high and any(sign in text[start : each.start()] for sign in words.opens):
            continue
        names = Span(start, each.start())
        listed = Span(figures[0].span.start, figures[-1].span.end)
        message = Words(
            f"“分别”之前列了{low}项（{names.of(text).strip()}），之后只有{len(figures)}个数（{listed.of(text)}）"
            if len(figures) < low
            else f"“分别”之前列了{low}项（{names.of(text).strip()}），之后却有{len(figures)}个数（{listed.of(text)}）",
            f"{low} names ({names.of(text).strip()}) and {len(figures)} figures ({listed.of(text)})",
        )
        yield Fault(message, (_trimmed(names, text), listed))


def _figures(inspection: Inspection, start: int, words: CountingWords) -> list[Mention]:
    """The figures of the list behind 分别, none if anything else stands between them."""
    text = inspection.folded
    end = next(
        (at for at in range(start, min(len(text), start + _FARTHEST)) if text[at] in "。；\n"), start + _FARTHEST
    )
    found: list[Mention] = []
    for mention in inspection.language.figures(text[start:end]):
        if found:
            between = text[start + found[-1].span.end : start + mention.span.start]
            if not words.joined.fullmatch(between) or not between.strip():
                break
        elif re.search(r"[，、]", text[start : start + mention.span.start]):
            return []
        found.append(mention)
    return [_moved(mention, start) for mention in found]


def _moved(mention: Mention, by: int) -> Mention:
    return Mention(
        mention.span.shifted(by), mention.extent.shifted(by), mention.value, mention.high, mention.unit,
        mention.comparator,
    )  # fmt: skip


def _trimmed(span: Span, text: str) -> Span:
    said = span.of(text)
    return Span(span.start + len(said) - len(said.lstrip()), span.end - len(said) + len(said.rstrip()))


FINDS = [
    "到2025年，⟦蔬菜、水果、水产品产量⟧分别达到⟦14.2万吨、9.7万吨⟧。\n",
    "⟦城市、县城污水处理率⟧分别达到⟦98%以上、95%以上和90%⟧。\n",
]
PASSES = [
    "到2025年，蔬菜、水果、水产品产量分别达到14.2万吨、9.7万吨和2.3万吨。\n",
    "化学需氧量、二氧化硫排放分别减少8%，氨氮、氮氧化物排放分别减少10%。\n",
    "城镇居民人均可支配收入和农村居民人均可支配收入分别达到30570元和18290元，分别是2015年的1.2倍和1.3倍。\n",
    "小麦、玉米等主要作物机械化率分别达到95%、90%和85%。\n",
    "新建、改建农村公路和国省干线分别达到100公里、50公里。\n",
]
