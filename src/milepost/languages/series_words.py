"""What a language must say for telling one series of statistics from another; `chinese/` and `english/` fill it."""

from __future__ import annotations

from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True)
class SeriesWords:
    """One language's patterns, matched on text in NFKC and lower case.

    `bases` pairs the code of a basis (`milepost.observations.basis.BASIS_DIMENSIONS`) with the words that state it, in
    the order in which they are looked for: what one has found is out of sight for those behind it. A group `detail` is
    a year or an amount, which goes behind the code. `name_bases` are the codes that the name of an indicator may
    state as well; elsewhere in a name such words mean something else. `fillers` add nothing to a basis.

    `qualifiers` are words in a name that make it one part of something: axis, value on that axis, and the words. Two
    names with different values on one axis name two things. On an axis of `restricting`, or with a value of it
    (`settlement/rural`), a name is a part of one that has no value there. `unqualified` is taken out of a name first:
    it holds such words without their meaning.

    `head` finds the word that names the matter at the front of a plain name, behind words that any name may begin
    with; names that share it are related. `share` finds that a percentage is a part of a whole and no growth. `counts`
    are the words for units in which anything is counted. `growth_name` is the name of the growth of something, with
    `{}` for it.
    """

    bases: tuple[tuple[str, Pattern[str]], ...]
    name_bases: frozenset[str]
    fillers: Pattern[str]
    qualifiers: tuple[tuple[str, str, Pattern[str]], ...]
    restricting: frozenset[str]
    unqualified: Pattern[str]
    head: Pattern[str]
    share: Pattern[str]
    counts: Pattern[str]
    growth_name: str
