"""Which corrections contradict each other: one field with two values, or an item both edited and struck out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from milepost.plans.corrections.model import Correction

Aims = Mapping[tuple[str, int], Sequence[int]]
"""Item (kind, place in the list) → the corrections that are about it, by their place in the list from 0."""


def fights(
    corrections: Sequence[Correction], edits: Aims, rejects: Aims, adds: Aims, instead: Aims
) -> Iterator[tuple[list[int], str]]:
    """The corrections that fight, each group with what it fights about."""
    for key, numbers in edits.items():
        if key in rejects:
            both = sorted([*numbers, *rejects[key]])
            reason = f"corrections {_said(both)} fight: one item is edited and rejected"
            # An add that takes the place of the rejected item would stand beside it.
            yield [*both, *instead.get(key, ())], reason
        yield from _of_one_item(corrections, numbers)
    for numbers in adds.values():
        yield from _of_one_item(corrections, numbers)


def _of_one_item(corrections: Sequence[Correction], numbers: Sequence[int]) -> Iterator[tuple[list[int], str]]:
    for first, second in combinations(sorted(numbers), 2):
        path = _contradiction(corrections[first], corrections[second])
        if path is not None:
            yield [first, second], f"corrections {_said([first, second])} fight over {path}"


def _contradiction(first: Correction, second: Correction) -> str | None:
    """The field to which two corrections of one item give two values, None when there is none."""
    for path, value in first.fields.items():
        for other, wanted in second.fields.items():
            if path == other and value != wanted:
                return f"{path}: {value!r} and {wanted!r}"
            if path.startswith(f"{other}.") or other.startswith(f"{path}."):
                return f"{path} and {other}"
    return None


def _said(numbers: Sequence[int]) -> str:
    """Numbers of corrections, from 1.

    >>> _said([0, 2])
    '1 and 3'
    """
    return " and ".join(str(number + 1) for number in numbers)
