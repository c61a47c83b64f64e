"""A paragraph or a long sentence stands twice in the document.

## 查什么
文字完全相同的段落出现两次，或较长的句子一字不差地重复。

## 为什么要紧
多半是粘贴时重复，或同一任务写在两处；以后修改一处、漏改一处，就会前后矛盾。

## What it checks
A paragraph that comes again word for word, or a long sentence that does.

## Why it matters
It was pasted twice, or one task is written in two places; when one is changed and the other not, the plan contradicts
itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.contents import contents_span, plain
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import quoted
from milepost.checks.text_lines import text_lines
from milepost.kernel.span import Span

RULE = Rule(
    code="LA37",
    name="paragraph-repeated",
    severity="warning",
    title=Words("段落或句子重复", "a paragraph or sentence stands twice"),
    advice=Words("删去重复的一处，或在一处写明、另一处引用。", "Delete one of them, or refer from one to the other."),
    remedy="correct",
    parameters=(
        Parameter("shortest", 24, 8, 400, Words("视为重复的最少字数", "the fewest letters of a repeated sentence")),
    ),
)

_LETTERS = {"zh": 1, "en": 3}
"""Letters that say about as much as one Chinese character."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """All places of each; sentences of a paragraph that is repeated as a whole are not told again."""
    text, contents = inspection.text, contents_span(inspection)
    lines = [
        line.span
        for line in text_lines(inspection)
        if line.kind in ("text", "box") and not contents.contains(line.span)
    ]
    shortest = inspection.parameter(RULE, "shortest") * _LETTERS[inspection.language.code]
    paragraphs = _again(text, lines, shortest)
    told = {span for spans in paragraphs for span in spans}
    sentences = [span for line in lines if line not in told for span in _sentences(inspection, line)]
    for places in (*paragraphs, *_again(text, sentences, shortest)):
        words = " ".join(places[0].of(text)[:30].split())
        message = Words(
            f"“{words}……”一字不差地出现{len(places)}次",
            f"{quoted(words)} and what follows stands {len(places)} times word for word",
        )
        yield Fault(message, places)


def _sentences(inspection: Inspection, line: Span) -> Iterator[Span]:
    """The sentences of a line, where it has more than one."""
    start = line.start
    for sign in inspection.language.sentence_end.finditer(inspection.text, line.start, line.end):
        while start < sign.end() and inspection.text[start].isspace():
            start += 1
        if start > line.start or sign.end() < line.end:
            yield Span(start, sign.end())
        start = sign.end()


def _again(text: str, spans: list[Span], shortest: float) -> list[tuple[Span, ...]]:
    """Groups of stretches with the same letters and digits."""
    groups: dict[str, list[Span]] = {}
    for span in spans:
        key = plain(span.of(text)) if span.length >= shortest else ""
        if len(key) >= shortest:
            groups.setdefault(key, []).append(span)
    return [tuple(group) for group in groups.values() if len(group) > 1]


FINDS = [
    (
        "第一章  农业\n⟦推进高标准农田建设，改造中低产田，整修灌溉渠系，提高粮食综合生产能力。⟧\n发展冷链物流。\n"
        "⟦推进高标准农田建设，改造中低产田，整修灌溉渠系，提高粮食综合生产能力。⟧\n"
    ),
    (
        "第一章  农业\n稳粮优菜。⟦推进高标准农田建设，改造中低产田，整修灌溉渠系，提高粮食综合生产能力。⟧\n"
        "第二章  水利\n⟦推进高标准农田建设，改造中低产田，整修灌溉渠系，提高粮食综合生产能力。⟧兴修水库。\n"
    ),
    (
        "Chapter 1 Farms\n"
        "⟦We mend the canals of the whole district, dig wells where there are none, and level the fields "
        "by 2025.⟧\nWe sell.\n"
        "⟦We mend the canals of the whole district, dig wells where there are none, and level the fields "
        "by 2025.⟧\n"
    ),
]
PASSES = [
    (
        "第一章  农业\n推进高标准农田建设，改造中低产田，整修灌溉渠系，提高粮食综合生产能力。\n"
        "推进高标准农田建设，改造中低产田，提高蔬菜产量。\n"
    ),
    "第一章  农业\n稳粮优菜，提质增效。\n第二章  工业\n稳粮优菜，提质增效。\n",
]
