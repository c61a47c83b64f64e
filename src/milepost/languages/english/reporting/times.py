"""Times in an English communiqué: in the first quarter of 2024, January to September, at the end of June, last year."""

from __future__ import annotations

import re

from milepost.languages.reported import When

MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|"
    r"Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)
_OF_YEAR = r"(?:,?\s+(?:of\s+)?(?:(?P<{0}>(?:19|20)\d\d)(?!\d)|(?:this|the)\s+year))?"
_COUNTS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
}  # fmt: skip
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
TIME = re.compile(
    rf"\b(?:(?P<to_date>(?:from\s+)?(?:January|Jan\.?)\s*(?:to|-|–|—|"
    rf"through)\s*(?P<to>{_MONTH}){_OF_YEAR.format('y1')}"
    rf"|(?:the\s+)?first\s+(?P<quarters>two|three)\s+quarters{_OF_YEAR.format('y2')}"
    rf"|(?:the\s+)?first\s+(?P<months>{'|'.join(_COUNTS)}|\d\d?)\s+months{_OF_YEAR.format('y3')})"
    rf"|(?P<half>(?:the\s+)?(?P<which>first|second)\s+half{_OF_YEAR.format('y4')})"
    rf"|(?P<quarter>(?:the\s+)?(?P<nth>{'|'.join(_ORDINALS)})\s+quarter\b{_OF_YEAR.format('y5')}|"
    rf"\b(?:Q|Quarter\s)(?P<q>[1-4])(?:\s+\([^()]{{0,30}}\))?(?:\s+(?P<y6>(?:19|20)\d\d))?)"
    rf"|(?P<month>{_MONTH}(?:\s+(?:\d\d?,?\s+)?(?P<y7>(?:19|20)\d\d)|"
    rf"(?=\s*(?:alone\b|[,.;]|$)))|(?<=\b[Ii]n )(?P<plain>{_MONTH})(?=\s))"
    r"|(?P<fiscal>(?:19|20)\d\d/\d\d(?:\d\d)?)"
    r"|(?P<year>(?<![\d/.,-])(?P<y8>(?:19|20)\d\d)(?![\d/,.]\d|\d|-\d))"
    r"|(?P<last>(?:last|the\s+(?:previous|preceding|prior))\s+year)"
    r"|(?P<this>(?:the\s+end\s+of\s+)?(?<!on )(?:the|this)\s+year(?!\s+before|[-\s]on|-)|year[- ]end))",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"(?:over|than|from|that|those|since|against|versus|with|to|as|same\s+period)(?:\s+(?:that|those|the\s+(?:level|figure|"
    r"end|(?:same|corresponding)\s+(?:period|quarter|month|time))))*"
    r"(?:\s+(?:of|in|at|for|the\s+end\s+of|the|end))*\s*$",
    re.IGNORECASE,
)
_PREPOSITION = r"(?:\b(?:in|at|by|during|for|of|as\s+of|on|throughout)\s+)?(?:\b(?:the\s+)?end\s+of\s+)?"
UNTIMED = re.compile(_PREPOSITION + TIME.pattern, re.IGNORECASE)
"""A time with the words that lead to it."""
BASE = re.compile(
    r",?\s*\b(?:over|than|from|compared\s+(?:to|with)|"
    r"with\s+respect\s+to|in\s+comparison\s+with|relative\s+to|against|versus|as\s+against)\s+(?:(?:that|those)\s+(?:of|in)\s+)?"
    r"(?:the\s+)?(?:(?:same|corresponding)\s+(?:period|quarter|month|time)\s*)?(?:of\s+|in\s+)?(?:"
    + TIME.pattern
    + r"|"
    r"(?:a|one)\s+year\s+(?:earlier|ago|before)|the\s+year\s+before)",
    re.IGNORECASE,
)
"""What something is compared with, when that is a time."""
PERIODS = re.compile(
    r"(?:19|20)\d\d\s*(?:-|–|to)\s*(?:19|20)\d\d|(?:past|last|over\s+the)\s+(?:two|three|four|five|ten|"
    r"\d+)\s+years|Five-Year\s+Plan\s+period|"
    r"since\s+(?:19|20)\d\d",
    re.IGNORECASE,
)
"""Words for several years together."""


def when_of(found: re.Match[str]) -> When:
    """The time that a match of `TIME` states.

    >>> [when_of(found) for found in TIME.finditer("the first three quarters of 2024, Q2 2023, last year")]
    [When(kind='year_to_date', number=9, year=2024, back=0), When(kind='quarter', number=2, year=2023, back=0), \
When(kind='year', number=0, year=None, back=1)]
    """
    year = next((int(found[f"y{place}"]) for place in range(1, 9) if found[f"y{place}"]), None)
    if found["to_date"]:
        last = _last_month(found)
        return When("year", 0, year) if last == 12 else When("year_to_date", last, year)
    if found["half"]:
        return When("half_year", 1 if found["which"].lower() == "first" else 2, year)
    if found["quarter"]:
        return When("quarter", int(found["q"]) if found["q"] else _ORDINALS[found["nth"].lower()], year)
    month = found["month"] or found["plain"]
    if month:
        return When("month", MONTHS[month.lower()[:3]], year)
    if found["fiscal"]:
        # A financial year bears the name of the calendar year in which it begins.
        return When("year", 0, int(found["fiscal"][:4]))
    return When("year", 0, year, 1 if found["last"] else 0)


def _last_month(found: re.Match[str]) -> int:
    if found["to"]:
        return MONTHS[found["to"].lower()[:3]]
    if found["quarters"]:
        return 3 * _COUNTS[found["quarters"].lower()]
    months = found["months"].lower()
    return int(months) if months.isdigit() else _COUNTS[months]


def title_when(title: str) -> When | None:
    """The time that a title names.

    >>> title_when("Statistical Communiqué on the 2023 National Economic and Social Development")
    When(kind='year', number=0, year=2023, back=0)
    """
    times = [when_of(found) for found in TIME.finditer(title) if not found["last"] and not found["this"]]
    # Of two years the later is that of the edition.
    year = min((each.year for each in times if each.year), default=None)
    # A month with a day is a date; In August is what the report is about.
    month = re.search(rf"\bin\s+{_MONTH}\b(?!\s+\d\d?\b(?!\d))", title, re.IGNORECASE)
    kinds = ("year",) if month else ("year", "month")
    part = next((each for each in times if each.kind not in kinds), None)
    if part is not None:
        return When(part.kind, part.number, part.year or year)
    return When("year", 0, year) if year else None
