"""How a language writes slogans that name a spatial structure: the shape that the languages fill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True)
class StructureWords:
    """One language's slogans: groups, each a numeral and what it counts (两群三带), and how members are introduced.

    `numerals` are the numerals by value, `ordinals` what heads the first, second … member. `groups` finds single
    groups, `quoted` a slogan of groups in quotation marks (group 1), `bare` one without marks, `before_bracket` a
    group (`group`) that a bracket follows, `spatial_end` what is counted where that is a thing of space.
    `taken_up` finds a group (`label`) together with what introduces its members. `measures` are the signs between a
    numeral and what it counts. `verbs`, matched, stand before a member's name, `others` behind the last one;
    `conjunction` parts members, `shared_tail` gives the noun (`noun`) that all of them bear, and `centre` the only
    member (`name`) of a group of one.
    """

    numerals: Mapping[str, int]
    ordinals: tuple[str, ...]
    measures: str
    others: str
    groups: Pattern[str]
    quoted: Pattern[str]
    bare: Pattern[str]
    before_bracket: Pattern[str]
    spatial_end: Pattern[str]
    taken_up: Pattern[str]
    verbs: Pattern[str]
    conjunction: Pattern[str]
    shared_tail: Pattern[str]
    centre: Pattern[str]
