"""English words for the checks on targets."""

from __future__ import annotations

import re

from milepost.languages.target_words import TargetWords

_GROWING = "increase|rise|grow|improve|expand|higher"
_FALLING = "decrease|decline|fall|reduce|lower"
_HOW = "significantly|substantially|markedly|greatly|steadily|considerably|strongly"
_MEASURED = "rate|share|proportion|ratio|output|income|productivity|yield|emissions|consumption|coverage|exports"

WORDS = TargetWords(
    needless=re.compile(r"(?i)\b(?:in total|total|overall|the district's|the county's)\b ?"),
    change_end=re.compile(r"(?i)\b(?:growth|increase|rise|decrease|decline|fall|reduction|cut)s?$"),
    change_unit=re.compile(r"(?i)percentage points?|\btimes\b|\bfold\b"),
    bounded=re.compile(
        r"(?i)(?:coverage|enrolment|literacy|access|immuni[sz]ation|vaccination|urbani[sz]ation|unemployment|poverty|"
        r"treatment|satisfaction|completion|survival|attendance) rate$|^(?:share|percentage|proportion|per cent) of\b"
    ),
    rate=re.compile(r"(?i)\b(?:rate|percentage|share|proportion)$"),
    loose_rate=re.compile(
        r"(?i)gross enrol|growth|exchange|interest|cover(?:age)? ratio|return|mortality|fertility|birth"
    ),
    unitless=re.compile(r"(?i)\b(?:index|ratio|coefficient|number|score|rank|count)\b"),
    one_place=re.compile(r"(?i)\b(?:district|county|provincial|regional) (?:seat|capital)\b|\bcapital city\b"),
    industry=re.compile(r"(?i)\b(?:industry|industrial cluster|cluster|value chain|turnover|industrial output)$"),
    cap=re.compile(r"(?i)\b(?:within|at most|not exceed(?:ing)?|no more than|capped at|below|under)\b"),
    vague=re.compile(
        r"(?i)\b(?:appropriate|reasonable|adequate|acceptable) (?:range|level|rate)s?|as appropriate|\bimproved?\b"
    ),
    past=re.compile(
        r"(?i)\b(?:previous|last|past|preceding) (?:plan(?: period)?|period|five years)\b|\bhistoric(?:al)?\b"
    ),
    second_demand=re.compile(
        r"(?i)[,;] ?(?P<other>[^,;]*\b(?:striv\w+|aim\w*|if possible|at least|above|below|over|under)\b[^,;]*)"
    ),
    compared=re.compile(r"(?i)\b(?:than|times|compared (?:with|to)|up from|down from) (?:the )?(?:in )?\d"),
    compared_together=re.compile(r"(?i)\brespectively\b[^.;]{0,20}\b(?:than|compared with|up from) (?:in )?\d{4}"),
    kept=re.compile(r"(?i)\b(?:keep|kept|remain\w*|stays?|maintain\w*|hold)\b"),
    size_class=re.compile(r"(?i)\b(?:multi-)?[mb]illion-(?:dollar|yuan|euro)$"),
    multiple=re.compile(r"(?i)\b(?:halv(?:e|ed|ing)|by half|doubl(?:e|ed|ing)|tripl(?:e|ed|ing))\b"),
    ensured=re.compile(r"(?i)\b(?:ensure[sd]?|ensuring|guarantee[sd]?|must)\b"),
    name_before=re.compile(r"(?:\b[A-Za-z-]+ ){0,4}$"),
    striven=re.compile(r"(?i)\b(?:striv(?:e|es|ing)|aim(?:s|ing)? (?:to|for)|endeavou?r(?:s|ing)?|seeks? to)\b"),
    unmeasured=re.compile(
        rf"(?i)\b(?P<noun>{_MEASURED}) (?:will |shall |is to |to )?(?:be )?(?:{_HOW}) "
        rf"(?:{_GROWING}|{_FALLING})[a-z]*|\b(?:{_HOW}) (?:{_GROWING}|{_FALLING})[a-z]* (?:the )?"
        rf"(?P<what2>(?:[a-z-]+ ){{1,4}}(?:{_MEASURED}))\b"
    ),
    share=re.compile(r"\bshare|\bproportion", re.IGNORECASE),
    no_quantity=re.compile(r"(?i)^(?:build|create|establish|form|set up)\b|\bstandards?$|\bhour [a-z ]*circle$"),
    leap=re.compile(r"(?i)\b[a-z][a-z ]{2,60} (?:to|reach) a (?:new|much higher) level"),
    far_title=re.compile(
        r"(?i)\b(?:long[- ](?:term|range) (?:vision|goal|objective)s?|vision (?:for )?\d{4}|outlook)\b"
    ),
    superlative=re.compile(
        r"(?i)\b(?:become|be|turn \w+ into) "
        r"(?P<what>(?:one of )?the (?:best|most [a-z]+|leading|finest)\b[a-z ,-]{0,60})"
    ),
)
