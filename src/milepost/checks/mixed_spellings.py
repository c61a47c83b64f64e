"""Which ways of writing one unit or word a document mixes, and where the rarer ones stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from milepost.kernel.span import Span
from milepost.languages.naming_words import Spellings

SHOWN = 12
"""How many places of the rarer ways are named: who changes them searches for the rest."""


class Mixture(NamedTuple):
    """A thing written in more than one way: each way with how often it is used, commonest first, and the places.

    `places` are those of the rarer ways, then one of the commonest.
    """

    thing: Spellings
    counts: tuple[tuple[str, int], ...]
    places: tuple[Span, ...]


def mixtures(text: str, things: Sequence[Spellings]) -> Iterator[Mixture]:
    """The things that a folded text writes in more than one way.

    >>> import re
    >>> from milepost.languages.naming_words import Spelling
    >>> ways = tuple(Spelling(way, re.compile(way)) for way in ("公里", "千米"))
    >>> [found.counts for found in mixtures("5公里、3公里、2千米", [Spellings("千米", "kilometres", ways)])]
    [(('公里', 2), ('千米', 1))]
    """
    for thing in things:
        found = [(way.shown, [Span(*each.span()) for each in way.pattern.finditer(text)]) for way in thing.ways]
        used = sorted((each for each in found if each[1]), key=lambda each: -len(each[1]))
        if len(used) < 2:
            continue
        rarer = sorted(place for _, places in used[1:] for place in places)
        counts = tuple((shown, len(places)) for shown, places in used)
        yield Mixture(thing, counts, (*rarer[:SHOWN], used[0][1][0]))
