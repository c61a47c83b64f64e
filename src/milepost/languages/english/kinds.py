"""Which kind of target an English figure is: a level, a sum, a growth, a count …"""

from __future__ import annotations

import re

from milepost.languages.english.units import PERCENT, POINTS, normalize_unit
from milepost.languages.mention import Mention
from milepost.languages.statement import Calendar, Relation

YEARLY = re.compile(r"\b(?:annual(?:ly)?|yearly|each year|every year|per year|a year|per annum)\b", re.IGNORECASE)
CUMULATIVE = re.compile(
    r"\b(?:cumulative(?:ly)?|in total|a total of|altogether|combined|over the (?:next|past|last"
    r"|coming)|during the plan)\b",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"\b(?:average annual|annual average|annually|on average|each year|every year|per year|per annum"
    r"|a year|yearly|annual)\b",
    re.IGNORECASE,
)
_GROWTH = re.compile(r"\b(?:growth|growth rate|increase|inflation)$", re.IGNORECASE)
_KEPT = re.compile(
    r"\b(?:kept|keep|keeping|maintain(?:ed|ing)?|hold|held|remain(?:s|ed|ing)?|stay(?:s|ed)?)$", re.IGNORECASE
)
_SHARE = re.compile(
    r"\b(?:share|proportion|percentage) of\b[^,;]+(?:\b(?:in|of|to)\b)|\baccount(?:s|ed|ing)? for$", re.IGNORECASE
)
_COUNTED = frozenset(("1", "person", "household"))
_IMPLIED = {
    "completion": "completion",
    "relative": "relative",
    "deferred": "deferred",
    "discretionary": "discretionary",
}
# Verbs of stepping up a level; what grows or is added by an amount is a sum over the period.
_STEP = re.compile(r"(?:rais|ris|rose|lift|extend|elevat|lengthen|prolong|improv)", re.IGNORECASE)
_FLOW = re.compile(
    r"\b(?:jobs?|employment|trees|afforest\w*|transfer\w*|relocat\w*|resettl\w*|train\w*"
    r"|vaccinat\w*)\b",
    re.IGNORECASE,
)


def kind_of(mention: Mention, relation: Relation, subject: str, around: str, verb: str, calendar: Calendar) -> str:
    """Kind of target by the plan format's table, from unit, verb and subject; `around` is the figure's clause."""
    if mention.implied is not None and mention.implied != "fraction":
        return _IMPLIED.get(mention.implied, "level")
    if (mention.unit or "").lower() in PERCENT:
        return _percent_kind(mention, relation, subject, around, verb, calendar)
    return _amount_kind(mention, relation, subject, around, verb, calendar)


def _percent_kind(
    mention: Mention, relation: Relation, subject: str, around: str, verb: str, calendar: Calendar
) -> str:
    changing = relation == "growth" or bool(_GROWTH.search(subject))
    points = (mention.unit or "").lower() in POINTS
    if (
        changing
        and not points
        and (calendar.yearly or relation == "growth" or _AVERAGE.search(around) or _GROWTH.search(subject))
    ):
        return "annual_growth"
    if relation == "fall" and not points and (calendar.yearly or _AVERAGE.search(around)):
        return "annual_growth"
    if relation == "share" or _SHARE.search(subject) or verb.lower().startswith("account"):
        return "share"
    if _KEPT.search(verb) and mention.comparator in ("ge", "le", "gt", "lt"):
        return "every_year"
    return "level"


def _amount_kind(mention: Mention, relation: Relation, subject: str, around: str, verb: str, calendar: Calendar) -> str:
    base = normalize_unit(mention.unit)
    code = base[0] if base else "1"
    counted = code in _COUNTED
    yearly = bool(_AVERAGE.search(around))
    large = (mention.unit or "").startswith(("million", "billion", "thousand"))
    if relation in ("do", "none"):
        if yearly and not (counted and not large):
            return "annual_average"
        if counted and (yearly or not (code == "person" and not calendar.yearly and _FLOW.search(subject))):
            return "count"
        return "cumulative"
    if relation == "growth" and not _STEP.match(verb):
        return "count" if code == "1" and mention.unit else "cumulative"
    if relation == "fall" and calendar.yearly:
        return "annual_growth"
    if CUMULATIVE.search(around):
        return "count" if code == "1" else "cumulative"
    if (
        yearly
        and relation == "level"
        and not calendar.yearly
        and re.search(r"\bannually|per year|each year|every year|a year\b", around)
    ):
        return "annual_average"
    return "level"
