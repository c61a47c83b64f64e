"""How far the words of a clause say that a thing will be brought, and by when: the promised stage.

What the stages mean, and which word counts where several stand together, is laid down in
`docs/explanation/promised-stages.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple, cast

from milepost.kernel.span import Span
from milepost.languages.promise_words import PromiseWords
from milepost.languages.statement import Calendar
from milepost.plans.reading import Reading
from milepost.plans.undertakings import Promise, PromisedStage

_RANK: Final = {"study": 0, "explore": 1, "seek": 1, "prepare": 2, "start": 3, "advance": 4, "complete": 5}
_GROUPS: Final = {
    "writing": "prepare",
    "making": "advance",
    "helping": "advance",
    "aiming": "advance",
    "reach": "advance",
}
_CHAIN = 4  # verbs side by side that are looked at
_TAIL = 16  # characters at the end of a clause in which the governed activity stands
_CLAUSES = 60  # clauses of a sentence that are looked at


class _Verb(NamedTuple):
    kind: str
    span: Span

    @property
    def stage(self) -> str:
        return _GROUPS.get(self.kind, self.kind)


def promises_in(reading: Reading, sentence: Span, action: int, due: Deadlines) -> tuple[Promise, ...]:
    """The promises of a sentence in order, one where the stage changes; the first is that of the sentence.

    `action` is where the verb stands by which the sentence was seen to say what is to be done: when no word tells of
    another stage, what it names goes on.
    """
    words = reading.language.promises
    if not words.telling.search(reading.folded, *sentence):
        return (_going_on(reading.folded, action, sentence, words, due.by(sentence.end)),)
    found: list[Promise] = []
    for clause in _clauses(reading.folded, sentence, words.parting):
        promise = _promise(reading.folded, clause, words, due, first=not found)
        if promise is not None and (not found or (promise.stage, promise.by) != (found[-1].stage, found[-1].by)):
            found.append(promise)
    return tuple(found) or (_going_on(reading.folded, action, sentence, words, due.by(sentence.end)),)


def _going_on(text: str, action: int, sentence: Span, words: PromiseWords, by: str | None) -> Promise:
    verb = words.other.match(text, action, sentence.end)
    return Promise("advance", by, Span(*verb.span()) if verb else Span(action, sentence.end))


class Deadlines:
    """The years by which a sentence says that things are due. In a yearly report all is due in its year."""

    def __init__(self, reading: Reading, sentence: Span) -> None:
        calendar = Calendar(reading.period.start, reading.period.end)
        self._yearly = str(calendar.end) if calendar.yearly else None
        self._moments: list[tuple[int, str]] = []
        words = reading.language.measures
        if words.dated.search(reading.folded, *sentence):
            for moment in reading.language.moments(reading.folded, *sentence, calendar):
                before = reading.folded[max(sentence.start, moment.span.start - 20) : moment.span.start].rstrip("“ ")
                if moment.tense == "future" and (moment.ends or words.deadline.search(before)):
                    self._moments.append((moment.span.start, str(moment.last)))

    @property
    def first(self) -> str | None:
        """The first deadline that is stated."""
        return self._moments[0][1] if self._moments else self._yearly

    def by(self, position: int) -> str | None:
        """The deadline that holds at a place: the last one stated before it."""
        stated = [year for start, year in self._moments if start < position]
        return stated[-1] if stated else self._yearly

    def stated(self, position: int) -> bool:
        """Whether a deadline is stated before a place: that all is due in the year of a report states none."""
        return any(start < position for start, _ in self._moments)


def _clauses(text: str, sentence: Span, parting: re.Pattern[str]) -> Iterator[Span]:
    start = sentence.start
    for _ in range(_CLAUSES):
        match = parting.search(text, start, sentence.end)
        end = match.start() if match else sentence.end
        if end > start:
            yield Span(start, end)
        if match is None:
            return
        start = match.end()


def _promise(text: str, clause: Span, words: PromiseWords, due: Deadlines, *, first: bool) -> Promise | None:
    """What one clause promises; None where it only says how, why or what for."""
    if words.circumstance.match(text, *clause):
        return None
    skipped = words.skipped.match(text, *clause)
    head = skipped.end() if skipped else clause.start
    # A word of pace is the verb where no other stands behind it (加快某某建设).
    chain = _chain(text, Span(head, clause.end), words) or _chain(text, clause, words)
    if not chain or chain[0].kind == "aiming":
        chain = _behind_subject(text, clause, words) or chain
    if not chain or (
        chain[0].kind in ("aiming", "reach") and not first and not _is_seen(chain[0], text, clause, words)
    ):
        return None
    verb = _held(chain, text, clause, words)
    stage = verb.stage
    if (verb.kind == "reach" and _is_seen(verb, text, clause, words)) or (
        verb.kind == "making" and due.stated(clause.end)
    ):
        stage = "complete"
    return Promise(cast(PromisedStage, stage), due.by(clause.end), verb.span)


def _is_seen(verb: _Verb, text: str, clause: Span, words: PromiseWords) -> bool:
    return verb.kind == "reach" and words.seen.search(text, verb.span.end, clause.end) is not None


def _chain(text: str, clause: Span, words: PromiseWords) -> list[_Verb]:
    """The verbs side by side at the head of a clause; two that are both promised count as the further one."""
    chain: list[_Verb] = []
    at = clause.start
    while len(chain) < _CHAIN and at < clause.end:
        both = words.joined.match(text, at, clause.end)
        match = words.verb.match(text, at, clause.end)
        if match is None:
            break
        if both is not None:
            chain.append(_Verb("advance", Span(*both.span())))
            break
        chain.append(_Verb(cast(str, match.lastgroup), Span(*match.span())))
        joint = words.joint.match(text, match.end(), clause.end)
        at = joint.end() if joint else match.end()
        skipped = words.skipped.match(text, at, clause.end)
        at = skipped.end() if skipped else at
    return chain


def _behind_subject(text: str, clause: Span, words: PromiseWords) -> list[_Verb]:
    """The verb of a clause that begins with how sure it is, or with its subject (确保某某投产)."""
    certain = words.certain.match(text, *clause)
    if certain is None:
        ending = words.ending.search(text, max(clause.start, clause.end - _TAIL), clause.end)
        return [_Verb(cast(str, ending.lastgroup), Span(*ending.span(cast(str, ending.lastgroup))))] if ending else []
    start = certain.end()
    if words.consent.search(text, start, clause.end):
        return [_Verb("seek", Span(*certain.span("word")))]
    later = words.later.search(text, start, clause.end)
    return [_Verb(cast(str, later.lastgroup), Span(*later.span()))] if later else []


def _held(chain: list[_Verb], text: str, clause: Span, words: PromiseWords) -> _Verb:
    """The verb that holds: the least of a chain, with the activity at its end."""
    lead = chain[0]
    if lead.kind == "helping":
        return lead
    if lead.kind == "study" and len(chain) > 1 and chain[1].kind == "writing":
        return _Verb("writing", Span(lead.span.start, chain[1].span.end))
    tail = words.tail.search(text, max(clause.end - _TAIL, chain[-1].span.start), clause.end)
    governed = (tail, words.governed.search(text, chain[-1].span.end, clause.end))
    chain += [
        _Verb(cast(str, each.lastgroup), Span(*each.span(cast(str, each.lastgroup)))) for each in governed if each
    ]
    return min(chain, key=lambda verb: _RANK[verb.stage])


def project_promises(reading: Reading, body: Span, members: list[Span]) -> list[Promise | None]:
    """What a box promises of each member of its list: the verb before the list, or the state that ends the name.

    Members are in the order of the text; a member that is merely listed has no promise.
    """
    words = reading.language.promises
    text = reading.folded
    found: list[Promise | None] = []
    held: Promise | None = None
    at = body.start
    for member in members:
        if member.start >= at:
            held = _after_gap(reading, Span(at, member.start), held)
            at = member.end
        state = words.state.search(text, max(member.start, member.end - _TAIL), member.end)
        found.append(_of_match(state, None) if state else held)
    return found


def _after_gap(reading: Reading, gap: Span, held: Promise | None) -> Promise | None:
    """The promise that holds behind the words between two members."""
    words, text = reading.language.promises, reading.folded
    start = gap.start
    for broken in words.breaks.finditer(text, *gap):
        lead = words.lead.search(text, start, broken.start())
        held = _of_match(lead, None) if lead else None
        start = broken.end()
    for lead in words.lead.finditer(text, start, gap.end):
        held = _of_match(lead, Deadlines(reading, Span(start, gap.end)).by(gap.end))
    return held


def _of_match(match: re.Match[str], by: str | None) -> Promise:
    kind = cast(str, match.lastgroup)
    return Promise(cast(PromisedStage, _GROUPS.get(kind, kind)), by, Span(*match.span(kind)))
