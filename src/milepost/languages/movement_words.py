"""How a language says that a figure moves from one value to another: the shape that the checks on changes need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True)
class MovementWords:
    """One language's words for changes, parts, periods and shares, matched on folded text.

    `moved` finds a start and an end (`low`, `high`, with `low_unit`, `high_unit`, `low_year`, `high_year`) and the verb
    between or before them (`up` or `down`); `by` finds an amount of change (`amount`, `unit`) with its verb (`up` or
    `down`), `yearly` when it is one of each year, and `is_multiple` when it says how many times as much there is, and
    `another` what stands before it where it is the change of something else. `ranked` shows that what moves is a rank.
    `structure` names what shares of a whole are of. `including` leads in the parts of the figure before it, `apart`
    shows that a figure behind it is no part, `averaged` that the whole is an average, which parts may exceed. `lasting`
    finds a number of years (`years`) or a plan's number (`plan`) at the end of what stands before years in brackets;
    `number` gives the value of a numeral and `plan_start` the first year of a numbered plan. `based` finds a year that
    a target is measured against (`year`).
    `total` leads in a sum of the figures before it. `dated` finds a year (`year`) said to be one, `deadline` one by
    which something is to be done.
    """

    moved: Pattern[str]
    by: Pattern[str]
    another: Pattern[str]
    ranked: Pattern[str]
    structure: Pattern[str]
    including: Pattern[str]
    apart: Pattern[str]
    averaged: Pattern[str]
    lasting: Pattern[str]
    number: Callable[[str], int | None]
    plan_start: Callable[[str], int | None]
    based: Pattern[str]
    total: Pattern[str]
    dated: Pattern[str]
    deadline: Pattern[str]
