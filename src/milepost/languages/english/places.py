"""A figure in its clause: the words before and behind it, and what a clause takes over from the one before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from milepost.kernel.span import Span
from milepost.languages.english.nouns import counted_noun
from milepost.languages.english.numerals import SCALES
from milepost.languages.english.units import UNITS
from milepost.languages.mention import Mention
from milepost.languages.statement import Calendar, Relation

_JOINT = re.compile(r"^\s?(?:,|and|or|&|as well as|plus)", re.IGNORECASE)
_FROM = re.compile(r"\s(?:up\s|down\s)?from\b[^,;]*$", re.IGNORECASE)
# How far a verb or subject is looked for around a figure; longer stretches without a break are no statements.
LIMIT = 200


@dataclass
class Carry:
    """What a clause takes over from the one before it.

    `word` is the verb of the figure read last, `row` whether it was a row of a list.
    """

    subject: str = ""
    verb: str = ""
    relation: Relation = "none"
    word: str = ""
    row: bool = False


@dataclass(frozen=True)
class Place:
    """A figure in its clause, with its neighbours; `base` is a starting value between its verb and itself."""

    text: str
    clause: Span
    sentence: int
    mention: Mention
    previous: Mention | None
    following: Mention | None
    base: Mention | None
    calendar: Calendar

    @property
    def left(self) -> str:
        """The words before the figure, back to the figure or break before it."""
        start = self.clause.start
        if self.previous is not None:
            start = max(start, _behind(self.text, self.previous))
        end = self.mention.extent.start
        if self.base is None:
            return self.text[max(start, end - LIMIT) : end]
        head = self.text[max(start, self.base.extent.start - LIMIT) : self.base.extent.start]
        return _FROM.sub("", head) + " to "

    @property
    def earlier(self) -> str:
        """The words of the sentence before the clause, back to the figure before."""
        start = self.sentence
        if self.previous is not None:
            start = max(start, self.previous.extent.end)
        return self.text[max(start, self.clause.start - LIMIT) : max(start, self.clause.start)]

    @property
    def joined(self) -> bool:
        """Whether the figure continues a list begun by the figure before it."""
        if self.previous is None:
            return False
        gap = self.text[self.previous.extent.end : self.mention.extent.start][:LIMIT]
        return len(gap) < LIMIT and (bool(_JOINT.match(gap)) or bool(re.search(r"(?:,|,? and|;)\s*$", gap)))

    @property
    def right(self) -> str:
        """The words behind the number with its magnitude and measure, up to a break or the next figure."""
        end = self.clause.end
        if self.following is not None and self.following.extent.start < end:
            end = self.following.extent.start
        return self.text[self.number_end : min(end, self.number_end + LIMIT)]

    @property
    def number_end(self) -> int:
        """Where the number ends: a counted noun inside the span belongs to the words behind it."""
        span = self.mention.span
        noun = (self.mention.unit or "").rsplit(" ", 1)[-1]
        printed = self.text[span.start : span.end]
        if self.counted and noun and printed.lower().endswith(noun):
            return span.end - len(noun)
        return max(span.end, self.mention.extent.end)

    @property
    def counted(self) -> bool:
        """Whether the unit is the noun of a counted thing and no measure."""
        unit = self.mention.unit or ""
        last = unit.rsplit(" ", 1)[-1]
        return (
            self.mention.implied is None
            and last.isalpha()
            and last.islower()
            and last not in UNITS
            and unit not in UNITS
            and last not in SCALES
        )


def _behind(text: str, mention: Mention) -> int:
    """Where a figure with the noun that it counts ends."""
    noun = counted_noun(text, mention.extent.end) if mention.implied is None else None
    return noun.span.end if noun is not None and (mention.unit or "").endswith(noun.head) else mention.extent.end
