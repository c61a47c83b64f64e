"""Which changes of a text are worth weighing: those at places where it reads strangely.

A change puts other characters in place of some. Those that mend a misprint raise the likelihood of the text by far;
to find them without weighing all, only places are looked at where a character is improbable after those before it, and
of all characters that might be put in, those few that pair well with both neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from milepost.checks.spelling.characters import (
    DIGIT,
    FIRST,
    LATIN,
    SIZE,
    Codes,
    Floats,
    Indices,
    encoded,
    packed_columns,
)
from milepost.checks.spelling.knowledge import NO_WORD, Knowledge
from milepost.checks.spelling.likelihood import OWN, Language
from milepost.checks.spelling.lookup import Lookup
from milepost.checks.spelling.pairs import Pairs, spread

Change = Literal["replaced", "inserted", "removed", "repeated", "swapped", "moved"]

# Log-probability below which one character, two in a row, and one after which something may be missing are strange.
STRANGE_ONE, STRANGE_PAIR, STRANGE_GAP = -7.0, -12.0, -6.5
# How many characters to try at a place, and how well they must pair with their neighbours at least.
TRIED_REPLACED, PAIRING_REPLACED = 3, 3.0
TRIED_INSERTED, PAIRING_INSERTED, TRIED_BESIDE, PAIRING_BESIDE = 3, 3.5, 2, 2.5
ONE = encoded("一")[0]
# No change is looked for in the margin that a text is given at both ends.
MARGIN = 8
# A string so long that stands elsewhere in the document is there on purpose.
LONG = 6


class Edits(NamedTuple):
    """Changes of one sort: at each of `starts`, `old` characters give way to a row of `new`.

    `likeness` says of characters put in place of others how they are alike (see `Knowledge`).
    """

    change: Change
    starts: Indices
    old: int
    new: Codes
    likeness: NDArray[np.uint8]


class Reading(NamedTuple):
    """A text with what its characters' log-probabilities are, and all its strings of `LONG` characters."""

    spoken: Language
    codes: Codes
    found: Floats
    long: Lookup

    def over(self, starts: Indices, length: int) -> Floats:
        """Sum of the log-probabilities of `length` characters from each start on."""
        sums = np.append(0, np.cumsum(self.found, dtype=np.float64))
        return np.asarray(sums[starts + length] - sums[starts], np.float32)


def foremost(starts: Indices, merit: Floats, most: int, least: float) -> Indices:
    """Indices of the best few at each start, those below a least merit left out.

    >>> foremost(np.array([5, 5, 5, 9]), np.array([1., 3., 2., 0.]), 2, 0.5).tolist()
    [1, 2]
    """
    order = np.flatnonzero(merit >= least)
    order = order[np.lexsort((-merit[order], starts[order]))]
    sorted_starts = starts[order]
    begins = np.append(True, sorted_starts[1:] != sorted_starts[:-1])
    places = np.arange(len(order))
    rank = places - np.maximum.accumulate(np.where(begins, places, 0))
    kept: Indices = order[rank < most]
    return kept


def places(reading: Reading) -> Indices:
    """Positions of Chinese characters inside the margins."""
    here = np.flatnonzero(reading.codes >= FIRST)
    return here[(here >= MARGIN) & (here < len(reading.codes) - MARGIN)]


def no_likeness(count: int) -> NDArray[np.uint8]:
    """For changes that put nothing in place of something like it."""
    return np.full(count, 255, np.uint8)


def replaced(reading: Reading, pairs: Pairs) -> Edits:
    """Characters that look or sound like the one found."""
    known: Knowledge = reading.spoken.known
    at = places(reading)
    at = at[(reading.over(at, 2) < STRANGE_PAIR) | (reading.found[at] < STRANGE_ONE - 1)]
    which, place = spread(known.starts, reading.codes[at].astype(np.intp))
    starts, others = at[which], known.confusable[place]
    merit = pairs.strength(reading.codes[starts - 1], others) + pairs.strength(others, reading.codes[starts + 1])
    kept = foremost(starts, merit, TRIED_REPLACED, PAIRING_REPLACED)
    new = others[kept].astype(np.uint64)[:, None]
    return Edits("replaced", starts[kept], 1, new, known.likeness[place[kept]])


