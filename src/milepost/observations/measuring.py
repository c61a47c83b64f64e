"""What each row measures: its concept, the series that it belongs to, and how exactly its value is printed."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import polars

from milepost.languages.table import LANGUAGES, data_words_of, language_of
from milepost.observations.naming import difference
from milepost.observations.series import measured, with_basis
from milepost.observations.units import base_unit
from milepost.plans.concepts.model import Concept
from milepost.plans.concepts.table import concept

IDENTITY: Final[dict[str, polars.DataType]] = {
    "row": polars.UInt32(),  # counted from 1
    "concept": polars.String(),  # null where the table of concepts has none that surely fits
    "nature": polars.String(),  # stock | flow | rate | null
    "change": polars.String(),  # growth | fall | added | null: of the concept
    "low": polars.Float64(),  # limits of what can be true, in base units
    "high": polars.Float64(),
    "name": polars.String(),  # the concept's id, else (also for a part of what the concept is) the indicator's name
    "number": polars.Float64(),  # in base units, else as printed
    "measure": polars.String(),  # the base unit, else the unit as printed
    "factor": polars.Float64(),  # number = value × factor
    "half": polars.Float64(),  # half a unit of the last printed digit, as `number`: 40.2 % is 0.0005
    "is_part": polars.Boolean(),  # printed as a part of a whole: %
    "is_balance": polars.Boolean(),  # named as what may fall below zero: net migration
    "is_per_head": polars.Boolean(),  # named as what does not add up over regions: an average, a rate
    "series": polars.UInt32(),  # rows of one name, unit, region and basis
    "basis_key": polars.String(),  # which basis, silence filled by what is usual: `milepost.observations.series`
}
"""Columns that `identified` adds."""

LANGUAGES_TRIED: Final = tuple(LANGUAGES)


@lru_cache(maxsize=65536)
def concept_named(indicator: str, unit: str | None) -> Concept | None:
    """The concept of an indicator: by its id, else by its name in any language.

    >>> concept_named("地区生产总值", "亿元").id, concept_named("forest_cover", "%").id
    ('gdp', 'forest_cover')
    """
    found = concept(indicator)
    if found is None and (identity := measured(indicator, unit)) is not None:
        found = concept(identity)
    return found


def called(indicator: str, found: Concept | None) -> str:
    """What names the series: the concept's id, or the indicator's own words where they say less or something else.

    >>> called("全地区生产总值", concept_named("全地区生产总值", "亿元"))
    'gdp'
    >>> called("招商引资区外到位资金", concept_named("招商引资区外到位资金", "亿元"))
    '招商引资区外到位资金'
    """
    own = indicator.strip()
    if found is None:
        return own
    if found.id == own or difference(own, found.names(language_of(own))[0], found.id) is None:
        return found.id
    return own


def identified(rows: polars.DataFrame) -> polars.DataFrame:
    """The table of normalised rows with the columns of `IDENTITY`.

    Each different pair of name and unit is looked up once, however many rows have it.
    """
    numbered = with_basis(rows).drop("concept", "basis_codes").with_row_index("row", offset=1)
    named = numbered.join(_concepts(numbered), on=["indicator", "unit"], how="left", nulls_equal=True)
    factor = polars.col("factor")
    digits = _printed_decimals()
    read = named.with_columns(
        number=polars.coalesce("base_value", "value"),
        measure=polars.coalesce("base_unit", "unit", polars.lit("")),
        half=0.5 * factor * polars.lit(10.0).pow(-digits),
        is_part=(polars.col("base_unit").fill_null("") == "1") & (factor < 1),
    )
    key = polars.struct("name", "measure", "region", "basis_key")
    return read.with_columns(series=key.rank("dense").cast(polars.UInt32)).sort("row")


def _printed_decimals() -> polars.Expr:
    """How many decimals the shortest spelling of the value has; 2 for 40.25, 0 for 40."""
    fraction = polars.col("value").cast(polars.String).str.extract(r"\.(\d+)$", 1).fill_null("")
    return polars.when(fraction == "0").then(0).otherwise(fraction.str.len_chars()).cast(polars.Float64)


def _concepts(rows: polars.DataFrame) -> polars.DataFrame:
    different = rows.select("indicator", "unit").unique()
    found = [concept_named(indicator or "", unit) for indicator, unit in different.iter_rows()]
    units = [base_unit(unit) for unit in different["unit"]]
    words = [data_words_of(language) for language in LANGUAGES_TRIED]
    names = [str(name) for name in different["indicator"]]
    return different.with_columns(
        polars.Series("name", [called(*pair) for pair in zip(names, found, strict=True)], dtype=polars.String),
        polars.Series("concept", [each and each.id for each in found], dtype=polars.String),
        polars.Series("nature", [each and each.nature for each in found], dtype=polars.String),
        polars.Series("change", [each and each.change for each in found], dtype=polars.String),
        polars.Series("low", [each.low if each else None for each in found], dtype=polars.Float64),
        polars.Series("high", [each.high if each else None for each in found], dtype=polars.Float64),
        polars.Series("is_balance", [any(each.balance.search(name) for each in words) for name in names]),
        polars.Series("is_per_head", [any(each.per_head.search(name) for each in words) for name in names]),
        polars.Series("factor", [each.factor if each else 1.0 for each in units], dtype=polars.Float64),
    )
