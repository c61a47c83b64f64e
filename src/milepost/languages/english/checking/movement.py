"""How English says that a figure moves: "rise from 52 % in 2020 to 58 % in 2025", "of which"."""

from __future__ import annotations

import re

from milepost.languages.movement_words import MovementWords

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UP = r"increas\w*|rais\w+|rise|rises|risen|rose|grow\w*|grew|expand\w*|scal\w+ up"
_DOWN = r"reduc\w+|decreas\w+|fall|falls|fallen|fell|lower\w*|cut|cuts|declin\w+|drop\w*|shrink\w*|shorten\w*"
_UNIT = (
    r"(?:\s?%|\s(?:per cent|percent|percentage points?)|"
    r"\s(?!(?:in|to|by|from|and|of|at|with|through|over|while|per)\b)[a-z²³/]+)"
)
_WORDS = {
    word: value
    for value, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), start=2)
}  # fmt: skip

WORDS = MovementWords(
    moved=re.compile(
        rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b[^.;,\d]{{0,70}}?\bfrom\s+(?:around |about |only )?"
        rf"(?P<low>{_NUMBER})(?P<low_unit>{_UNIT}{{0,2}}?)(?:\s*\(?(?:in\s+)?(?P<low_year>(?:19|20)\d\d)\)?)?,?\s+to\s+"
        rf"(?:at least |about |over |around )?(?P<high>{_NUMBER})(?P<high_unit>{_UNIT}{{0,2}})(?![\d.]*\d)"
        rf"(?:(?=\s*\(?(?:in|by)?\s*(?P<high_year>(?:19|20)\d\d))|(?=[\s.,;)]|$))",
        re.IGNORECASE,
    ),
    by=re.compile(
        rf"\b(?:(?:(?P<up>{_UP}|an increase of)|(?P<down>{_DOWN}|a (?:reduction|decrease|fall) of))\s+(?:of\s+|by\s+)?|"
        rf"(?P<is_multiple>\bor\s+))(?P<amount>{_NUMBER})\s?(?P<unit>percentage points?|%|per cent|percent|times)"
        rf"(?P<yearly>\s+(?:a|per|each) (?:year|annum)| annually)?",
        re.IGNORECASE,
    ),
    another=re.compile(r",\s+(?:and|while|with)\s+(?:the\s+)?[a-z]+", re.IGNORECASE),
    ranked=re.compile(r"\b(?:rank|place|position)", re.IGNORECASE),
    structure=re.compile(r"structure|composition|ratio|split|shares?\b", re.IGNORECASE),
    including=re.compile(r",?\s*\b(?:of which|of whom|of these)\b,?", re.IGNORECASE),
    apart=re.compile(r"total|cumulative|average|per cent|share|growth|increase", re.IGNORECASE),
    averaged=re.compile(r"average|per (?:capita|head|person)|rate", re.IGNORECASE),
    lasting=re.compile(
        r"\b(?P<years>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})[ -]years?\b(?P<plan>(?!))?[^.;()\d]{0,60}$",
        re.IGNORECASE,
    ),
    number=lambda word: int(word) if word.isdigit() else _WORDS.get(word.lower()),
    plan_start=lambda _: None,
    based=re.compile(
        r"\b(?:compared (?:with|to)|relative to|against|than in)(?: the)? (?P<year>(?:19|20)\d\d)"
        r"(?=(?: levels?| baseline| base)?[\s.,;)])(?!\s+to\b)",
        re.IGNORECASE,
    ),
    total=re.compile(r"\b(?:in total|totalling|a total of|altogether)\s*$", re.IGNORECASE),
    dated=re.compile(r"\b(?:[Bb]y|[Ii]n|[Ss]ince|[Uu]ntil)(?: the year)? (?P<year>[2-9]\d{3})(?=[.,;:)])"),
    deadline=re.compile(
        r"\b[Bb]y(?: the end of| the year)? (?P<year>(?:19|20)\d\d)(?=[\s.,;:)])(?! (?!the|at|in|all)[a-z]+s\b)"
    ),
)
