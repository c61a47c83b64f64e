"""What is known of Chinese plans before one is read: counts of n-grams, words, characters easily confused.

The counts stand beside this module, made by `scripts/make_spelling.py` and read on first use. N-grams of two to four
characters form a tree: under each n-gram stand those that begin with it. So an n-gram needs its last character only.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from milepost.checks.spelling.characters import BITS, SIZE, Codes, Floats, Indices
from milepost.checks.spelling.lookup import Lookup, lookup
from milepost.checks.spelling.pairs import Neighbours, Pairs, neighbours, pairs

LONGEST = 4
# A count is written as twelfths of an octave above the least one, a word's log-probability in steps below zero.
LEAST_COUNT, STEPS_PER_OCTAVE = 0.05, 12
WORD_STEP = 0.08
NO_WORD = -30.0


class Order(NamedTuple):
    """All n-grams of one length. Each array has a last entry for n-grams that are not known.

    `counts` are weighted counts, `words` the log-probability of the string as a word. `total` and `kinds` say how
    often another character follows and how many different ones do; they are empty for the longest.
    """

    keys: Codes
    counts: Floats
    words: Floats
    total: Floats
    kinds: Floats
    places: Lookup

    def find(self, keys: Codes) -> Indices:
        """Where each key stands; the last entry for those that are not known."""
        return self.places.find(keys)


class Knowledge(NamedTuple):
    """Counts by length of the n-gram (place 0 is empty), and pairs of characters easily confused.

    The characters that may stand in place of character `n` are `confusable[starts[n]:starts[n + 1]]`, with how alike
    they are: 0 the same syllable, 1 a similar shape, 2 a similar syllable.
    """

    orders: tuple[Order, ...]
    pairs: Pairs
    following: Neighbours
    preceding: Neighbours
    starts: Indices
    confusable: Indices
    likeness: NDArray[np.uint8]


def counts_of(codes: NDArray[np.uint8]) -> Floats:
    """Counts as written, made numbers, with a zero at the end."""
    scale = LEAST_COUNT * np.exp2(np.arange(256) / STEPS_PER_OCTAVE)
    return np.append(scale.astype(np.float32)[codes], np.float32(0))


def words_of(codes: NDArray[np.uint8]) -> Floats:
    """Log-probabilities of words as written, made numbers; 0 stands for what is no word."""
    scale = -WORD_STEP * (np.arange(256) - 1)
    scale[0] = NO_WORD
    return np.append(scale.astype(np.float32)[codes], np.float32(NO_WORD))


def kinds_after(keys: Codes, longer: Codes) -> Indices:
    """How many different characters follow each n-gram, from the keys of those one character longer."""
    return np.bincount(np.searchsorted(keys, longer >> np.uint64(BITS)), minlength=len(keys)).astype(np.intp)


def linked(keys: list[Codes], counts: list[Floats], words: list[Floats], kinds: list[Indices]) -> tuple[Order, ...]:
    """Orders 0 to `LONGEST`, from keys, counts and words of each length and how many kinds of character follow."""
    none = np.zeros(0, np.float32)
    orders = [Order(np.zeros(0, np.uint64), none, none, none, none, lookup(np.zeros(0, np.uint64)))]
    for place, own in enumerate(keys):
        total = follow = none
        if place < len(kinds):
            summed = np.append(0.0, np.cumsum(counts[place + 1][:-1], dtype=np.float64))
            edges = np.append(0, np.cumsum(kinds[place]))
            total = np.append(np.diff(summed[edges]), 0).astype(np.float32)
            follow = np.append(kinds[place], 0).astype(np.float32)
        orders.append(Order(own, counts[place], words[place], total, follow, lookup(own)))
    return tuple(orders)


@cache
def knowledge() -> Knowledge:
    """The knowledge that ships with the package."""
    data = files("milepost.checks.spelling").joinpath("knowledge.npz").read_bytes()
    with np.load(BytesIO(data)) as stored:
        return unpacked({name: stored[name] for name in stored.files})


def unpacked(stored: dict[str, NDArray[np.generic]]) -> Knowledge:
    """Knowledge from its arrays as `scripts/make_spelling.py` writes them."""
    keys: list[Codes] = [np.arange(SIZE, dtype=np.uint64)]
    kinds = [stored[f"children{length}"].astype(np.intp) for length in range(2, LONGEST + 1)]
    for length in range(2, LONGEST + 1):
        parents = np.repeat(keys[-1], kinds[length - 2])
        keys.append((parents << np.uint64(BITS)) | stored[f"last{length}"].astype(np.uint64))
    lengths = range(1, LONGEST + 1)
    counts = [counts_of(stored[f"count{length}"].astype(np.uint8)) for length in lengths]
    words = [words_of(stored[f"word{length}"].astype(np.uint8)) for length in lengths]
    orders = linked(keys, counts, words, kinds)
    single, double = orders[1].counts[:-1], orders[2].counts[:-1]
    following, preceding = neighbours(keys[1], double)
    starts = np.append(0, np.cumsum(stored["confusions"].astype(np.intp)))
    confusable, likeness = stored["confusable"].astype(np.intp), stored["likeness"].astype(np.uint8)
    return Knowledge(orders, pairs(keys[1], double, single), following, preceding, starts, confusable, likeness)
