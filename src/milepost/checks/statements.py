"""Which figures a plan states, each in one form whatever part of the plan it stands in, and which of them disagree."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Words
from milepost.kernel.span import Span
from milepost.languages.statement import Calendar
from milepost.plans.concepts.matching import concept_of
from milepost.plans.model import Baseline, Commitment, Fact, Indicator, Normalized, Target

Source = Literal["table", "goal", "past"]
Measure = Literal["level", "change", "growth", "sum", "yearly", "points", "times", "relative"]
Key = tuple[object, ...]

_MEASURES: dict[str, Measure] = {
    "level": "level", "share": "level", "every_year": "level", "completion": "level", "annual_growth": "growth",
    "growth": "growth", "annual_average": "yearly", "cumulative": "sum", "count": "sum", "ratio": "times",
    "relative": "relative",
}  # fmt: skip
_SURE = 0.7
_SURE_WITH_CONCEPT = 0.55  # a subject carried over from the clause before is right where subject and unit fit a concept
_TOO_MANY_VALUES = 4  # a subject said with so many figures is no one thing
_TELLING = 6  # characters of a subject that no concept fits
_NEARBY = 24  # characters before a figure in which its clause says that it is one of each year
_NEARLY = 0.1  # how far "more than 480" may lie from the exact figure


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure with what it is about.

    `key` is the same for two statements on the same thing, place, time, measure and kind of unit. `low` and `high`
    are the limits of the value in base units, equal for a single value; `step` is what the last printed digit is
    worth. `sentence` is where the sentence begins, `printed` the figure as the document has it.
    """

    key: Key
    subject: str
    source: Source
    comparator: str
    strive: bool
    low: float
    high: float
    step: float
    printed: str
    span: Span
    sentence: int
    unit: str

    def says_the_same_value(self, other: Statement) -> bool:
        """Whether both have one value; of two figures of the past, as far as the coarser of the two tells."""
        room = 1e-9 * max(abs(self.high), abs(other.high))
        if "goal" not in (self.source, other.source):
            room += max(self.step, other.step) * 0.5
        return abs(self.low - other.low) <= room and abs(self.high - other.high) <= room

    def allows(self, other: Statement) -> bool:
        """Whether `other`, an exact figure, is what this one means by its "more than", "about" and the like."""
        near = abs(self.low - other.low) <= _NEARLY * abs(other.low)
        above = self.comparator in {"ge", "gt"} and other.low >= self.low
        below = self.comparator in {"le", "lt"} and other.low <= self.low
        return near and (above or below or self.comparator == "approx")


def statements(inspection: Inspection) -> tuple[Statement, ...]:
    """Every figure of the plan whose subject, time and unit are known well enough to be held against another."""
    return tuple(_Reader(inspection).read())


def by_key(found: Iterable[Statement]) -> dict[Key, list[Statement]]:
    """Statements on the same thing together, in the order of the text."""
    groups: dict[Key, list[Statement]] = {}
    for each in sorted(found, key=lambda statement: statement.span):
        groups.setdefault(each.key, []).append(each)
    return groups


def table_against_text(inspection: Inspection, source: Source) -> Iterator[tuple[Statement, Statement]]:
    """Figures of the headline table, each with a figure of the text on the same thing: goals or the past."""
    for group in by_key(inspection.derived(statements)).values():
        tabled = [each for each in group if each.source == "table"]
        told = [each for each in group if each.source == source]
        for row in tabled[:1]:
            yield from ((row, each) for each in _last_of_sentences(row, told))


def _last_of_sentences(row: Statement, told: Iterable[Statement]) -> Iterator[Statement]:
    """The figures on what a row is on, one for each sentence.

    A sentence with several tells them year by year: it agrees when one of them does, and else its last is meant.
    """
    sentences: dict[int, list[Statement]] = {}
    for each in told:
        sentences.setdefault(each.sentence, []).append(each)
    for members in sentences.values():
        if not any(row.says_the_same_value(each) for each in members):
            yield members[-1]


# With more quantities than these in disagreement it is not the figures that are wrong: results and goals stand mixed,
# mostly because a heading between them was lost.
MOST_CONTRADICTIONS = 5