def inserted(reading: Reading, pairs: Pairs) -> Edits:
    """Characters put in before one, or before a sign, that is strange after what stands before it."""
    known: Knowledge = reading.spoken.known
    at = np.flatnonzero(reading.found < STRANGE_GAP)
    # Before the first and after the last character of a text nothing shows what is missing.
    at = at[(at > MARGIN) & (at < len(reading.codes) - MARGIN)]
    # What stands beside a figure or a Latin letter is its unit or a name; nothing can be told.
    beside_figure = np.isin(np.stack([reading.codes[at + offset] for offset in (-3, -2, -1, 0, 1)]), (DIGIT, LATIN))
    at = at[~beside_figure.any(axis=0)]
    after, following = known.following.of(reading.codes[at - 1].astype(np.intp))
    before, preceding = known.preceding.of(reading.codes[at].astype(np.intp))
    starts, others = at[np.append(after, before)], np.append(following, preceding)
    left, right = pairs.strength(reading.codes[starts - 1], others), pairs.strength(others, reading.codes[starts])
    usual = np.float32(0.5) * np.log1p(known.orders[1].counts)[others]
    # It joins both neighbours, or makes a word with one of them.
    both, either = left + right - usual, np.maximum(left, right) - usual
    worth = np.flatnonzero((both >= PAIRING_INSERTED) | (either >= PAIRING_BESIDE))
    # Many a character stands in both lists.
    worth = worth[np.unique(starts[worth] * SIZE + others[worth], return_index=True)[1]]
    starts, others, both, either = starts[worth], others[worth], both[worth], either[worth]
    between = foremost(starts, both, TRIED_INSERTED, PAIRING_INSERTED)
    beside = foremost(starts, either, TRIED_BESIDE, PAIRING_BESIDE)
    kept = np.unique(np.append(between, beside))
    return Edits("inserted", starts[kept], 0, others[kept].astype(np.uint64)[:, None], no_likeness(len(kept)))


def removed(reading: Reading) -> Edits:
    """Characters left out where they and the one after them are strange."""
    at = places(reading)
    codes = reading.codes
    # What is repeated is another sort; a single character between signs is an item or a label.
    lone = (codes[at - 1] < FIRST) & (codes[at + 1] < FIRST)
    at = at[(reading.over(at, 2) < 1.3 * STRANGE_PAIR) & (codes[at] != codes[at - 1]) & ~lone]
    return Edits("removed", at, 1, np.zeros((len(at), 0), np.uint64), no_likeness(len(at)))


def repeated(reading: Reading, length: int) -> Edits:
    """Characters, or words of some length, that stand twice in a row, the second time left out."""
    codes = reading.codes
    same = np.append(codes[:-length] == codes[length:], np.zeros(length, np.bool_)) & (codes >= FIRST)
    runs = np.lib.stride_tricks.sliding_window_view(same, length).all(axis=1)
    at = np.flatnonzero(runs)
    at = at[(at >= MARGIN) & (at < len(codes) - 2 * MARGIN)] + length
    if length == 1:
        # “银企、企企”: an item of its own.
        at = at[(codes[at - 2] >= FIRST) | (codes[at + 1] >= FIRST)]
    else:
        # 构建共建共治: what stands twice there is no word.
        order = reading.spoken.known.orders[length]
        keys = packed_columns(codes[at[:, None] + np.arange(length)], 0, length - 1)
        at = at[order.words[order.find(keys)] > NO_WORD]
        # 一步一步, 一个一个 count on.
        at = at[codes[at] != ONE]
    return Edits("repeated", at, length, np.zeros((len(at), 0), np.uint64), no_likeness(len(at)))


def swapped(reading: Reading, pairs: Pairs) -> Edits:
    """Two characters that have changed places."""
    codes, at = reading.codes, places(reading)
    at = at[(reading.over(at, 3) < 1.5 * STRANGE_PAIR) & (codes[at + 1] >= FIRST) & (codes[at] != codes[at + 1])]
    merit = pairs.strength(codes[at - 1], codes[at + 1]) + pairs.strength(codes[at + 1], codes[at])
    merit += pairs.strength(codes[at], codes[at + 2])
    at = at[merit >= PAIRING_REPLACED]
    return Edits("swapped", at, 2, np.stack([codes[at + 1], codes[at]], axis=1), no_likeness(len(at)))


def moved(reading: Reading, pairs: Pairs, back: bool) -> Edits:
    """A character that stands two places too early, or with `back` too late."""
    codes, at = reading.codes, places(reading)
    at = at[(reading.over(at, 4) < 2 * STRANGE_PAIR) & (codes[at + 1] >= FIRST) & (codes[at + 2] >= FIRST)]
    order = (2, 0, 1) if back else (1, 2, 0)
    new = np.stack([codes[at + place] for place in order], axis=1)
    seam = pairs.strength(codes[at - 1], new[:, 0]) + pairs.strength(new[:, 2], codes[at + 3])
    inside = pairs.strength(new[:, 0], new[:, 1]) + pairs.strength(new[:, 1], new[:, 2])
    kept = seam + inside >= 2 * PAIRING_REPLACED
    return Edits("moved", at[kept], 3, new[kept], no_likeness(int(kept.sum())))


def edits(reading: Reading) -> Iterator[Edits]:
    """All changes worth weighing, one sort after the other."""
    own = reading.spoken.own[2]
    pairs = reading.spoken.known.pairs.with_counts(own.keys, OWN * own.counts[:-1])
    yield replaced(reading, pairs)
    yield inserted(reading, pairs)
    yield removed(reading)
    for length in (1, 2, 3, 4):
        yield repeated(reading, length)
    yield swapped(reading, pairs)
    yield moved(reading, pairs, back=False)
    yield moved(reading, pairs, back=True)
