"""Where in a text an anchor is: the words themselves, then without regard to blanks, then nearly the same words."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from milepost.kernel.span import Span
from milepost.plans.corrections.model import Anchor

CONTEXT = 32  # characters kept on either side of a quote

_MOST_PLACES = 5_000  # of one quote; more is no anchor at all
_LOOKED_AT = 8  # places of like surroundings that are compared closely
_AGREEING = 0.4  # share of the surroundings that must have stayed, where the text is another
_TELLING = 16  # characters of a quote that stands once and needs no surroundings
_SHORTEST_NEAR = 12  # characters of a quote that may be found with changes
_LONGEST_NEAR = 3_000  # the comparison is quadratic
_NEAR = 0.8  # share of a quote that must have stayed
_PIECE = 5  # characters of a piece by which a changed quote is looked for
_BLANK = re.compile(r"\s+")


class Found(NamedTuple):
    """Where an anchor is; `figure` is the span of its figure."""

    span: Span
    figure: Span | None


class Missing(NamedTuple):
    """Why an anchor is nowhere."""

    reason: str


class _Place(NamedTuple):
    """A place and how much of the surroundings is the same, 0 to 1."""

    span: Span
    agreement: float


def anchor_of(text: str, span: Span, figure: Span | None = None, among: int = 1) -> Anchor:
    """The anchor of a span; a figure that lies outside the span is left out.

    >>> anchor_of("粮食30万吨。", Span(0, 6), Span(2, 6))
    Anchor(quote='粮食30万吨', before='', after='。', occurrence=1, figure='30万吨', figure_occurrence=1, among=1)
    """
    quote = span.of(text)
    inside = figure is not None and span.contains(figure) and figure.length > 0
    words = figure.of(text) if figure is not None and inside else None
    return Anchor(
        quote=quote,
        before=text[max(0, span.start - CONTEXT) : span.start],
        after=text[span.end : span.end + CONTEXT],
        occurrence=1 + sum(1 for at in positions(text, quote, span.end - 1) if at < span.start),
        figure=words,
        figure_occurrence=1
        if words is None or figure is None
        else 1 + sum(1 for at in positions(quote, words) if at < figure.start - span.start),
        among=among,
    )


def positions(text: str, words: str, end: int | None = None, most: int | None = None) -> list[int]:
    """Where words stand, overlapping places too; no more than `most`."""
    found: list[int] = []
    at = text.find(words, 0, end) if words else -1
    while at >= 0 and len(found) != most:
        found.append(at)
        at = text.find(words, at + 1, end)
    return found


class Finder:
    """Finds anchors in one text. `same` says that it is the very text that the anchors were taken from."""

    def __init__(self, text: str, *, same: bool) -> None:
        self._text = text
        self._same = same

    def find(self, anchor: Anchor) -> Found | Missing:
        """Where the anchor is, or why it is nowhere."""
        found = self._exact(anchor)
        if found is None:
            found = self._without_blanks(anchor) or self._near(anchor)
        if isinstance(found, Missing):
            return found
        if found is None:
            return Missing("the words are no longer in the text")
        if anchor.figure is None:
            return Found(found, None)
        figure = self._figure(anchor, found)
        if figure is None:
            return Missing(f"the words are there, but the figure {anchor.figure!r} is no longer in them")
        return Found(found, figure)

    def _exact(self, anchor: Anchor) -> Span | Missing | None:
        starts = positions(self._text, anchor.quote, most=max(_MOST_PLACES + 1, anchor.occurrence))
        if not starts:
            return None
        spans = [Span(at, at + len(anchor.quote)) for at in starts]
        if self._same and anchor.occurrence <= len(spans):
            span = spans[anchor.occurrence - 1]
            if self._agreement(self._text, span, anchor) == 1.0:
                return span
        return self._chosen(self._text, spans, anchor)

    def _chosen(self, text: str, spans: list[Span], anchor: Anchor) -> Span | Missing:
        """The place with the best surroundings, if it is one."""
        if len(spans) > _MOST_PLACES:
            return Missing(f"the words stand more than {_MOST_PLACES} times in the text")
        places = self._ranked(text, spans, anchor)
        best = places[0]
        if len(places) > 1 and places[1].agreement == best.agreement:
            return Missing(f"the words stand {len(spans)} times in like surroundings")
        alone = len(spans) == 1
        plain = not anchor.before and not anchor.after
        if best.agreement >= _AGREEING or (alone and (plain or self._same or len(anchor.quote) >= _TELLING)):
            return best.span
        return Missing("the words are in the text, but in other surroundings")

    def _ranked(self, text: str, spans: list[Span], anchor: Anchor) -> list[_Place]:
        """Places by their surroundings, best first; of many only those are compared closely that begin alike."""
        if len(spans) > _LOOKED_AT:
            spans = sorted(spans, key=lambda span: -_touching(text, span, anchor))
            least = _touching(text, spans[_LOOKED_AT - 1], anchor)
            spans = [span for span in spans[: 4 * _LOOKED_AT] if _touching(text, span, anchor) >= least]
        places = [_Place(span, self._agreement(text, span, anchor)) for span in spans]
        return sorted(places, key=lambda place: (-place.agreement, place.span))

    def _agreement(self, text: str, span: Span, anchor: Anchor) -> float:
        """How much of the anchor's surroundings stands around a span, 0 to 1."""
        before = text[max(0, span.start - len(anchor.before)) : span.start]
        after = text[span.end : span.end + len(anchor.after)]
        if before == anchor.before and after == anchor.after:
            return 1.0
        total = len(anchor.before) + len(anchor.after)
        return (_common(before, anchor.before) + _common(after, anchor.after)) / total

    def _figure(self, anchor: Anchor, span: Span) -> Span | None:
        """The figure's place in the words found: the same occurrence, else the only one."""
        assert anchor.figure is not None
        pattern = re.compile(r"\s*".join(map(re.escape, _BLANK.sub("", anchor.figure))))
        starts = positions(span.of(self._text), anchor.figure)
        spans = [Span(at, at + len(anchor.figure)) for at in starts]
        if not spans:
            spans = [Span(*match.span()) for match in pattern.finditer(span.of(self._text)) if match[0]]
        if len(spans) >= anchor.figure_occurrence:
            return spans[anchor.figure_occurrence - 1].shifted(span.start)
        return spans[0].shifted(span.start) if len(spans) == 1 else None

    @cached_property
    def _squeezed(self) -> tuple[str, array[int]]:
        """The text without blanks, and where each of its characters stands in the text."""
        places: array[int] = array("I")
        parts = []
        for match in re.finditer(r"\S+", self._text):
            parts.append(match[0])
            places.extend(range(match.start(), match.end()))
        return "".join(parts), places

    def _back(self, span: Span) -> Span:
        """A span of the squeezed text as one of the text."""
        places = self._squeezed[1]
        return Span(places[span.start], places[span.end - 1] + 1)

    def _without_blanks(self, anchor: Anchor) -> Span | Missing | None:
        text = self._squeezed[0]
        narrow = _squeeze(anchor)
        starts = positions(text, narrow.quote, most=_MOST_PLACES + 1)
        if not starts:
            return None
        found = self._chosen(text, [Span(at, at + len(narrow.quote)) for at in starts], narrow)
        return found if isinstance(found, Missing) else self._back(found)

    def _near(self, anchor: Anchor) -> Span | Missing | None:
        """The only place where nearly the same words stand in nearly the same surroundings."""
        text = self._squeezed[0]
        narrow = _squeeze(anchor)
        if not _SHORTEST_NEAR <= len(narrow.quote) <= _LONGEST_NEAR:
            return None
        found: list[Span] = []
        for guess in _guesses(text, narrow.quote):
            span = _fitted(text, narrow.quote, guess)
            if span is not None and self._agreement(text, span, narrow) >= _AGREEING:
                found = [one for one in found if not one.overlaps(span)] + [span]
        if len(found) > 1:
            return Missing(f"like words stand at {len(found)} places")
        return self._back(found[0]) if found else None


