"""What people print in tables of statistics, in the words of the table of observations: headings, codes, periods."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from milepost.languages.table import LANGUAGES, column_words_of
from milepost.observations.exchange import FLAGS, exchange_period
from milepost.observations.model import BOUNDS, COLUMNS, CONFIDENCES, PERIOD_KINDS, SOURCE_KINDS, STATUSES, PeriodKind
from milepost.observations.periods import days_of

CODES: Final[dict[str, tuple[str, ...]]] = {
    "period_kind": PERIOD_KINDS,
    "bound": BOUNDS,
    "status": STATUSES,
    "source_kind": SOURCE_KINDS,
    "access": ("public", "internal"),
    "confidence": CONFIDENCES,
}
"""The codes that a column may hold; `access` may be `embargoed:YYYY-MM-DD` besides."""

YEAR, NUMBER = "year", "number"
"""Headings that are no column of ours: a year alone, and what is for the reader only."""


def folded(text: str | None) -> str:
    """A text as words are looked up in it: NFKC, lower case, single blanks.

    >>> folded(" Ｇrowth　(%) "), folded(None)
    ('growth (%)', '')
    """
    return " ".join(unicodedata.normalize("NFKC", text or "").casefold().split())


@cache
def _headings() -> dict[str, str]:
    found: dict[str, str] = {}
    for code in LANGUAGES:
        words = column_words_of(code)
        found |= {folded(heading): column for heading, column in words.headings.items()}
        found |= {folded(caption): column for column, caption in words.captions.items()}
    return found | {name: name for name in COLUMNS}


@lru_cache(maxsize=4096)
def column_called(heading: str | None) -> str | None:
    """The column that a heading stands for; None for one that no language knows.

    >>> column_called("指标名称"), column_called("Period kind"), column_called("colour")
    ('indicator', None, None)
    >>> column_called("period_kind"), column_called("年 份"), column_called("Unit of measure")
    ('period_kind', 'year', 'unit')
    """
    said = folded(heading)
    return _headings().get(said) or _headings().get(said.replace(" ", ""))


@cache
def _own_headings() -> frozenset[str]:
    captions = (caption for code in LANGUAGES for caption in column_words_of(code).captions.values())
    return frozenset((*COLUMNS, *(folded(caption) for caption in captions)))


def is_own(heading: str) -> bool:
    """Whether a heading is a column's name or what we print above it, and no other word for it.

    >>> is_own("indicator"), is_own("指标"), is_own("series")
    (True, True, False)
    """
    return folded(heading) in _own_headings()


@cache
def words_of(column: str) -> dict[str, str]:
    """Every word for the codes of a column, codes included.

    >>> words_of("status")["初步核算"], words_of("bound")["at_least"]
    ('preliminary', 'at_least')
    """
    found = {code: code for code in CODES[column]}
    for language in LANGUAGES:
        found |= {folded(word): code for word, code in column_words_of(language).codes.get(column, {}).items()}
    return found


@lru_cache(maxsize=65536)
def code_meant(column: str, word: str) -> str:
    """The code that a word in a column stands for; the word itself where no language knows it.

    >>> code_meant("status", "初步"), code_meant("access", "embargoed：2026-01-01"), code_meant("status", "blue")
    ('preliminary', 'embargoed:2026-01-01', 'blue')
    """
    said = folded(word)
    if column == "access" and said.startswith("embargoed:"):
        return said.replace(" ", "")
    return words_of(column).get(said, word)


class ReadPeriod(NamedTuple):
    """A period in the forms of the table of observations."""

    kind: PeriodKind
    period: str


Obstacle = Literal["unreadable", "kind_needed"]

_YEAR_ONLY = re.compile(r"((?:19|20|21)\d\d)(?:\.0+)?")
_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})")
_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ][\d:.]+)?")


@lru_cache(maxsize=65536)
def period_meant(text: str, kind: str = "") -> ReadPeriod | Obstacle:
    """The period that a text prints, in the form of its kind; or why it cannot be told.

    A month may be meant alone or as the last of a year to date: only the kind says.

    >>> period_meant("2023年上半年"), period_meant("2025年1—9月")
    (ReadPeriod(kind='half_year', period='2023-H1'), ReadPeriod(kind='year_to_date', period='2025-09'))
    >>> period_meant("2023-06"), period_meant("2023-06", "year_to_date")
    ('kind_needed', ReadPeriod(kind='year_to_date', period='2023-06'))
    >>> period_meant("2023-12-31 00:00:00", "year"), period_meant("last year")
    (ReadPeriod(kind='year', period='2023'), 'unreadable')
    """
    said = folded(text)
    if kind and days_of(kind, said.upper()):
        return ReadPeriod(kind, said.upper())  # type: ignore[arg-type]
    if found := _YEAR_ONLY.fullmatch(said):
        return _as_kind(ReadPeriod("year", found[1]), kind)
    if found := _MONTH.fullmatch(said):
        return _of_month(found[1], int(found[2]), kind)
    if found := _DAY.fullmatch(said):
        return _of_day(found[1], int(found[2]), int(found[3]), kind)
    read = _printed(said) or exchange_period(said.upper())
    return "unreadable" if read is None else _as_kind(ReadPeriod(read.kind, read.period), kind)


def _of_month(year: str, month: int, kind: str) -> ReadPeriod | Obstacle:
    """A month, alone or as the last of a year to date."""
    if not kind:
        return "kind_needed"
    read = ReadPeriod(kind, f"{year}-{month:02}")  # type: ignore[arg-type]
    return read if days_of(*read) else "unreadable"


def _of_day(year: str, month: int, day: int, kind: str) -> ReadPeriod | Obstacle:
    """The period of a kind of which a date is the first or the last day: spreadsheets make dates of what is typed."""
    try:
        at = date(int(year), month, day)
    except ValueError:
        return "unreadable"
    if not kind:
        return "kind_needed"
    within = {
        "year": year,
        "half_year": f"{year}-H{(month + 5) // 6}",
        "quarter": f"{year}-Q{(month + 2) // 3}",
    }
    read = ReadPeriod(kind, within.get(kind, f"{year}-{month:02}"))  # type: ignore[arg-type]
    days = days_of(*read)
    # A year to date typed as 2023-06 has become the first of June.
    is_typed = kind == "year_to_date" and day == 1
    return read if days is not None and (at in days or is_typed) else "unreadable"


_LAST_MONTHS = {"half_year": 6, "quarter": 3}


def _as_kind(read: ReadPeriod, kind: str) -> ReadPeriod | Obstacle:
    """The period, if it is of the kind; what begins with the year may be meant as a year to date."""
    if days_of(*read) is None:
        return "unreadable"
    if not kind or kind == read.kind:
        return read
    if kind == "year_to_date" and read.kind == "month":
        return ReadPeriod("year_to_date", read.period)
    if kind == "year_to_date" and read.kind in _LAST_MONTHS:
        last = int(read.period[-1]) * _LAST_MONTHS[read.kind]
        return ReadPeriod("year_to_date", f"{read.period[:4]}-{last:02}")
    return "unreadable"


def _printed(said: str) -> ReadPeriod | None:
    for code in LANGUAGES:
        words = column_words_of(code)
        for form in words.periods:
            found = form.pattern.fullmatch(said)
            if found is None:
                continue
            number = form.number
            if number is None and "n" in form.pattern.groupindex:
                number = words.numbers.get(found["n"]) or (int(found["n"]) if found["n"].isdecimal() else None)
                if number is None:
                    continue
            read = ReadPeriod(form.kind, _written(form.kind, found["y"], number or 0))  # type: ignore[arg-type]
            if days_of(*read):
                return read
    return None


def _written(kind: str, year: str, number: int) -> str:
    return {"year": year, "half_year": f"{year}-H{number}", "quarter": f"{year}-Q{number}"}.get(
        kind, f"{year}-{number:02}"
    )


class HeadingPeriod(NamedTuple):
    """A heading that is a period, and what it says of its values (`2025年目标`: status `plan`)."""

    period: ReadPeriod
    status: str | None = None


_FLAGGED_YEAR = re.compile(r"(?P<year>(?:19|20|21)\d\d) ?(?:(?P<flag>[a-z])|\((?P<inner>[a-z])\))")
_MARKS = re.compile(r"[\s*†‡#]+$|[\s]*[(\[]\d{1,2}[)\]]$|[①-⑳⑴-⒇¹²³⁴-⁹]+$")


@lru_cache(maxsize=4096)
def period_heading(heading: str | None) -> HeadingPeriod | None:
    """The period that heads a column; None for any other heading.

    >>> period_heading("2022p").status, period_heading("2023 (E)").status, period_heading("2024F").status
    ('preliminary', 'estimate', 'plan')
    >>> period_heading("2020年①"), period_heading("2025年目标值").status, period_heading("地区生产总值")
    (HeadingPeriod(period=ReadPeriod(kind='year', period='2020'), status=None), 'plan', None)
    """
    bare = (heading or "").strip()
    while (shorter := _MARKS.sub("", bare)) != bare:
        bare = shorter
    read = period_meant(bare)
    if isinstance(read, ReadPeriod):
        return HeadingPeriod(read)
    said = folded(bare)
    if flagged := _FLAGGED_YEAR.fullmatch(said):
        flag = FLAGS.get((flagged["flag"] or flagged["inner"]).upper())
        year = ReadPeriod("year", flagged["year"])
        # A flag that says there is no value, or another than it seems, heads no column of values.
        return HeadingPeriod(year, flag.status) if flag and (flag.status or flag.words == "normal") else None
    if said[-1:] == ")" and "(" in said:
        said = said[:-1].replace("(", " ", 1).strip()
    for code in LANGUAGES:
        for pattern, status in column_words_of(code).header_status:
            for rest in (pattern.sub("", said, count=1),) if pattern.search(said) else ():
                read = period_meant(rest.strip(" :-_"))
                if isinstance(read, ReadPeriod):
                    return HeadingPeriod(read, status or None)
    return None
