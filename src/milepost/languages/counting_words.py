"""How a language counts what it lists: the shape that the checks on lists and their numbers need."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True)
class CountingWords:
    """One language's words around lists whose members are counted, matched on folded text.

    `number` gives the value of a numeral. `counted` finds a numeral (`number`) and what it counts (`noun`); `opens`
    are the signs before it that leave a list open (等). `label` a numeral with its noun and the sign that opens the
    list of members (`opens`), with a `measure` word or without; `slogan` a quoted one (`name`) and `group` each of
    the groups that it is made of. `separators`, `conjunctions` part members; `verbs` are pieces that name no member
    (新建、改建公路). `unlisted` shows a list that names no members or not all. `each` is the word for "respectively",
    `bounds` are signs that end a clause, `joined` is what may stand between two figures of a list, `ordinals` heads
    a counted point (一是, group 1 its numeral). `common` are slogans that all plans take over and none explains;
    `explains` is what stands behind a slogan that is explained, `owner` what stands before that of a higher level,
    and `not_listed` fits a name that is no list (三星级). `formula` is a sum of numerals that names a list (2+3+4),
    `part` gives the pattern by which one of them is named. `divisions` counts the divisions of a region by kind
    (四县三市), `all_divisions` all of them at once; `kinds` are what the last signs of their names come to. `announced`
    finds a number (`number`) of projects or tasks in a heading, `entry` the number of a numbered line. `places`
    finds a number of places of which some are named (等16个镇), `turned_into` what such a place is to become.
    """

    number: Callable[[str], int | None]
    counted: Pattern[str]
    label: Pattern[str]
    opens: str
    slogan: Pattern[str]
    group: Pattern[str]
    separators: str
    conjunctions: Pattern[str]
    verbs: Pattern[str]
    unlisted: Pattern[str]
    each: Pattern[str]
    bounds: str
    joined: Pattern[str]
    ordinals: Pattern[str]
    common: frozenset[str]
    explains: Pattern[str]
    owner: Pattern[str]
    not_listed: Pattern[str]
    formula: Pattern[str]
    part: Callable[[int], str]
    divisions: Pattern[str]
    all_divisions: Pattern[str]
    announced: Pattern[str]
    entry: Pattern[str]
    places: Pattern[str]
    turned_into: Pattern[str]
    kinds: Mapping[str, str]
