"""Fixed phrases of plans that stand in a document with one character wrong.

A phrase is looked for by its halves: where one half stands and the other differs by a single character from the rest
of the phrase, and the wrong one looks or sounds like the right one, the phrase was meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import ahocorasick

from milepost.checks.spelling.characters import FIRST, encoded
from milepost.checks.spelling.knowledge import Knowledge
from milepost.checks.spelling.lookup import Lookup, hashes
from milepost.checks.spelling.model import Suspicion
from milepost.kernel.span import Span

# Phrases shorter than this differ by one character from too many others.
SHORTEST = 6
CERTAIN = 0.95


class Half(NamedTuple):
    """Half of a phrase, and where in the phrase it begins."""

    phrase: str
    start: int


@cache
def phrases() -> frozenset[str]:
    """The fixed phrases that ship with the package; lines that begin with # are headings."""
    text = files("milepost.checks.spelling").joinpath("phrases.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@cache
def long_phrases() -> tuple[str, ...]:
    """The fixed phrases of five characters and more."""
    return tuple(sorted(phrase for phrase in phrases() if len(phrase) > 4))


def indicators() -> frozenset[str]:
    """The names of indicators that Milepost knows; their wording is that of plans."""
    text = files("milepost.plans.concepts").joinpath("names.zh.tsv").read_text(encoding="utf-8")
    return frozenset(line.split("\t")[0] for line in text.splitlines())


@cache
def fixed_strings() -> Lookup:
    """All strings of five characters in fixed phrases."""
    return hashes(encoded(" ".join(sorted(phrases() | indicators()))), 5)


@cache
def halves() -> ahocorasick.Automaton:
    """All halves of all phrases that are long enough."""
    found: dict[str, list[Half]] = {}
    for phrase in sorted(phrases()):
        if len(phrase) >= SHORTEST:
            middle = len(phrase) // 2
            found.setdefault(phrase[:middle], []).append(Half(phrase, 0))
            found.setdefault(phrase[middle:], []).append(Half(phrase, middle))
    automaton = ahocorasick.Automaton()
    for half, places in found.items():
        automaton.add_word(half, (len(half), places))
    automaton.make_automaton()
    return automaton


def alike(known: Knowledge, wrong: str, right: str) -> bool:
    """Whether one character may stand in place of another by mistake."""
    first, second = (int(number) for number in encoded(wrong + right))
    others = known.confusable[known.starts[first] : known.starts[first + 1]]
    return first >= FIRST and second in others


def single_difference(text: str, phrase: str) -> int | None:
    """Where a text of the same length differs from a phrase, when it does so in one place.

    >>> single_difference("法制保障", "法治保障"), single_difference("法制保证", "法治保障")
    (1, None)
    """
    places = [place for place, (one, other) in enumerate(zip(text, phrase, strict=True)) if one != other]
    return places[0] if len(places) == 1 else None


def misspelt(text: str, known: Knowledge) -> Iterator[Suspicion]:
    """Each place where a fixed phrase stands with one character wrong."""
    fixed, often = phrases(), cache(text.count)
    for last, (length, places) in halves().iter(text):
        for phrase, offset in places:
            start = last + 1 - length - offset
            found = text[max(start, 0) : start + len(phrase)]
            if len(found) != len(phrase) or found == phrase:
                continue
            place = single_difference(found, phrase)
            if place is None or found in fixed or not alike(known, found[place], phrase[place]):
                continue
            # A wording that a document uses again and again is its own.
            if often(found) <= 2 or often(phrase) > 2 * often(found):
                at = Span(start + place, start + place + 1)
                yield Suspicion(at, found[place], phrase[place], "phrase", CERTAIN)
