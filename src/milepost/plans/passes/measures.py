"""Which sentences say what is to be done, without a figure: by when, and where."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from milepost.kernel.span import Span
from milepost.languages.measure_words import MeasureWords
from milepost.languages.statement import Calendar
from milepost.plans.enumerations import trim
from milepost.plans.identity import identify
from milepost.plans.model import Measure, Section
from milepost.plans.reading import Reading
from milepost.plans.regions import region_of
from milepost.plans.sections import SectionIndex

_CLAUSES = 12  # clauses of a sentence that are looked at for its first action
_LONGEST_HEADING = 40  # characters of a line without a full stop that is taken for a heading


def find(reading: Reading) -> tuple[Measure, ...]:
    """One measure for each action sentence of the part that looks ahead, in the order of the text.

    Sentences in headings, boxes and tables, in sections about the past or about principles, and those that hold a
    figure read as a commitment or a fact, give none.
    """
    words = reading.language.measures
    index = SectionIndex(reading.sections)
    closed = reading.past_sections | _without_tasks(reading, words)
    figures = sorted(
        [row.value_span.start for row in reading.commitments] + [row.value_span.start for row in reading.facts]
    )
    calendar = Calendar(reading.period.start, reading.period.end)
    first = reading.sections[0].span.start if reading.sections else 0
    seen: Counter[str] = Counter()
    measures = []
    for sentence in _sentences(reading, words, first):
        section = index.at(sentence.start)
        if (section is not None and section.id in closed) or _holds(figures, sentence):
            continue
        title = _title(reading.folded, sentence, words)
        if title is None or words.past.search(reading.folded, *sentence):
            continue
        measures.append(_measure(reading, sentence, title, section, calendar, seen))
    return tuple(measures)


def _without_tasks(reading: Reading, words: MeasureWords) -> frozenset[str]:
    """Ids of the sections of principles and goals, by their own title."""
    return frozenset(section.id for section in reading.sections if words.not_tasks.search(section.title))


def _sentences(reading: Reading, words: MeasureWords, first: int) -> Iterator[Span]:
    """Sentences of running text without the marks before them."""
    text = reading.folded
    covers = _covers(reading)
    at, start = 0, first
    for end, stop in _ends(text, words, first):
        while at < len(covers) and covers[at].start < end:
            # What stands before a heading in its line is no sentence of its own, what stands behind it is.
            start = max(start, covers[at].end)
            at += 1
        if start < end:
            mark = words.mark.match(text, start, end)
            sentence = trim(text, mark.end() if mark else start, end)
            heading = stop in ("", "\n") and sentence.length <= _LONGEST_HEADING
            if sentence.length >= words.shortest_title and not heading:
                yield sentence
        start = max(start, end + 1)


def _covers(reading: Reading) -> list[Span]:
    """Stretches of the text that hold no running text, in order."""
    spans = [section.span for section in reading.sections]
    spans += [table.span for table in reading.document.tables]
    spans += [Span(box.span.start, max(box.body.end, box.span.end)) for box in reading.boxes]
    return sorted(spans)


def _ends(text: str, words: MeasureWords, first: int) -> Iterator[tuple[int, str]]:
    """Where sentences end, with the sign that ends each; "" at the end of the text."""
    for match in words.sentence_end.finditer(text, first):
        yield match.start(), match[0]
    yield len(text), ""


def _holds(positions: list[int], span: Span) -> bool:
    """Whether one of the sorted positions lies in a span."""
    at = bisect_left(positions, span.start)
    return at < len(positions) and positions[at] < span.end


def _title(text: str, sentence: Span, words: MeasureWords) -> Span | None:
    """The first clause of a sentence that says what is to be done, from its verb on; None when no clause does."""
    fallback: Span | None = None
    for found in islice(words.clause.finditer(text, *sentence), _CLAUSES):
        clause = trim(text, *found.span())
        title = _action(text, clause, words)
        if title is None:
            continue
        if not words.manner.match(text, *clause):
            return title
        fallback = fallback or title
    return fallback


def _action(text: str, clause: Span, words: MeasureWords) -> Span | None:
    """What a clause says is to be done, from its verb on; who is to do it may stand before."""
    start = words.action(text, *clause)
    if start is None:
        actor = words.actor.match(text, *clause)
        start = words.action(text, actor.end(), clause.end) if actor else None
    if start is None or words.no_action.match(text, start, clause.end):
        return None
    tail = words.tail.search(text, max(start, clause.end - 8), clause.end)
    end = min(tail.start() if tail else clause.end, start + words.longest_title)
    return Span(start, end) if end - start >= words.shortest_title else None


def _measure(
    reading: Reading, sentence: Span, title: Span, section: Section | None, calendar: Calendar, seen: Counter[str]
) -> Measure:
    region, _, _ = region_of(sentence, reading)
    words = title.of(reading.text)
    identity = section.id if section else None
    return Measure(
        id=identify("m", identity, words, seen=seen),
        section=identity,
        title=words,
        by=_deadline(reading, sentence, calendar),
        region=region,
        bodies=(),
        span=sentence,
        quote=sentence.of(reading.text),
    )


def _deadline(reading: Reading, sentence: Span, calendar: Calendar) -> str | None:
    """The year by which a sentence says that things are due; in a yearly report its year."""
    words = reading.language.measures
    yearly = str(calendar.end) if calendar.yearly else None
    if not words.dated.search(reading.folded, *sentence):
        return yearly
    for moment in reading.language.moments(reading.folded, *sentence, calendar):
        before = reading.folded[max(sentence.start, moment.span.start - 20) : moment.span.start]
        due = moment.ends or words.deadline.search(before.rstrip("“ ")) is not None
        if moment.tense == "future" and due:
            return str(moment.last)
    return yearly
