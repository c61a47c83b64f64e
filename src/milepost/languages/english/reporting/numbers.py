"""The figures of an English paragraph before they are read: brackets, numbers in groups, a rate with its level."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from milepost.kernel.span import Span
from milepost.languages.english.figures import figures
from milepost.languages.grouping import with_thousands
from milepost.languages.mention import Mention

_BRACKET = re.compile(r"\([^()]{0,120}\)")
_MERGED = re.compile(r"(?P<rate>[\d.,]+\s*(?:%|per\s?cent|percent))\s+to\s+(?P<level>.+)", re.IGNORECASE | re.DOTALL)
PER = re.compile(r"^/\s?(?P<of>person|capita|household|hectare|hour|tonne|ton)\b")
LASTING = re.compile(r"years?|months?|weeks?|days?|hours?")
LASTS = re.compile(r"\b(?:expectancy|age|duration|time|period|length|schooling|education)\b", re.IGNORECASE)
COUNTED = re.compile(
    r"\s+(?P<unit>persons|people|households|students|tourists|tons|tonnes|hectares|units|"
    r"bags|visitors)\b",
    re.IGNORECASE,
)


def without_asides(text: str, start: int, end: int, mentions: list[Mention]) -> tuple[str, list[Mention]]:
    """The text with blanks for brackets that hold figures, and those figures: their times and units are their own."""
    starts = [each.span.start for each in mentions]
    inside: list[Mention] = []
    pieces, at = [], 0
    for found in _BRACKET.finditer(text, start, end):
        within = mentions[bisect_left(starts, found.start()) : bisect_left(starts, found.end())]
        if within:
            inside += within
            pieces += [text[at : found.start()], " " * len(found[0])]
            at = found.end()
    return ("".join([*pieces, text[at:]]) if pieces else text), inside


def split(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """Figures, with `5.2% to KSh 15.1 trillion` as the two that it is."""
    for each in with_thousands(text, mentions):
        merged = _MERGED.fullmatch(text, each.span.start, each.span.end) if each.high is not None else None
        if merged is None:
            yield each
            continue
        for part in ("rate", "level"):
            at = merged.start(part)
            for found in figures(text[at : merged.end(part)])[:1]:
                span = Span(found.span.start + at, found.span.end + at)
                yield replace(found, span=span, extent=span)
