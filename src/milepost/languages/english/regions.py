"""How English documents name their region: by its form, as no table of divisions is at hand."""

from __future__ import annotations

import re

from milepost.languages.place_words import PlaceWords, RegionWords
from milepost.languages.words import NEVER

WORDS = RegionWords(
    form=re.compile(
        r"\b(?P<name>(?:[A-Z][\w'’-]+ ){1,3}"
        r"(?:District|Province|County|Region|Prefecture|Municipality|City|State|Council))\b"
    ),
    titles=(),
    prefixes=(),
    quoted=NEVER,
    kinds=(),
    official=NEVER,
    official_run=NEVER,
    zone=NEVER,
)


def _unchanged(name: str) -> str:
    """English names of divisions are not shortened."""
    return name


def _none(name: str) -> tuple[str, ...]:
    """An English name has no short names."""
    del name
    return ()


def _no_initials(characters: str) -> tuple[re.Pattern[str], ...]:
    """No English name is shortened to its first letter."""
    del characters
    return ()


def _named(name: str, words: str) -> bool:
    """Whether words speak of the whole region: by its name only."""
    return name in words


# Without a table of divisions a region has no parts, so that their mentions need no words of their own.
PLACES = PlaceWords(
    stem_of=_unchanged,
    short_names=_none,
    names_whole=_named,
    ordinary=frozenset(),
    longer=(),
    suffix_starts_a_word={},
    features=(),
    feature_starts_a_word={},
    joins=NEVER,
    line_behind=NEVER,
    line_before=NEVER,
    goes_on=NEVER,
    comes_from=NEVER,
    no_line=NEVER,
    town=NEVER,
    initials=_no_initials,
    dashes="",
)
