"""Which sentences say what is to be done, without a figure: by when, and where."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import islice, takewhile

from milepost.kernel.span import Span
from milepost.languages.measure_words import MeasureWords
from milepost.plans.duty_columns import task_cells
from milepost.plans.enumerations import trim
from milepost.plans.identity import identify
from milepost.plans.model import Measure, Section
from milepost.plans.promises import Deadlines, promises_in
from milepost.plans.reading import Reading
from milepost.plans.regions import region_of
from milepost.plans.sections import SectionIndex

_CLAUSES = 12  # clauses of a sentence that are looked at for its first action
_LONGEST_HEADING = 40  # characters of a line without a full stop that is taken for a heading


def find(reading: Reading) -> tuple[Measure, ...]:
    """One measure for each action sentence of the part that looks ahead, in the order of the text.

    Sentences in headings, boxes and tables, in sections about the past or about principles, and those that hold a
    fact, give none. Of a sentence that holds a promised figure, the clauses before and behind it are read.
    """
    words = reading.language.measures
    index = SectionIndex(reading.sections)
    closed = reading.past_sections | _without_tasks(reading, words)
    facts = sorted(row.value_span.start for row in reading.facts)
    promised = sorted(row.span for row in reading.commitments)
    first = reading.sections[0].span.start if reading.sections else 0
    seen: Counter[str] = Counter()
    measures = []
    for sentence in _sentences(reading, words, first):
        section = index.at(sentence.start)
        if (section is not None and section.id in closed) or _holds(facts, sentence):
            continue
        if words.past.search(reading.folded, *sentence):
            continue
        for stretch in _without_figures(reading.unmarked, sentence, promised, words):
            title = _title(reading.unmarked, stretch, words)
            if title is not None:
                measures.append(_measure(reading, stretch, title, section, seen))
    measures += _tasks(reading, index, seen)
    return tuple(sorted(measures, key=lambda measure: measure.span))


def _without_tasks(reading: Reading, words: MeasureWords) -> frozenset[str]:
    """Ids of the sections of principles and goals, by their own title."""
    return frozenset(section.id for section in reading.sections if words.not_tasks.search(section.title))


def _sentences(reading: Reading, words: MeasureWords, first: int) -> Iterator[Span]:
    """Sentences of running text without the marks before them."""
    text = reading.unmarked
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
            # A line that ends by saying whose duty it is, is a task.
            marked = text[sentence.end : end] != reading.folded[sentence.end : end]
            heading = stop in ("", "\n") and sentence.length <= _LONGEST_HEADING and not marked
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


def _without_figures(text: str, sentence: Span, promised: list[Span], words: MeasureWords) -> Iterator[Span]:
    """The clauses of a sentence that hold no promised figure, those side by side as one; mostly all of them."""
    at = max(0, bisect_left(promised, sentence) - 1)
    inside = [
        span for span in takewhile(lambda span: span.start < sentence.end, promised[at:]) if span.overlaps(sentence)
    ]
    if not inside:
        yield sentence
        return
    run: list[Span] = []
    for found in words.clause.finditer(text, *sentence):
        clause = Span(*found.span())
        if not any(clause.overlaps(span) for span in inside):
            run.append(clause)
            continue
        if run and words.dated.search(text, *run[-1]) and _action(text, run[-1], words) is None:
            run.pop()  # the time that governs the figure behind it
        if run:
            yield trim(text, run[0].start, run[-1].end)
        run = []
    if run:
        yield trim(text, run[0].start, run[-1].end)


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


def _measure(reading: Reading, sentence: Span, title: Span, section: Section | None, seen: Counter[str]) -> Measure:
    due = Deadlines(reading, sentence)
    promises = promises_in(reading, sentence, title.start, due)
    lead, support, bodies = reading.duties.at(sentence)
    region, _, _ = region_of(sentence, reading)
    words = title.of(reading.text)
    identity = section.id if section else None
    return Measure(
        id=identify("m", identity, words, seen=seen),
        section=identity,
        title=words,
        by=due.first,
        region=region,
        bodies=bodies,
        span=sentence,
        quote=sentence.of(reading.text),
        promise=promises[0],
        promises=promises,
        lead=lead,
        support=support,
    )


def _tasks(reading: Reading, index: SectionIndex, seen: Counter[str]) -> Iterator[Measure]:
    """The tasks of tables that name for each who is responsible."""
    words = reading.language.measures
    for table in reading.document.tables:
        for cell in task_cells(table, reading.language.bodies):
            task = trim(reading.folded, *cell.span)
            mark = words.mark.match(reading.folded, *task)
            task = trim(reading.folded, mark.end() if mark else task.start, task.end)
            if task.length >= words.shortest_title:
                whole = Span(task.start, min(task.end, task.start + words.longest_title))
                title = _title(reading.folded, task, words) or whole
                yield _measure(reading, task, title, index.at(task.start), seen)
