"""Which organisations a plan names as responsible, and what for: in sentences, brackets, lines and tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from milepost.kernel.span import Span
from milepost.languages.body_words import BodyWords
from milepost.plans.body_names import Named, in_mark, in_sentence, listed
from milepost.plans.duties import Duties, Duty
from milepost.plans.duty_columns import duty_columns
from milepost.plans.enumerations import trim
from milepost.plans.reading import Reading
from milepost.plans.undertakings import Body

_LONGEST_SENTENCE = 2000  # characters; beyond, the text has lost its full stops, and only its near part is looked at
_STOPS = "。；;！!.．"


def find(reading: Reading) -> Duties:
    """The bodies of the whole text, with the stretch that each one's duty lies on."""
    words = reading.language.bodies
    found: list[Named] = []
    duties: list[Duty] = []
    marks: list[Span] = []
    for mark, governed, named in _marks(reading, words):
        marks.append(mark)
        found += named
        duties += _duty(reading, governed, named)
    for text, sentence in _sentences(reading, words, marks):
        named = in_sentence(text, sentence, words)
        found += named
        duties += _duty(reading, sentence, named)
    for row, named in _rows(reading, words):
        found += named
        duties += _duty(reading, row, named)
    spans = sorted({named.span for named in found})
    return Duties(tuple(Body(span.of(reading.text), span) for span in spans), tuple(duties), tuple(marks))


def _duty(reading: Reading, governed: Span, named: list[Named]) -> list[Duty]:
    names = {
        role: tuple(dict.fromkeys(each.span.of(reading.text) for each in named if each.role == role))
        for role in ("lead", "support")
    }
    return [Duty(governed, names["lead"], names["support"])] if any(names.values()) else []


def _marks(reading: Reading, words: BodyWords) -> Iterator[tuple[Span, Span, list[Named]]]:
    """Brackets and lines that put a duty on what stands before them: their span, what they govern, whom they name."""
    text = reading.folded
    first_leads = words.first_leads.search(text) is not None
    ends = [section.span.end for section in reading.sections]
    reach = 0
    for paragraph in _runs_of_labels(reading, words):
        for mark in _brackets(text, paragraph, words):
            inner = Span(mark.start + 1, mark.end - 1) if text[mark.start] in words.opening else mark
            named = in_mark(text, inner, words, first_leads=first_leads)
            if not named:
                continue
            heading = bisect_right(ends, paragraph.start)
            yield mark, _governed(text, mark, paragraph, max(reach, ends[heading - 1] if heading else 0)), named
            reach = mark.end


def _runs_of_labels(reading: Reading, words: BodyWords) -> Iterator[Span]:
    """Paragraphs with a sign of a duty; lines that begin with a label are taken together."""
    text = reading.folded
    run: Span | None = None
    for paragraph in reading.paragraphs:
        if words.label.match(text, paragraph.start, paragraph.end):
            run = Span(run.start if run else paragraph.start, paragraph.end)
            continue
        if run is not None:
            yield run
            run = None
        if words.mark_cue.search(text, paragraph.start, paragraph.end):
            yield Span(paragraph.start, paragraph.end)
    if run is not None:
        yield run


def _brackets(text: str, paragraph: Span, words: BodyWords) -> Iterator[Span]:
    """The outermost brackets of a paragraph, or all of it when it is a line of labels."""
    if words.label.match(text, *paragraph):
        yield paragraph
        return
    depth, start = 0, 0
    for sign in re.finditer(f"[{re.escape(words.opening + words.closing)}]", text[paragraph.start : paragraph.end]):
        at = paragraph.start + sign.start()
        if sign[0] in words.opening:
            start = at if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield Span(start, at + 1)


def _governed(text: str, mark: Span, paragraph: Span, reach: int) -> Span:
    """What a mark speaks of: back to the mark before it, or to its own sentence inside of which it stands."""
    start = max(paragraph.start, reach)
    said = trim(text, start, mark.start)
    if not said.length:
        # A line of its own speaks of whole paragraphs before it.
        line = text.find("\n", reach, mark.start)
        whole = reach if line < 0 or not trim(text, reach, line, _STOPS + " \u3000").length else line
        return Span(whole, mark.end)
    ends_paragraph = not trim(text, mark.end, paragraph.end, _STOPS + " \n\u3000").length
    if ends_paragraph or text[said.end - 1] in _STOPS:
        return Span(start, mark.end)
    return Span(max(start, *(text.rfind(stop, start, mark.start) + 1 for stop in _STOPS)), mark.end)


def _sentences(reading: Reading, words: BodyWords, marks: list[Span]) -> Iterator[tuple[str, Span]]:
    """Sentences of running text that hold a sign of a duty outside such brackets, and the text without those."""
    text = Duties(marks=tuple(marks)).hidden(reading.folded)
    stop = reading.language.measures.sentence_end
    for paragraph in reading.paragraphs:
        if words.cue.search(text, paragraph.start, paragraph.end):
            start = paragraph.start
            for end in (*(found.start() for found in stop.finditer(text, start, paragraph.end)), paragraph.end):
                sentence = Span(start, min(end, start + _LONGEST_SENTENCE))
                if words.cue.search(text, *sentence):
                    yield text, sentence
                start = end + 1


def _rows(reading: Reading, words: BodyWords) -> Iterator[tuple[Span, list[Named]]]:
    """Rows of tables that have a column of responsible bodies, with those named in it."""
    for table in reading.document.tables:
        columns = duty_columns(table, words)
        if not columns:
            continue
        for row in table.grid()[table.header_rows :]:
            cells = [cell for cell in row if cell is not None]
            named = [
                Named(name, role)
                for place, role in columns
                if (cell := row[place]) is not None
                for name in listed(reading.folded, cell.span, words)
            ]
            if named:
                yield Span(min(cell.span.start for cell in cells), max(cell.span.end for cell in cells)), named
