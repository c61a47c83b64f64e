"""English words for the checks on what must stand behind a plan's items."""

from __future__ import annotations

import re

from milepost.languages.coverage_words import CoverageWords

_GOALS = r"\b(?:objectives?|goals?|targets?|vision)\b"

WORDS = CoverageWords(
    framework_title=re.compile(
        _GOALS + r"|\b(?:mission|principles?|guiding|mandate|introduction|foreword|rationale|assumptions|strategic "
        r"(?:framework|direction|context)|theory of change|annex(?:es)?|appendix|abbreviations|acronyms|glossary)\b",
        re.IGNORECASE,
    ),
    goal_title=re.compile(_GOALS, re.IGNORECASE),
    implementation_title=re.compile(
        r"\b(?:implementation|implementing (?:the|this) (?:plan|strategy)|monitoring|evaluation|institutional "
        r"(?:arrangements?|framework)|coordination (?:mechanisms?|arrangements?)|delivery arrangements?)\b",
        re.IGNORECASE,
    ),
    unmeasured_title=re.compile(
        r"\b(?:party|defen[cs]e|military|religio\w+|faith|policing|public order|law and order|national security|"
        r"rule of law|justice|democra\w+|ideolog\w+|national unity|ethics|integrity)\b",
        re.IGNORECASE,
    ),
    measuring=re.compile(
        r"\([^)]*\)|\d+|\b(?:per|capita|head|thousand|million|inhabitants?|share|proportion|percent(?:age)?|number|rate|"
        r"ratio|average|annual|total|level|growth|increased?|decreased?|reduc(?:ed|tion)|coverage|index|value|"
        r"below|above|under|over|with|from|that|having|access)\b",
        re.IGNORECASE,
    ),
    gram=re.compile(r"\b([a-z]{4,})"),
    generic_gram=re.compile(
        r"\b(?:population|people|persons?|households?|district|national|rural|urban|public|local|development|"
        r"production|system|services?|area|quality|capacity|income|output|years?)",
        re.IGNORECASE,
    ),
    kindred=(),
)
