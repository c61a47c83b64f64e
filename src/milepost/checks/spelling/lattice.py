"""How well a text falls into known words, before and after a change.

The score of a text is that of its best division into words: the sum of their log-probabilities. Since a change
touches a few words only, the best divisions up to its left and from its right on are found once for the document.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from milepost.checks.spelling.characters import FIRST, Codes, Floats, Indices, packed_columns
from milepost.checks.spelling.knowledge import LONGEST, NO_WORD
from milepost.checks.spelling.likelihood import Language

Scores = NDArray[np.float64]
# A character that is no word by itself, and a sign or digit.
LONE, SIGN = -18.0, -3.0
# A clause is cut here; few are so long.
LONGEST_CLAUSE = 64
# Columns of a row that stand before what was changed.
CONTEXT = 6


class Lattice(NamedTuple):
    """Best scores of the text before each position, and of the text from it on."""

    before: Scores
    after: Scores


def word_scores(spoken: Language, keys: Codes, length: int) -> tuple[Floats, NDArray[np.bool_]]:
    """Log-probability of each string as a word of the language or of the document, and whether it is known at all."""
    if length == 1:
        scores = spoken.known.orders[1].words[keys.astype(np.intp)]
        return np.where(keys >= FIRST, np.maximum(scores, LONE), SIGN).astype(np.float32), keys >= FIRST
    known, own = spoken.known.orders[length], spoken.own[length]
    found, own_found = known.find(keys), own.find(keys)
    there = (found < len(known.keys)) | (own_found < len(own.keys))
    return np.maximum(known.words[found], own.words[own_found]), there


def own_word_scores(spoken: Language, codes: Codes, length: int) -> Floats:
    """As `word_scores`, for the strings of the document itself, by their first character."""
    if length == 1:
        return word_scores(spoken, codes, 1)[0]
    scores = np.maximum(spoken.known.orders[length].words[spoken.met[length]], spoken.own[length].words[:-1])
    return np.append(scores[spoken.places[length]], np.full(length - 1, NO_WORD, np.float32))


def clause_starts(codes: Codes) -> NDArray[np.intp]:
    """Where clauses begin: beside each sign, and within a clause that is very long."""
    signs = codes < FIRST
    begins = np.append(True, signs[1:] | signs[:-1])
    positions = np.arange(len(codes))
    since = positions - np.maximum.accumulate(np.where(begins, positions, 0))
    return np.flatnonzero(since % LONGEST_CLAUSE == 0)


def best(scores: list[Floats], starts: NDArray[np.intp]) -> Scores:
    """Best score of the text before each position.

    `scores[n - 1][i]` is the score of the n characters from `i` on as a word; a new clause begins at each of `starts`,
    and no word goes across. All clauses are walked side by side, the longest ones first.
    """
    size = len(scores[0])
    lengths = np.diff(np.append(starts, size))
    order = np.argsort(-lengths, kind="stable")
    table = np.full((len(starts), LONGEST_CLAUSE + 1), -1e9)
    table[:, 0] = 0
    for end in range(1, int(lengths.max(initial=0)) + 1):
        alive = int(np.searchsorted(-lengths[order], -end, "right"))
        for length in range(1, min(LONGEST, end) + 1):
            at = starts[order[:alive]] + end - length
            table[:alive, end] = np.maximum(table[:alive, end], table[:alive, end - length] + scores[length - 1][at])
    table = table[np.argsort(order)]
    sums = np.append(0, np.cumsum(table[np.arange(len(starts)), lengths]))
    inside = np.arange(LONGEST_CLAUSE + 1) < lengths[:, None]
    return np.append((table + sums[:-1, None])[inside], sums[-1])


def lattice(spoken: Language, codes: Codes) -> Lattice:
    """Both halves for a document."""
    size = len(codes)
    scores = [own_word_scores(spoken, codes, length) for length in range(1, LONGEST + 1)]
    starts = clause_starts(codes)
    before = best(scores, starts)
    # The same text read backwards: a word is found at its last character.
    ends = [np.append(np.full(n, NO_WORD, np.float32), each[: size - n]) for n, each in enumerate(scores)]
    backwards = best([each[::-1] for each in ends], (size - np.append(starts[1:], size))[::-1])
    return Lattice(before, backwards[::-1])


def changed_scores(spoken: Language, divided: Lattice, rows: Codes, wide: int, left: Indices, right: Indices) -> Scores:
    """Best score of the whole text when `wide` columns of each row stand between the positions `left` and `right`.

    Up to `left` and from `right` on the text is as it was; the columns begin after the first `CONTEXT` of a row.
    """
    reach = LONGEST - 1
    nodes: dict[int, Scores] = {-back: divided.before[left - back] for back in range(reach + 1)}
    nodes |= {end: np.full(len(rows), -1e9) for end in range(1, wide + 1)}
    result = np.full(len(rows), -1e9) if wide else nodes[0] + divided.after[right]
    for start in range(-reach, wide):
        alive = np.arange(len(rows))
        for length in range(max(1, 1 - start), LONGEST + 1):
            end = start + length
            keys = packed_columns(rows[alive], CONTEXT + start, CONTEXT + end - 1)
            scores, there = word_scores(spoken, keys, length)
            value = nodes[start][alive] + scores
            if end <= wide:
                nodes[end][alive] = np.maximum(nodes[end][alive], value)
            if end >= wide:
                result[alive] = np.maximum(result[alive], value + divided.after[right[alive] + end - wide])
            # What is no n-gram begins no longer one.
            alive = alive[there]
    return result
