"""How a language names divisions and the region of a plan: the shape that `chinese/` and `english/` fill."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True)
class PlaceWords:
    """How the names of divisions stand in running text.

    `stem_of` and `short_names` shorten an official name; `names_whole` tells whether words (second) speak of the
    whole region of a name (first). `ordinary` are short names that are words as well, `longer` words that hold a
    short name by chance. `suffix_starts_a_word` gives, for a generic word's last character, those behind it with
    which it makes another word (市场), `feature_starts_a_word` the same for the words of `features`, which make the
    name of a natural thing of a name in front.

    `joins`, matched whole between two mentions, makes them one list; `line_behind`, matched behind a mention, and
    `line_before`, searched in the two characters before, make it the end of a line. `goes_on` (matched) and
    `comes_from` (searched) give in the group `other` what a line joins it to; `no_line` shows that a joint is none.
    `town`, matched behind a mention, has the group `name` of a town in that division.
    `initials` gives, for the first characters of names, patterns of places where these stand for the names, with the
    signs of `dashes` between them.
    """

    stem_of: Callable[[str], str]
    short_names: Callable[[str], tuple[str, ...]]
    names_whole: Callable[[str, str], bool]
    ordinary: frozenset[str]
    longer: tuple[str, ...]
    suffix_starts_a_word: Mapping[str, str]
    features: tuple[str, ...]
    feature_starts_a_word: Mapping[str, str]
    joins: Pattern[str]
    line_behind: Pattern[str]
    line_before: Pattern[str]
    goes_on: Pattern[str]
    comes_from: Pattern[str]
    no_line: Pattern[str]
    town: Pattern[str]
    initials: Callable[[str], tuple[Pattern[str], ...]]
    dashes: str


@dataclass(frozen=True)
class RegionWords:
    """Where a document says which region it is for.

    `form` finds in its group `name` the name of a region that is told by its form alone, where no table of divisions
    is at hand; the others serve to look names up in the table. `titles` have the group `name` of the region that a
    title or the first lines name, from which `prefixes` are taken; `quoted` finds titles of plans in quotation marks.
    `kinds` are the generic words that end official names; `official` matches such a name, `official_run` a run of
    characters that ends like one. `zone`, at the end, is a region that no table holds.
    """

    form: Pattern[str] | None
    titles: tuple[Pattern[str], ...]
    prefixes: tuple[str, ...]
    quoted: Pattern[str]
    kinds: tuple[str, ...]
    official: Pattern[str]
    official_run: Pattern[str]
    zone: Pattern[str]
