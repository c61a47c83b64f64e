"""English words for the checks on figures that must tie."""

from __future__ import annotations

import re

from milepost.languages.arithmetic_words import ArithmeticWords
from milepost.languages.english.checking import movement

WORDS = ArithmeticWords(
    yearly=re.compile(r"\b(?:annual(?:ly)?|yearly|(?:a|per|each|every) year|per annum)\b", re.IGNORECASE),
    each_year=re.compile(r"\b(?:annually|(?:a|per|each|every) year)\b", re.IGNORECASE),
    base_year=re.compile(r"\b(?P<year>(?:19|20)\d\d)\b"),
    grown_by=re.compile(r"\b(?:grow|grew|grown|increased?|rise|rose|risen|expand(?:ed)?)\s+(?:by\s+)?$", re.IGNORECASE),
    told=re.compile(r"\s+(?:in total|over five years)$|^(?:cumulative|total)\s+", re.IGNORECASE),
    points=re.compile(r"percentage points?|pp|p\.p\."),
    fold_units=re.compile(r"times|fold"),
    price_bases=re.compile(r"\b(?:constant|current|real|nominal)(?: [a-z]+)? (?:prices?|terms)\b", re.IGNORECASE),
    counting=None,
    movement=movement.WORDS,
)
