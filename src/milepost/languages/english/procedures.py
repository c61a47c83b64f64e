"""How English plans lay down the procedures by which they are carried out, followed, evaluated and revised."""

from __future__ import annotations

import re

from milepost.languages.procedure_words import ProcedureWords
from milepost.languages.words import NEVER

_DATED = re.compile(
    r"(?P<when>\b20\d\d\b|\b(?:annual|quarterly|yearly|monthly|semi-annual)(?:ly)?\b|every (?:year|quarter|"
    r"six months))",
    re.IGNORECASE,
)

WORDS = ProcedureWords(
    section=re.compile(
        r"\b(?:implementation|monitoring|evaluation|reporting|coordination|delivery|institutional|governance)\b",
        re.IGNORECASE,
    ),
    about=re.compile(r"\b(?:plan|strategy|programme|program|targets?|indicators?|evaluation|review)\b", re.IGNORECASE),
    anywhere=re.compile(
        r"\bmid-?\s?term (?:evaluation|review|assessment)|\b(?:final|end-?\s?(?:of-?\s?)?term|"
        r"terminal) (?:evaluation|review)",
        re.IGNORECASE,
    ),
    clause=re.compile(r"[^,]+"),
    kinds={
        "midterm": re.compile(r"\bmid-?\s?term (?:\w+ )?(?:evaluation|review|assessment)|\bmidway\b", re.IGNORECASE),
        "final": re.compile(
            r"\b(?:final|end-?\s?(?:of-?\s?)?(?:term|plan|period)|terminal|ex-?post|closing) (?:evaluation|review|"
            r"assessment)",
            re.IGNORECASE,
        ),
        "revision": re.compile(
            r"\b(?:revis(?:ed|ion|ions|e)|amend(?:ed|ment|ments)?|adjust(?:ed|ment|ments)?)\b[^.,;]{0,40}\b(?:plan|"
            r"strategy|programme)|\b(?:plan|strategy)\b[^.,;]{0,40}\b(?:revised|amended|adjusted|updated)",
            re.IGNORECASE,
        ),
        "annual_plan": re.compile(
            r"\bannual (?:\w+ ){0,2}(?:plans?|programmes?|work ?plans?|budgets?)|\baction plans?\b", re.IGNORECASE
        ),
        "annual_split": re.compile(r"\b(?:annual|yearly) targets?|broken down (?:by|into) years?", re.IGNORECASE),
        "publication": re.compile(
            r"\b(?:made public|published|public(?:ly)? (?:available|disclos)|disclosed to the public|publish)",
            re.IGNORECASE,
        ),
        "monitoring": re.compile(
            r"\b(?:monitor(?:ed|ing|s)?|track(?:ed|ing)?|progress reports?|supervis(?:e|ed|ion))\b", re.IGNORECASE
        ),
        "duty_system": re.compile(
            r"\b(?:responsibilit(?:y|ies)|accountab\w+|performance contracts?|division of labour)\b", re.IGNORECASE
        ),
        "plan_system": re.compile(
            r"\b(?:sector(?:al)?|district|regional|local|strategic) (?:\w+ )?(?:plans|"
            r"strategies)\b[^.;]{0,60}\b(?:align|consistent|prepared|formulat)",
            re.IGNORECASE,
        ),
    },
    when={
        "midterm": re.compile(r"(?P<when>\b20\d\d\b|\bmid-?\s?term\b)", re.IGNORECASE),
        "monitoring": _DATED,
        "publication": _DATED,
        "final": re.compile(r"(?P<when>\b20\d\d\b)"),
        "annual_plan": re.compile(r"(?P<when>\b(?:annual|every year)\b)", re.IGNORECASE),
        "annual_split": re.compile(r"(?P<when>\b(?:annual|yearly)\b)", re.IGNORECASE),
    },
    dated=re.compile(r"\b20\d\d\b"),
    leads=re.compile(r"\s*(?:will|shall|must|should)?\s*(?:lead|coordinate|be responsible)", re.IGNORECASE),
    approves=re.compile(r"[^.;,]{0,20}?\b(?:for approval|approv)", re.IGNORECASE),
    general=NEVER,
)
