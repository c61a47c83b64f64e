"""What speaks for and against a change, in numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from milepost.checks.spelling.characters import (
    COMMA,
    DIGIT,
    FIRST,
    LATIN,
    QUOTE,
    Codes,
    Floats,
    Indices,
    packed_columns,
)
from milepost.checks.spelling.edits import LONG, Edits, Reading
from milepost.checks.spelling.knowledge import LONGEST, Order
from milepost.checks.spelling.lattice import CONTEXT, Lattice, changed_scores
from milepost.checks.spelling.likelihood import of_rows
from milepost.checks.spelling.lookup import Lookup, of_windows
from milepost.checks.spelling.phrases import fixed_strings

# Gain in the log-probability of words from which on a change is weighed; to leave out a character always gains some.
WORTH_CHANGING, WORTH_REMOVING = -0.5, 4.0

# In the order of the columns.
FEATURES = (
    "likelihood", "words", "before", "first", "second", "third", "left", "right",
    "new2", "new3", "new4", "new_own2", "new_own3", "new_own4",
    "old2", "old3", "old4", "old_own2", "old_own3", "old_own4",
    "new_character", "new_own_character", "old_character", "old_own_character",
    "same_sound", "same_shape", "near_sound", "after_sign", "before_sign", "by_comma", "by_quote", "by_digit",
    "behind_best", "new_own6", "new_fixed5", "old_left", "old_right", "new_word",
)  # fmt: skip


def with_context(codes: Codes, edits: Edits) -> tuple[Codes, Codes]:
    """The text around each change, as it is and as it would be, a row a change."""
    window = np.lib.stride_tricks.sliding_window_view(codes, 2 * CONTEXT + edits.old)
    old = window[edits.starts - CONTEXT]
    return old, np.concatenate([old[:, :CONTEXT], edits.new, old[:, CONTEXT + edits.old :]], axis=1)


def support(orders: tuple[Order, ...], rows: Codes, wide: int, less: int) -> list[Floats]:
    """Logarithm of the greatest count of an n-gram that holds, or bridges, what was changed, by length."""
    result = []
    for length in range(2, LONGEST + 1):
        first = CONTEXT - length + 1
        last = CONTEXT + wide - 1 if wide else CONTEXT - 1
        counts = [
            orders[length].counts[orders[length].find(packed_columns(rows, column, column + length - 1))]
            for column in range(first, last + 1)
        ]
        result.append(np.log1p(np.maximum(np.maximum.reduce(counts) - less, 0)).astype(np.float32))
    return result


def single(orders: tuple[Order, ...], rows: Codes, wide: int, less: int) -> Floats:
    """Logarithm of the least count of the characters changed; of those beside the seam when there are none."""
    columns = range(CONTEXT, CONTEXT + wide) if wide else range(CONTEXT - 1, CONTEXT + 1)
    counts = np.minimum.reduce([orders[1].counts[rows[:, column].astype(np.intp)] for column in columns])
    return np.asarray(np.log1p(np.maximum(counts - less, 0)), np.float32)


def longer(table: Lookup, rows: Codes, wide: int, length: int) -> NDArray[np.bool_]:
    """Whether a long string that holds what was changed stands in a table of `hashes`."""
    around = rows[:, CONTEXT - length + 1 : CONTEXT + wide + length - 1]
    windows = np.lib.stride_tricks.sliding_window_view(around, length, axis=1)
    found = table.find(of_windows(windows).ravel()).reshape(windows.shape[:2])
    return np.asarray((found < len(table.keys) - 1).any(axis=1))


def best_word(orders: tuple[Order, ...], rows: Codes, spans: list[tuple[int, int]]) -> Floats:
    """Log-probability of the likeliest word among some spans of columns, both ends included."""
    scores = [
        orders[last - first + 1].words[orders[last - first + 1].find(packed_columns(rows, first, last))]
        for first, last in spans
    ]
    return np.asarray(np.maximum.reduce(scores), np.float32)


def joined(orders: tuple[Order, ...], old: Codes, new: Codes, before: int, wide: int) -> list[Floats]:
    """How good a word the character left of a change ends, that right of it begins, and what was put in is part of."""
    lengths = range(2, LONGEST + 1)
    left = best_word(orders, old, [(CONTEXT - length, CONTEXT - 1) for length in lengths])
    right = best_word(orders, old, [(CONTEXT + before, CONTEXT + before + length - 1) for length in lengths])
    last = CONTEXT + max(wide, 1) - 1
    spans = [(first, first + length - 1) for length in lengths for first in range(CONTEXT - length + 1, last + 1)]
    return [left, right, best_word(orders, new, spans)]


def surroundings(rows: Codes, old: int) -> list[NDArray[np.bool_]]:
    """Which signs stand beside and near what was changed."""
    after = CONTEXT + old
    near = rows[:, CONTEXT - 3 : after + 3]
    return [
        rows[:, CONTEXT - 1] < FIRST,
        rows[:, after] < FIRST,
        (near == COMMA).any(axis=1),
        (near == QUOTE).any(axis=1),
        ((near == DIGIT) | (near == LATIN)).any(axis=1),
    ]


def behind_best(starts: Indices, likelihood: Floats) -> Floats:
    """How far each change falls behind the likeliest one at its place."""
    order = np.argsort(starts, kind="stable")
    begins = np.flatnonzero(np.append(True, starts[order][1:] != starts[order][:-1]))
    best = np.maximum.reduceat(likelihood[order], begins)
    behind = np.empty_like(likelihood)
    behind[order] = likelihood[order] - np.repeat(best, np.diff(np.append(begins, len(starts))))
    return behind


def promising(reading: Reading, divided: Lattice, edits: Edits) -> tuple[Edits, Floats]:
    """The changes after which the text falls into likelier words, and how much likelier these are."""
    starts = edits.starts
    _, new = with_context(reading.codes, edits)
    whole = changed_scores(reading.spoken, divided, new, edits.new.shape[1], starts, starts + edits.old)
    gain = (whole - divided.before[-1]).astype(np.float32)
    kept = gain > (WORTH_REMOVING if edits.change == "removed" else WORTH_CHANGING)
    return Edits(edits.change, starts[kept], edits.old, edits.new[kept], edits.likeness[kept]), gain[kept]


def features(reading: Reading, edits: Edits, words: Floats) -> Floats:
    """A row of numbers for each change, in the order of `FEATURES`; `words` is how much likelier the words get."""
    if not len(edits.starts):
        return np.zeros((0, len(FEATURES)), np.float32)
    starts, wide = edits.starts, edits.new.shape[1]
    old, new = with_context(reading.codes, edits)
    # Three characters after the change still see it in their context.
    span = (CONTEXT, CONTEXT + wide + LONGEST - 2)
    likelihood = of_rows(reading.spoken, new, *span, (CONTEXT, CONTEXT + wide))
    likelihood -= reading.over(starts, edits.old + LONGEST - 1)
    known, own = reading.spoken.known.orders, reading.spoken.own
    columns: list[NDArray[np.generic]] = [likelihood, words]
    columns += [reading.found[starts + offset] for offset in (-1, 0, 1, 2)]
    columns += [reading.over(starts - 5, 4) / 4, reading.over(starts + edits.old + 1, 4) / 4]
    columns += [*support(known, new, wide, 0), *support(own, new, wide, 0)]
    columns += [*support(known, old, edits.old, 0), *support(own, old, edits.old, 1)]
    columns += [single(known, new, wide, 0), single(own, new, wide, 0)]
    columns += [single(known, old, edits.old, 0), single(own, old, edits.old, 1)]
    columns += [edits.likeness == kind for kind in (0, 1, 2)]
    columns += [*surroundings(old, edits.old), behind_best(starts, likelihood)]
    columns += [longer(reading.long, new, wide, LONG), longer(fixed_strings(), new, wide, 5)]
    columns += joined(known, old, new, edits.old, wide)
    return np.stack([np.asarray(column, np.float32) for column in columns], axis=1)
