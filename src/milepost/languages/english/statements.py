"""What the figures of an English sentence say: of what, how, by when, and whether they state anything at all."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from milepost.kernel.span import Span
from milepost.languages.english.kinds import CUMULATIVE, YEARLY, kind_of
from milepost.languages.english.lists import baselines, share_units, spread
from milepost.languages.english.places import Carry, Place
from milepost.languages.english.relations import statement_of
from milepost.languages.english.times import moments
from milepost.languages.english.verbs import (
    AHEAD_OF_TO,
    BEHIND_VERB,
    FUTURE_WORDS,
    IMPERATIVE,
    NO_VERB_AFTER,
    PAST_FORMS,
    PAST_WORDS,
    WORD,
)
from milepost.languages.mention import Mention
from milepost.languages.statement import Calendar, Moment, Statement, Tense

_LONGEST = 400
_BREAK = re.compile(r"[;:!?]|(?<=\D),(?=\s)|(?<=\d),(?=\s)|\s[–—-]{1,2}\s|\n\n")
_STRIVE = re.compile(r"\b(?:striv(?:e|es|ing)|endeavou?r(?:s|ing)?|seek(?:s|ing)?\sto|work\shard\sto)\b", re.IGNORECASE)
_PART = re.compile(r"[;!?]")
_BULLET = re.compile(r"\s*(?:[•●■▪◆*–—-]|\(?[a-z\d]{1,2}[.)])\s")
# The year of a starting value, right behind it: 82% in 2024, 61% (2020), 35 deaths in 2021.
_OF_START = re.compile(
    r"[^,.;:\d]{0,40}?(?:\s(?:in|as of|as at|at)\s|\s?\()(?:the\s)?(?:fiscal\s|financial\s)?(?:year\s)?"
)
_TO = re.compile(r"\bto\s*$", re.IGNORECASE)
_BY = re.compile(r"\s*(?:,\s)?\(?$")


def sentence_statements(
    text: str, start: int, end: int, mentions: list[Mention], calendar: Calendar
) -> list[Statement]:
    """Statements of the figures between `start` and `end`, one or more for each mention, in order.

    `text` is folded; `mentions` are those that lie in the sentence.
    """
    mentions = share_units(text, mentions)
    starting = baselines(text, mentions)
    reader = _Sentence(text, start, end, calendar)
    reader.set_aside([mentions[index] for index in starting])
    carry = Carry()
    statements: dict[int, Statement] = {}
    for index, mention in enumerate(mentions):
        if index in starting:
            continue
        place = reader.place(mentions, index, starting)
        statement = statement_of(place, carry)
        moment = reader.moment(mentions, index)
        tense = reader.tense(place.clause, mention)
        assumed = tense == "past" and reader.assumed(place.clause, mention)
        if moment is not None and moment.tense is None:
            moment = replace(_settled(moment, tense), assumed=assumed)
        around = text[place.clause.start : place.clause.end] if place.clause.length < 2000 else place.left + place.right
        statements[index] = replace(
            statement,
            moment=moment,
            tense=tense,
            assumed=assumed,
            strive=reader.strives(mention),
            yearly=bool(YEARLY.search(around)),
            cumulative=bool(CUMULATIVE.search(around)),
            kind=kind_of(mention, statement.relation, statement.subject, around, carry.word, calendar),
        )
    for index, (goal, _) in starting.items():
        if goal in statements:
            statements[goal] = replace(statements[goal], baseline=mentions[index])
    return spread(text, list(statements.values()))


def _settled(moment: Moment, tense: Tense | None) -> Moment:
    """A time whose side the calendar leaves open takes that of the verb; a date by which is ahead."""
    if tense is None and moment.ends:
        tense = "future"
    return replace(moment, tense=tense)


@dataclass
class _Sentence:
    """One sentence, looked through once for its breaks, times and words of tense."""

    text: str
    start: int
    end: int
    calendar: Calendar

    def __post_init__(self) -> None:
        text, start, end = self.text, self.start, self.end
        self.breaks = [match.span() for match in _BREAK.finditer(text, start, end)]
        self._starts = [each[0] for each in self.breaks]
        self._times = moments(text, start, end, self.calendar)
        self._time_starts = [time.span.start for time in self._times]
        self._strive = [match.start() for match in _STRIVE.finditer(text, start, end)]
        self._parts = [match.start() for match in _PART.finditer(text, start, end)]
        self._bullet = bool(_BULLET.match(text, start, end))
        self._imperative = bool(IMPERATIVE.match(text, start, min(end, start + 60)))
        self._future: list[int] = []
        self._past: list[int] = []
        self._formed: list[int] = []
        self._likely: list[int] = []
        self._mark_tenses()

    def _mark_tenses(self) -> None:
        """Where the words stand that look ahead, that surely look back, and that may."""
        before_that, before, position = "", "", 0
        for match in WORD.finditer(self.text, self.start, self.end):
            word = match[0].lower()
            if (
                before in PAST_FORMS
                and (word in BEHIND_VERB or not word.isalpha())
                and before_that not in NO_VERB_AFTER
            ):
                self._formed.append(position)
            if word in FUTURE_WORDS or (word == "to" and before in AHEAD_OF_TO) or (word == "be" and before == "to"):
                self._future.append(match.start())
            elif word in PAST_WORDS:
                self._past.append(match.start())
            elif word in PAST_FORMS and before not in NO_VERB_AFTER:
                self._likely.append(match.start())
            before_that, before, position = before, word, match.start()

    def set_aside(self, starting: list[Mention]) -> None:
        """Pass over the years of starting values: from 68.2% in 2022 to 75% says nothing of when 75% is reached."""
        ends = [mention.extent.end for mention in starting]
        self._times = [time for time in self._times if not any(self._dates(time, end) for end in ends)]
        self._time_starts = [time.span.start for time in self._times]

    def _dates(self, time: Moment, end: int) -> bool:
        """Whether a time stands right behind a starting value that ends at `end`."""
        near = 0 < time.span.start - end < _LONGEST and not time.ends
        return near and _OF_START.fullmatch(self.text, end, time.span.start) is not None

    def place(self, mentions: list[Mention], index: int, starting: dict[int, tuple[int, bool]]) -> Place:
        """The figure in its clause, with its neighbours; a starting value before it is passed over."""
        mention = mentions[index]
        clause = self.clause(mention.span)
        before = index - 1
        base: Mention | None = None
        if before >= 0 and starting.get(before) == (index, True):
            base = mentions[before]
            clause = Span(min(clause.start, self.clause(base.span).start), clause.end)
            before -= 1
        while before >= 0 and before in starting and starting[before][0] != index:
            before -= 1
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        return Place(
            self.text,
            clause,
            self.start,
            mention,
            mentions[before] if before >= 0 else None,
            following,
            base,
            self.calendar,
        )

    def clause(self, span: Span) -> Span:
        """The clause around a figure: between the breaks on both sides."""
        index = bisect_right(self._starts, span.start)
        left = self.breaks[index - 1][1] if index else self.start
        right = bisect_left(self._starts, span.end)
        end = self._starts[right] if right < len(self._starts) else self.end
        # A text without breaks must not be quoted whole for each of its figures.
        left, end = max(left, span.start - _LONGEST), min(end, span.end + _LONGEST)
        return _trimmed(self.text, Span(min(left, span.start), max(end, span.end)))

    def moment(self, mentions: list[Mention], index: int) -> Moment | None:
        """The time that governs a figure: one close behind, else the last before, else a date closing the list."""
        mention = mentions[index]
        after = bisect_left(self._time_starts, mention.span.end)
        limit = mentions[index + 1].extent.start if index + 1 < len(mentions) else self.end
        if after < len(self._times) and self._times[after].span.start < limit:
            gap = self.text[mention.extent.end : min(self._times[after].span.start, mention.extent.end + 160)]
            if not re.search(r"[;:]|\band\s(?:will|is|was|are|were)\b|\.\s|,\s(?!by\b|$)", gap) or _BY.fullmatch(gap):
                # (2023: 7%) dates the figure behind it.
                if self.text.startswith(":", self._times[after].span.end):
                    return self._times[after - 1] if after else None
                return self._times[after]
        if after:
            return self._times[after - 1]
        if after < len(self._times) and self._times[after].ends:
            return self._times[after]
        return None

    def strives(self, mention: Mention) -> bool:
        """Whether a word of striving stands before the figure in its part of the sentence."""
        position = bisect_left(self._strive, mention.span.start) - 1
        return position >= 0 and self._part(mention.span.start) <= self._strive[position]

    def tense(self, clause: Span, mention: Mention) -> Tense | None:
        """What the verbs say: those of the clause, else of its part of the sentence, else of the whole."""
        if _within(self._future, clause):
            return "future"
        if _within(self._past, clause):
            return "past"
        part = Span(self._part(mention.span.start), clause.end)
        ahead = _within(self._future, part)
        if _within(self._formed, clause) and not ahead:
            # "Poverty reduced to 15%" in a list of goals is no report.
            return None if self._bullet else "past"
        if ahead:
            return "future"
        whole = Span(self.start, self.end)
        if _within(self._past, whole) or (_within(self._formed, whole) and not self._bullet):
            return "past"
        if self._imperative or _within(self._future, whole):
            return "future"
        return "past" if _within(self._likely, whole) and not self._bullet else None

    def assumed(self, clause: Span, mention: Mention) -> bool:
        """Whether only a form that may be a participle looks back: poverty reduced from 12% to 8%."""
        whole = Span(self.start, self.end)
        formed = _within(self._formed, clause) and not _within(self._past, whole)
        return formed and _TO.search(self.text, clause.start, mention.extent.start) is not None

    def _part(self, position: int) -> int:
        index = bisect_left(self._parts, position) - 1
        return self._parts[index] if index >= 0 else self.start


def _within(positions: list[int], span: Span) -> bool:
    return bisect_left(positions, span.start) < bisect_left(positions, span.end)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in " \n":
        start += 1
    while end > start and text[end - 1] in " \n":
        end -= 1
    return Span(start, end)
