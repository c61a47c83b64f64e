"""Time words in English: years, numbered five-year plans, and which of them belong to a plan's past or future."""

from __future__ import annotations

import re

from milepost.kernel.span import Span
from milepost.languages.statement import Calendar, Moment, Tense

_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
        " fourteenth fifteenth sixteenth".split(),
        1,
    )
}
_COUNTS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "ten": 10,
    "fifteen": 15,
    "decade": 10,
}
_COUNT = r"(?P<{0}>two|three|four|five|six|seven|eight|ten|fifteen|\d{{1,2}})\syears|{1}"
_YEAR = r"(?:19|20)\d\d(?:/\d{2,4})?"
_TIME = re.compile(
    r"(?P<range>(?<![\d.,$])(?P<from>(?:19|20)\d\d)(?:/\d{2,4})?\s?(?:[-–—]|\sto\s|to\s|through\s"
    r"|and\s(?=20))\s?(?P<to>(?:19|20)\d\d)(?:/\d{2,4})?(?![\d,.]*\d))"
    r"|(?P<by>\b(?:by|until|before|no later than)\s(?:the\s)?(?:(?P<year_end>end|close|middle|start"
    r"|beginning)\sof\s)?(?:fiscal\s|financial\s)?(?:(?:year|FY)\s?)?|(?P<of>\b(?:end"
    rf"|close)\sof\s))?(?<![\d.,$])(?P<year>(?:FY\s?)?{_YEAR})(?![\d%]|[.,]\d|\s?(?:percent|million"
    r"|billion|agenda|vision|olympic|consensus|budget)\b|-[a-z])"
    r"|(?P<plan>\b(?:(?P<ordinal>[a-z]+th|first|second|third)|(?P<number>\d{1,2})(?:st|nd|rd"
    r"|th))\sfive-year\splan)(?:\speriod)?"
    r"|(?P<coming>\b(?:over|in|within|during|for)\s(?:the\s)?(?:next|coming"
    r"|following)\s(?:(?P<next>two|three|four|five|six|seven|eight|ten|fifteen|\d{1,"
    r"2})\s(?:-\s?)?years?|(?P<next_decade>decade)))"
    r"|(?P<gone>\b(?:over|in|during|for|throughout)\s(?:the\s)?(?:past|last|previous)\s(?:(?P<last>two"
    r"|three|four|five|six|seven|eight|ten|fifteen|\d{1,2})\syears|(?P<last_decade>decade)))"
    r"|(?P<last_year>\blast\syear\b|\bthe\sprevious\syear\b)"
    r"|(?P<this_year>\b(?:this|the\scurrent)\syear\b|\bby\syear-end\b|\bthe\send\sof\sthe\syear\b)"
    r"|(?P<plan_end>\bby\sthe\send\sof\sthe\s(?:plan|planning|strategy|programme|program)(?:\s(?:period|term))?)",
    re.IGNORECASE,
)
# Compared with 2020, over 2015 levels: the year is what something is compared with, not when it holds.
_BASE = re.compile(
    r"\b(?:than\sin|over|compared\s(?:with|to|against)|relative\sto|against|versus|vs\.?|from|since|on"
    r"|above|below|of|vision|agenda|base year|baseline year|the)\s(?:the\s)?$",
    re.IGNORECASE,
)
_TARGET_OF = re.compile(r"\b(?:end|close|middle|half|quarter|year|months)\sof\s$", re.IGNORECASE)


def plan_years(number: int) -> tuple[int, int]:
    """First and last year of China's numbered five-year plans: the first one began in 1953.

    >>> plan_years(14), plan_years(10)
    ((2021, 2025), (2001, 2005))
    """
    return 1951 + 5 * number, 1955 + 5 * number


def moments(text: str, start: int, end: int, calendar: Calendar) -> list[Moment]:
    """The times stated in a stretch of folded text, in order; years of comparison are left out.

    >>> found = moments("rise to 5 percent by 2025, from 4 in 2020", 0, 41, Calendar(2021, 2025))
    >>> [(m.first, m.last, m.tense) for m in found]
    [(2025, 2025, 'future'), (2020, 2020, 'past')]
    """
    found = []
    for match in _TIME.finditer(text, start, end):
        before = text[max(start, match.start() - 24) : match.start()]
        if match["year"] and not match["by"] and _BASE.search(before) and not _TARGET_OF.search(before):
            continue
        years = _years(match, calendar)
        if years is not None:
            ends = bool(match["year_end"] or match["plan_end"] or match["by"])
            found.append(Moment(Span(*match.span()), years[0], years[1], _tense(match, years[1], calendar), ends))
    return found


def _years(match: re.Match[str], calendar: Calendar) -> tuple[int, int] | None:
    if match["range"]:
        first, last = int(match["from"]), int(match["to"])
        return (first, last) if first <= last else None
    if match["year"]:
        return _fiscal(match["year"])
    if match["plan"]:
        number = int(match["number"]) if match["number"] else _ORDINALS.get((match["ordinal"] or "").lower())
        return plan_years(number) if number and 6 <= number <= 20 else None
    if calendar.start is None or calendar.end is None:
        return None
    if match["coming"]:
        length = 10 if match["next_decade"] else _count(match["next"])
        return calendar.start, max(calendar.end, calendar.start + length - 1) if length > 5 else calendar.end
    if match["this_year"] or match["plan_end"]:
        return calendar.start, calendar.end
    if match["last_year"]:
        return calendar.start - 1, calendar.start - 1
    length = 10 if match["last_decade"] else _count(match["last"])
    return calendar.start - length, calendar.start - 1


def _fiscal(words: str) -> tuple[int, int]:
    """2024/25 is the year in which it begins and that in which it ends."""
    digits = words[-7:] if "/" in words and len(words.rsplit("/", 1)[1]) == 2 else words
    first = int(re.sub(r"\D", "", digits.split("/")[0])[:4])
    if "/" not in words:
        return first, first
    tail = words.rsplit("/", 1)[1]
    return first, int(str(first)[: 4 - len(tail)] + tail)


def _count(word: str) -> int:
    return _COUNTS.get(word.lower()) or int(word)


def _tense(match: re.Match[str], last: int, calendar: Calendar) -> Tense | None:
    if match["gone"] or match["last_year"]:
        return "past"
    if match["coming"] or match["plan_end"]:
        return "future"
    if match["this_year"] or calendar.start is None:
        return None
    return "past" if last < calendar.start else "future"
