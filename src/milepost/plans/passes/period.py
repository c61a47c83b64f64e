"""Which years a plan is for, and to which year its long-range goals look."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from milepost.languages.title_words import TitleWords
from milepost.plans.model import PlanPeriod
from milepost.plans.reading import Reading

_HEAD = 5000  # characters in which a plan without years in its title says what it is for
_FARTHEST = 2100
_LONG_RANGE = 2  # a plan of more years than these may have goals beyond its end


def find(reading: Reading) -> PlanPeriod:
    """First and last year and horizon, from the title, else from the beginning of the text; None where unstated."""
    words = reading.language.titles
    title = unicodedata.normalize("NFKC", reading.title)
    horizon = _horizon(title, words)
    years = (
        _stated(title, words)
        or _single(title, horizon, words)
        or _of_report(reading, title, words)
        or _in_text(unicodedata.normalize("NFKC", reading.text[:_HEAD]), words)
    )
    if years is None:
        return PlanPeriod(None, None, horizon)
    start, end = years
    if horizon is None and end - start >= _LONG_RANGE:
        horizon = _horizon(reading.text, words, after=end)
    return PlanPeriod(start, end, horizon if horizon is None or horizon > end else None)


def _stated(title: str, words: TitleWords) -> tuple[int, int] | None:
    """The years that a title states as a span or by the plan's number."""
    for found in words.span.finditer(title):
        start, end = int(found["start"]), int(found["end"])
        if start < end:
            return start, end
    numbered = words.ordinal_plan.search(title)
    return words.plan_years(_number(numbered)) if numbered else None


def _single(title: str, horizon: int | None, words: TitleWords) -> tuple[int, int] | None:
    """The year of a yearly plan or report: the only year of its title that is no horizon."""
    years = {int(found["year"]) for found in words.year.finditer(title)} - {horizon}
    return (min(years), min(years)) if len(years) == 1 else None


def _of_report(reading: Reading, title: str, words: TitleWords) -> tuple[int, int] | None:
    """The year that a report without one in its title plans: by its headings, else by the date of its delivery."""
    if words.report.search(title) is None:
        return None
    titles = [unicodedata.normalize("NFKC", section.title) for section in reading.sections]
    planned = [int(found["year"]) for each in titles if (found := words.report_year.search(each))]
    if planned:
        return max(planned), max(planned)
    delivered = words.delivered.search(unicodedata.normalize("NFKC", reading.text[:_HEAD]))
    return (int(delivered["year"]), int(delivered["year"])) if delivered else None


def _in_text(head: str, words: TitleWords) -> tuple[int, int] | None:
    """The numbered plan that the beginning of the text speaks of most, else the first span of years."""
    counts = Counter(_number(found) for found in words.ordinal_plan.finditer(head))
    for number, _ in counts.most_common():
        years = words.plan_years(number)
        if years:
            return years
    return next(
        ((int(found["start"]), int(found["end"])) for found in words.span.finditer(head)
         if 2 <= int(found["end"]) - int(found["start"]) <= 30), None,
    )  # fmt: skip


def _number(found: re.Match[str]) -> str:
    return found["number"] or found["short"] or ""


def _horizon(words_of_plan: str, words: TitleWords, after: int = 0) -> int | None:
    for found in words.horizon.finditer(words_of_plan):
        year = int(found["year"] or found["outlook"])
        if after < year < _FARTHEST:
            return year
    return None