def mixed_up(groups: Sequence[Sequence[Statement]], what: Words) -> Fault:
    """One fault for all contradictions of a document that has too many of them to be single slips."""
    places = tuple(sorted({each.span for group in groups for each in group}))
    message = Words(
        f"{len(groups)}项{what.zh}前后不一，可能是回顾与目标之间的标题丢失，两者混在一起",
        f"{what.en} {len(groups)} quantities disagree: perhaps the heading between results and goals is lost",
    )
    return Fault(message, places)


def contradictions(inspection: Inspection, source: Source) -> Iterator[list[Statement]]:
    """Statements of the text on one thing that do not have one value; those of one sentence are never held together.

    Each group has one statement for every sentence, in the order of the text.
    """
    told = (each for each in inspection.derived(statements) if each.source == source)
    for group in by_key(told).values():
        sentences: dict[int, list[Statement]] = {}
        for each in group:
            sentences.setdefault(each.sentence, []).append(each)
        # A sentence with two figures on one thing tells of a change, or of two things that we cannot tell apart.
        single = [members[0] for members in sentences.values() if len(members) == 1]
        different = [each for each in single if _differs_from_all(each, single)]
        if not different or len({(each.low, each.high) for each in single}) >= _TOO_MANY_VALUES:
            continue
        yield single


def _differs_from_all(statement: Statement, others: list[Statement]) -> bool:
    """Whether some other statement has another value that this one does not allow for."""
    return any(
        not statement.says_the_same_value(other)
        and (statement.source == "goal" or not (statement.allows(other) or other.allows(statement)))
        for other in others
    )


