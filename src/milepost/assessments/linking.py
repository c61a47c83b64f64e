"""Which series of observations are held against which target, in which role, and on which basis.

A *candidate* is what a target may be followed by: all rows of one region, basis and unit that are matched to it in one
role, whatever names they bear. `value` rows are the figure itself; `rate` rows are yearly growth (or fall) that is
compounded; `level` rows are what growth may be computed from, where their basis allows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import polars
from polars import Expr, col, lit, when

from milepost.observations.basis import compare
from milepost.observations.matching import levels, match
from milepost.observations.series import SERIES_KEY, may_grow
from milepost.observations.units import POINT, base_unit
from milepost.plans.concepts.matching import naming_of
from milepost.plans.concepts.table import concept

COMPOUNDED: Final = ("index", "reduction", "ratio")
"""Measures that are followed by rates, or by levels."""

HOWS: Final = ("id", "declared", "name", "concept", "growth", "level")
_COMPARISONS: Final = ("same", "unknown", "differs")
_SAID_BY_THE_NAME: Final = ("person", "household", "year", "day", "month")


class Linked(NamedTuple):
    """`candidates`: a row for each; `members`: which series belong to it; `matches`: what was matched to what."""

    candidates: polars.DataFrame
    members: polars.DataFrame
    matches: polars.DataFrame


def linked(
    asked: polars.DataFrame, rows: polars.DataFrame, language: str, declared: Mapping[str, str] | None = None
) -> Linked:
    """The candidates for each target.

    Parameters
    ----------
    asked : polars.DataFrame
        With `place` (number of the target), and of TARGETS `item`, `name`, `concept`, `region`, `unit`, `unit_code`,
        `unit_factor`, `measure`, `change`, `basis`.
    rows : polars.DataFrame
        What `milepost.observations.vintages.chosen` left, with `series` (number of the series).
    language : str
        Code of the plan's language.
    declared : mapping, optional
        As of `milepost.observations.matching.match`.

    Returns
    -------
    Linked
        `candidates` has `place`, `candidate`, `role`, `how` (rank of the best match), `basis_key`, `compared` (rank),
        `may_grow`; `members` has `candidate`, `series`, `how`.
    """
    things = _things(asked, language)
    names = _names(rows)
    found = match(names.select("indicator", "unit"), things, language, declared)
    pairs = found.filter("certain").select("indicator", "unit", "item", "how")
    compounding = things.filter(col("measure").is_in(COMPOUNDED))
    if compounding.height:
        other = levels(names.select("indicator", "unit"), compounding, language).filter("certain")
        pairs = polars.concat([pairs, other.select("indicator", "unit", "item", "how")])
    series = names.join(pairs, on=["indicator", "unit"], how="inner", nulls_equal=True, maintain_order="left")
    wanted = things.select(
        "place", "item", "region", "unit_code", "measure", "concept", "_several",
        _asked=col("basis").list.sort().list.join("|"),
    )  # fmt: skip
    held = wanted.join(series, on=["item", "region"], how="inner", maintain_order="left")
    held = held.with_columns(role=_role(held["unit"])).filter(_fits())
    key = ["place", "role", "basis_key", "base_unit"]
    held = held.with_columns(
        how=col("how").replace_strict({name: rank for rank, name in enumerate(HOWS)}, return_dtype=polars.Int8),
        candidate=polars.struct(key).rank("dense").cast(polars.UInt32),
    )
    ordered = held.sort("candidate", "how", "series")
    members = ordered.select("candidate", "series", "how").unique(["candidate", "series"], keep="first")
    first = ordered.unique("candidate", keep="first", maintain_order=True)
    columns = ["place", "candidate", "role", "how", "basis_key", "base_unit", "series_basis", "compared", "may_grow"]
    candidates = _compared(first).select(columns)
    return Linked(candidates, members, found)


def _names(rows: polars.DataFrame) -> polars.DataFrame:
    """Each series with the names, units and bases that it is stated in."""
    stated = ["series", "unit", "basis"]
    # Rows of a series stand together: most say again what the one before them said, and need no comparing of texts.
    again = polars.all_horizontal(col(name).eq_missing(col(name).shift()) for name in stated)
    first = rows.filter(~again | (polars.int_range(polars.len()) == 0))
    told = first.select("indicator", "unit", *SERIES_KEY[1:], "series", "basis_codes")
    several = told.select((col("series") == col("series").shift()).any()).item()
    return told.unique(maintain_order=True) if several else told


def _things(asked: polars.DataFrame, language: str) -> polars.DataFrame:
    """What is looked for. A gain in percentage points is followed by what is measured in percent."""
    points = col("unit_code") == POINT
    # So many times the base is followed by growth in percent, or by whatever counts the thing itself.
    fold = (col("measure") == "index") & (col("unit_code") == "1") & (col("unit_factor").fill_null(1.0) >= 1)
    grows = fold & (col("change") == "growth").fill_null(value=False)
    asked = asked.with_columns(
        unit=when(grows).then(lit("%")).when(~fold.fill_null(value=False)).then("unit"),
        unit_code=when(grows).then(lit("1")).when(~fold.fill_null(value=False)).then("unit_code"),
        unit_factor=when(grows).then(lit(0.01)).when(~fold.fill_null(value=False)).then("unit_factor"),
    )
    bare = {name: _without_change(name, language) for name in asked.filter(points)["name"].unique()}
    return asked.with_columns(
        name=when(points).then(col("name").replace(bare)).otherwise("name"),
        unit=when(points).then(lit("%")).otherwise("unit"),
        unit_code=when(points).then(lit("1")).otherwise("unit_code"),
        unit_factor=when(points).then(lit(0.01)).otherwise("unit_factor"),
        _several=col("unit_code").n_unique().over("item") > 1,
    )


def _without_change(name: str, language: str) -> str:
    """森林覆盖率提高 without 提高, plainly spelt."""
    naming = naming_of(language)
    stems = naming.stems(naming.plain(name)) if naming else []
    return next((words for words, change in stems if change is not None), name)


def _role(units: polars.Series) -> Expr:
    # A percentage that is matched to growth itself is the growth; anything else in that place is a level.
    parts = [unit for unit in units.unique() if (known := base_unit(unit)) and known.code == "1" and known.factor < 1]
    rate = col("unit").is_in(parts).fill_null(value=False)
    return (
        when(~col("measure").is_in(COMPOUNDED))
        .then(lit("value"))
        .when((col("how") == "level") | ~rate)
        .then(lit("level"))
        .otherwise(lit("rate"))
    )


def _fits() -> Expr:
    """Whether the dimension is the target's own, where its item has several."""
    top = col("base_unit").str.extract(r"^([^/]*)/(?:" + "|".join(_SAID_BY_THE_NAME) + ")$", 1)
    code = col("unit_code").str.extract(r"^([^/]*)/(?:" + "|".join(_SAID_BY_THE_NAME) + ")$", 1)
    same = polars.coalesce(top, "base_unit") == polars.coalesce(code, "unit_code")
    return (col("role") != "value") | ~col("_several") | same.fill_null(value=True)


