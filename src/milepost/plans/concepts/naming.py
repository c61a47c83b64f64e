"""What the names of one language are compared by: `Naming`, with a module for each language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from milepost.plans.concepts.model import Change


class Stem(NamedTuple):
    """A name with words of change taken off, and the change that they said."""

    words: str
    change: Change | None


@dataclass(frozen=True, slots=True)
class Naming:
    """How names are compared in a language.

    `plain` writes a name in the one way that all are compared in. `stems` are the readings of a plain name: as it
    stands, then with one word after another taken off that says how it changes. `is_neutral` says of the words before
    a name whether they leave its meaning as it is (places, verbs of striving). `starts` are the places at which a
    word begins. `added` is the plain word in front of what is newly made, `fold_units` those in which anything may be
    given that grows (倍).
    """

    plain: Callable[[str], str]
    stems: Callable[[str], list[Stem]]
    is_neutral: Callable[[str], bool]
    starts: Callable[[str], Iterable[int]]
    added: str
    fold_units: frozenset[str]
