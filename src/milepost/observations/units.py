"""Units of observations: what each is in base units, in whichever language it is printed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

import polars

from milepost.languages.table import LANGUAGES, language_named

MONEY: Final = frozenset(("CNY", "USD", "EUR", "HKD", "GBP", "JPY", "PHP", "KES", "RWF", "INR", "NGN"))
"""Codes of currencies: what is in one of them may be at current prices."""

POINT = "point"
"""Base unit of differences between percentages (百分点), which are no percentages themselves."""

_POINTS = re.compile(r"个?百分点|percentage points?|pp|ppts?", re.IGNORECASE)


class BaseUnit(NamedTuple):
    """A unit in base units: `value * factor` is the value in `code`."""

    code: str
    factor: float


@lru_cache(maxsize=4096)
def base_unit(unit: str | None) -> BaseUnit | None:
    """Base unit and factor of a printed unit, magnitude included; None for one that no language knows.

    A unit that is not given is a plain number. Percentage points are kept apart from percentages.

    >>> base_unit("亿斤"), base_unit("万元")
    (BaseUnit(code='t', factor=50000.0), BaseUnit(code='CNY', factor=10000.0))
    >>> base_unit("%"), base_unit("百分点"), base_unit("颗星")
    (BaseUnit(code='1', factor=0.01), BaseUnit(code='point', factor=0.01), None)
    """
    printed = (unit or "").strip()
    if not printed:
        return BaseUnit("1", 1.0)
    if _POINTS.fullmatch(printed):
        return BaseUnit(POINT, 0.01)
    for code in LANGUAGES:
        found = language_named(code).unit(printed)
        if found is not None:
            return BaseUnit(*found)
    return None


def with_base_values(rows: polars.DataFrame) -> polars.DataFrame:
    """The table with the columns `base_value` and `base_unit`, both null where the unit is not known.

    >>> with_base_values(polars.DataFrame({"value": [48.08], "unit": ["亿斤"]})).row(0)
    (48.08, '亿斤', 2404000.0, 't')
    """
    different = rows.select("unit").unique()
    units = [base_unit(unit) for unit in different["unit"]]
    known = different.with_columns(
        polars.Series("_factor", [each and each.factor for each in units], dtype=polars.Float64),
        polars.Series("base_unit", [each and each.code for each in units], dtype=polars.String),
    )
    joined = rows.join(known, on="unit", how="left", nulls_equal=True, maintain_order="left")
    # Twelve digits: more than any statistic prints, fewer than binary fractions blur.
    value = (polars.col("value") * polars.col("_factor")).round_sig_figs(12).alias("base_value")
    return joined.with_columns(value).select(*rows.columns, "base_value", "base_unit")
