"""English as a `Language`."""

from __future__ import annotations

import re

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
_ENGLISH_END = rf"[.!?\n](?:(?<=\.)(?=[\s\"')\]]|$){_NO_END}|(?<=[!?])(?=[\s\"')\]]|$)|(?<=\n)(?:(?![a-z\d(])|(?<![a-z,]\n)))"

ENGLISH = Language(
    code="en",
    fold=fold,
    sentence_end=re.compile(_ENGLISH_END),
    figures=figures,
    statements=sentence_statements,
    moments=moments,
    unit=normalize_unit,
    past_title=re.compile(
        r"\b(?:review|achievements?|accomplishments?|background|context|situation(?:al)?|retrospect|performance|progress (?:made|achieved|so far|to date|report|since|in implementing)|"
        r"lessons|status|where we (?:are|stand)|overview of (?:the )?(?:past|previous)|current state|existing conditions|history|trends|challenges|profile|"
        r"baseline|results achieved|last (?:year|five years)|past (?:year|five years)|looking back|our work in)\b|^progress\b",
        re.IGNORECASE,
    ),
    goal_lead=re.compile(
        r"\b(?:by (?:the end of )?(?:the year )?20\d\d|(?:during|over|for|in) the (?:(?:\d{1,2}th|[A-Za-z]+th) five-year plan|(?:next|coming) \w+ years))"
        r"[^.\n]{0,120}?\b(?:targets?|goals?|objectives?)\b[^.\n]{0,60}?(?:are|is|as follows|:|include)",
        re.IGNORECASE,
    ),
    divisions=re.compile(
        r"^(?:million |thousand )?(?:provinces|counties|districts|sectors|cells|villages|towns|townships|cities|municipalities|regions|wards|barangays|communes|departments|states|prefectures|sub-counties|parishes|councils)\b",
        re.IGNORECASE,
    ),
)
