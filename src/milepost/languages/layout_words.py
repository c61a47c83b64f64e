"""What a language must say for the checks on numbers, headings and signs; `chinese/` and `english/` fill it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Enumerator:
    """A mark that counts the members of an enumeration inside a text, with a group `number`.

    `opened` says that a first member is always marked too, so that a series which begins with the second has lost it.
    """

    style: str
    pattern: re.Pattern[str]
    number: Callable[[str], int | None]
    opened: bool = False


@dataclass(frozen=True)
class LayoutWords:
    """One language's words and patterns, matched on folded text.

    `outline` are the styles of lines that begin with a number (group `number`), `heading_styles` those among them
    that head sections. `enumerators` are the marks of enumerations inside a text.

    Of the headers of a table, `value_header` finds those over values, `sum_header` those over sums and averages,
    `year_header` matches one that is only a year; `cumulative_figure` matches a cell in the brackets of sums.

    `placeholder` finds what was never filled in, and is tried only where one of `placeholder_hints` stands; `doubled`
    finds marks in a row of which one is too many. `widths` are kinds of marks: what is said of them in Chinese and in
    English, the pattern of those of the other width, and of those that the language uses. `clause_opening` matches a
    verb that opens a clause about what is to be done.

    `pointers` find references to another place of the document (groups `what`, `number`), `label` matches what stands
    at the head of such a place; `division_lead` stands before a reference to a division of this document.
    `opposites` are pairs of matters that are announced together; `goal_title` finds titles of goals, `goal_word` any
    word in a title that lets goals stand under it.
    """

    outline: tuple[tuple[str, re.Pattern[str]], ...]
    heading_styles: frozenset[str]
    enumerators: tuple[Enumerator, ...]
    value_header: re.Pattern[str]
    sum_header: re.Pattern[str]
    year_header: re.Pattern[str]
    cumulative_figure: re.Pattern[str]
    placeholder: re.Pattern[str]
    placeholder_hints: tuple[str, ...]
    doubled: re.Pattern[str]
    widths: tuple[tuple[tuple[str, str], re.Pattern[str], re.Pattern[str]], ...]
    clause_opening: re.Pattern[str]
    pointers: tuple[re.Pattern[str], ...]
    division_lead: re.Pattern[str]
    label: re.Pattern[str]
    opposites: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    goal_title: re.Pattern[str]
    goal_word: re.Pattern[str]
