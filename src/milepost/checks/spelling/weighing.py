"""Which changes of a document are probable corrections.

The probability that a change mends a misprint is a logistic function of its features. There is a column of weights for
each sort of change, fitted on documents into which misprints were put (`scripts/measure_spelling.py --fit`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from milepost.checks.spelling.characters import BREAK, Floats, encoded
from milepost.checks.spelling.edits import LONG, MARGIN, Change, Edits, Reading, edits
from milepost.checks.spelling.features import FEATURES, features, promising
from milepost.checks.spelling.knowledge import Knowledge
from milepost.checks.spelling.lattice import lattice
from milepost.checks.spelling.likelihood import found_at, language
from milepost.checks.spelling.lookup import hashes

CHANGES: tuple[Change, ...] = ("replaced", "inserted", "removed", "repeated", "swapped", "moved")


class Weighed(NamedTuple):
    """A change at one place, with the probability that it mends a misprint."""

    chance: float
    change: Change
    start: int
    old: int
    new: tuple[int, ...]


def read(text: str, known: Knowledge) -> Reading:
    """A text as numbers, with a margin at both ends, and how likely each character of it is."""
    codes = np.pad(encoded(text), MARGIN, constant_values=BREAK)
    spoken = language(known, codes)
    return Reading(spoken, codes, found_at(spoken, codes), hashes(codes, LONG))


def described(reading: Reading) -> Iterator[tuple[Edits, Floats]]:
    """All changes worth weighing, with their features."""
    divided = lattice(reading.spoken, reading.codes)
    for each in edits(reading):
        kept, words = promising(reading, divided, each)
        yield kept, features(reading, kept, words)


@cache
def weights() -> dict[str, NDArray[np.float64]]:
    """For each sort of change the weight of each feature, in the order of `FEATURES`, and last the constant."""
    lines = files("milepost.checks.spelling").joinpath("weights.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    assert [row[0] for row in rows[1:]] == [*FEATURES, "constant"]
    table = np.array([row[1:] for row in rows[1:]], np.float64)
    return dict(zip(rows[0][1:], table.T, strict=True))


def chances(change: Change, rows: Floats) -> NDArray[np.float64]:
    """The probability that each change mends a misprint."""
    own = weights()[change]
    logit = rows.astype(np.float64) @ own[:-1] + own[-1]
    return np.asarray(1 / (1 + np.exp(-np.clip(logit, -30, 30))), np.float64)


def weighed(reading: Reading, least: dict[Change, float]) -> list[Weighed]:
    """Changes that reach the least chance of their sort, the most probable first; none touches another."""
    found: list[Weighed] = []
    for each, rows in described(reading):
        chance = chances(each.change, rows)
        for place in np.flatnonzero(chance >= least[each.change]):
            new = tuple(int(number) for number in each.new[place])
            found.append(Weighed(float(chance[place]), each.change, int(each.starts[place]) - MARGIN, each.old, new))
    return apart(sorted(found, key=lambda one: (-one.chance, one.start, one.new)))


def apart(ranked: list[Weighed]) -> list[Weighed]:
    """The changes that lie at least three characters from any better one."""
    taken: set[int] = set()
    kept = []
    for each in ranked:
        around = range(each.start - 2, each.start + max(each.old, 1) + 2)
        if taken.isdisjoint(around):
            taken.update(range(each.start, each.start + max(each.old, 1)))
            kept.append(each)
    return kept
