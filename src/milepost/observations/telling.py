"""How the rows of observations are named in messages, in Chinese and in English."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from milepost.checks.model import Words
from milepost.checks.quoting import inner, quoted

Row = Mapping[str, object]

_HALVES = {"1": ("上半年", "first half"), "2": ("下半年", "second half")}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MOST_NAMED = 4


def plain(value: object) -> str:
    """A number as people write it: no exponent, no `.0`, twelve digits at most.

    >>> plain(998.72), plain(1108747.0), plain(0.1 + 0.2)
    ('998.72', '1108747', '0.3')
    """
    number = float(str(value))
    if not math.isfinite(number):
        return str(value)
    digits = 12 - 1 - (math.floor(math.log10(abs(number))) if number else 0)
    text = f"{number:.{min(max(digits, 0), 20)}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def amount(value: object, unit: object) -> Words:
    """A value with its unit.

    >>> amount(59.09, "%"), amount(737.57, "亿元")
    (Words(zh='59.09%', en='59.09%'), Words(zh='737.57亿元', en='737.57 亿元'))
    """
    shown, named = plain(value), inner(str(unit or "")).strip()
    close = "" if not named or named in {"%", "‰"} else " "
    chinese = close if named.isascii() else ""
    return Words(f"{shown}{chinese}{named}", f"{shown}{close}{named}")


def value_of(row: Row) -> Words:
    """The value of a row as it is printed, with its bound."""
    told = amount(row["value"], row["unit"])
    bound = row.get("bound")
    if bound == "at_least":
        return Words(f"{told.zh}以上", f"at least {told.en}")
    if bound == "at_most":
        return Words(f"{told.zh}以内", f"at most {told.en}")
    return told


def in_unit_of(row: Row, number: float) -> Words:
    """A value in base units, said in the unit of a row."""
    factor = float(str(row["factor"]))
    return amount(float(f"{number / factor:.6g}"), row["unit"])


def period_words(kind: object, period: object) -> Words:
    """A period in words.

    >>> period_words("year_to_date", "2025-09")
    Words(zh='2025年1—9月', en='January to September 2025')
    """
    year, _, part = str(period).partition("-")
    if kind == "year":
        return Words(f"{year}年", year)
    if kind == "half_year" and part[1:] in _HALVES:
        zh, en = _HALVES[part[1:]]
        return Words(f"{year}年{zh}", f"{en} of {year}")
    if kind == "quarter":
        return Words(f"{year}年第{part[1:]}季度", f"quarter {part[1:]} of {year}")
    month = int(part) if part.isdecimal() else 0
    if not 1 <= month <= len(_MONTHS):
        return Words(inner(str(period)), str(period))
    if kind == "month" or month == 1:
        return Words(f"{year}年{month}月", f"{_MONTHS[month - 1]} {year}")
    return Words(f"{year}年1—{month}月", f"{_MONTHS[0]} to {_MONTHS[month - 1]} {year}")


def period_of(row: Row) -> Words:
    """The period of a row in words."""
    return period_words(row["period_kind"], row["period"])


def place_of(row: Row) -> str:
    """The name of a row's region, else its code."""
    return inner(str(row.get("region_name") or row["region"])).strip()


def series_of(row: Row) -> Words:
    """The indicator and the region of a row."""
    place, name = place_of(row), str(row["indicator"])
    return Words(f"{place}“{inner(name)}”", f"{quoted(name)} ({place})")


def source_of(row: Row) -> Words:
    """The source of a row."""
    source = row.get("source")
    if source:
        return Words(f"“{inner(str(source))}”", quoted(str(source)))
    return Words("未注明来源", "no source given")


def years_words(years: Sequence[int]) -> Words:
    """Years in words, rows of them drawn together.

    >>> years_words([2011, 2012, 2013, 2016])
    Words(zh='2011—2013年、2016年', en='2011–2013, 2016')
    """
    ordered = sorted(set(years))
    breaks = [place + 1 for place, (before, after) in enumerate(pairwise(ordered)) if after != before + 1]
    spans = [ordered[start:end] for start, end in pairwise([0, *breaks, len(ordered)])]
    ends = [(span[0], span[-1]) for span in spans if span]
    return Words(
        "、".join(f"{first}年" if first == last else f"{first}—{last}年" for first, last in ends),
        ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in ends),
    )


def names_words(names: Sequence[str], most: int = MOST_NAMED) -> Words:
    """A few names, and how many more there are.

    >>> names_words(["乌苏市", "沙湾市", "额敏县"], most=2)
    Words(zh='乌苏市、沙湾市等3个', en='乌苏市, 沙湾市 and 1 more')
    """
    shown = [inner(name) for name in names[:most]]
    more = len(names) - len(shown)
    if not more:
        return Words("、".join(shown), ", ".join(shown))
    return Words(f"{'、'.join(shown)}等{len(names)}个", f"{', '.join(shown)} and {more} more")