def _squeeze(anchor: Anchor) -> Anchor:
    """The anchor without blanks."""
    quote, before, after = (_BLANK.sub("", part) for part in (anchor.quote, anchor.before, anchor.after))
    return Anchor(quote, before, after, anchor.occurrence)


def _touching(text: str, span: Span, anchor: Anchor) -> int:
    """How many characters next to the span are those next to the quote, counted outwards."""
    left = right = 0
    while (
        left < len(anchor.before) and span.start - left > 0 and text[span.start - left - 1] == anchor.before[-left - 1]
    ):
        left += 1
    while right < len(anchor.after) and text[span.end + right : span.end + right + 1] == anchor.after[right]:
        right += 1
    return left + right


def _common(left: str, right: str) -> int:
    """How many characters two short texts share, in order."""
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def _guesses(text: str, quote: str) -> list[int]:
    """Where a changed quote may begin: most pieces of it point there. Few, best first."""
    slack = max(3, len(quote) // 5)
    votes: Counter[int] = Counter()
    for offset in range(0, len(quote) - _PIECE + 1, _PIECE):
        at = -1
        for _ in range(64):
            at = text.find(quote[offset : offset + _PIECE], at + 1)
            if at < 0:
                break
            votes[(at - offset) // slack] += 1
    return [bucket * slack for bucket, _ in votes.most_common(16)]


def _fitted(text: str, quote: str, guess: int) -> Span | None:
    """The stretch near a guess that is nearly the quote, from the first to the last piece that is the same."""
    slack = max(3, len(quote) // 5)
    start = max(0, guess - slack)
    window = text[start : guess + len(quote) + 2 * slack]
    matcher = SequenceMatcher(None, quote, window, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size > 1]
    same = sum(block.size for block in blocks)
    if not blocks or same < _NEAR * len(quote):
        return None
    first, last = blocks[0], blocks[-1]
    begin = max(0, first.b - first.a)
    end = min(len(window), last.b + last.size + len(quote) - last.a - last.size)
    return Span(start + begin, start + end) if same >= _NEAR * (end - begin) else None
