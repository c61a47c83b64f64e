"""What every figure of the running text says, where it stands and whether it is past or promised."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from milepost.kernel.span import Span
from milepost.languages.mention import Mention
from milepost.languages.statement import Calendar, Moment, Statement, Tense
from milepost.plans.model import Section
from milepost.plans.paragraphs import TAGS
from milepost.plans.placed import PlacedStatement
from milepost.plans.reading import Reading
from milepost.plans.sections import SectionIndex


def find(reading: Reading) -> tuple[PlacedStatement, ...]:
    """Statements of all figures outside headings, tables and the names of projects, in order of the text."""
    calendar = Calendar(reading.period.start, reading.period.end)
    judge = _Judge(reading, calendar)
    placed: list[PlacedStatement] = []
    for span, mentions in _sentences(reading):
        section = judge.index.at(span.start)
        found = reading.language.statements(reading.folded, span.start, span.end, mentions, calendar)
        placed.extend(judge.place(statement, section) for statement in found)
    return tuple(placed)


def _sentences(reading: Reading) -> Iterator[tuple[Span, list[Mention]]]:
    """Sentences that hold figures, with those figures."""
    text = reading.folded
    mentions = _outside(reading.language.figures(text), _closed(reading))
    ends = [match.start() for match in reading.language.sentence_end.finditer(text)]
    heads = sorted(section.span.end for section in reading.sections)
    index = 0
    while index < len(mentions):
        position = mentions[index].span.start
        at = bisect_left(ends, position)
        start = ends[at - 1] + 1 if at else 0
        end = ends[at] if at < len(ends) else len(text)
        # A heading may stand in the same line as the text under it.
        head = bisect_right(heads, position) - 1
        start = max(start, heads[head]) if head >= 0 else start
        group = [mentions[index]]
        while index + len(group) < len(mentions) and mentions[index + len(group)].span.start < end:
            group.append(mentions[index + len(group)])
        yield Span(start, max(end, group[-1].span.end)), group
        index += len(group)


def _closed(reading: Reading) -> list[Span]:
    """Stretches whose numbers are read by other passes, or are no text of the plan."""
    spans = [section.span for section in reading.sections]
    spans += [table.span for table in reading.document.tables]
    spans += [box.span for box in reading.boxes]
    spans += [project.span for project in reading.projects]
    if "[bookmark:" in reading.text:
        spans += [Span(*match.span()) for match in TAGS.finditer(reading.text)]
    return sorted(spans)


def _outside(mentions: list[Mention], closed: list[Span]) -> list[Mention]:
    """The mentions that lie in none of the sorted spans."""
    kept = []
    starts = [span.start for span in closed]
    furthest: list[int] = []
    for span in closed:
        furthest.append(max(span.end, furthest[-1]) if furthest else span.end)
    for mention in mentions:
        index = bisect_right(starts, mention.span.start) - 1
        if index < 0 or furthest[index] <= mention.span.start:
            kept.append(mention)
    return kept


# Signs and small words before a time that opens a sentence (——到, "- In the "), and the farthest that it governs.
_HEAD = 8
_PARAGRAPH = 2000


class _Judge:
    """Decides of each statement whether it is past or promised, and by when."""

    def __init__(self, reading: Reading, calendar: Calendar) -> None:
        self.index = SectionIndex(reading.sections)
        self.calendar = calendar
        self._past = reading.past_sections
        self._leads = list(_goal_leads(reading, self.index, calendar))
        self._lead_ends = [end for end, _, _ in self._leads]
        self._text = reading.folded
        self._goal_title, self._sentence_end = reading.language.goal_title, reading.language.sentence_end
        self._fold, self._moments = reading.language.fold, reading.language.moments
        self._title_times: dict[str, Moment | None] = {}
        self._eras = list(_eras(reading, calendar))
        self._era_ends = [end for end, _ in self._eras]

    def place(self, statement: Statement, section: Section | None) -> PlacedStatement:
        """The statement with its section, tense and years."""
        moment = statement.moment
        tense = self._tense(statement, moment, section)
        if tense == "future":
            by, period = self._due(statement, moment, section)
        else:
            by, period = None, self._span(statement, moment)
        return PlacedStatement(statement, section.id if section else None, tense, by, period)

    def _tense(self, statement: Statement, moment: Moment | None, section: Section | None) -> Tense:
        spell = moment is not None and moment.tense is not None
        if moment is not None and moment.tense is not None and not moment.assumed:
            return moment.tense
        if section is not None and section.id in self._past:
            return "past"
        position = statement.mention.span.start
        stated = None if statement.assumed else statement.tense
        if stated is None and (spell or statement.assumed):
            return "future" if self._aims(position, section, spell=spell) else "past"
        return stated or self._era_at(position, section) or "future"

    def _aims(self, position: int, section: Section | None, *, spell: bool) -> bool:
        """Whether a place speaks of goals: by a time that opens a sentence of its paragraph, a lead or a title.

        A spell of years (五年累计) is the plan's own in all its chapters, where others tell of the past.
        """
        told = self._told(position)
        if told is not None:
            return told == "future"
        if self._lead(position, section) is not None:
            return True
        if any(self._goal_title.search(each.title) for each in self.index.with_parents(section)):
            return True
        if self.calendar.yearly:
            return False
        return (spell and section is not None and bool(self._past)) or self._titled(section) is not None

    def _told(self, position: int) -> Tense | None:
        """What the last time at the head of a sentence says, in the same paragraph before `position`."""
        start = max(self._text.rfind("\n", 0, position) + 1, position - _PARAGRAPH)
        times = [time for time in self._moments(self._text, start, position, self.calendar) if not time.assumed]
        heads = [start, *(match.end() for match in self._sentence_end.finditer(self._text, start, position))]
        for time in reversed(times):
            head = heads[bisect_right(heads, time.span.start) - 1]
            if time.tense is not None and time.span.start - head <= _HEAD:
                return time.tense
        return None

    def _era_at(self, position: int, section: Section | None) -> Tense | None:
        """What a time at the head of an earlier sentence says (五年来，…), for its paragraph or before all headings."""
        at = bisect_right(self._era_ends, position) - 1
        if at < 0:
            return None
        end, tense = self._eras[at]
        return tense if section is None or "\n" not in self._text[end:position] else None

    def _due(
        self, statement: Statement, moment: Moment | None, section: Section | None
    ) -> tuple[str | None, tuple[str, str] | None]:
        end = self.calendar.end
        by: int | None = None
        if moment is not None and (moment.tense == "future" or self.calendar.start is None):
            by = moment.last
        else:
            lead = self._lead(statement.mention.span.start, section) or self._titled(section)
            by = lead.last if lead else end if self.calendar.yearly else None
        if (
            statement.kind not in ("annual_growth", "annual_average", "cumulative", "every_year")
            and not self.calendar.yearly
        ):
            return (str(by) if by else None), None
        start, last = self.calendar.start, by or end
        period = (str(start), str(last)) if start and last and start <= last else None
        return (str(by) if by else None), period

    def _titled(self, section: Section | None) -> Moment | None:
        """The time that the title of the section, or of one around it, sets for what stands in it."""
        for each in self.index.with_parents(section):
            if each.id not in self._title_times:
                title = self._fold(each.title)
                times = self._moments(title, 0, len(title), self.calendar)
                self._title_times[each.id] = next((time for time in times if time.tense == "future"), None)
            if self._title_times[each.id] is not None:
                return self._title_times[each.id]
        return None

    def _lead(self, position: int, section: Section | None) -> Moment | None:
        """The time set by a sentence that announces goals, when it stands before `position` in the same section."""
        at = bisect_right(self._lead_ends, position) - 1
        if at < 0:
            return None
        _, lead_section, moment = self._leads[at]
        return moment if lead_section == (section.id if section else None) else None

    def _span(self, statement: Statement, moment: Moment | None) -> tuple[str, str] | None:
        if statement.cumulative and self.calendar.start and not self.calendar.yearly:
            return str(self.calendar.start - 5), str(self.calendar.start - 1)
        if moment is None:
            if self.calendar.yearly and self.calendar.start:
                return str(self.calendar.start - 1), str(self.calendar.start - 1)
            return None
        return str(moment.first), str(moment.last)


def _eras(reading: Reading, calendar: Calendar) -> Iterator[tuple[int, Tense]]:
    """Times at the head of sentences that govern those behind them: where each ends, and its tense."""
    for match in reading.language.era.finditer(reading.folded):
        times = reading.language.moments(reading.folded, *match.span(), calendar)
        if times:
            yield match.end(), times[-1].tense or "future"


def _goal_leads(reading: Reading, index: SectionIndex, calendar: Calendar) -> Iterator[tuple[int, str | None, Moment]]:
    """Sentences that set the date for the goals behind them: where each ends, its section, its time."""
    for match in reading.language.goal_lead.finditer(reading.folded):
        times = reading.language.moments(reading.folded, match.start(), match.end(), calendar)
        future = [time for time in times if time.tense == "future"]
        if future:
            section = index.at(match.start())
            yield match.end(), section.id if section else None, future[-1]
