"""Where keys stand in a sorted array, found for many at once.

A hash table leads from a key to its place. Keys that share a slot with another are few, and found by bisection.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from milepost.checks.spelling.characters import FIRST, Codes, Indices

# Knuth's multiplier: 2 to the 64th, divided by the golden ratio.
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
# No n-gram has so large a key.
NONE = np.uint64(1 << 63)


class Lookup(NamedTuple):
    """`slots` has a place in `keys` for each hash; `crowded` are keys whose slot another has, at places `at`."""

    keys: Codes
    slots: NDArray[np.int32]
    crowded: Codes
    at: Indices

    def find(self, wanted: Codes) -> Indices:
        """The place of each key; the number of keys for those that are not there."""
        missing = len(self.keys) - 1
        found = self.slots[hashed(wanted, len(self.slots))].astype(np.intp)
        wrong = np.flatnonzero(self.keys[found] != wanted)
        taken = wrong[found[wrong] < missing]
        found[wrong] = missing
        if len(self.crowded):
            near = np.searchsorted(self.crowded, wanted[taken])
            near[near == len(self.crowded)] = 0
            found[taken] = np.where(self.crowded[near] == wanted[taken], self.at[near], missing)
        return found


def hashed(keys: Codes, size: int) -> Indices:
    """A number below `size`, a power of two, for each key."""
    return ((keys * MULTIPLIER) >> np.uint64(65 - size.bit_length())).astype(np.intp)


def lookup(keys: Codes) -> Lookup:
    """The table for sorted keys.

    >>> table = lookup(np.array([3, 5, 9], np.uint64))
    >>> table.find(np.array([9, 4, 3], np.uint64)).tolist()
    [2, 3, 0]
    """
    size = 1 << max((2 * len(keys)).bit_length(), 1)
    own, places = hashed(keys, size), np.arange(len(keys), dtype=np.int32)
    slots = np.full(size, len(keys), np.int32)
    slots[own] = places
    at = np.flatnonzero(slots[own] != places)
    return Lookup(np.append(keys, NONE), slots, keys[at], at)


def of_windows(windows: Codes) -> Codes:
    """One number for each string along the last axis; different strings hardly ever have the same."""
    length = windows.shape[-1]
    factors = MULTIPLIER ** np.arange(1, length + 1, dtype=np.uint64)
    return np.asarray((windows * factors).sum(axis=-1, dtype=np.uint64) & (NONE - np.uint64(1)))


def hashes(codes: Codes, length: int) -> Lookup:
    """All strings of a length, without signs in them, that stand in a text."""
    windows = np.lib.stride_tricks.sliding_window_view(codes, length)
    return lookup(np.unique(of_windows(windows[(windows >= FIRST).all(axis=1)])))
