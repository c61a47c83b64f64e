"""English words for the checks on names, words and sentences."""

from __future__ import annotations

import re

from milepost.languages.naming_words import NamingWords, Spelling, Spellings, Successor
from milepost.languages.words import NEVER


def _word(shown: str, pattern: str) -> Spelling:
    return Spelling(shown, re.compile(rf"\b(?:{pattern})\b"))


_UNITS = (
    Spellings("公里", "kilometres", (_word("km", r"(?<=\d)\s?km"), _word("kilometres", "kilomet(?:re|er)s?"))),
    Spellings("公顷", "hectares", (_word("ha", r"(?<=\d)\s?ha"), _word("hectares", "hectares?"))),
    Spellings("兆瓦", "megawatts", (_word("MW", r"(?<=\d)\s?MW"), _word("megawatts", "megawatts?"))),
    Spellings("吨", "tonnes", (_word("tonnes", "tonnes?"), _word("tons", "tons?"))),
    Spellings("百分号", "per cent", (_word("per cent", "per cent"), _word("percent", "percent"))),
)
_SPELLINGS = (
    Spellings("program 的拼写", "programme", (_word("programme", "[Pp]rogrammes?"), _word("program", "[Pp]rograms?"))),
    Spellings("labour 的拼写", "labour", (_word("labour", "[Ll]abour"), _word("labor", "[Ll]abor"))),
    Spellings("centre 的拼写", "centre", (_word("centre", "[Cc]entres?"), _word("center", "[Cc]enters?"))),
    Spellings(
        "-ise 与 -ize 的拼写",
        "verbs in -ise or -ize",
        (
            _word("-ise", r"(?![Pp]romis|[Aa]dvertis)[A-Za-z]{4,}(?:[ntd]|[aiou]l|or|m)is(?:ed|ation|ations|ing)"),
            _word("-ize", r"[A-Za-z]{4,}(?:[ntd]|[aiou]l|or|m)iz(?:ed|ation|ations|ing)"),
        ),
    ),
    Spellings(
        "enrolment 的拼写",
        "enrolment",
        (_word("enrolment", "[Ee]nrolments?"), _word("enrollment", "[Ee]nrollments?")),
    ),
    Spellings("fibre 的拼写", "fibre", (_word("fibre", "[Ff]ibres?"), _word("fiber", "[Ff]ibers?"))),
    Spellings("defence 的拼写", "defence", (_word("defence", "[Dd]efence"), _word("defense", "[Dd]efense"))),
)  # fmt: skip

WORDS = NamingWords(
    units=_UNITS,
    spellings=_SPELLINGS,
    truncated_bodies={},
    former_bodies={},
    body_before=NEVER,
    body_behind=NEVER,
    former_terms=(
        (
            re.compile(r"\b(?P<term>Millennium Development Goals?|MDGs?)\b"),
            Successor(2016, "Sustainable Development Goals"),
        ),
    ),
    loose_terms={},
    breaks_off=(re.compile(r"\b(?:[Tt]he|and|an|or|our|their|such as|as well as)\.(?=\s|$)"),),
    half_frames=(),
    formulas=(),
    clause_end=NEVER,
    clause_with_verb=NEVER,
    clause_signs="",
    no_predicate=NEVER,
    place_phrase=NEVER,
    acting=NEVER,
    doubled_joint=re.compile(r"\b(?:and or|or and|and as well as|but however)\b"),
    doubled_word=re.compile(
        r"\b(?P<word>the|a|an|of|in|to|and|or|for|by|with|on|at|from|will|be|is|are|this|their|its|as|we|our)"
        r"[ \t]+(?P=word)\b(?![-'])",
        re.IGNORECASE,
    ),
    pairings=(),
    bound_twice=re.compile(
        r"\b(?:at least|more than|over|no fewer than|no less than) \d[\d.,]*%?(?: [a-z]+)?,? "
        r"or (?:more|above|higher|over)\b|"
        r"\b(?:at most|less than|fewer than|no more than) \d[\d.,]*%?(?: [a-z]+)?,? or (?:less|fewer|below|lower)\b|"
        r"\b(?:about approximately|approximately about|around approximately|about around)\b"
    ),
    acronym_twice=re.compile(r"\b(?:HIV virus|ATM machine|LNG gas|CPI index|GDP product|ICT technolog(?:y|ies))\b"),
    rate_by_percent=re.compile(
        r"\b(?:[a-z]+ ){0,2}(?:rate|share|proportion)(?: will| to| should)? "
        r"(?:rise|rises|rose|increase|increases|increased|grow|grows|grew) "
        r"by (?P<figure>\d[\d.]*(?:%| per ?cent))(?! ?age| of)"
    ),
    slogan=NEVER,
    line=NEVER,
    premises=NEVER,
    quoted_site=NEVER,
    title_of_county=NEVER,
    loose_part=NEVER,
    loose_rank=NEVER,
    ranks="",
    whole_ranks=(),
    told_as_old=NEVER,
    place_goes_on=NEVER,
    age_limit=NEVER,
    range_before=NEVER,
    persons="person",
    visits="visit",
    counts_people=NEVER,
    idle_in_names=re.compile(r"\b(?:[Tt]he|[Aa]n?|[Tt]otal|[Oo]verall)\b|[\s,.'’-]|(?<=\w)s\b"),
)
