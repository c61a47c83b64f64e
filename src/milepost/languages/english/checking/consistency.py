"""English words for the checks on the same thing said twice."""

from __future__ import annotations

import re

from milepost.languages.consistency_words import ConsistencyWords
from milepost.languages.words import NEVER


def _line_works(_names: str) -> re.Pattern[str]:
    return NEVER


WORDS = ConsistencyWords(
    filler=re.compile(
        r"\b(?:the|a|an|of|in|total|overall|number|percentage|proportion|share|level|rate)\b|[\s,*()\"']+"
    ),
    scopes=re.compile(
        r"\b(?:urban|rural|male|female|men|women|boys?|girls?|new|existing|primary|secondary|tertiary|public|private|"
        r"registered|resident|per capita|gross|net|under-five|under-5|infant|maternal|youth|district|provincial|"
        r"national|regional|exports?|imports?|poor|disabled)\b"
    ),
    place=NEVER,
    change=re.compile(r"\b(?:reduction|decrease|decline|fall|increase|rise|growth)\b"),
    change_to=re.compile(r"\bto\b"),
    changed_by=re.compile(r"\bby\s+(?:a further\s+|another\s+|about\s+|around\s+|at least\s+)?$"),
    aim=re.compile(r"\b(?:target|goal|aim)\s+(?:of|was|had been)\s*$"),
    price_basis=re.compile(r"\b(?:at|in)\s+(?:constant\s+)?(?:19|20)\d\d\s+(?:constant\s+)?(?:prices|dollars|terms)"),
    adverb=NEVER,
    bare_period=re.compile(r"(?:five|5|three|3)[ -]years?"),
    yearly=re.compile(r"\b(?:each|every|per) year\b|\b(?:annual|yearly)\b"),
    clause_end=re.compile("[,;]"),
    points=re.compile(r"(?:percentage )?points?"),
    times=re.compile(r"times|-?fold"),
    bare_name=re.compile(r"(?:of which|thereof|total|share)\b.*", re.IGNORECASE),
    bound_before=re.compile(r"(?:at least|at most|more than|less than|over|below|above|exceed(?:ing)?|within) $"),
    bound_behind=re.compile(r" (?:or more|or less|and above)"),
    spacing=re.compile(r"[\s*]"),
    one_spelling=((re.compile("[\"'*()]"), ""), (re.compile("[—–]"), "-"), (re.compile(r"\s+"), " ")),
    project_tail=re.compile(r"(?: (?:projects?|programmes?|works?|scheme))+$"),
    whole_region=NEVER,
    line_sign=re.compile(r"\s*(?:-|to\b|and\b)"),
    number=re.compile(r"\d+(?:[.,]\d+)*"),
    apart=re.compile(
        r"\d|\b(?:ii+|north\w*|south\w*|east\w*|west\w*|upper|lower|new|old|first|second|third|boys|girls)\b"
    ),
    clause=re.compile(r"[^.;:\n()]+"),
    list_sign=re.compile(r", (?:and )?| and "),
    conjunctions=frozenset(),
    list_lead=re.compile(
        r"\b(?:build|construct|complete|implement|start|upgrade|rehabilitate|develop)(?:ing)? (?:the )?"
    ),
    list_close=re.compile(r" and (?:other|similar) "),
    list_open=re.compile(r"\b(?:and (?:other|similar)|such as|including)\b"),
    built_then=NEVER,
    area=NEVER,
    route=re.compile(r"[a-z]\d{1,4}\b"),
    generic=re.compile(r"(?:centres?|centers?|facilit(?:y|ies)|schools?|parks?)"),
    not_early=NEVER,
    quantifier=NEVER,
    dashes=re.compile("[—–]"),
    line_dash="-",
    key_list=NEVER,
    works=NEVER,
    new_works=NEVER,
    works_behind=NEVER,
    line=NEVER,
    dash_class="-",
    line_works=_line_works,
    title_held=NEVER,
    title_sought=NEVER,
    whole=NEVER,
    set_phrase=NEVER,
    part_sign=re.compile(r", (?:and )?"),
    letters_for_a_word=3,
)
