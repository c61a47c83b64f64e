"""Codes that formats of data exchange have in common: periods, flags, confidentiality, units; and names made of them.

Sources: SDMX code lists CL_FREQ, CL_OBS_STATUS, CL_CONF_STATUS and CL_UNIT_MULT (sdmx.org, cross-domain code lists);
SDMX 2.1 section 6, forms of time periods; flags and unit codes of Eurostat's dissemination.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

import polars

from milepost.observations.model import SCHEMA, PeriodKind
from milepost.observations.periods import days_of
from milepost.observations.units import base_unit


class ReadPeriod(NamedTuple):
    """A period in the forms of the table of observations."""

    kind: PeriodKind
    period: str


_YEAR = re.compile(r"(\d{4})(?:-?A1?|/P1Y|-01-01/P1Y)?")
_HALF = re.compile(r"(\d{4})-?[SHB]0?([12])")
_QUARTER = re.compile(r"(\d{4})-?[QK]0?([1-4])")
_MONTH = re.compile(r"(\d{4})(?:-?M|-)(0[1-9]|1[0-2]|[1-9](?!\d))")
_DAY = re.compile(r"(\d{4})-(\d{2})-\d{2}(?:T[\d:.]+Z?)?")

PERIOD_FORMS: Final = "2023, 2023-S1, 2023-Q2, 2023-06, 2023-M06"


@lru_cache(maxsize=65536)
def exchange_period(text: str, frequency: str = "") -> ReadPeriod | None:
    """A time period of SDMX or its kin; None for one that is no year, half-year, quarter or month.

    `frequency` (A, S, Q, M) says what a full date stands for: files made for pivot tables write 2014-12-31 for 2014.

    >>> exchange_period("2023-Q1"), exchange_period("2023M01"), exchange_period("2014-12-31", "A")
    (ReadPeriod(kind='quarter', period='2023-Q1'), ReadPeriod(kind='month', period='2023-01'), \
ReadPeriod(kind='year', period='2014'))
    >>> exchange_period("2023-W05"), exchange_period("2019.5"), exchange_period("2015-2017")
    (None, None, None)
    """
    said = text.strip()
    read: ReadPeriod | None = None
    if found := _YEAR.fullmatch(said):
        read = ReadPeriod("year", found[1])
    elif found := _HALF.fullmatch(said):
        read = ReadPeriod("half_year", f"{found[1]}-H{found[2]}")
    elif found := _QUARTER.fullmatch(said):
        read = ReadPeriod("quarter", f"{found[1]}-Q{found[2]}")
    elif found := _MONTH.fullmatch(said):
        read = ReadPeriod("month", f"{found[1]}-{int(found[2]):02}")
    elif found := _DAY.fullmatch(said):
        read = _of_date(found[1], int(found[2]), frequency.strip().upper()[:1])
    return read if read and days_of(*read) else None


def _of_date(year: str, month: int, frequency: str) -> ReadPeriod | None:
    if not 1 <= month <= 12:
        return None
    return {
        "A": ReadPeriod("year", year),
        "S": ReadPeriod("half_year", f"{year}-H{(month + 5) // 6}"),
        "H": ReadPeriod("half_year", f"{year}-H{(month + 5) // 6}"),
        "Q": ReadPeriod("quarter", f"{year}-Q{(month + 2) // 3}"),
        "M": ReadPeriod("month", f"{year}-{month:02}"),
    }.get(frequency)


class Flag(NamedTuple):
    """What a flag of an observation means here; `is_missing` when there is no value that counts."""

    words: str
    status: str | None = None
    confidence: str | None = None
    is_missing: bool = False


FLAGS: Final[dict[str, Flag]] = {
    "A": Flag("normal"),
    "B": Flag("break in series"),
    "D": Flag("definition differs"),
    "E": Flag("estimated", "estimate"),
    "S": Flag("estimated or special event", "estimate"),
    # A forecast never counts as observed.
    "F": Flag("forecast", "plan"),
    "G": Flag("experimental", None, "low"),
    "I": Flag("imputed", "estimate"),
    "N": Flag("not significant", None, "low"),
    "P": Flag("provisional", "preliminary"),
    "R": Flag("revised", "revised"),
    "U": Flag("low reliability", None, "low"),
    "V": Flag("unvalidated", "preliminary"),
    "W": Flag("includes data of another category"),
    "C": Flag("confidential"),
    "M": Flag("missing", is_missing=True),
    "L": Flag("missing, not collected", is_missing=True),
    "O": Flag("missing", is_missing=True),
    "Q": Flag("missing, suppressed", is_missing=True),
    "H": Flag("missing, holiday", is_missing=True),
    "J": Flag("missing, derogation", is_missing=True),
    "K": Flag("included in another category", is_missing=True),
    "Z": Flag("not applicable", is_missing=True),
    ":": Flag("not available", is_missing=True),
}
"""Flags by their letter; Eurostat and JSON-stat write them small and several together."""

FREE: Final = frozenset(("", "F", "PUBLIC", "_Z"))
"""Codes of confidentiality that withhold nothing; whatever else stands there keeps the value inside."""


class ReadFlags(NamedTuple):
    """What the flags of one observation come to."""

    status: str | None
    confidence: str | None
    is_missing: bool
    is_confidential: bool
    note: str | None


@lru_cache(maxsize=4096)
def exchange_flags(text: str) -> ReadFlags:
    """The flags of an observation, one or several: `P`, `bp`, `E;B`.

    A flag that is not known is kept in the note.

    >>> exchange_flags("bp")
    ReadFlags(status='preliminary', confidence=None, is_missing=False, is_confidential=False, \
note='break in series; provisional')
    >>> exchange_flags("x").note
    'flag x'
    """
    letters = [letter for letter in text if not letter.isspace() and letter not in ";,|_"]
    flags = [(letter, FLAGS.get(letter.upper())) for letter in letters]
    known = [flag for _, flag in flags if flag]
    words = [flag.words if flag else f"flag {letter}" for letter, flag in flags if letter.upper() != "A"]
    return ReadFlags(
        status=next((flag.status for flag in known if flag.status), None),
        confidence=next((flag.confidence for flag in known if flag.confidence), None),
        is_missing=any(flag.is_missing for flag in known),
        is_confidential=any(letter.upper() == "C" for letter in letters),
        note="; ".join(words) or None,
    )


class ReadUnit(NamedTuple):
    """A unit as the table of observations writes it, and the basis that its code holds besides."""

    unit: str | None
    basis: str | None = None


_SIZES = {
    "": "",
    "THS": "thousand ",
    "K": "thousand ",
    "MIO": "million ",
    "M": "million ",
    "BN": "billion ",
    "B": "billion ",
    "MRD": "billion ",
}
_THINGS = {
    "EUR": "EUR", "USD": "USD", "CNY": "CNY", "PER": "persons", "PERS": "persons", "PS": "persons", "PSN": "persons",
    "T": "tonnes", "HA": "hectares", "KM2": "km2", "KM": "km", "M3": "m3", "M2": "m2", "KG": "kg", "HAB": "persons",
    "HH": "households", "HR": "hours", "YR": "years", "Y": "years", "GWH": "GWh", "MWH": "MWh", "KWH": "kWh",
    "MW": "MW", "NR": "number", "NUMBER": "number", "UNIT": "number", "XDC": None,
}  # fmt: skip
_SHARES = frozenset(("PC", "PT", "PCT", "PERCENT", "PERCENTAGE", "PER_CENT"))
_PARTS = re.compile(r"(?:PC|PT|PCH)_[A-Z0-9_]+")
_PERCENT = re.compile(r"(?:percent(?:age)?|per cent|%)(?:\s*\(%\))?(\s+(?!points?\b).+)?", re.IGNORECASE)
_PRICED = re.compile(r"(CP|CLV(\d{2})|PYP)_([MBK]?)([A-Z]{3})")
_SIZED = re.compile(r"(?:(THS|MIO|BN|MRD)_)?([A-Z0-9]+)")
_PER_HEAD = re.compile(r"([A-Z]{2,3})_(?:HAB|PC|CAP|PS)")
_INDEX = re.compile(r"I(\d{2})|INX|IX|INDEX(?:_(\d{4})_100)?")
_INDEX_WORDS = re.compile(r"index\b[\s,:(]*([^)]*)\)?", re.IGNORECASE)


@lru_cache(maxsize=4096)
def exchange_unit(code: str, label: str = "") -> ReadUnit:
    """The unit that a code or its label stands for; the label or the code itself where neither is known.

    >>> exchange_unit("MIO_EUR"), exchange_unit("CLV20_MEUR")
    (ReadUnit(unit='million EUR', basis=None), ReadUnit(unit='million EUR', basis='chain-linked volumes of 2020'))
    >>> exchange_unit("PT_B1GQ", "Percentage of GDP")
    ReadUnit(unit='%', basis='Percentage of GDP')
    """
    name = code.strip().upper()
    if not name or name in {"_Z", "_T", "NA"}:
        return ReadUnit(label.strip() or None)
    if name in _SHARES:
        return ReadUnit("%")
    if found := _PERCENT.fullmatch(label.strip()) or _PERCENT.fullmatch(code.strip()):
        whole = found[0] if found[1] else None
        return ReadUnit("%", whole)
    if _PARTS.fullmatch(name):
        return ReadUnit("%", label.strip() or code.strip())
    if found := _PRICED.fullmatch(name):
        prices = {"CP": "current prices", "PYP": "prices of the year before"}.get(found[1])
        return ReadUnit(_SIZES[found[3]] + found[4], prices or f"chain-linked volumes of {_century(found[2])}")
    if (found := _PER_HEAD.fullmatch(name)) and _THINGS.get(found[1]):
        return ReadUnit(f"{_THINGS[found[1]]}/person")
    if found := _INDEX.fullmatch(name):
        year = _century(found[1]) if found[1] else found[2]
        return ReadUnit("index", f"{year} = 100" if year else None)
    found = _SIZED.fullmatch(name)
    thing = _THINGS.get(found[2]) if found else None
    if found and thing:
        return ReadUnit(_SIZES[found[1] or ""] + thing)
    if found := _INDEX_WORDS.fullmatch(label.strip() or code.strip()):
        return ReadUnit("index", found[1].strip() or None)
    if label.strip() and (base_unit(label) or not base_unit(code)):
        return ReadUnit(label.strip())
    return ReadUnit(code.strip())


def _century(year: str) -> str:
    return f"{'19' if int(year) > 50 else '20'}{year}"


_POWERS = {3: "thousand ", 6: "million ", 9: "billion "}


def multiplied(unit: str | None, power: int) -> tuple[str | None, float]:
    """A unit times ten to a power: in words where a unit of that size is known, else as a factor for the value.

    >>> multiplied("EUR", 6), multiplied("persons", 2), multiplied("%", 0)
    (('million EUR', 1.0), ('persons', 100.0), ('%', 1.0))
    """
    words = _POWERS.get(power)
    if words and unit and base_unit(words + unit) and base_unit(unit):
        return words + unit, 1.0
    return unit, 10.0**power


TOTALS: Final = frozenset(("", "_T", "T", "TOTAL", "TOT", "_Z", "NA", "_X", "ALL", "ALLAREA", "NAP"))
"""Codes for all of a dimension together, or for a dimension that does not apply."""

BASIS_DIMENSIONS: Final = frozenset(
    "PRICE_BASE PRICES PRICE ADJUSTMENT S_ADJ SEASONAL_ADJUST SEASONAL_ADJ SEASONAL_ADJUSTMENT BASE_PER BASE_PERIOD "
    "BASE_YEAR REF_PERIOD VALUATION COVERAGE METHODOLOGY BASIS".split()
)
"""Dimensions that say on which basis a value is given, not what it measures."""


def qualified(name: polars.Expr, others: Mapping[str, polars.Expr]) -> polars.Expr:
    """A name with what narrows it behind: `GDP (sex: F; age: 15+)`; nulls narrow nothing."""
    if not others:
        return name
    parts = polars.concat_list(
        polars.when(value.is_not_null()).then(polars.format("{}: {}", polars.lit(each), value))
        for each, value in others.items()
    ).list.drop_nulls()
    joined = parts.list.join("; ")
    return polars.when(joined == "").then(name).otherwise(polars.format("{} ({})", name, joined))


def completed(columns: Mapping[str, polars.Expr | str | None], rows: polars.DataFrame) -> polars.DataFrame:
    """The rows with the columns of the table of observations, those that are not given null."""
    made = []
    for name, kind in SCHEMA.items():
        given = columns.get(name)
        expression = given if isinstance(given, polars.Expr) else polars.lit(given, dtype=kind)
        made.append(expression.cast(kind).alias(name))
    # Within the frame: constants alone would be one row, however many there are.
    return rows.with_columns(made).select(list(SCHEMA))


def column_letter(place: int) -> str:
    """The letters of a column, counted from 0, as spreadsheets name it.

    >>> column_letter(0), column_letter(27)
    ('A', 'AB')
    """
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


_DATES = (
    (re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?"), (1, 2, 3)),
    (re.compile(r"(\d{2})/(\d{2})/(\d{2}|\d{4})(?: .*)?"), (3, 2, 1)),
)


def exchange_date(text: str | None) -> str | None:
    """A date of publication as `YYYY-MM-DD`; None for what is no date.

    >>> exchange_date("28/08/26 23:00:00"), exchange_date("2025-11-17T23:00:00+0100"), exchange_date("soon")
    ('2026-08-28', '2025-11-17', None)
    """
    for form, order in _DATES:
        found = form.fullmatch((text or "").strip())
        if found:
            year, month, day = (int(found[place]) for place in order)
            try:
                return date(year + 2000 if year < 100 else year, month, day).isoformat()
            except ValueError:
                return None
    return None


def mapped(column: polars.Expr, known: Mapping[str, object], kind: polars.DataType) -> polars.Expr:
    """Each different text of a column put through a mapping; null where it has none."""
    if not known:
        return polars.lit(None, dtype=kind)
    return column.replace_strict(dict(known), default=None, return_dtype=kind)


def listed(names: Sequence[str], most: int = 12) -> str:
    """Names for a message, the first few of many.

    >>> listed(["a", "b", "c"], most=2)
    'a, b and 1 more'
    """
    rest = len(names) - most
    return ", ".join(names[:most]) + (f" and {rest} more" if rest > 0 else "")
