"""Clauses of a Chinese communiqué: a stretch of words with the figures in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from milepost.kernel.span import Span
from milepost.languages.mention import Mention

_SENTENCE = re.compile(r"[。！？!?\n]|$")
_BREAK = re.compile(r"[，；]|：(?! ?\d)|(?<!\d)：|(?<=\d)：(?=\d{4})|(?<!\d),|,(?!\d)|$")
_BRACKET = re.compile(r"（[^（）]{0,80}）")
_JOINT = re.compile(r" ?(?:[、和及与]|以及|，和) ?")
_NEXT = re.compile(r"(?P<noun>[^，。；、\d]{0,24}?)(?:、|(?<=[一-鿿%‰）])[和及与])(?=[^\d\-−]*[^\d\s\-−])")


@dataclass(frozen=True, slots=True)
class Clause:
    """Words between two signs: where they stand, their figures, and the sign in front (`；` ends a list's member)."""

    span: Span
    mentions: tuple[Mention, ...]
    sign: str
    opens: bool


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of a passage, without the signs that end them."""
    while start < end:
        found = _SENTENCE.search(text, start, end)
        stop = found.start() if found else end
        if stop > start:
            yield Span(start, stop)
        start = stop + 1


def without_asides(text: str, mentions: list[Mention], span: Span) -> tuple[str, list[Span]]:
    """The text with brackets that hold figures blanked, and where these brackets stood."""
    asides = [
        Span(*found.span())
        for found in _BRACKET.finditer(text, span.start, span.end)
        if any(found.start() < each.span.start < found.end() for each in mentions)
    ]
    for aside in reversed(asides):
        text = text[: aside.start] + " " * (aside.end - aside.start) + text[aside.end :]
    return text, asides


def clauses(text: str, sentence: Span, mentions: list[Mention]) -> Iterator[Clause]:
    """The clauses of a sentence in order, cut also where a list goes on with a name of its own."""
    start, sign, opens, taken = sentence.start, "", True, 0
    while start < sentence.end:
        found = _BREAK.search(text, start, sentence.end)
        stop = found.start() if found else sentence.end
        inside = []
        # A figure may hold a sign itself: 2.05：1.
        while taken < len(mentions) and mentions[taken].span.start < stop:
            inside.append(mentions[taken])
            stop = max(stop, min(mentions[taken].extent.end, sentence.end))
            taken += 1
        for piece in _pieces(text, Span(start, stop), inside):
            yield Clause(piece[0], piece[1], sign, opens)
            sign, opens = "、", False
        sign = text[stop : stop + 1] if stop < sentence.end else ""
        start, opens = stop + 1, False


def _pieces(text: str, span: Span, mentions: list[Mention]) -> Iterator[tuple[Span, tuple[Mention, ...]]]:
    """A clause cut behind figures that a name follows; one that deals figures out (分别) stays whole."""
    whole = "分别" in text[span.start : span.end]
    start, held = span.start, []
    for index, mention in enumerate(mentions):
        held.append(mention)
        limit = mentions[index + 1].span.start if index + 1 < len(mentions) else span.end
        cut = None if whole or index + 1 == len(mentions) else _NEXT.match(text, mention.extent.end, limit)
        if cut is not None:
            yield Span(start, cut.end() - 1), tuple(held)
            start, held = cut.end(), []
    yield Span(start, span.end), tuple(held)


def is_joint(words: str) -> bool:
    """Whether words between two figures only join them."""
    return not words.strip() or _JOINT.fullmatch(words.strip()) is not None or words.strip() in ("个、", "个和", "个")
