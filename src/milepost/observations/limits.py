"""Which values lie beyond what can be true."""

from __future__ import annotations

import polars

from milepost.observations.inspection import Dataset

COUNTED = ("person", "household", "m2", "mu", "bed", "vehicle")
"""Base units of what is counted or measured and is never below zero."""


def impossible(dataset: Dataset) -> polars.DataFrame:
    """The observed values beyond the limits of their concept, with these as `_low` and `_high` in base units.

    What the table of concepts does not know is held only to this: what is counted or measured is not negative, unless
    it is named as a balance.
    """
    number, half = polars.col("number"), polars.col("half")
    known = polars.col("concept").is_not_null() & polars.col("base_unit").is_not_null()
    # The limits of a change are what is usual rather than what is possible: growth of 60 % may well be true.
    is_change = polars.col("change").fill_null("").is_in(["growth", "fall"])
    low = polars.coalesce(
        polars.when(known & ~is_change).then("low").when(known & is_change).then(-1.0),
        polars.when(polars.col("base_unit").is_in(COUNTED) & ~known).then(0.0),
    )
    # An upper limit in yuan or persons is a rough one; that of a part of a whole is exact.
    high = polars.when(known & ~is_change & ((polars.col("high") != 1) | polars.col("is_part"))).then("high")
    limits = dataset.observed.with_columns(_low=low, _high=high)
    is_below = (number + half < polars.col("_low")) & ~(polars.col("is_balance") & ~known)
    return limits.filter(is_below | (number - half > polars.col("_high")))