def _compared(held: polars.DataFrame) -> polars.DataFrame:
    """Each candidate's basis held against the target's; each different pair is looked at once."""
    keyed = held.with_columns(_observed=col("basis_codes").list.join("|"))
    pairs = keyed.select("_observed", "_asked", "role", "basis_key", "base_unit", "concept").unique()
    told = [_told(*row) for row in pairs.iter_rows()]
    pairs = pairs.with_columns(
        polars.Series("compared", [rank for rank, _ in told], dtype=polars.Int8),
        polars.Series("may_grow", [allowed for _, allowed in told], dtype=polars.Boolean),
    )
    key = ["_observed", "_asked", "role", "basis_key", "base_unit", "concept"]
    return keyed.join(pairs, on=key, how="left", nulls_equal=True, maintain_order="left").with_columns(
        series_basis="basis_codes"
    )


def _told(
    observed: str | None, asked: str | None, role: str, key: str | None, unit: str | None, identity: str | None
) -> tuple[int, bool]:
    """Rank of the comparison of two bases, and whether growth may be computed."""
    ours = frozenset((observed or "").split("|")) - {""}
    theirs = frozenset((asked or "").split("|")) - {""}
    if role != "level":
        return _COMPARISONS.index(compare(ours, theirs)), True
    known = concept(identity) if identity else None
    base = known.base if known and known.base else identity
    usual = frozenset((key or "").split("|")) - {""}
    return _COMPARISONS.index("same"), may_grow(base, ours or usual, unit).allowed
