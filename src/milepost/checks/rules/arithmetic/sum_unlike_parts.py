"""A total is not the sum of the parts that are listed with it.

## 查什么
“A 3个、B 4个，共计8个”“共计8个：A 3个、B 4个”：逐项相加与合计不等（各数按印出的位数留出余地）。

## 为什么要紧
不是合计算错，就是漏列了一项。

## What it checks
Amounts of one unit and their stated total that do not add up, before or behind the total. Each figure stands for all
values that round to it.

## Why it matters
Either the total is wrong or a part was left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.printed import Interval, printed, shown
from milepost.languages.mention import Mention

RULE = Rule(
    code="AR21",
    name="sum-unlike-parts",
    severity="error",
    title=Words("合计与分项之和不等", "a total is not the sum of its parts"),
    advice=Words("核对合计与各分项。", "Check the total and each part."),
    remedy="correct",
)

_LONGEST = 240
_NUMERAL = re.compile(r" ?[\d一二两三四五六七八九十百千]")
_OPENS = re.compile(r"\s*[：（:(]")
# Between parts of one list: names, no other clause.
_BETWEEN = re.compile(r"[^。；;\n]{0,24}")
_SIGNS = frozenset(("", "，", "、", "；", "。", "和", "及", "与", ",", ".", ";", "）", ")", "\n"))
_APART = re.compile(r"其中|增长|累计|总|of which|including|more than", re.IGNORECASE)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Totals and the figures listed directly before them, or behind a colon or a bracket."""
    words = inspection.words.arithmetic.movement
    text = inspection.folded
    for word in re.finditer(words.total.pattern.removesuffix("$"), text, words.total.flags):
        sentence = inspection.sentence_at(word.start())
        if word.end() - sentence.start > _LONGEST or not _NUMERAL.match(text, word.end()):
            continue
        end = min(sentence.end, word.end() + _LONGEST)
        figures = [_moved(each, sentence.start) for each in inspection.language.figures(text[sentence.start : end])]
        at = next((place for place, each in enumerate(figures) if each.span.start >= word.end()), None)
        if at is None or figures[at].extent.start - word.end() > 1 or not _plain(figures[at]):
            continue
        total = figures[at]
        behind = _behind(text, figures[at + 1 :], total) if _OPENS.match(text, total.span.end) else []
        parts = behind or _before(text, figures[:at], total, word.start())
        if len(parts) >= 2 and not _ties(text, parts, total):
            yield _fault(text, parts, total)


def _plain(figure: Mention) -> bool:
    return (
        figure.value is not None and figure.high is None and figure.implied is None
        and figure.comparator in (None, "eq") and figure.unit is not None and "%" not in figure.unit
    )  # fmt: skip


def _ends(text: str, figure: Mention) -> bool:
    """Whether nothing that is counted follows a figure: in 5个县，共64个乡镇 the two count different things."""
    return text[figure.span.end : figure.span.end + 1].strip(" ") in _SIGNS


def _before(text: str, figures: list[Mention], total: Mention, end: int) -> list[Mention]:
    """The figures in the total's unit that stand directly before it, the earliest first."""
    found: list[Mention] = []
    for figure in reversed(figures):
        between = text[figure.span.end : end]
        if not _plain(figure) or figure.unit != total.unit or not _ends(text, figure):
            break
        if not _BETWEEN.fullmatch(between) or _APART.search(between):
            break
        found.insert(0, figure)
        end = figure.span.start
    # What leads in the first one must not make it a sum itself.
    return found if len(found) >= 2 and not _APART.search(text[max(0, end - 8) : end]) else []


def _behind(text: str, figures: list[Mention], total: Mention) -> list[Mention]:
    """The figures in the total's unit behind the colon or bracket, none if there is another among them."""
    found: list[Mention] = []
    at = total.span.end
    for figure in figures:
        between = text[at : figure.span.start]
        if not _BETWEEN.fullmatch(between) or _APART.search(between):
            break
        if not _plain(figure) or figure.unit != total.unit or not _ends(text, figure):
            return []
        found.append(figure)
        at = figure.span.end
    return found


def _ties(text: str, parts: list[Mention], total: Mention) -> bool:
    """Whether the parts, or the last ones of them, make the total."""
    stated = _stands_for(text, total)
    for first in range(len(parts) - 1):
        made = Interval(0, 0)
        for part in parts[first:]:
            made = made.plus(_stands_for(text, part))
        if made.meets(stated):
            return True
    return False


def _stands_for(text: str, figure: Mention) -> Interval:
    counted = figure.unit is not None and not figure.unit.startswith(("万", "亿"))
    return printed(figure.span.of(text), figure.value or 0, counted=counted)


def _fault(text: str, parts: list[Mention], total: Mention) -> Fault:
    said = "、".join(part.span.of(text) for part in parts)
    made, stated = shown(sum(part.value or 0 for part in parts)), total.span.of(text)
    message = Words(f"{said}合计为{made}，所写的合计是{stated}", f"{said} make {made}, but {stated} is stated")
    return Fault(message, tuple(sorted((*(part.span for part in parts), total.span))))


def _moved(mention: Mention, by: int) -> Mention:
    return Mention(
        mention.span.shifted(by), mention.extent.shifted(by), mention.value, mention.high, mention.unit,
        mention.comparator, implied=mention.implied,
    )  # fmt: skip


FINDS = [
    "新建学校⟦12所⟧、改扩建学校⟦18所⟧，共计⟦32所⟧。\n",
    "实施项目共计⟦9个⟧：农业项目⟦3个⟧、工业项目⟦5个⟧。\n",
]
PASSES = [
    "新建学校12所、改扩建学校18所，共计30所；新建医院2家，共完成投资3亿元。\n",
    "实施项目共计9个，其中农业项目3个、工业项目5个；全市辖1个市、5个县，共64个乡镇。\n",
]
