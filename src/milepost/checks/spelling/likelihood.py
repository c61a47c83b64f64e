"""How likely characters are after the three before them.

The probability of a character mixes what follows the last three, two and one characters (Witten and Bell 1991): the
more different characters have followed, the more weight the shorter context gets. Counts of the language and counts of
the document itself are added, the latter weighted, since a plan says the same things again and again.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from milepost.checks.spelling.characters import BREAK, COMMA, FIRST, Codes, Floats, Indices, packed_columns
from milepost.checks.spelling.counts import counted
from milepost.checks.spelling.knowledge import LONGEST, Knowledge, Order

# Found on the plans held out (scripts/measure_spelling.py): weight of a count of the document itself, and how many
# occurrences each kind of follower stands for.
OWN = 6.0
PER_KIND = 3.0


class Language(NamedTuple):
    """Knowledge of the language and counts of one document.

    `places[n]` says which of the document's n-grams begins at each character, `met[n]` where that n-gram stands in
    the knowledge, `size` is the weighted number of characters.
    """

    known: Knowledge
    own: tuple[Order, ...]
    places: list[Indices]
    met: list[Indices]
    size: float

    def mixed(self, length: int, known: Indices, own: Indices, once_less: float | Floats) -> Floats:
        """Weighted counts of n-grams in language and document; `once_less` of the document's are left out."""
        counts = self.known.orders[length].counts[known]
        own_counts = np.maximum(self.own[length].counts[own] - once_less, 0)
        return np.asarray(counts + OWN * own_counts, np.float32)

    def chance(
        self, length: int, shorter: Floats, counts: Floats, known: Indices, own: Indices, once_less: float | Floats
    ) -> Floats:
        """Probability of a character with `length - 1` characters of context, from that with one fewer."""
        context, own_context = self.known.orders[length - 1], self.own[length - 1]
        total = context.total[known] + OWN * np.maximum(own_context.total[own] - once_less, 0)
        shared = 1 + PER_KIND * (context.kinds[known] + own_context.kinds[own])
        return np.asarray((counts + shared * shorter) / (total + shared), np.float32)


def language(known: Knowledge, codes: Codes) -> Language:
    """The language as a document speaks it."""
    own, places = counted(codes)
    size = known.orders[1].counts.sum(dtype=np.float64) + OWN * len(codes)
    met = [known.orders[length].find(own[length].keys) for length in range(LONGEST + 1)]
    return Language(known, own, places, met, float(size))


def told(codes: Codes, before: Codes) -> NDArray[np.bool_]:
    """Whether a character says something: Chinese ones do, and signs that end what a Chinese one ended."""
    ending = ((codes == BREAK) | (codes == COMMA)) & (before >= FIRST)
    return np.asarray((codes >= FIRST) | ending)


def found_at(spoken: Language, codes: Codes) -> Floats:
    """Log-probability of each character of the document, its own occurrence left out; 0 where it is not `told`."""
    lengths = range(2, LONGEST + 1)
    places = [spoken.places[1]]
    known = [spoken.places[1]]
    for length in lengths:
        missing = len(spoken.known.orders[length].keys)
        places.append(np.pad(spoken.places[length], (length - 1, 0), constant_values=-1))
        known.append(np.append(spoken.met[length], missing)[places[-1]])
    once = 1.0
    chance = (spoken.mixed(1, known[0], places[0], once) + 0.5) / np.float32(spoken.size)
    for length in lengths:
        counts = spoken.mixed(length, known[length - 1], places[length - 1], once)
        before = [np.append(-1, each[:-1]) for each in (known[length - 2], places[length - 2])]
        chance = spoken.chance(length, chance, counts, before[0], before[1], once)
    return np.where(told(codes, np.append(0, codes[:-1])), np.log(chance), 0).astype(np.float32)


def of_rows(spoken: Language, rows: Codes, first: int, last: int, changed: tuple[int, int]) -> Floats:
    """Sum of the log-probabilities of the columns `first` to `last` of each row.

    Columns `changed[0]` up to, but without, `changed[1]` were put in; n-grams without any of them, or without the seam
    where something was left out, stand in the document at that very place, and that occurrence is not counted.
    """
    total = np.zeros(len(rows), np.float32)
    seen: dict[tuple[int, int], tuple[Indices, Indices]] = {}

    def at(length: int, column: int) -> tuple[Indices, Indices]:
        if (length, column) not in seen:
            keys = packed_columns(rows, column - length + 1, column)
            seen[length, column] = (
                (keys.astype(np.intp),) * 2
                if length == 1
                else (spoken.known.orders[length].find(keys), spoken.own[length].find(keys))
            )
        return seen[length, column]

    def as_found(length: int, column: int) -> float:
        start, end = column - length + 1, column + 1
        return float(end <= changed[0] or start >= changed[1])

    for column in range(first, last + 1):
        known, own = at(1, column)
        chance = (spoken.mixed(1, known, own, as_found(1, column)) + 0.5) / np.float32(spoken.size)
        for length in range(2, LONGEST + 1):
            less = as_found(length, column)
            counts = spoken.mixed(length, *at(length, column), less)
            chance = spoken.chance(length, chance, counts, *at(length - 1, column - 1), less)
        total += np.where(told(rows[:, column], rows[:, column - 1]), np.log(chance), 0)
    return total
