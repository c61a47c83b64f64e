"""What a language must say for the checks on the same thing said twice; `chinese/` and `english/` fill it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True)
class ConsistencyWords:
    """One language's words and patterns, matched on folded text.

    `filler` is what may be taken off a subject without loss, `scopes` the words that make another figure of the same
    concept, `place` a place at the beginning of a subject, `change` the end of a subject that measures a change.
    `change_to` are the words between the value that something changes from and the one it changes to, `changed_by`
    those before a figure that says by how much, `aim` those before one that was only aimed at, `price_basis` those on
    the year whose prices are used. `adverb` is what may be left at the end of a subject, `bare_period` a number of
    years that does not say which. `yearly` says that a figure is one of each year, behind the last `clause_end`.
    `points` and `times` are units of a difference and of a multiple; `bare_name` is the name of a sub-row that says
    nothing without its group. `bound_before` and `bound_behind` are the words beside a figure that say how strictly it
    is meant; `spacing` is what may stand inside a name without changing it.

    For the names of projects: `one_spelling` are patterns with what they are replaced by, so that one thing is
    written one way; `project_tail` is what a name may end in without loss, `whole_region` how it begins when it is
    for the plan's own region, `line_sign` what makes a place at the beginning the end of a line, `number` a number
    and `apart` what makes two projects of names that are else alike.

    For lists in the running text: `clause` is a clause, `list_sign` what parts members and `conjunctions` the
    characters among these that may also begin a name; `list_lead` are verbs before a list, `list_close` the sign
    behind its last member, `list_open` words that leave room for more members, `route` the number of a road; `generic`
    is what many places have, `quantifier` are words of number before what is listed, `dashes` the signs that are
    written as `line_dash` in the names of projects.

    For the rest: `not_early` is where a clause seeks money or policy, or plans to build, `built_then` that what is
    sought is also built, `area` the end of the name of a field or estate that has many projects; `key_list` calls a
    list that of the key projects; `works` says what is done, `new_works` that it is new, `works_behind` the same
    behind a list (group `works`); `line` is a railway or road (groups `start`, `end`, `kind`, `works`), `dash_class`
    what may stand between its ends, `line_works` makes of its names a pattern for it with its works. `title_held` and
    `title_sought` are awards and what is applied for (group `title`, the second also `title_behind`); `whole` is what
    a share is of (groups `whole`, `whole_before`). `set_phrase` is what documents say in the same words with good
    reason, `part_sign` parts the members of any list, and `letters_for_a_word` tells how many characters say as much
    as one Chinese one.
    """

    filler: Pattern[str]
    scopes: Pattern[str]
    place: Pattern[str]
    change: Pattern[str]
    change_to: Pattern[str]
    changed_by: Pattern[str]
    aim: Pattern[str]
    price_basis: Pattern[str]
    adverb: Pattern[str]
    bare_period: Pattern[str]
    yearly: Pattern[str]
    clause_end: Pattern[str]
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
    clause: Pattern[str]
    list_sign: Pattern[str]
    conjunctions: frozenset[str]
    list_lead: Pattern[str]
    list_close: Pattern[str]
    list_open: Pattern[str]
    built_then: Pattern[str]
    area: Pattern[str]
    route: Pattern[str]
    generic: Pattern[str]
    quantifier: Pattern[str]
    not_early: Pattern[str]
    dashes: Pattern[str]
    line_dash: str
    key_list: Pattern[str]
    works: Pattern[str]
    new_works: Pattern[str]
    works_behind: Pattern[str]
    line: Pattern[str]
    dash_class: str
    line_works: Callable[[str], Pattern[str]]
    title_held: Pattern[str]
    title_sought: Pattern[str]
    whole: Pattern[str]
    set_phrase: Pattern[str]
    part_sign: Pattern[str]
    letters_for_a_word: int
