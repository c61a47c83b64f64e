"""The probable misprints of a Chinese text, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from milepost.checks.spelling.characters import FIRST, character, encoded, packed
from milepost.checks.spelling.edits import Change
from milepost.checks.spelling.knowledge import NO_WORD, Knowledge, knowledge
from milepost.checks.spelling.model import Kind, Suspicion
from milepost.checks.spelling.names import masked
from milepost.checks.spelling.phrases import long_phrases, misspelt
from milepost.checks.spelling.repeats import repeated_particles
from milepost.checks.spelling.slips import common_slips
from milepost.checks.spelling.symbols import wrong_signs
from milepost.checks.spelling.weighing import Weighed, read, weighed
from milepost.kernel.span import Span

# Least probability of a misprint that is reported, by the change that mends it. On documents held out one report in
# ten at most was none (scripts/measure_spelling.py).
LEAST: dict[Change, float] = {
    "replaced": 0.8,
    "inserted": 0.56,
    "removed": 0.98,
    "repeated": 0.9,
    "swapped": 0.92,
    "moved": 0.92,
}
KINDS: dict[Change, Kind] = {
    "replaced": "confusable",
    "inserted": "dropped",
    "removed": "surplus",
    "repeated": "doubled",
    "swapped": "transposed",
    "moved": "transposed",
}
# Texts with a smaller share of Chinese characters are not read.
CHINESE_SHARE = 0.2
# Names and the words that show them lie within so many characters.
AROUND = 24
MARK = re.compile(r"\[bookmark: [^\]]*\]")


def suspicions(text: str, names: AbstractSet[str] = frozenset(), known: Knowledge | None = None) -> list[Suspicion]:
    """The probable misprints of a text, in its order; none for a text that is not Chinese.

    Parameters
    ----------
    text
        The whole text of a document: what it says often is taken to be right.
    names
        Names that stand in the text, of places, companies or bodies; nothing is reported inside them.
    known
        What is known of the language; by default what ships with the package.

    Examples
    --------
    >>> [(each.found, each.proposed, each.kind) for each in suspicions("不断延深产业链，保障粮食安全。")]
    [('深', '伸', 'confusable')]
    >>> suspicions("Raise the share of paved roads.")
    []
    """
    codes = encoded(text)
    if (codes >= FIRST).sum() <= CHINESE_SHARE * len(text):
        return []
    known = known or knowledge()
    # Marks that a word processor left behind are blanked; the length stays.
    text = MARK.sub(lambda found: " " * len(found[0]), text)
    sure = [*wrong_signs(text), *common_slips(text), *misspelt(text, known), *repeated_particles(text)]
    found = (each for each in weighed(read(text, known), LEAST) if not in_name(text, each, known, names))
    changes = [each for each in found if each.change != "inserted" or not at_seam(text, each, known)]
    return sorted(untouched([*sure, *(suspicion(text, each) for each in changes)]))


def in_name(text: str, change: Weighed, known: Knowledge, names: AbstractSet[str]) -> bool:
    """Whether a change lies in a name; only its surroundings are looked at."""
    start = max(change.start - AROUND, 0)
    return bool(masked(text[start : change.start + AROUND], known, names)[change.start - start])


def at_seam(text: str, change: Weighed, known: Knowledge) -> bool:
    """Whether nothing is missing where a character would be put in: at a page's end, or behind a whole fixed phrase.

    In “山水林田湖草生态保护” 草 ends a phrase, and needs no 原 to be a word.
    """
    start = change.start
    if "\f" in text[start - 1 : start + 1]:
        return True
    pair = packed(encoded(text[start - 1] + character(change.new[0])), 2)
    order = known.orders[2]
    return bool(order.words[order.find(pair)[0]] > NO_WORD) and text.endswith(long_phrases(), 0, start)


def untouched(ranked: list[Suspicion]) -> Iterator[Suspicion]:
    """Those that touch none before them."""
    taken: set[int] = set()
    for each in ranked:
        around = range(each.span.start - 1, each.span.end + 1)
        if taken.isdisjoint(around):
            taken.update(range(each.span.start, each.span.end))
            yield each


def suspicion(text: str, change: Weighed) -> Suspicion:
    """A change, told as the misprint that it mends."""
    start, end = change.start, change.start + change.old
    new = "".join(character(number) for number in change.new)
    if change.change == "inserted":
        # Nothing stands where a character was lost; its neighbours show the place, a sign does not.
        left = start - 1 if encoded(text[start - 1 : start])[0] >= FIRST else start
        right = start + 1 if start < len(text) and encoded(text[start])[0] >= FIRST else start
        new = text[left:start] + new + text[start:right]
        start, end = left, right
    found = text[start:end]
    kind = KINDS[change.change]
    if change.change == "removed" and found in (text[start - 1 : start], text[end : end + 1]):
        kind = "doubled"
    return Suspicion(Span(start, end), found, new, kind, round(change.chance, 3))
