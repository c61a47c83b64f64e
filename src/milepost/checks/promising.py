"""With which word the text promises a target: firmly, or as something to strive for."""

from __future__ import annotations

import re

from milepost.checks.goals import Goal
from milepost.checks.inspection import Inspection
from milepost.kernel.span import Span

_NEAR = 40  # characters from the word to the end of the figure: shown as one place


def word_before(goal: Goal, pattern: re.Pattern[str], inspection: Inspection) -> Span | None:
    """The last word of a kind in the sentence of a target, before its figure; None if there is none."""
    place = goal.places[0]
    start = inspection.sentence_at(place.start).start
    found = list(pattern.finditer(inspection.folded, start, place.end))
    return Span(*found[-1].span()) if found else None


def with_word(goal: Goal, pattern: re.Pattern[str], inspection: Inspection) -> tuple[Span, ...]:
    """The place of a target of the text together with the word that promises it: one place where they stand near."""
    place, word = goal.places[0], word_before(goal, pattern, inspection)
    if word is None or place.start <= word.start:
        return (place,)
    return (Span(word.start, place.end),) if place.end - word.start <= _NEAR else (word, place)
