"""What a statistical communiqué says: figures with their names and times, and those that are put aside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from milepost.kernel.span import Span
from milepost.languages.mention import Comparator

WhenKind = Literal["year", "half_year", "quarter", "month", "year_to_date"]
Aside = Literal[
    "change", "points", "many_years", "not_on_year", "completion", "aside", "comparison", "range", "unnamed", "ratio"
]
"""Why a figure is no observation; the last two are figures that could not be placed, the others are understood."""

UNREAD: frozenset[Aside] = frozenset(("unnamed", "ratio"))


@dataclass(frozen=True, slots=True)
class When:
    """The time that figures are of: a kind of period and its number, in a year.

    `year` is None for the year that the document is about; `back` counts years before it (上年 is 1).
    """

    kind: WhenKind
    number: int = 0
    year: int | None = None
    back: int = 0


@dataclass(frozen=True, slots=True)
class Reported:
    """One figure of a communiqué with its full name.

    `span` is the value with its unit, `words` the clause that names it; `when` is None when nothing states a time.
    `growth` is the change in per cent on the year before that is said of it. `whole` is the word for the region that
    the clause begins with (全省), None without one; `basis` what it takes over from the figure that it is a part of.
    """

    name: str
    value: float
    unit: str | None
    span: Span
    words: Span
    comparator: Comparator | None = None
    when: When | None = None
    growth: float | None = None
    preliminary: bool = False
    basis: str | None = None
    whole: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """A figure that is no observation, and why."""

    span: Span
    why: Aside


@dataclass(frozen=True, slots=True)
class Passage:
    """What a passage reports, in order, and what of it is put aside."""

    reported: tuple[Reported, ...]
    aside: tuple[SetAside, ...]
