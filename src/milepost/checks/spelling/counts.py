"""How often each n-gram of a document stands in it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from milepost.checks.spelling.characters import SIZE, Codes, Floats, Indices, packed
from milepost.checks.spelling.knowledge import LONGEST, NO_WORD, Order, kinds_after, linked

# A string that stands at least so often in a document is a name of something there, and counts as a word.
OFTEN = 3


def words_of(counts: Floats, length: int, size: int) -> Floats:
    """The log-probability of each string as a word of this document."""
    share = np.log(np.maximum(counts - 1, 0.5) / max(size, 2000))
    words = np.where((counts >= OFTEN) & (length > 1), share, NO_WORD)
    return words.astype(np.float32)


def counted(codes: Codes) -> tuple[tuple[Order, ...], list[Indices]]:
    """The n-grams of a document, and which of them ends at each character.

    The indices of length n have an entry for each character from the n-th on.
    """
    keys: list[Codes] = [np.arange(SIZE, dtype=np.uint64)]
    counts: list[Floats] = [np.append(np.bincount(codes.astype(np.intp), minlength=SIZE), 0).astype(np.float32)]
    places: list[Indices] = [np.zeros(0, np.intp), codes.astype(np.intp)]
    for length in range(2, LONGEST + 1):
        found, inverse, often = np.unique(packed(codes, length), return_inverse=True, return_counts=True)
        keys.append(found)
        counts.append(np.append(often, 0).astype(np.float32))
        places.append(inverse.astype(np.intp).reshape(-1))
    words = [words_of(counts[length - 1], length, len(codes)) for length in range(1, LONGEST + 1)]
    kinds = [kinds_after(shorter, longer) for shorter, longer in pairwise(keys)]
    return linked(keys, counts, words, kinds), places
