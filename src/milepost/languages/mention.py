"""A figure as it stands in running text, before anyone asks what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from milepost.kernel.span import Span

Number = int | float
Comparator = Literal["ge", "gt", "le", "lt", "eq", "approx", "range", "none"]
# The last three have a numeral: their rows are not marked as implied.
Implied = Literal[
    "completion", "zero", "half", "multiple", "relative", "deferred", "discretionary", "fraction", "magnitude", "ratio"
]


@dataclass(frozen=True, slots=True)
class Mention:
    """One figure, or one of the words that stand for a figure.

    `span` is the value with its unit; `extent` also covers the comparators around it (不低于 … 以上).
    `comparator` is None when no word states one. `implied` names the meaning of a word without a numeral
    (全覆盖, 清零, 同步), or the form of one that is more than a number with a unit (三分之一, 千亿级, 8:45:47).
    `against` is what a relative one is compared with; `worded` marks a numeral in characters or letters.
    """

    span: Span
    extent: Span
    value: Number | None
    high: Number | None
    unit: str | None
    comparator: Comparator | None
    trailing: bool = False
    implied: Implied | None = None
    against: str | None = None
    worded: bool = False

    @property
    def has_numeral(self) -> bool:
        """Whether the text prints a numeral, and not only a word that stands for a figure."""
        return self.implied in (None, "fraction", "magnitude", "ratio")
