"""What a language must say about sizes inside the names of projects: the shape that the languages fill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True)
class CapacityWords:
    """One language's patterns.

    `figure` finds a number with its unit: groups `low`, `high`, `scale` (a word that multiplies) and `unit`, or
    `word` and `round` where a bare word of magnitude is the number (万头). `follows_no` behind a figure shows that it
    is none (千吨级). `thing` reads what is made or measured, and `stop` is where that ends. `magnitudes` are the
    values of the words of magnitude; those in `keeps` stay in the unit.
    """

    figure: Pattern[str]
    follows_no: Pattern[str]
    thing: Pattern[str]
    stop: Pattern[str]
    magnitudes: Mapping[str, int]
    keeps: Mapping[str, str]
