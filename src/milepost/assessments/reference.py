"""Relative targets: the series that each is held against, and its index by that of the other."""

from __future__ import annotations

from typing import Final

import polars
from polars import col, lit, when

from milepost.plans.concepts.table import concept

REFERENCE_FROM: Final = 1 << 30
"""Places from here on are references: that of target n stands at this number plus n."""


def with_references(asked: polars.DataFrame) -> polars.DataFrame:
    """The targets, and behind them a row for each series that a relative one is held against.

    Parameters
    ----------
    asked : polars.DataFrame
        Columns of TARGETS, and `place`.
    """
    relative = asked.filter((col("measure") == "ratio") & col("relative_to").is_not_null())
    if not relative.height:
        return asked
    items = asked.unique("item", keep="first", maintain_order=True).select(
        relative_to="item", _name="name", _concept="concept", _unit="unit", _basis="basis"
    )
    joined = relative.join(items, on="relative_to", how="left", maintain_order="left")
    named = {name: known for name in joined["relative_to"].unique() if (known := concept(name)) is not None}
    every = {*named, *joined["_concept"].drop_nulls().unique()}
    changes = {name: (f"{name}_growth" if concept(f"{name}_growth") else name) for name in every}
    # What an item in yuan is held against is its growth.
    level = polars.coalesce("_concept", when(col("relative_to").is_in(list(named))).then("relative_to"))
    identity = level.replace_strict(changes, default=level)
    grown = col("_concept").is_not_null() & (identity != col("_concept"))
    basis = {name: list(known.basis) for name in changes.values() if (known := concept(name)) is not None}
    titles = {name: known.zh for name in changes.values() if (known := concept(name)) is not None}
    references = joined.with_columns(
        place=(col("place") + REFERENCE_FROM).cast(polars.UInt32),
        target=polars.format("{}→{}", "target", "relative_to"),
        item=polars.format("→{}", "relative_to"),
        name=polars.coalesce("_name", identity.replace_strict(titles, default=None), "relative_to"),
        concept=identity,
        unit=when(grown).then(lit("%")).otherwise(polars.coalesce("_unit", lit("%"))),
        unit_code=lit("1"),
        unit_factor=lit(0.01),
        change=lit("growth"),
        basis=polars.coalesce(
            when(~grown.fill_null(value=False)).then("_basis"),
            identity.replace_strict(basis, default=None, return_dtype=polars.List(polars.String)),
        ),
    )
    return polars.concat([asked, references.select(asked.columns)])


def ratios(best: polars.DataFrame, asked: polars.DataFrame) -> polars.DataFrame:
    """The best candidates of targets, relative ones made into ratios of indices, without the rows of references.

    Columns added: `reference` (candidate of the other series), `reference_role`, `reference_growth` (its growth a year
    from the base to the latest year that both have) and `nominal` (one is at constant prices, the other not).
    """
    own = best.filter(col("place") < REFERENCE_FROM)
    none, untold = lit(None, dtype=polars.UInt32), lit(None, dtype=polars.String)
    added = own.with_columns(
        reference=none,
        reference_role=untold,
        reference_growth=lit(None, dtype=polars.Float64),
        nominal=lit(value=False),
    )
    relative = asked.filter(col("measure") == "ratio").select("place")
    if not relative.height:
        return added
    others = best.filter(col("place") >= REFERENCE_FROM).select(
        place=(col("place") - REFERENCE_FROM).cast(polars.UInt32), reference="candidate", reference_role="role",
        _problem="problem", _basis="basis_key", _times="times", _values="values", _bound="bound", _missing="missing",
    )  # fmt: skip
    plain = added.join(relative, on="place", how="anti", maintain_order="left")
    pairs = added.join(relative, on="place", how="semi", maintain_order="left")
    pairs = pairs.drop("reference", "reference_role", "reference_growth", "nominal")
    pairs = pairs.join(others, on="place", how="left", maintain_order="left").pipe(_with_ratio)
    constant = (col(name).fill_null("").str.contains("constant_prices") for name in ("basis_key", "_basis"))
    ours, theirs = constant
    made = pairs.with_columns(
        nominal=(ours != theirs) & col("reference").is_not_null(),
        problem=when(col("problem").is_not_null())
        .then("problem")
        .when(col("reference").is_null() | col("_problem").is_not_null())
        .then(lit("reference_missing"))
        .when(col("current").is_null())
        .then(lit("no_value_since_base"))
        .when((col("bound") != "exact") | (col("_bound") != "exact"))
        .then(lit("only_a_bound")),
    )
    return polars.concat([plain, made.select(plain.columns)]).sort("place")


def _with_ratio(pairs: polars.DataFrame) -> polars.DataFrame:
    """The own index by the other's in every year that both have."""
    own = pairs.select("place", "times", "values").explode("times", "values")
    other = pairs.select("place", times="_times", _other="_values").explode("times", "_other")
    both = (
        own.join(other, on=["place", "times"], how="inner")
        .filter(col("_other") != 0)
        .sort("place", "times")
        .group_by("place", maintain_order=True)
        .agg(
            _ratio=col("values") / col("_other"),
            _times_both="times",
            _grown=col("_other").last() / col("_other").first(),
            _span=col("times").last() - col("times").first(),
        )
    )
    joined = pairs.drop("times", "values", "current", "current_time").join(
        both, on="place", how="left", maintain_order="left"
    )
    several = col("_times_both").list.len() > 1
    return joined.with_columns(
        times="_times_both",
        values="_ratio",
        current=when(several).then(col("_ratio").list.last()),
        current_time=when(several).then(col("_times_both").list.last()),
        reference_growth=when(several & (col("_grown") > 0)).then(col("_grown").pow(1 / col("_span")) - 1),
    )