class _Reader:
    """Makes statements of the items of a plan."""

    def __init__(self, inspection: Inspection) -> None:
        self._inspection = inspection
        self._words = inspection.words.consistency
        self._code = inspection.language.code
        period = inspection.plan.period
        self._end = str(period.end) if period.end else None
        self._start = period.start
        self._base = str(period.start - 1) if period.start else None
        region = inspection.plan.region
        self._whole = {None, region.code, region.name} if region else {None}
        far = inspection.words.targets.far_title
        self._far = {each.id for each in inspection.plan.sections if far.search(inspection.language.fold(each.title))}
        self._figures = sorted(each.value_span.start for each in inspection.plan.facts)

    def read(self) -> Iterator[Statement]:
        plan = self._inspection.plan
        for indicator in plan.indicators:
            yield from self._of_indicator(indicator)
        for commitment in plan.commitments:
            yield from self._of_commitment(commitment)
        for fact in plan.facts:
            yield from self._of_fact(fact)

    def _of_indicator(self, row: Indicator) -> Iterator[Statement]:
        if row.confidence < _SURE:
            return
        name = f"{row.group}{row.name}" if row.group and self._words.bare_name.fullmatch(row.name) else row.name
        for target in (row.target, row.cumulative, *row.milestones):
            if target is not None and (place := _cell(row, target.raw, self._inspection.text)) is not None:
                unit = target.unit or row.unit
                yield from self._of_target(name, row.concept, "whole", target, unit, place, "table")
        start = row.baseline
        if start is not None and start.span is not None and (start.unit or row.unit):
            yield from self._of_baseline(name, row.concept, "whole", start, row.unit, "table")

    def _of_commitment(self, item: Commitment) -> Iterator[Statement]:
        place = self._place(item.subject, item.region, item.region_name)
        sure = item.target.kind == "relative" if item.implied else item.confidence >= _least(item.concept)
        if place is None or not sure:
            return
        yield from self._of_target(
            item.subject, item.concept, place, item.target, item.target.unit, item.value_span, "goal"
        )
        if item.baseline is not None and item.baseline.span is not None:
            start = item.baseline
            if start.period is None and item.concept is not None and item.target.by in (None, self._end):
                # A goal for the plan's end starts where the plan does, if it names no other year.
                start = replace(start, period=self._base)
            yield from self._of_baseline(item.subject, item.concept, place, start, item.target.unit, "past")

    def _of_target(
        self, subject: str, concept: str | None, place: str | None, target: Target, unit: str | None, span: Span,
        source: Source,
    ) -> Iterator[Statement]:  # fmt: skip
        measure = self._measure(target.kind, unit, subject)
        if source == "goal":
            measure = self._yearly(measure, span)
        time = target.by or self._end
        if measure is None or time is None or place is None:
            return
        if measure == "relative":
            towards = target.relative_to.indicator if target.relative_to else ""
            found = self._made(subject, concept, place, (time, towards), measure, None, 0, span, source)
        else:
            found = self._made(subject, concept, place, (time,), measure, target.normalized, target.value, span, source)
        if found is not None:
            yield _replaced(found, target.comparator, target.certainty == "strive")

    def _of_baseline(
        self, subject: str, concept: str | None, place: str | None, start: Baseline, unit: str | None, source: Source
    ) -> Iterator[Statement]:
        measure = self._measure("level", start.unit or unit, subject)
        time = start.period[1] if isinstance(start.period, tuple) else start.period
        if measure is None or time is None or place is None or start.span is None:
            return
        found = self._made(subject, concept, place, (time,), measure, start.normalized, start.value, start.span, source)
        if found is not None:
            yield _replaced(found, start.comparator, strive=False)

    def _of_fact(self, item: Fact) -> Iterator[Statement]:
        concept = concept_of(self._words.adverb.sub("", item.subject), item.unit, self._code)
        place = self._place(item.subject, item.region, None)
        measure = self._yearly(self._measure(item.kind, item.unit, item.subject), item.value_span)
        undated = item.period is None and item.section not in self._inspection.past
        unsure = undated or item.confidence < _least(concept) or self._is_no_achievement(item)
        if place is None or measure is None or unsure:
            return
        source: Source = "past"
        time = self._time_of(item, measure)
        if time is None:
            # A figure outside the account of the past that names no year is a goal, though it was read as past.
            if concept is None or self._end is None:
                return
            source, time = "goal", (self._end,)
        found = self._made(
            item.subject, concept, place, time, measure, item.normalized, item.value, item.value_span, source
        )
        if found is not None:
            yield _replaced(found, item.comparator, strive=False)

    def _is_no_achievement(self, item: Fact) -> bool:
        """Whether a figure read as one of the past is not what was reached, or not in the year that it was given."""
        folded, (start, end) = self._inspection.folded, item.value_span
        before = folded[item.span.start : start]
        if item.section in self._far or self._words.aim.search(before):
            return True
        if item.section in self._inspection.past and item.period is not None and item.period[1] == self._end:
            return True  # 年末 in the account of the past is no year of the plan
        following = bisect_left(self._figures, end)
        stop = self._figures[following] if following < len(self._figures) else item.span.end
        behind = folded[end : max(end, min(stop, item.span.end))]
        # What something changed from, where no year stands beside it, is not of the year of what it changed to.
        return bool(self._words.change_to.search(behind)) and not _FOUR_DIGITS.search(before + behind)

    def _time_of(self, item: Fact, measure: Measure) -> tuple[str, ...] | None:
        """The time of a fact: its last year, or its years where it runs over several; None for a hidden goal."""
        if item.period is None:
            return (self._base,) if self._base else ("",)
        if item.section not in self._inspection.past and not self._names_its_time(item, item.period[1]):
            year = item.period[1][:4]
            return None if self._start and year.isdecimal() and int(year) < self._start else item.period[1:]
        return item.period if measure in {"growth", "sum", "yearly"} else item.period[1:]

    def _names_its_time(self, item: Fact, year: str) -> bool:
        """Whether a time of the past stands before a figure, and is not only that of what it changed from."""
        inspection, end = self._inspection, item.value_span.start
        before = bisect_left(self._figures, end) - 1
        if before >= 0 and self._figures[before] >= item.span.start:
            between = Span(self._figures[before], end)
            if self._words.change_to.search(between.of(inspection.folded)) and not self._tells_past(between, year):
                return False
        return self._tells_past(Span(inspection.sentence_at(end).start, end), year)

    def _tells_past(self, place: Span, year: str) -> bool:
        """Whether a stretch names the year, or a time before the plan begins; a bare "five years" may be the plan's."""
        # The year whose prices are used is not the one that the figure is of.
        said = self._words.price_basis.sub("", place.of(self._inspection.folded))
        if year in said or self._start is None:
            return year in said
        calendar = Calendar(self._start, self._inspection.plan.period.end)
        moments = self._inspection.language.moments(said, 0, len(said), calendar)
        past = (each.span.of(said) for each in moments if each.last < self._start)
        return any(not self._words.bare_period.fullmatch(words) for words in past)

    def _made(
        self, subject: str, concept: str | None, place: str, time: tuple[str, ...], measure: Measure,
        normalized: Normalized | None, value: float | None, span: Span, source: Source,
    ) -> Statement | None:  # fmt: skip
        what = self._what(subject, concept)
        if what is None or not span.length or (measure != "relative" and (normalized is None or value is None)):
            return None
        low = float(normalized.value) if normalized else 0.0
        high = float(normalized.value_high) if normalized and normalized.value_high is not None else low
        inspection = self._inspection
        return Statement(
            key=(what, place, time, measure, normalized.unit if normalized else ""),
            subject=subject,
            source=source,
            comparator="eq",
            strive=False,
            low=low,
            high=high,
            step=_step(value or 0, low),
            printed=" ".join(span.of(inspection.text).split()),
            span=span,
            sentence=-span.start if source == "table" else inspection.sentence_at(span.start).start,
            unit=normalized.unit if normalized else "",
        )

    def _what(self, subject: str, concept: str | None) -> Key | None:
        plain = self._inspection.language.fold(subject).lower()
        if concept is not None:
            return concept, frozenset(self._words.scopes.findall(plain))
        bare = self._words.filler.sub("", plain)
        # A short name (completion rate) belongs to something named before it, which we do not know.
        return (bare,) if len(bare) >= _TELLING else None

    def _place(self, subject: str, region: str | None, name: str | None) -> str | None:
        """The place that a figure is for: "whole" for the plan's own region."""
        named = self._words.place.match(subject)
        if named is not None and named[0] not in self._whole:
            return named[0]
        if region is None and name is None and None not in self._whole:
            return None
        return "whole" if region in self._whole and (name is None or name in self._whole) else region or name

    def _yearly(self, measure: Measure | None, figure: Span) -> Measure | None:
        """The measure of a figure; a sum or level is that of a year where the words before it say so."""
        folded = self._inspection.folded
        start = max(figure.start - _NEARBY, self._inspection.sentence_at(figure.start).start)
        before = self._words.clause_end.split(folded[start : figure.start])[-1]
        if measure == "level" and self._words.changed_by.search(before):
            return "change"
        return "yearly" if measure in {"sum", "level"} and self._words.yearly.search(before) else measure

    def _measure(self, kind: str, unit: str | None, subject: str) -> Measure | None:
        if kind in _MEASURES and _MEASURES[kind] in {"relative", "growth"}:
            return _MEASURES[kind] if not (unit and self._words.points.fullmatch(unit)) else "points"
        if unit and self._words.points.fullmatch(unit):
            return "points"
        if unit and self._words.times.fullmatch(unit):
            return "times"
        measure = _MEASURES.get(kind)
        return "change" if measure == "level" and self._words.change.search(subject) else measure


