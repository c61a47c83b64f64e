"""Where the chapters take up what the headline table promises: with a figure, in words, or not at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from milepost.checks.inspection import Inspection
from milepost.checks.tasks import spans_years, task_sections
from milepost.kernel.span import Span
from milepost.plans.concepts.table import concept
from milepost.plans.model import Indicator

# What all of a plan's work together brings about: no single chapter need take it up.
_OUTCOMES = frozenset(
    (
        "gdp",
        "gdp_per_capita",
        "labour_productivity",
        "life_expectancy",
        "healthy_life_expectancy",
        "resident_population",
    )
)
# A sentence speaks of an indicator when it has this share of the pieces of its name ("综合生产能力" alone, in a
# sentence on another product, must not do).
_SHARE = 0.75
# A name of so few pieces is that of one thing (发明专利): either half of it is enough.
_SHORT = 3


# Between the parts of a sum: coal, oil and gas.
_PARTS = re.compile(r"[、,，及和与]|\band\b")


@dataclass(frozen=True, slots=True)
class Uptake:
    """An indicator of the table, and what the chapters say of it.

    `name_span` is its name in the table; `mention` a place of the chapters that speaks of it, None where none does;
    `has_figure` says whether the chapters give a value for it.
    """

    indicator: Indicator
    name_span: Span
    mention: Span | None
    has_figure: bool


def uptakes(inspection: Inspection) -> tuple[Uptake, ...]:
    """For each indicator, where the chapters take it up; none where the text has fewer measures than the table rows."""
    return inspection.derived(_uptakes)


def base_of(identity: str | None) -> str | None:
    """The concept that changes, for a growth, a reduction or an addition; else the concept itself.

    >>> base_of("gdp_growth"), base_of("forest_cover"), base_of(None)
    ('gdp', 'forest_cover', None)
    """
    found = concept(identity) if identity else None
    return (found.base or found.id) if found else None


def _uptakes(inspection: Inspection) -> tuple[Uptake, ...]:
    plan = inspection.plan
    chapters = _Chapters(inspection)
    spans = [each.span for each in plan.measures] + [each.span for each in plan.commitments]
    spans += [each.span for each in plan.projects]
    said = sum(chapters.hold(span.start) for span in spans)
    if not spans_years(plan) or said < len(plan.indicators):
        return ()
    spoken: dict[str, Span] = {}
    figures: dict[str, Span] = {}
    for each in plan.commitments:
        base = base_of(each.concept)
        if base is not None and chapters.hold(each.span.start):
            spoken.setdefault(base, each.span)
            if each.target.value is not None:
                figures.setdefault(base, each.span)
    found = []
    for indicator in plan.indicators:
        base = base_of(indicator.concept)
        if base in _OUTCOMES or indicator.confidence < 0.7:
            continue
        mention = (figures.get(base) or spoken.get(base) if base else None) or chapters.mention(indicator.name)
        mention = mention or chapters.mention_of_parts(indicator.name)
        found.append(Uptake(indicator, _name_span(indicator, inspection.text), mention, base in figures))
    return tuple(found)


class _Chapters:
    """The text of the sections that lay down tasks, without the headline table and its box."""

    def __init__(self, inspection: Inspection) -> None:
        self._inspection = inspection
        self._tasks = task_sections(inspection)
        self._text = inspection.folded.lower()
        self._starts = [section.span.start for section in inspection.plan.sections]
        spans = [each.span for each in inspection.plan.indicators]
        self._tables = [
            span
            for span in (
                *(table.span for table in inspection.plan.tables),
                *(box.body for box in inspection.plan.boxes),
            )
            if any(span.start <= each.start < span.end for each in spans[:1])
        ]

    def hold(self, offset: int) -> bool:
        """Whether a character stands in a section that lays down tasks, and not in the headline table."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or self._inspection.plan.sections[at].id not in self._tasks:
            return False
        return not any(span.start <= offset < span.end for span in self._tables)

    def mention(self, name: str) -> Span | None:
        """A place that speaks of what a name names: from the first of its pieces in a sentence to the last."""
        words = self._inspection.words.coverage
        name = self._inspection.language.fold(name)
        for of_names, of_text in words.kindred:
            if of_names.search(name):
                for match in (found for each in of_text for found in each.finditer(self._inspection.folded)):
                    if self.hold(match.start()):
                        return Span(match.start(), match.end())
        kept = words.measuring.sub("\n", name.lower())
        pieces = list(dict.fromkeys(match[1] for match in words.gram.finditer(kept)))
        telling = [piece for piece in pieces if not words.generic_gram.match(piece)]
        if not telling:
            return Span(0, 1)  # nothing to go by: taken as mentioned
        if len(pieces) <= _SHORT:
            for piece in telling:
                for at in self._places(piece):
                    return Span(at, at + len(piece))
        return self._sentence_of(pieces)

    def mention_of_parts(self, name: str) -> Span | None:
        """A place that speaks of what an indicator is the sum of by a note of the table; None below two such parts."""
        words, folded = self._inspection.words.coverage, self._inspection.folded
        name = self._inspection.language.fold(name)
        at = folded.find(name) if name else -1
        while at >= 0:
            note = words.composed.match(folded, at + len(name))
            if note is not None:
                parts = [part for part in _PARTS.split(note["parts"]) if part.strip()]
                found = [place for part in parts if (place := self._place_of_part(part)) is not None]
                return found[0] if len(found) > 1 else None
            at = folded.find(name, at + 1)
        return None

    def _place_of_part(self, part: str) -> Span | None:
        pieces = (match[1] for match in self._inspection.words.coverage.gram.finditer(part.lower()))
        first = next((piece for piece in pieces if not self._inspection.words.coverage.generic_gram.match(piece)), None)
        return next((Span(at, at + len(first)) for at in self._places(first)), None) if first else None

    def _sentence_of(self, pieces: list[str]) -> Span | None:
        sentences: dict[Span, dict[str, int]] = {}
        for piece in pieces:
            for at in self._places(piece):
                sentences.setdefault(self._inspection.sentence_at(at), {}).setdefault(piece, at)
        for held in sentences.values():
            if len(held) >= _SHARE * len(pieces):
                return Span(min(held.values()), max(at + len(piece) for piece, at in held.items()))
        return None

    def _places(self, piece: str) -> Iterator[int]:
        at = self._text.find(piece)
        while at >= 0:
            if self.hold(at):
                yield at
            at = self._text.find(piece, at + 1)


def _name_span(indicator: Indicator, text: str) -> Span:
    at = text.find(indicator.name, indicator.span.start, indicator.span.end)
    return Span(at, at + len(indicator.name)) if at >= 0 and indicator.name else indicator.span
