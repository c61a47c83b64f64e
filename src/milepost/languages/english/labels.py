"""Numbers that are names and not figures: dates, versions, chapters, ages, routes, list numbers."""

from __future__ import annotations

import re
from bisect import bisect_right

from milepost.kernel.span import Span

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_QUOTED = re.compile(r"\"[^\"\n]{0,60}\"")
_BEFORE = re.compile(
    r"(?:\b(?:chapter|section|part|article|table|figure|fig\.|box|annex|appendix|page|pp?\.|no\."
    r"|number|goal|goals|sdg|sdgs|target|output|outcome|"
    r"objective|phase|stage|level|grade|class|category|tier|type|version|vol\.|volume|act|law"
    r"|resolution|decree|highway|route|road|line|"
    r"pillar|priority|option|step|unit|lot|zone|quarter|scenario|item|note|clause|paragraph|para"
    r"|indicator|strategy|year|week|day|agenda|vision|"
    r"room|building|form|model|euro|industry|web|series|rank(?:ed|s|ing)?|place)|#|№)\s?$",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\b(?:aged?|ages|aged? (?:of|between|group)|age groups?|years of age)\s(?:(?:of|between|over"
    r"|under|above|below|from|at least)\s)?$"
    r"|\b(?:children|child|kids|infants|girls|boys|youths?|adults|those|persons|people|women"
    r"|men)\s(?:aged\s)?(?:under|below|over|above)(?:\s(?:the\sage\sof|age))?\s$",
    re.IGNORECASE,
)
_AGED = re.compile(r"\s?-?(?:years?[ -]olds?|years of age|and older|and younger|and over)\b", re.IGNORECASE)
_DATE_BEFORE = re.compile(rf"\b{_MONTH}\s$")
_DATE_AFTER = re.compile(rf"(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}")
_JOINED = re.compile(r"(?:st|nd|rd|th)?[A-Za-z]|[:/]\d|-[A-Za-z]|\.\d")
_PER = re.compile(r"(?:\b(?:per|every|each|for every)|/)\s?$", re.IGNORECASE)
_YEAR = re.compile(r"(?:18|19|20|21)\d\d$")
_ITEM = re.compile(r"\(?\d{1,3}(?:\.\d{1,2})*[.):](?=\s|$)")
_NAME_BEFORE = re.compile(r"(?<![.!?:;\n]\s)(?<!^)\b[A-Z][A-Za-z]+\s$")
_PART_OF_NAME = re.compile(
    r"\s(?:[A-Z][a-z]+\s){0,3}(?:Agenda|Vision|Olympics?|Paralympics?|Games|Consensus|Agreement|Act"
    r"|Summit|Census|Strategy|Plan|Goals|Initiative)\b"
)


def quoted_spans(text: str) -> list[Span]:
    """Quoted names and titles, in order: what is numbered inside them is a label."""
    return [Span(*match.span()) for match in _QUOTED.finditer(text)]


def is_label(text: str, start: int, end: int, named: bool, quotes: list[Span]) -> bool:
    """Whether the number at [start, end) is part of a name, a date, an age or a list number.

    `named` says that a unit, a magnitude or a currency stands with it.
    """
    before = text[max(0, start - 32) : start]
    if _JOINED.match(text, end) and not named:
        return True
    if before[-1:] == ":" and before[-2:-1].isdigit():
        return True
    if _PER.search(before) or _in_quotes(start, quotes):
        return True
    if _AGE.search(before) or _AGED.match(text, end):
        return True
    if _DATE_BEFORE.search(before) and not named:
        return True
    if named:
        return False
    if _DATE_AFTER.match(text, end) or _BEFORE.search(before) or text[max(0, start - 1) : start] in ("+", "/", "&"):
        return True
    if _starts_line(text, start) and _ITEM.match(text, start):
        return True
    return bool(_PART_OF_NAME.match(text, end))


def is_year(text: str, start: int, low: str, counted: bool) -> bool:
    """Whether bare digits are a year. A number before a counted noun is one only behind a word of time."""
    if not _YEAR.match(low):
        return False
    behind_time = re.search(
        r"\b(?:in|by|since|until|till|of|from|to|for|during|and|year|fy|the|than|before|after|over"
        r"|between)\s$",
        text[max(0, start - 10) : start],
        re.IGNORECASE,
    )
    return not counted or bool(behind_time)


def follows_name(text: str, start: int) -> bool:
    """Whether a number without a unit stands right behind a capitalised word (Boeing 737)."""
    return bool(_NAME_BEFORE.search(text[max(0, start - 32) : start]))


def _starts_line(text: str, position: int) -> bool:
    while position > 0 and text[position - 1] in " (*-":
        position -= 1
    return position == 0 or text[position - 1] in "\n;:"


def _in_quotes(position: int, quotes: list[Span]) -> bool:
    index = bisect_right(quotes, (position, position)) - 1
    return index >= 0 and quotes[index].start < position < quotes[index].end
