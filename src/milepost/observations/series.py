"""What makes a series: indicator, region and basis; and whether its growth may be computed from its levels."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

import polars

from milepost.checks.model import Words
from milepost.languages.table import language_of, series_words_of
from milepost.observations.basis import basis_codes, basis_of_name, dimension_of, plain_text
from milepost.observations.units import MONEY, POINT, base_unit
from milepost.plans.concepts.matching import concept_of
from milepost.plans.concepts.table import concept

SERIES_KEY: Final = ("indicator", "region", "basis_key", "base_unit")
"""Columns that say which series a row belongs to: two bases never form one series, nor do a level and a percentage."""

BASIS_COLUMNS: Final[dict[str, polars.DataType]] = {
    "concept": polars.String(),  # what the indicator measures, judged by name and unit; null when that is not sure
    "basis_codes": polars.List(polars.String()),  # stated by the column `basis` and by the indicator's name, sorted
    "basis_key": polars.String(),  # the same, silence filled by what is usual for the concept: the series' identity
}
"""Columns that `with_basis` adds."""

# An annual figure is that of the calendar year, a stock that of its end: saying so makes no other series.
_ALWAYS_MEANT = frozenset(("year_end", "calendar_year", "whole_region", "unadjusted", "exchange_rate"))
_CODES_OF_LANGUAGES = ("zh", "en")


def with_basis(observations: polars.DataFrame) -> polars.DataFrame:
    """The table with the columns of `BASIS_COLUMNS`; each different name, unit and text is read once.

    Where a row does not state a dimension that the concept usually has (growth of output: constant prices), its
    `basis_key` has the usual code, `basis_codes` has not.

    Parameters
    ----------
    observations : polars.DataFrame
        With `indicator`, `unit` and `basis`. Rows keep their order.

    >>> rows = polars.DataFrame({"indicator": ["地区生产总值"] * 2, "unit": ["亿元"] * 2, "basis": ["当年价", None]})
    >>> with_basis(rows).select("basis_codes", "basis_key").rows()
    [(['current_prices'], 'current_prices'), ([], 'current_prices')]
    """
    if set(BASIS_COLUMNS) <= set(observations.columns):
        return observations
    different = observations.select("indicator", "unit", "basis").unique()
    read = [_identity(*row) for row in different.iter_rows()]
    columns = {name: [row[place] for row in read] for place, name in enumerate(BASIS_COLUMNS)}
    added = different.hstack(polars.DataFrame(columns, schema=BASIS_COLUMNS))
    return observations.join(
        added, on=["indicator", "unit", "basis"], how="left", nulls_equal=True, maintain_order="left"
    )


def series_key(observations: polars.DataFrame) -> polars.Series:
    """The number of the series that each row belongs to, counted from 0 in the order of first appearance.

    >>> rows = polars.DataFrame({"indicator": ["GDP"] * 3, "region": ["1", "2", "1"], "basis": [None] * 3,
    ...     "unit": ["%", "%", "yuan"], "base_unit": ["1", "1", "CNY"]}, schema_overrides={"basis": polars.String})
    >>> series_key(rows).to_list()
    [0, 1, 2]
    """
    rows = with_basis(observations).select(SERIES_KEY)
    numbers = rows.unique(maintain_order=True).with_row_index("series")
    return rows.join(numbers, on=SERIES_KEY, how="left", nulls_equal=True, maintain_order="left")["series"]


def _identity(indicator: str, unit: str | None, basis: str | None) -> tuple[str | None, list[str], str]:
    codes = basis_codes(basis) | basis_of_name(indicator)
    identity = measured(indicator, unit)
    known = concept(identity) if identity else None
    stated = {dimension_of(code) for code in codes}
    usual = {code for code in known.basis if dimension_of(code) not in stated} if known else set()
    return identity, sorted(codes), "|".join(sorted((codes | usual) - _ALWAYS_MEANT))


@lru_cache(maxsize=65536)
def measured(indicator: str, unit: str | None) -> str | None:
    """The concept that an observed name and unit measure, in whichever language; None when none surely fits.

    A share of something, in percent, is not its growth.

    >>> measured("地区生产总值增速", "%"), measured("GDP growth", "%"), measured("常住人口城镇化率", "百分点")
    ('gdp_growth', 'gdp_growth', None)
    >>> measured("肉类产量占比", "%"), measured("第三产业占比", "%")
    (None, 'services_share')
    """
    known = base_unit(unit)
    if known is None or known.code == POINT:
        return None
    first = language_of(indicator)
    # Concepts know amounts of money in yuan; a plan in another currency means the same by them.
    top, _, per = known.code.partition("/")
    if first != "zh" and top in MONEY:
        unit = f"CNY/{per}" if per else "CNY"
    for code in (first, *(other for other in _CODES_OF_LANGUAGES if other != first)):
        found = concept_of(indicator, unit or None, code)
        if found is not None:
            is_share = series_words_of(code).share.search(plain_text(indicator)) is not None
            known_as = concept(found)
            return None if is_share and known_as is not None and known_as.change is not None else found
    return None


class Growth(NamedTuple):
    """Whether real growth may be computed from levels, and why not."""

    allowed: bool
    why: Words | None


def may_grow(identity: str | None, basis: frozenset[str], unit_code: str | None = None) -> Growth:
    """Whether the growth that a concept is judged by may be computed from its levels.

    Growth of output, productivity and intensities is real: from levels at current prices, or at prices that are not
    stated, it may not be computed. Quantities, and money whose growth is usually given as it stands (revenue,
    incomes), may.

    Parameters
    ----------
    identity : str or None
        Concept of the levels, or of their change.
    basis : frozenset of str
        What is known of the levels' basis (`basis_codes`).
    unit_code : str or None
        Code of the base unit of the levels; asked only where the concept does not tell.

    >>> may_grow("gdp", frozenset({"current_prices"})).allowed, may_grow("gdp", frozenset()).allowed
    (False, False)
    >>> may_grow("gdp", frozenset({"constant_prices:2020"})).allowed, may_grow("grain_output", frozenset()).allowed
    (True, True)
    """
    prices = {code.partition(":")[0] for code in basis if dimension_of(code) == "price"}
    if "constant_prices" in prices:
        return Growth(True, None)
    if "index_previous_year" in prices:
        return Growth(False, Words("环比指数须连乘，不能以水平值相比", "an index on the previous year is no level"))
    if not _is_real(identity, unit_code):
        return Growth(True, None)
    if "current_prices" in prices:
        why = Words("水平值按当年价格计算，不能据以推算实际增速", "levels at current prices give no real growth")
        return Growth(False, why)
    return Growth(False, Words("水平值价格口径未注明，不能据以推算实际增速", "the levels do not state their prices"))


def _is_real(identity: str | None, unit_code: str | None) -> bool:
    """Whether growth is meant at constant prices; for what no concept tells, whether it is money at all."""
    known = concept(identity) if identity else None
    if known is None:
        return not unit_code or not MONEY.isdisjoint(unit_code.split("/"))
    base = concept(known.base) if known.base else known
    assert base is not None
    changes = (concept(f"{base.id}_{change}") for change in ("growth", "fall"))
    bases = {code for each in (base, *changes) if each for code in each.basis}
    # Value added is the same accounts as output, though the table may have no growth of it.
    return "constant_prices" in bases or (base.id.endswith("value_added") and "CNY" in base.units)
