"""What a figure says: of what, how, by when. Languages yield statements; passes turn them into rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from milepost.kernel.span import Span
from milepost.languages.mention import Mention

Tense = Literal["past", "future"]
Role = Literal["row", "modifier", "threshold", "duration", "present", "origin", "label"]
Relation = Literal["level", "growth", "fall", "do", "share", "none"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The years that time words are counted from: the plan's first and last year.

    For a yearly report both are its year. None where the document does not say.
    """

    start: int | None = None
    end: int | None = None

    @property
    def yearly(self) -> bool:
        """Whether the document speaks of a single year."""
        return self.start is not None and self.start == self.end


@dataclass(frozen=True, slots=True)
class Moment:
    """A time stated in the text: the years it covers, and whether it is the plan's past or future.

    `assumed` says that the side is only the likelier one: 五年累计 mostly sums up the past, but not among goals.
    """

    span: Span
    first: int
    last: int
    tense: Tense | None
    ends: bool = False
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure with what is said of it.

    `role` is `row` when it states something on its own, `present` when it counts what there is, `origin` when it is
    the value that another figure starts from. `counted` is the base unit of what a number without a unit counts
    (1100多万学生 are persons).

    `kind` is a target kind; `tense` what the words themselves say, None when they leave it open; `moment` the
    time that governs it; `assumed` whether the words only suggest that tense (累计达到, "reduced from 12% to 8%"), so
    that a place among goals may say otherwise; `yearly` whether it is said of each year; `baseline` the figure that
    it starts from.
    """

    mention: Mention
    subject: str
    relation: Relation
    kind: str
    role: Role
    clause: Span
    strive: bool = False
    tense: Tense | None = None
    moment: Moment | None = None
    yearly: bool = False
    cumulative: bool = False
    baseline: Mention | None = None
    carried: bool = False
    counted: str | None = None
    assumed: bool = False
    why: str = ""
