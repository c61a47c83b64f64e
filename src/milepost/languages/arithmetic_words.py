"""What a language must say for the checks on figures that must tie: the shape that `chinese/` and `english/` fill."""

from __future__ import annotations

from dataclasses import dataclass
from re import Pattern

from milepost.languages.counting_words import CountingWords
from milepost.languages.movement_words import MovementWords


@dataclass(frozen=True)
class ArithmeticWords:
    """One language's words and patterns, matched on folded text.

    Of the words around a figure: `yearly` says that it is one of each year on average, `each_year` that it is
    due in each, `base_year` names the year that it is compared with (`year`), `grown_by` ends in the verb that makes a
    multiple an addition (增长1.5倍 is 2.5 times as much), `told` is taken off a subject (五年累计). `points` are units
    of percentage points, `fold_units` of multiples; `price_bases` shows that the document tells prices apart.
    `counting` is None for a language whose lists are not counted.
    """

    yearly: Pattern[str]
    each_year: Pattern[str]
    base_year: Pattern[str]
    grown_by: Pattern[str]
    told: Pattern[str]
    points: Pattern[str]
    fold_units: Pattern[str]
    price_bases: Pattern[str]
    counting: CountingWords | None
    movement: MovementWords
