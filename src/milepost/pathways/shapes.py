"""Going from a start to a goal by a share of the way, in equal amounts or in equal rates."""

from __future__ import annotations

import polars


def between(share: polars.Expr, is_log: polars.Expr | None = None) -> polars.Expr:
    """The value at a share of the way from column `start` to column `goal`.

    In equal amounts: start + (goal - start) * share. In equal rates: start * (goal / start) ** share. Both ends come
    out exactly, and no value lies beyond them.

    Parameters
    ----------
    share : polars.Expr
        From 0 to 1.
    is_log : polars.Expr, optional
        Whether steps are equal rates; the column `is_log` when left out. Where start and goal are not both above, or
        both below zero, there are no rates, and steps are equal amounts.

    >>> steps = polars.DataFrame({"start": [100.0] * 2, "goal": [121.0] * 2, "is_log": [True, False]})
    >>> steps.select(value=between(polars.lit(0.5)).round(9))["value"].to_list()
    [110.0, 110.5]
    """
    start, goal = polars.col("start"), polars.col("goal")
    logarithmic = (polars.col("is_log") if is_log is None else is_log) & has_rates()
    rates = start * (goal / start).pow(share)
    amounts = start + (goal - start) * share
    low, high = polars.min_horizontal(start, goal), polars.max_horizontal(start, goal)
    value = polars.when(logarithmic).then(rates).otherwise(amounts).clip(low, high)
    return polars.when(share == 1).then(goal).when(share == 0).then(start).otherwise(value)


def has_rates() -> polars.Expr:
    """Whether there is a rate from `start` to `goal`: both above zero, or both below."""
    return polars.col("start") * polars.col("goal") > 0


def share_of_way() -> polars.Expr:
    """Which share of the way from `start` to `goal` the column `value` has covered; null when there is no way.

    >>> steps = polars.DataFrame({"start": [1.0], "goal": [0.8], "value": [0.9], "is_log": [True]})
    >>> steps.select(share=share_of_way().round(4))["share"].to_list()
    [0.4722]
    """
    start, goal, value = polars.col("start"), polars.col("goal"), polars.col("value")
    logarithmic = polars.col("is_log") & has_rates() & (value * start > 0)
    by_rates, by_amounts = (value / start).log() / (goal / start).log(), (value - start) / (goal - start)
    return polars.when(start != goal).then(polars.when(logarithmic).then(by_rates).otherwise(by_amounts))