def _least(concept: str | None) -> float:
    """The confidence below which a figure is left out."""
    return _SURE_WITH_CONCEPT if concept else _SURE


def _replaced(statement: Statement, comparator: str, strive: bool) -> Statement:
    """The same with what its comparator and certainty are."""
    return Statement(
        statement.key, statement.subject, statement.source, comparator, strive, statement.low, statement.high,
        statement.step, statement.printed, statement.span, statement.sentence, statement.unit,
    )  # fmt: skip


def _step(printed: float, base: float) -> float:
    """What the last printed digit is worth in base units.

    >>> round(_step(1.33, 13300.0), 6), _step(420, 4_200_000.0)
    (100.0, 10000.0)
    """
    decimals = len(repr(printed).partition(".")[2])
    factor = base / printed if printed else 1.0
    return abs(factor) * 10.0**-decimals


_FOUR_DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")
_CELL = re.compile(r"[^\n\t|]+")


def _cell(row: Indicator, raw: str, text: str) -> Span | None:
    """Where in its row of the table a value stands; None where no cell holds it."""
    start = row.baseline.span.end if row.baseline and row.baseline.span else row.span.start
    wanted = re.escape(raw.strip())
    cells = [cell for cell in _CELL.finditer(text, start, row.span.end) if cell[0].strip() == raw.strip()]
    if cells:
        lead = len(cells[0][0]) - len(cells[0][0].lstrip())
        return Span(cells[0].start() + lead, cells[0].start() + lead + len(raw.strip()))
    inside = re.compile(wanted).search(text, start, row.span.end) if raw.strip() else None
    return Span(*inside.span()) if inside else None
