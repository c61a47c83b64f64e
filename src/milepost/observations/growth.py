"""The growth that a source states beside a value, as observations of their own."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import polars

from milepost.languages.table import language_of, series_words_of
from milepost.observations.basis import basis_codes, basis_words, dimension_of
from milepost.observations.model import COLUMNS
from milepost.observations.naming import difference
from milepost.observations.series import measured
from milepost.plans.concepts.model import Concept
from milepost.plans.concepts.table import concept

STATED_GROWTH: Final = "来源自身公布的增速 (growth stated by the source itself)"
"""Note on every row that `with_growth` adds."""

_PERCENT = "%"


def with_growth(observations: polars.DataFrame) -> polars.DataFrame:
    """The table, with a row behind its own for each growth that a source states with a value.

    The row bears the name and the usual basis of the growth of what is observed; of a figure that is to fall per unit
    (energy intensity) one with its fall. Source, vintage, access and confidence are those of the value. What is
    itself a growth, or a rate whose change in percent nobody asks for, gives none.

    Parameters
    ----------
    observations : polars.DataFrame
        With the columns of `milepost.observations.model.SCHEMA`; columns worked out from the rows are dropped, for
        they hold for the values alone.

    >>> from milepost.observations.model import SCHEMA
    >>> row = {"indicator": "地区生产总值", "unit": "亿元", "value": 877.47, "growth_percent": 5.2, "basis": "当年价"}
    >>> with_growth(polars.DataFrame([row], schema=SCHEMA)).select("indicator", "value", "unit", "basis").row(1)
    ('地区生产总值增长', 5.2, '%', '可比价格')
    """
    rows = observations.select(COLUMNS)
    stating = rows.filter(polars.col("growth_percent").is_finite())
    different = stating.select("indicator", "unit", "basis").unique(maintain_order=True)
    meant = [(*row, *growth) for row in different.iter_rows() for growth in _growths(*row)]
    schema = {name: polars.String() for name in ("indicator", "unit", "basis", "_name", "_basis")}
    named = polars.DataFrame(meant, schema=schema | {"_sign": polars.Float64()}, orient="row")
    added = stating.join(
        named, on=["indicator", "unit", "basis"], how="inner", nulls_equal=True, maintain_order="left"
    ).with_columns(
        indicator="_name",
        # `+ 0.0` makes of the fall of a figure that did not change 0 and not -0.
        value=polars.col("growth_percent") * polars.col("_sign") + 0.0,
        unit=polars.lit(_PERCENT),
        bound=polars.lit("exact"),
        basis="_basis",
        growth_percent=polars.lit(None, dtype=polars.Float64),
        note=polars.lit(STATED_GROWTH),
    )
    return polars.concat([rows, added.select(COLUMNS)])


@lru_cache(maxsize=65536)
def _growths(indicator: str, unit: str | None, basis: str | None) -> tuple[tuple[str, str | None, float], ...]:
    """Name, basis and sign of each change that a growth in percent of a figure says."""
    language = language_of(indicator)
    identity = measured(indicator, unit)
    known = concept(identity) if identity else None
    own_name = series_words_of(language).growth_name.format(indicator)
    if known is None:
        return () if (unit or "").strip() in ("", _PERCENT) else ((own_name, _basis_of(None, basis, language), 1.0),)
    # 招商引资区外到位资金 is a part of its concept: its growth keeps the words that say so.
    whole = difference(indicator, known.names(language)[0], known.id) is None
    changes = ((concept(f"{known.id}_growth"), 1.0), (concept(f"{known.id}_fall"), -1.0))
    return tuple(
        (change.names(language)[0] if whole else own_name, _basis_of(change, basis, language), sign)
        for change, sign in changes
        if change is not None and known.base is None
    )


def _basis_of(change: Concept | None, basis: str | None, language: str) -> str | None:
    """What the source says of the value's coverage, and what is usual for the change; not the value's own prices."""
    usual = set(change.basis) if change else set()
    kept = {code for code in basis_codes(basis) if code != "current_prices"}
    stated = {dimension_of(code) for code in kept}
    words = basis_words(kept | {code for code in usual if dimension_of(code) not in stated})
    return (words.zh if language == "zh" else words.en) or None
