"""A part is larger than the whole that it is a part of.

## 查什么
“A，其中B”：B（或并列的各部分之和）大于A。

## 为什么要紧
部分不可能大于整体：不是数字或单位写错，就是“其中”用错。

## What it checks
A figure and those behind “of which”: one part, or parts listed side by side together, exceed it.

## Why it matters
No part exceeds its whole: a figure or a unit is wrong, or the parts are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.printed import Interval, printed, shown
from milepost.languages.mention import Mention

RULE = Rule(
    code="AR14",
    name="part-above-whole",
    severity="error",
    title=Words("“其中”的部分大于整体", "a part exceeds its whole"),
    advice=Words("核对整体与各部分的数值和单位。", "Check whole and parts, and their units."),
    remedy="correct",
)

_FAR = 30
"""Characters between the whole and the word that leads in its parts."""
_LONGEST = 160
_UPWARD = ("ge", "gt", "approx", "range")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Wholes that are smaller than one of their parts, or than parts listed side by side."""
    text = inspection.folded
    words = inspection.words.arithmetic.movement
    for including in words.including.finditer(text):
        sentence = inspection.sentence_at(including.start())
        whole = _whole(inspection, sentence.start, including.start())
        if whole is None or whole.comparator in _UPWARD:
            continue
        parts = _parts(inspection, including.end(), min(sentence.end, including.end() + _LONGEST), whole)
        if not parts:
            continue
        limit = _stands_for(inspection, whole)
        larger = [part for part in parts if _stands_for(inspection, part).low > limit.high]
        total = Interval(0, 0)
        for part in parts:
            total = total.plus(_stands_for(inspection, part))
        if larger or (len(parts) > 1 and total.low > limit.high):
            told = larger or parts
            yield _fault(inspection, whole, told, whole_of_them=not larger)


def _fault(inspection: Inspection, whole: Mention, parts: list[Mention], *, whole_of_them: bool) -> Fault:
    text = inspection.text
    said = "、".join(part.span.of(text) for part in parts)
    total, wide = (
        whole.span.of(text),
        shown(sum(_size(inspection, part) for part in parts) / _factor(inspection, whole)),
    )
    message = (
        Words(f"整体{total}，各部分（{said}）合计{wide}（同一单位）", f"the parts ({said}) make {wide} of {total}")
        if whole_of_them
        else Words(f"其中的{said}大于整体{total}", f"the part {said} exceeds the whole {total}")
    )
    return Fault(message, tuple(sorted((whole.span, *(part.span for part in parts)))))


def _whole(inspection: Inspection, start: int, end: int) -> Mention | None:
    """The figure that stands nearest before the word."""
    begin = max(start, end - 80)
    found = [each for each in inspection.language.figures(inspection.folded[begin:end]) if each.implied is None]
    if not found or end - begin - found[-1].span.end > _FAR or found[-1].high is not None:
        return None
    if "%" in (found[-1].unit or "%") or found[-1].value is None:
        return None
    clause = re.split(r"[，。；,;]", inspection.folded[begin : begin + found[-1].span.start])[-1]
    if inspection.words.arithmetic.movement.averaged.search(clause):
        return None
    return _moved(found[-1], begin)


def _parts(inspection: Inspection, start: int, end: int, whole: Mention) -> list[Mention]:
    """The figures behind the word in the whole's own unit, up to one that is said to be something else."""
    text, words = inspection.folded, inspection.words.arithmetic.movement
    unit, found, at = _base(inspection, whole), [], start
    for mention in inspection.language.figures(text[start:end]):
        figure = _moved(mention, start)
        between = text[at : figure.span.start]
        if re.search(r"[；。]", between) or words.apart.search(between) or figure.implied is not None:
            break
        if _base(inspection, figure) != unit or figure.value is None or figure.high is not None:
            break
        found.append(figure)
        at = figure.span.end
    return found


def _base(inspection: Inspection, figure: Mention) -> str | None:
    known = inspection.language.unit(figure.unit)
    # Things counted are told apart by their measure words: 5个 is no part of 3家.
    return figure.unit if known is None or known[0] == "1" else known[0]


def _factor(inspection: Inspection, figure: Mention) -> float:
    known = inspection.language.unit(figure.unit)
    return known[1] if known is not None and known[0] != "1" else 1.0


def _size(inspection: Inspection, figure: Mention) -> float:
    return (figure.value or 0) * _factor(inspection, figure)


def _stands_for(inspection: Inspection, figure: Mention) -> Interval:
    factor = _factor(inspection, figure)
    exact = printed(figure.span.of(inspection.folded), figure.value or 0, counted=factor == 1)
    return Interval(exact.low * factor, exact.high * factor)


def _moved(mention: Mention, by: int) -> Mention:
    return Mention(
        mention.span.shifted(by), mention.extent.shifted(by), mention.value, mention.high, mention.unit,
        mention.comparator, implied=mention.implied,
    )  # fmt: skip


FINDS = [
    "建成高标准农田⟦60万亩⟧，其中新建⟦96万亩⟧。\n",
    "新改建学校⟦20所⟧，其中小学⟦12所⟧、初中⟦9所⟧、高中⟦4所⟧。\n",
    "Build ⟦120 km⟧ of roads, of which ⟦150 km⟧ will be paved.\n",
]
PASSES = [
    "建成高标准农田96万亩，其中新建42万亩、改造提升54万亩。\n",
    "公路里程1.12万公里，其中高速公路186公里；接待游客300万人次，其中过夜游客占30%。\n",
    "居民人均可支配收入2.4万元，其中城镇居民3.4万元、农村居民1.8万元。\n",
    "Build 120 km of roads, of which 50 km will be paved.\n",
]
