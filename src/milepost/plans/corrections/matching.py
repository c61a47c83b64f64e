"""Which item of a plan a correction is about, once its words are found in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from milepost.kernel.span import Span
from milepost.plans.corrections.anchors import Found
from milepost.plans.corrections.fields import kinds, label, label_field
from milepost.plans.corrections.model import Correction

_OVERLAP = 0.6  # share of both spans that is common where an item without a figure is still the same
_ALIKE = 0.6  # likeness of two names of one thing


class Match(NamedTuple):
    """The item, by its place in the list."""

    place: int


class Unmatched(NamedTuple):
    """Why no item is meant for certain."""

    reason: str


class Gone(NamedTuple):
    """The item that was struck out is not read any more: nothing is left to do."""


def match(correction: Correction, found: Found, items: Sequence[Any]) -> Match | Unmatched | Gone:
    """The item that an edit or a reject is about: by id and place, else by place and name."""
    if correction.id is not None:
        for index, item in enumerate(items):
            if item.id == correction.id and (item.span.overlaps(found.span) or item.span == found.span):
                return Match(index)
    at = [index for index, item in enumerate(items) if _stands(item, found)]
    names = {_plain(correction.label)}
    named = label_field(kinds()[correction.kind])
    if correction.action == "edit" and named in correction.fields:
        names.add(_plain(str(correction.fields[named])))
    same = [index for index in at if _plain(label(items[index])) in names]
    if len(same) == 1:
        return Match(same[0])
    if len(same) > 1:
        return Unmatched(f"{len(same)} items of that name stand there")
    return _by_place(correction, at, items)


def _by_place(correction: Correction, at: list[int], items: Sequence[Any]) -> Match | Unmatched | Gone:
    """The item at a place where none has the name: the only one, or the only one of a like name."""
    among = correction.anchor.among
    said = "; ".join(repr(label(items[index])) for index in at[:3])
    if correction.action == "reject":
        return Unmatched(f"what stands there is now read as {said}") if at and len(at) >= among else Gone()
    if len(at) == among == 1:
        return Match(at[0])
    alike = [index for index in at if _alike(label(items[index]), correction.label)]
    if len(alike) == 1 and len(at) == among:
        return Match(alike[0])
    if not at:
        return Unmatched(f"the words are there, but nothing of the kind {correction.kind} is read from them")
    return Unmatched(f"it is not certain which item is meant: {said}")


def _stands(item: Any, found: Found) -> bool:
    """Whether an item stands at a place: at its figure where it has one, else over most of its words."""
    figure = getattr(item, "value_span", None)
    if found.figure is not None and figure is not None:
        return bool(figure == found.figure and item.span.overlaps(found.span))
    return _common(item.span, found.span) >= _OVERLAP


def _common(left: Span, right: Span) -> float:
    """Share of the longer span that both have in common."""
    shared = min(left.end, right.end) - max(left.start, right.start)
    return max(0, shared) / max(left.length, right.length, 1)


def _plain(words: str) -> str:
    return "".join(words.split())


def _alike(left: str, right: str) -> bool:
    return SequenceMatcher(None, left, right, autojunk=False).ratio() >= _ALIKE


def standing(item: Any, items: Sequence[Any]) -> Iterator[int]:
    """Places in the list of the items that say of the same words what an added item says of them."""
    figure, name = getattr(item, "value_span", None), _plain(label(item))
    for index, one in enumerate(items):
        if one.span == item.span and getattr(one, "value_span", None) == figure and _plain(label(one)) == name:
            yield index
