"""Numbers as they stand in cells: with separators, marks of footnotes, bounds and units; or that there is none."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

import polars

from milepost.languages.table import LANGUAGES, column_words_of
from milepost.observations.exchange import FLAGS
from milepost.observations.units import base_unit

READ: Final[dict[str, polars.DataType]] = {
    "number": polars.Float64(),
    "bound": polars.String(),  # null where the cell says none
    "status": polars.String(),
    "unit": polars.String(),  # printed behind the number
    "note": polars.String(),  # what a flag behind it means, unless it is a status
    "is_about": polars.Boolean(),
    "is_plain": polars.Boolean(),  # nothing but the number
    "is_absent": polars.Boolean(),
    "is_bad": polars.Boolean(),
}
"""Columns that `numbers` gives."""


class Figure(NamedTuple):
    """What a cell says: its number, and what stands around it."""

    number: float
    bound: str | None = None
    status: str | None = None
    unit: str | None = None
    is_about: bool = False
    note: str | None = None


_MARK = re.compile(r"[\s*＊†‡§#①-⓿❶-➓¹²³⁰-⁹]+$|\s*[\[［〔]\s*\d{1,2}\s*[\]］〕]$|\s*[(（]\s*(?:注\s*)?\d{1,2}\s*[)）]$")
_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u2009']\d{3})+|\d+)?(?:\.\d*)?(?:[eE][-+]?\d{1,3})?")
_FLAG = re.compile(r"\s*\(?([a-z]{1,2})\)?", re.IGNORECASE)
_FLAGS_TAKEN = frozenset("PERFSUVGNBD")
"""Flags that qualify a number behind it; others change what it is, or say that there is none."""
_MINUS = str.maketrans({"−": "-", "－": "-", "–": "-"})
_BLANK = " \t\u00a0\u2009\u202f\u3000"


@lru_cache(maxsize=1 << 17)
def read_figure(text: str) -> Figure | None:
    """The number of a cell; None for what is no number without doubt.

    >>> read_figure("1,234.5"), read_figure("≥85%")
    (Figure(number=1234.5, bound=None, status=None, unit=None, is_about=False, note=None), \
Figure(number=85.0, bound='at_least', status=None, unit='%', is_about=False, note=None))
    >>> read_figure("12.3 p").status, read_figure("6.0b").note, read_figure("123.4①").number
    ('preliminary', 'break in series', 123.4)
    >>> read_figure("12,34"), read_figure("10-12"), read_figure("(12.3)"), read_figure("1.2.3")
    (None, None, None, None)
    """
    bare = text.strip(_BLANK)
    while (shorter := _MARK.sub("", bare)) != bare:
        bare = shorter
    said = unicodedata.normalize("NFKC", bare).translate(_MINUS).strip()
    bound, is_about, said = _bounded(said)
    found = _NUMBER.match(said)
    if found is None or not any(sign.isdecimal() for sign in found[0]):
        return None
    try:
        number = float(re.sub(r"[,\s']", "", found[0]))
    except ValueError:
        return None
    rest = said[found.end() :].strip()
    behind, is_about_behind, rest = _bounded_behind(rest)
    if (bound and behind) or number in (float("inf"), float("-inf")):
        return None
    is_about |= is_about_behind
    if not rest:
        return Figure(number, bound or behind, None, None, is_about)
    flag = _FLAG.fullmatch(rest) if base_unit(rest) is None else None
    if flag and all(letter in _FLAGS_TAKEN for letter in flag[1].upper()):
        known = [FLAGS[letter] for letter in flag[1].upper()]
        status = next((each.status for each in known if each.status), None)
        doubtful = any(each.confidence == "low" for each in known)
        note = "; ".join(each.words for each in known if each.status is None) or None
        return Figure(number, bound or behind, status, None, is_about or doubtful, note)
    if base_unit(rest) is None or any(sign.isdecimal() for sign in rest[:1]):
        return None
    return Figure(number, bound or behind, None, rest, is_about)


def _bounded(said: str) -> tuple[str | None, bool, str]:
    """The bound in front of a number, whether it is only about right, and what follows."""
    lower = said.casefold()
    for code in LANGUAGES:
        for pattern, meant in column_words_of(code).bounds:
            found = pattern.match(lower)
            if found and found.end():
                rest = said[found.end() :].strip()
                return (None, True, rest) if meant == "about" else (meant, False, rest)
    return None, False, said


def _bounded_behind(rest: str) -> tuple[str | None, bool, str]:
    """The bound behind a number or its unit, whether it is only about right, and what stands before it."""
    lower = rest.casefold()
    for code in LANGUAGES:
        for pattern, meant in column_words_of(code).bounds_behind:
            for found in pattern.finditer(lower):
                if found.end() == len(lower) and found[0]:
                    left = rest[: found.start()].strip()
                    return (None, True, left) if meant == "about" else (meant, False, left)
    return None, False, rest


@lru_cache(maxsize=65536)
def is_absent(text: str) -> bool:
    """Whether a cell says that there is no value.

    >>> is_absent("—"), is_absent("…"), is_absent("暂无"), is_absent("n/a"), is_absent("0"), is_absent("NaN")
    (True, True, True, True, False, False)
    """
    said = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return not said or any(column_words_of(code).absent.fullmatch(said) for code in LANGUAGES)


_GROUPED = r"^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$"


def numbers(cells: polars.Series, *, is_comma_decimal: bool = False) -> polars.DataFrame:
    """The numbers of cells, with the columns of `READ`; each different unusual text is read once.

    Parameters
    ----------
    cells : polars.Series
        Text, null where a cell is empty.
    is_comma_decimal : bool
        Whether a comma may be meant as the decimal sign in this file, so that `1,234` is in doubt and not taken.

    >>> numbers(polars.Series(["12", "1,200", "—", "many"]))["number"].to_list()
    [12.0, 1200.0, None, None]
    """
    text = cells.str.strip_chars()
    plain = text.cast(polars.Float64, strict=False)
    finite = plain.is_finite().fill_null(value=False)
    if not is_comma_decimal and not finite.all():
        grouped = text.str.contains(_GROUPED).fill_null(value=False) & ~finite
        if grouped.any():
            plain = text.str.replace_all(",", "").cast(polars.Float64, strict=False).zip_with(grouped, plain)
            finite = finite | grouped
    frame = polars.DataFrame({"text": text, "number": plain, "is_plain": finite})
    frame = frame.with_columns(number=polars.when("is_plain").then("number"))
    odd = frame.filter(~polars.col("is_plain"))["text"].unique()
    return _with_odd(frame, odd, is_comma_decimal)


def _with_odd(frame: polars.DataFrame, odd: polars.Series, is_comma_decimal: bool) -> polars.DataFrame:
    """The columns of `READ`, from what is plain and from the texts that are not."""
    if odd.is_empty():
        blank = {name: polars.lit(None, dtype=READ[name]) for name in ("bound", "status", "unit", "note")}
        never = {name: polars.lit(value=False) for name in ("is_about", "is_absent", "is_bad")}
        return frame.with_columns(**blank, **never).select(*READ)
    absent = [text is None or is_absent(text) for text in odd]
    read = [
        None if gone or text is None or (is_comma_decimal and "," in text) else read_figure(text)
        for text, gone in zip(odd, absent, strict=True)
    ]
    known = polars.DataFrame(
        {
            "text": odd,
            "_number": polars.Series([each and each.number for each in read], dtype=polars.Float64),
            "bound": polars.Series([each and each.bound for each in read], dtype=polars.String),
            "status": polars.Series([each and each.status for each in read], dtype=polars.String),
            "unit": polars.Series([each and each.unit for each in read], dtype=polars.String),
            "note": polars.Series([each and each.note for each in read], dtype=polars.String),
            "is_about": polars.Series([bool(each and each.is_about) for each in read], dtype=polars.Boolean),
            "is_absent": polars.Series(absent, dtype=polars.Boolean),
            "is_bad": polars.Series([not gone and each is None for gone, each in zip(absent, read, strict=True)]),
        }
    )
    joined = frame.join(known, on="text", how="left", nulls_equal=True, maintain_order="left")
    flags = [polars.col(name).fill_null(value=False) for name in ("is_about", "is_absent", "is_bad")]
    return joined.with_columns(polars.coalesce("number", "_number").alias("number"), *flags).select(*READ)
