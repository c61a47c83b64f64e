"""English words for the checks on what must stand behind a plan's items."""

from __future__ import annotations

import re

from milepost.languages.coverage_words import CoverageWords
from milepost.languages.words import NEVER

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
    set_above=re.compile(
        r"\b(?:set|fixed|assigned) by (?:the )?(?:province|nation\w*|government|ministry)\b", re.IGNORECASE
    ),
    goal_lead=re.compile(r"^\s*[-*•–]\s*(?P<lead>[^.:\n]{6,70})[.:]", re.MULTILINE),
    unscored_goal=re.compile(
        r"\b(?:party|defen[cs]e|military|religio\w+|faith|policing|public order|national security|ideolog\w+|unity)\b",
        re.IGNORECASE,
    ),
    place=NEVER,
    company=NEVER,
    provisions={
        "duties": re.compile(r"\bresponsib\w+|\baccountab\w+|\blead (?:agency|ministry|department)", re.IGNORECASE),
        "monitoring": re.compile(r"\bmonitor\w*|\btrack(?:ed|ing)\b", re.IGNORECASE),
        "midterm": re.compile(r"\bmid-?\s?term\b|\bmidway\b", re.IGNORECASE),
        "final": re.compile(
            r"\b(?:final|end-?\s?(?:of-?\s?)?(?:term|plan|period)|terminal|ex-?post|closing|impact) (?:\w+ )?"
            r"(?:evaluation|review|assessment)",
            re.IGNORECASE,
        ),
        "publication": re.compile(r"\bpublish\w*|\bpublicly\b|\bmade public\b|\bdisclos\w+", re.IGNORECASE),
        "funding": re.compile(r"\bfinanc\w+|\bfund(?:s|ed|ing)\b|\bbudget\w*|\bcost(?:s|ed|ing)\b", re.IGNORECASE),
    },
    to_write=re.compile(
        r"\b(?:prepare|draft|draw up|formulate)\s+(?P<document>(?:an?|the)\s+(?:[\w-]+\s+){0,6}?"
        r"(?:plan|strategy|policy|master plan|guidelines?|regulations?))\b",
        re.IGNORECASE,
    ),
    dated=re.compile(r"\b20\d\d\b|\bquarter\b|\bby the end\b|\bwithin\b", re.IGNORECASE),
    dated_task=re.compile(
        r"\bby (?:the end of )?(?:20\d\d|the plan(?: period)?)\b[^.;\n]{0,80}?\b(?:build|built|set up|establish\w*|"
        r"complet\w+|open\w*|in place|in use)\b|\b(?:build|set up|establish|complete|open)\b[^.;\n]{0,80}?\bby "
        r"(?:the end of )?(?:20\d\d|the plan)\b",
        re.IGNORECASE,
    ),
    composed=re.compile(r"\b(?:is|means) the (?:sum|total) of (?P<parts>[^.;\n]{4,160})", re.IGNORECASE),
    yearly_plan=re.compile(r"\b(?:annual|yearly) (?:plan|work ?plan|budget)s?\b", re.IGNORECASE),
    own_outline=NEVER,
    outline_title=NEVER,
    topic=NEVER,
    somebody=re.compile(
        r"\b(?:department|ministry|ministries|council|committee|agency|agencies|office|unit|government|authority)\b",
        re.IGNORECASE,
    ),
)
