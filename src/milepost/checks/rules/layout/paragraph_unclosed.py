"""A paragraph ends without a closing mark.

## 查什么
其他段落都以句号等收尾，个别段落没有收尾标点，或者停在逗号、顿号上。

## 为什么要紧
多半是句子没有写完，或者后面的文字丢失了。

## What it checks
A paragraph that ends without a full stop, or on a comma, where the others are closed.

## Why it matters
Mostly the sentence was not finished, or what followed was lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.contents import contents_span
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.text_lines import TextLine, text_lines
from milepost.kernel.span import Span

RULE = Rule(
    code="LA23",
    name="paragraph-unclosed",
    severity="warning",
    title=Words("段落没有收尾", "a paragraph is not closed"),
    advice=Words(
        "核对段落是否完整，补上缺失的文字和标点。", "Check whether words are missing, and close the sentence."
    ),
    remedy="correct",
    parameters=(
        Parameter("closed", 0.75, 0.5, 1.0, Words("段落收尾的最低比例", "the share of paragraphs that must be closed")),
    ),
)
_CLOSERS = frozenset("。！？；：…”’）)》〕】.!?;:\"'*|>—-")
_SHORTEST = 20
_SHOWN = 12
_STOP = re.compile(r"[。！？]|[.!?]\s")
_LONGEST_TITLE = {"zh": 48, "en": 110}
_INNER = re.compile(r"[，。；]|[,.;]\s")


def check(inspection: Inspection) -> Iterator[Fault]:
    """The last words of each such paragraph."""
    text = inspection.text
    contents = contents_span(inspection)
    lines = [line for line in text_lines(inspection) if _is_paragraph(text, line) and not contents.contains(line.span)]
    open_ended = [line for line in lines if text[line.span.end - 1] not in _CLOSERS]
    unclosed = [line for line in open_ended if not _may_be_title(inspection, line)]
    closed = len(lines) - len(open_ended)
    if not unclosed or closed < inspection.parameter(RULE, "closed") * (closed + len(unclosed)):
        return
    for line in unclosed:
        start = max(line.span.start, line.span.end - _SHOWN)
        if text[start].isascii() and text[start].isalnum():
            start = max(text.rfind(" ", line.span.start, start) + 1, line.span.start)
        while not text[start].isalnum() and start < line.span.end - 1:
            start += 1
        place = Span(start, line.span.end)
        words = place.of(text)
        yield Fault(
            Words(
                f"段落停在“{inner(words)}”，没有收尾标点",
                f"the paragraph stops at {quoted(words)} without a closing mark",
            ),
            (place,),
        )


def _is_paragraph(text: str, line: TextLine) -> bool:
    """Whether a line is running text with a mark inside: no caption, signature or name of a project."""
    return (
        line.kind in ("text", "box")
        and line.span.length >= _SHORTEST
        and _INNER.search(text, line.span.start, line.span.end - 1) is not None
    )


def _may_be_title(inspection: Inspection, line: TextLine) -> bool:
    """Whether a line without a stop inside may be a heading that is not read as one."""
    text, span = inspection.text, line.span
    if _STOP.search(text, span.start, span.end - 1) or text[span.end - 1] in "，、,;":
        return False
    numbered = any(pattern.match(text, span.start) for _, pattern in inspection.words.layout.outline)
    return numbered or span.length < _LONGEST_TITLE[inspection.language.code]


FINDS = [
    (
        "第一章  农业\n稳定粮食面积，提高单产，改善品质，降低成本。\n"
        "推进高标准农田建设，改造中低产田，整修灌溉渠系。\n加强农业科技推广，培育新型职业农民，发展社会化服务。\n"
        "实施农产品品牌战略。打造区域公用品牌，⟦拓展外销渠道，建设冷链⟧\n"
    ),
    (
        "Chapter 1 Farms\nWe hold the area, raise yields and cut costs.\n"
        "We mend canals, dig wells and level fields.\nWe teach farmers, lend machines and test soils.\n"
        "We sell abroad. We build ⟦cold stores and⟧\n"
    ),
]
PASSES = [
    (
        "第一章  农业\n稳定粮食面积，提高单产，改善品质，降低成本。\n"
        "推进高标准农田建设，改造中低产田，整修灌溉渠系。\n（一）坚持稳中求进，推动农业高质量发展\n"
        "加强农业科技推广，培育新型职业农民。\n发展社会化服务，健全服务体系，壮大集体经济。\n"
    ),
    "第一章  农业\n稳定粮食面积，提高单产，改善品质，降低成本。\n推进高标准农田建设，改造中低产田，整修灌溉渠系。\n",
    (
        "第一章  农业\n稳定粮食面积，提高单产，改善品质，降低成本\n"
        "推进高标准农田建设，改造中低产田，整修灌溉渠系\n实施农产品品牌战略，打造区域公用品牌\n"
    ),
    (
        "青禾市人民政府关于印发农业规划，各县区遵照执行的通知：\n第一章  农业\n"
        "稳定粮食面积，提高单产，改善品质，降低成本。\n"
    ),
]
