"""What a language must say for the checks on the same thing said twice; `chinese/` and `english/` fill it."""

from __future__ import annotations

from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True)
class ConsistencyWords:
    """One language's words and patterns, matched on folded text.

    `filler` is what may be taken off a subject without loss, `scopes` the words that make another figure of the same
    concept, `place` a place at the beginning of a subject, `change` the end of a subject that measures a change.
    `change_to` are the words between the value that something changes from and the one it changes to, `adverb` what
    may be left at the end of a subject. `points` and `times` are units of a difference and of a multiple; `bare_name`
    is the name of a sub-row that says nothing without its group. `bound_before` and `bound_behind` are the words beside
    a figure that say how strictly it is meant; `spacing` is what may stand inside a name without changing it.

    For the names of projects: `one_spelling` are patterns with what they are replaced by, so that one thing is written
    one way; `project_tail` is what a name may end in without loss, `whole_region` how it begins when it is for the
    plan's own region, `line_sign` what makes a place at the beginning the end of a line, `number` a number and
    `apart` what makes two projects of names that are else alike.
    """

    filler: Pattern[str]
    scopes: Pattern[str]
    place: Pattern[str]
    change: Pattern[str]
    change_to: Pattern[str]
    adverb: Pattern[str]
    points: Pattern[str]
    times: Pattern[str]
    bare_name: Pattern[str]
    bound_before: Pattern[str]
    bound_behind: Pattern[str]
    spacing: Pattern[str]
    one_spelling: tuple[tuple[Pattern[str], str], ...]
    project_tail: Pattern[str]
    whole_region: Pattern[str]
    line_sign: Pattern[str]
    number: Pattern[str]
    apart: Pattern[str]
