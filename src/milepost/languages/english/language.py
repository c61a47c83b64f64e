"""English as a `Language`."""

from __future__ import annotations

import re

from milepost.languages.english import (
    bodies,
    boxes,
    capacities,
    headings,
    indicator_table,
    measures,
    procedures,
    projects,
    promises,
    references,
    regions,
    titles,
)
from milepost.languages.english.figures import figures
from milepost.languages.english.numerals import fold
from milepost.languages.english.statements import sentence_statements
from milepost.languages.english.times import moments
from milepost.languages.english.units import normalize_unit
from milepost.languages.model import Language

# A full stop behind an abbreviation, a single capital or a list number ends no sentence; a line that goes on in small
# letters is one that was wrapped.
_ABBREVIATIONS = "No Nos approx vs Dr Mr Ms St e.g i.e Fig sq Rs cf"
_NO_END = "".join(rf"(?<!\b{re.escape(word)}\.)" for word in _ABBREVIATIONS.split()) + r"(?<![. ][A-Z]\.)"
# The sign comes first in the pattern, so that only such signs are looked at.
_ENGLISH_END = (
    rf"[.!?\n](?:(?<=\.)(?=[\s\"')\]]|$){_NO_END}|(?<=[!?])(?=[\s\"')\]]|$)|(?<=\n)(?:(?![a-z\d(])"
    r"|(?<![a-z,]\n)))"
)

_NUMBERED = r"(?:\d{1,2}th|[A-Za-z]+th) [Ff]ive-[Yy]ear [Pp]lan(?: period)?"
_ABOUT_GOALS = (
    r"[^.\n]{0,120}?\b(?:[Tt]argets?|[Gg]oals?|[Oo]bjectives?)\b[^.\n]{0,60}?(?:\bare\b|\bis\b"
    r"|as follows|:|\binclude)"
)
# Alternatives that begin with plain letters are found fastest, hence both cases written out.
_GOAL_LEAD = "|".join(
    (
        *(rf"{word} (?:the end of )?(?:the year )?20\d\d{_ABOUT_GOALS}" for word in ("By", "by")),
        *(
            rf"{word} the (?:{_NUMBERED}|(?:next|coming) \w+ years){_ABOUT_GOALS}"
            for word in ("During", "during", "Over", "over", "For", "for", "In", "in")
        ),
    )
)
_ERA_WORDS = (
    *(f"{word} the (?:past|last|next|coming) \\w+ years?" for word in ("Over", "In", "During", "For", "Throughout")),
    "Last year", "This year", "In the past year", *(f"{word} the {_NUMBERED}" for word in ("Over", "During", "In")),
)  # fmt: skip
_ERA = "|".join(rf"{words[0]}(?:(?<=\n.)|(?<=\.\s.)|(?<=\A.)){words[1:]}" for words in _ERA_WORDS)

ENGLISH = Language(
    code="en",
    fold=fold,
    sentence_end=re.compile(_ENGLISH_END),
    figures=figures,
    statements=sentence_statements,
    moments=moments,
    unit=normalize_unit,
    past_title=re.compile(
        r"\b(?:review|achievements?|accomplishments?|background|context|situation(?:al)?|retrospect"
        r"|performance|progress (?:made|achieved|so far|to date|report|since|in implementing)|"
        r"lessons|status|where we (?:are|stand)|overview of (?:the )?(?:past|previous)|current state"
        r"|existing conditions|history|trends|challenges|profile|"
        r"baseline|results achieved|last (?:year|five years)|past (?:year|five years)|looking back"
        r"|our work in)\b|^progress\b",
        re.IGNORECASE,
    ),
    goal_title=re.compile(
        r"\b(?:goals?|objectives?|targets|(?:expected|intended|key) (?:results|outcomes))\b", re.IGNORECASE
    ),
    goal_lead=re.compile(_GOAL_LEAD),
    divisions=re.compile(
        r"^(?:million |thousand )?(?:provinces|counties|districts|sectors|cells|villages|towns|townships"
        r"|cities|municipalities|regions|wards|barangays|communes|departments|states|prefectures"
        r"|sub-counties|parishes|councils)\b",
        re.IGNORECASE,
    ),
    era=re.compile(_ERA),
    titles=titles.WORDS,
    headings=headings.WORDS,
    regions=regions.WORDS,
    places=regions.PLACES,
    boxes=boxes.WORDS,
    indicators=indicator_table.WORDS,
    structures=None,
    projects=projects.WORDS,
    capacities=capacities.WORDS,
    measures=measures.WORDS,
    promises=promises.WORDS,
    bodies=bodies.WORDS,
    procedures=procedures.WORDS,
    references=references.WORDS,
)
