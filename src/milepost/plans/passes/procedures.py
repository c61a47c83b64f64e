"""Which procedures a plan lays down for carrying it out: what is done, by whom, to whom it goes, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from milepost.kernel.span import Span
from milepost.languages.procedure_words import ProcedureWords
from milepost.plans.body_names import in_sentence
from milepost.plans.enumerations import trim
from milepost.plans.model import Section
from milepost.plans.reading import Reading
from milepost.plans.sections import SectionIndex
from milepost.plans.undertakings import Procedure, ProcedureKind

_LONGEST_SENTENCE = 1500  # characters; a text that has lost its full stops is read in pieces
_APART = 2  # signs between two sentences of one procedure


@dataclass
class _Acting:
    """Who does what in a piece of text."""

    organiser: str | None = None
    lead: str | None = None
    receiver: str | None = None
    approver: str | None = None


def find(reading: Reading) -> tuple[Procedure, ...]:
    """Procedures in the order of the text: those of the chapter on implementation, and others that are unmistakable."""
    words = reading.language.procedures
    found: list[Procedure] = []
    for sentence in _sentences(reading, words):
        opening = None
        for kind, span in _pieces(reading.folded, sentence, words):
            opening = opening or Span(sentence.start, span.start)
            procedure = _procedure(reading, kind, span, Span(sentence.start, span.start), words)
            if procedure.when is None or not procedure.when[0].isdigit():
                dated = words.dated.search(reading.folded, *opening)
                procedure = replace(procedure, when=dated[0] if dated else procedure.when)
            if found and found[-1].kind == kind and span.start - found[-1].span.end <= _APART:
                found[-1] = _joined(found[-1], procedure, reading.text)
            else:
                found.append(procedure)
    return tuple(found)


def _sentences(reading: Reading, words: ProcedureWords) -> Iterator[Span]:
    """Sentences that may lay down a procedure."""
    index = SectionIndex(reading.sections)
    headings = [section.span for section in reading.sections]
    chapters = {section.id for section in reading.sections if _on_implementation(section, index, words)}
    wanted = [section for section in reading.sections if section.id in chapters]
    for section in wanted:
        inner = [span for span in headings if section.body.contains(span)]
        end = min([span.start for span in inner] + [section.body.end])
        for sentence in _parted(reading, Span(section.span.end, end)):
            if words.about.search(reading.folded, *sentence):
                yield sentence
    for match in words.anywhere.finditer(reading.folded):
        around = index.at(match.start())
        if around is None or (around.id not in chapters and around.id not in reading.past_sections):
            yield _around(reading, match)


def _on_implementation(section: Section, index: SectionIndex, words: ProcedureWords) -> bool:
    return any(words.section.search(part.title) for part in index.with_parents(section))


def _parted(reading: Reading, stretch: Span) -> Iterator[Span]:
    """The sentences of a stretch without blanks around them."""
    start = stretch.start
    ends = reading.language.measures.sentence_end.finditer(reading.folded, *stretch)
    for end in (*(found.start() for found in ends), stretch.end):
        sentence = trim(reading.folded, start, min(end, start + _LONGEST_SENTENCE))
        if sentence.length:
            yield sentence
        start = end + 1


def _around(reading: Reading, match: re.Match[str]) -> Span:
    """The sentence around a match."""
    text = reading.folded
    start = max(0, match.start() - _LONGEST_SENTENCE)
    ends = [found.end() for found in reading.language.measures.sentence_end.finditer(text, start, match.start())]
    close = reading.language.measures.sentence_end.search(text, match.end(), match.end() + _LONGEST_SENTENCE)
    return trim(text, ends[-1] if ends else start, close.start() if close else match.end())


def _pieces(text: str, sentence: Span, words: ProcedureWords) -> Iterator[tuple[ProcedureKind, Span]]:
    """The procedures of a sentence: a kind and its clauses, with those behind them that name none."""
    kind: str | None = None
    start = end = sentence.start
    for clause in words.clause.finditer(text, *sentence):
        own = next((name for name, pattern in words.kinds.items() if pattern.search(text, *clause.span())), None)
        if own is not None and own != kind:
            if kind is not None:
                yield cast(ProcedureKind, kind), trim(text, start, end)
            kind, start = own, clause.start()
        end = clause.end()
    if kind is not None:
        yield cast(ProcedureKind, kind), trim(text, start, end)


def _procedure(reading: Reading, kind: ProcedureKind, span: Span, before: Span, words: ProcedureWords) -> Procedure:
    acting = _acting(reading, span, words)
    if acting.organiser is None and acting.lead is None:
        # The subject of the clauses before goes on to act.
        subject = _acting(reading, before, words)
        acting.organiser, acting.lead = subject.organiser, subject.lead
    dated = words.when[kind].search(reading.folded, *span) if kind in words.when else None
    return Procedure(
        kind=kind,
        organiser=acting.organiser,
        lead=acting.lead,
        receiver=acting.receiver,
        approver=acting.approver,
        when=dated["when"] if dated else None,
        span=span,
        quote=span.of(reading.text),
    )


def _acting(reading: Reading, span: Span, words: ProcedureWords) -> _Acting:
    """Who acts in a piece: the first body named for each part, and a general word where no body organises."""
    text = reading.folded
    acting = _Acting()
    for name, role in in_sentence(text, span, reading.language.bodies):
        body = name.of(reading.text)
        if role == "other" and words.approves.match(text, name.end, span.end):
            acting.approver = acting.approver or body
        elif role == "other":
            acting.receiver = acting.receiver or body
        elif role == "lead" and words.leads.match(text, name.end, span.end):
            acting.lead = acting.lead or body
        elif role == "lead":
            acting.organiser = acting.organiser or body
    if acting.organiser is None and acting.lead is None:
        general = words.general.search(text, *span)
        acting.organiser = general[0] if general else None
    return acting


def _joined(first: Procedure, second: Procedure, text: str) -> Procedure:
    """One procedure told in two sentences: what the first leaves open, the second may say."""
    span = Span(first.span.start, second.span.end)
    return replace(
        first,
        organiser=first.organiser or second.organiser,
        lead=first.lead or second.lead,
        receiver=first.receiver or second.receiver,
        approver=first.approver or second.approver,
        when=first.when or second.when,
        span=span,
        quote=span.of(text),
    )
