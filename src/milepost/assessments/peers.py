"""What methods want to know beside a target's own series: natural limits, the spread of the peers, ends of scales."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import polars
from polars import Expr, Series, col, lit, when

from milepost.plans.concepts.table import concept

FEWEST_PEERS: Final = 3


def limits(context: polars.DataFrame) -> Expr:
    """The natural end of what is measured in the wanted direction: 100 % of a share, 0 of what is to fall."""
    known = {name: each for name in context["concept"].unique() if name and (each := concept(name)) is not None}

    def looked_up(values: Mapping[str, float | None]) -> Expr:
        return col("concept").replace_strict(values, default=None, return_dtype=polars.Float64)

    whole = when((col("kind") == "completion") & (col("unit_code") == "1")).then(lit(1.0))
    high = polars.coalesce(looked_up({name: each.high for name, each in known.items()}), whole)
    low = looked_up({name: each.low for name, each in known.items()})
    end = when(col("wanted") > 0).then(high).when(col("wanted") < 0).then(low)
    return when(col("measure") == "value").then(end)


def spreads(context: polars.DataFrame, rows: polars.DataFrame) -> Series:
    """Standard deviation of the same figure over the regions, in the year of each target's latest value.

    Null where fewer than `FEWEST_PEERS` regions have one.
    """
    key = ["indicator", "basis_key", "base_unit", "period_kind", "period"]
    followed = context.filter((col("measure") == "value") & col("row").is_not_null()).select("row")
    latest = rows.join(followed, on="row", how="semi").select(key).unique()
    if rows["region"].n_unique() < FEWEST_PEERS or not latest.height:
        return Series("peers_spread", [None], dtype=polars.Float64).new_from_index(0, context.height)
    found = (
        rows.filter(col("period").is_in(latest["period"].unique().implode()))
        .group_by(key)
        .agg(col("base_value").std().alias("peers_spread"), col("region").n_unique().alias("regions"))
        .filter((col("regions") >= FEWEST_PEERS) & (col("peers_spread") > 0))
    )
    by_row = rows.select("row", *key).join(found, on=key, how="inner", nulls_equal=True).select("row", "peers_spread")
    joined = context.select("row", "measure").join(by_row, on="row", how="left", maintain_order="left")
    return joined.select(when(col("measure") == "value").then("peers_spread").alias("peers_spread")).to_series()


def scale_ends(scales: Mapping[str, tuple[float, float]]) -> list[Expr]:
    """Worst and best end of the scale of each target, where the settings give them, in base units."""
    factor = col("unit_factor").fill_null(1.0)

    def end(number: int) -> Expr:
        values = {name: ends[number] for name, ends in scales.items()}
        if not values:
            return lit(None, dtype=polars.Float64)
        found = (
            col(name).replace_strict(values, default=None, return_dtype=polars.Float64)
            for name in ("item", "name", "concept")
        )
        return when(col("measure").is_in(["value", "worst"])).then(polars.coalesce(*found) * factor)

    return [end(0).alias("worst"), end(1).alias("best")]
