"""Sheets with regions as lines and indicators as columns, of one period that stands above the table or is given."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final, NamedTuple

from milepost.languages.table import LANGUAGES, column_words_of
from milepost.observations.figures import is_absent, read_figure
from milepost.observations.units import base_unit
from milepost.observations.wording import HeadingPeriod, ReadPeriod, column_called, folded, period_heading

_TIMES: Final = frozenset({"indicator", "value", "period", "year", "period_kind"})
_MOSTLY: Final = 0.5
_IN_BRACKETS = re.compile(r"^(?P<name>[^(（]*)[(（]\s*(?P<unit>[^()（）]+)\s*[)）]$")
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")


class ByRegion(NamedTuple):
    """Names in columns, columns of growth with the one that they belong to, and the first line below the heading."""

    indicators: dict[int, str]
    growth: dict[int, int]
    first: int


def by_region(heads: Sequence[str], below: Sequence[Sequence[str]], place: int) -> ByRegion | None:
    """What the columns are, if a line is the heading of such a table; None for any other line.

    Parameters
    ----------
    heads : sequence of str
        The line, with what merged cells say in each of their columns.
    below : sequence of sequence of str
        The lines below it.
    place : int
        Which line it is, counted from 0.
    """
    called = [column_called(head) if head else None for head in heads]
    label = next((at for at, column in enumerate(called) if column in ("region", "region_name")), None)
    if label is None or _TIMES & set(called) or any(period_heading(head) for head in heads if head):
        return None
    second = _second_line(below[0], label) if below else None
    names: dict[int, str] = {}
    growth: dict[int, int] = {}
    for at in range(label + 1, len(heads)):
        said = second.get(at, "") if second else ""
        if called[at] == "growth_percent" or column_called(said) == "growth_percent":
            if not names:
                return None
            growth[at] = max(names)
        elif heads[at] and called[at] is None:
            names[at] = heads[at] + _unit_of(said)
    lines = [line for line in below[1 if second else 0 :] if len(line) > label and line[label]]
    if not names or not _are_numbers([line[at] for line in lines for at in names if at < len(line) and line[at]]):
        return None
    return ByRegion(names, growth, place + (2 if second else 1))


def _second_line(line: Sequence[str], label: int) -> dict[int, str] | None:
    """A second line of heading: units in brackets, or what divides the columns of an indicator; None for data."""
    said = {at: text for at, text in enumerate(line) if text}
    is_heading = said and min(said) > label and all(_unit_of(text) or column_called(text) for text in said.values())
    return said if is_heading else None


def _unit_of(text: str) -> str:
    """The unit in brackets that a cell of a second line says, in brackets; "" where it says none."""
    found = _IN_BRACKETS.match(text)
    inside, name = (found["unit"], found["name"].strip()) if found else (text, "")
    is_unit = bool(inside) and base_unit(inside) is not None and (not name or column_called(name) == "value")
    return f"（{inside}）" if is_unit else ""


def _are_numbers(texts: Sequence[str]) -> bool:
    """Whether most cells are numbers, and some are."""
    numbers = sum(read_figure(text) is not None for text in texts)
    others = sum(read_figure(text) is None and not is_absent(text) for text in texts)
    return numbers > 0 and others <= _MOSTLY * (numbers + others)


def period_said(texts: Sequence[str]) -> HeadingPeriod | None:
    """The one period that lines above a table say; None where they say none, or several.

    >>> period_said(["附表1：各县（市）主要经济指标（2023年）"]).period
    ReadPeriod(kind='year', period='2023')
    >>> period_said(["2024年1—9月分县市主要指标"]).period.period
    '2024-09'
    >>> period_said(["2022年和2023年"]), period_said(["各县市"])
    (None, None)
    """
    found: set[HeadingPeriod] = set()
    for text in texts:
        said = folded(unicodedata.normalize("NFKC", text))
        years = {year[0] for year in _YEAR.finditer(said)}
        if not years:
            continue
        longest = max(_periods_in(said), key=lambda hit: hit[0], default=None)
        if len(years) > 1 or longest is None:
            return None
        found.add(HeadingPeriod(longest[1]))
    return found.pop() if len(found) == 1 else None


def _periods_in(said: str) -> list[tuple[int, ReadPeriod]]:
    """Periods in a text, each with how many characters say it."""
    hits = []
    for code in LANGUAGES:
        for form in column_words_of(code).periods:
            for match in form.pattern.finditer(said):
                read = period_heading(match[0].strip())
                if read is not None and read.status is None:
                    hits.append((len(match[0].strip()), read.period))
    return hits


def is_total(text: str) -> bool:
    """Whether a line stands for all regions of the table together.

    >>> is_total("合 计"), is_total("Total"), is_total("全国"), is_total("塔城市")
    (True, True, False, False)
    """
    said = folded(text)
    return any(column_words_of(code).total.fullmatch(said) for code in LANGUAGES)
