"""How well two characters go together, looked up for hundreds of thousands of pairs at once.

A square table holds the logarithm of each pair's count for the commonest 2,048 characters.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from milepost.checks.spelling.characters import BITS, FIRST, SIZE, Codes, Floats, Indices

COMMON = 2048
# Steps of the natural logarithm; one byte reaches to a count of eight million.
STEPS = 16
# Rarer pairs count as none.
LEAST_PAIR = 0.5
# A character is tried after another when it follows it so often at least, in counts and as a share.
LEAST_COUNT, LEAST_SHARE = 3.0, 0.006


class Pairs(NamedTuple):
    """`table[ranks[a], ranks[b]]` is the strength of the pair of `a` and `b`; rank 0 is for rare characters."""

    ranks: NDArray[np.uint16]
    table: NDArray[np.uint8]

    def strength(self, first: Codes | Indices, second: Codes | Indices) -> Floats:
        """Logarithm of one more than the weighted count of each pair."""
        rows = self.ranks[first.astype(np.intp)].astype(np.intp)
        steps = self.table.ravel()[rows * COMMON + self.ranks[second.astype(np.intp)]]
        return np.asarray(steps / np.float32(STEPS), np.float32)

    def with_counts(self, keys: Codes, counts: Floats) -> Pairs:
        """A table that knows the pairs of a document as well."""
        table = self.table.copy()
        raise_to(table, self.ranks, keys, counts)
        return Pairs(self.ranks, table)


class Neighbours(NamedTuple):
    """What often stands beside each character: `others[starts[n]:starts[n + 1]]`."""

    starts: Indices
    others: Indices

    def of(self, codes: Indices) -> tuple[Indices, Indices]:
        """All neighbours of each of some characters: which of them, and the neighbour."""
        which, place = spread(self.starts, codes)
        return which, self.others[place]


def spread(starts: Indices, rows: Indices) -> tuple[Indices, Indices]:
    """All places of the slices `starts[row]:starts[row + 1]`, one after the other, and whose slice each belongs to.

    >>> [each.tolist() for each in spread(np.array([0, 2, 2, 5]), np.array([2, 0]))]
    [[0, 0, 0, 1, 1], [2, 3, 4, 0, 1]]
    """
    lengths = starts[rows + 1] - starts[rows]
    which = np.repeat(np.arange(len(rows)), lengths)
    offsets = np.cumsum(lengths) - lengths
    return which, np.arange(len(which)) - offsets[which] + starts[rows][which]


def raise_to(table: NDArray[np.uint8], ranks: NDArray[np.uint16], keys: Codes, counts: Floats) -> None:
    """Write the strength of each pair into a table, unless a greater one stands there."""
    first, second = (
        ranks[(keys >> np.uint64(BITS)).astype(np.intp)],
        ranks[(keys & np.uint64(SIZE - 1)).astype(np.intp)],
    )
    both = (first > 0) & (second > 0)
    places = first[both].astype(np.intp) * COMMON + second[both]
    flat = table.ravel()
    strength = np.minimum(np.log1p(counts[both]) * STEPS, 255).astype(np.uint8)
    flat[places] = np.maximum(flat[places], strength)


def pairs(keys: Codes, counts: Floats, single: Floats) -> Pairs:
    """The table from counts of pairs and of single characters."""
    ranks = np.zeros(SIZE, np.uint16)
    common = np.argsort(-single, kind="stable")[: COMMON - 1]
    ranks[common] = np.arange(1, len(common) + 1)
    table = np.zeros((COMMON, COMMON), np.uint8)
    usual = counts >= LEAST_PAIR
    raise_to(table, ranks, keys[usual], counts[usual])
    return Pairs(ranks, table)


def neighbours(keys: Codes, counts: Floats) -> tuple[Neighbours, Neighbours]:
    """What often follows each character, and what often goes before it."""
    first, second = (keys >> np.uint64(BITS)).astype(np.intp), (keys & np.uint64(SIZE - 1)).astype(np.intp)
    usual = (counts >= LEAST_COUNT) & (first >= FIRST) & (second >= FIRST)

    def listed(own: Indices, others: Indices) -> Neighbours:
        total = np.bincount(own, counts, SIZE)
        often = usual & (counts >= LEAST_SHARE * total[own])
        own, others = own[often].astype(np.uint16), others[often]
        order = np.argsort(own, kind="stable")
        return Neighbours(np.searchsorted(own[order], np.arange(SIZE + 1)), others[order])

    return listed(first, second), listed(second, first)
