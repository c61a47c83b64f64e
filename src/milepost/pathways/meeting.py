"""Whether a value satisfies what a target asks for."""

from __future__ import annotations

from typing import Final

import polars
from polars import Expr, col, lit, when

from milepost.checks.printed import APPROXIMATELY

HAIR: Final = 1e-9
"""Relative: what binary fractions and the conversion of units leave behind decides nothing."""


def meets(
    value: Expr,
    goal: Expr | None = None,
    goal_high: Expr | None = None,
    comparator: Expr | None = None,
    wanted: Expr | None = None,
    *,
    about: float = APPROXIMATELY,
) -> Expr:
    """Whether a value satisfies a comparator; null when value or goal is null.

    达到 (`eq`) of what is to rise means at least that much, of what is to fall at most. Where neither is known it means
    that value, as far as it is printed. 左右 (`approx`) leaves `about` of the goal on the wrong side; a range asks a
    rise only to reach its lower end, a fall its upper one.

    Parameters
    ----------
    value, goal, goal_high, comparator, wanted : polars.Expr
        Columns of the same names by default; `wanted` is +1, −1 or 0.
    about : float
        Part of the goal that 左右 allows.

    >>> rows = polars.DataFrame({"value": [0.95, 0.96, 4.0, 17.5], "goal": [0.95, 0.95, 4.0, 18.0], "goal_high": None,
    ...     "comparator": ["gt", "eq", "le", "approx"], "wanted": [1, 1, -1, 1]})
    >>> rows.select(meets(polars.col("value"))).to_series().to_list()
    [False, True, True, True]
    """
    low = col("goal") if goal is None else goal
    high = polars.coalesce(col("goal_high") if goal_high is None else goal_high, low)
    sign = (col("comparator") if comparator is None else comparator).fill_null("eq")
    side = (col("wanted") if wanted is None else wanted).fill_null(0)
    slack = HAIR * polars.max_horizontal(value.abs(), low.abs(), high.abs())
    slack = when(sign == "approx").then(slack + about * low.abs()).otherwise(slack)
    at_least, at_most = value >= low - slack, value <= high + slack
    return (
        when(value.is_null() | low.is_null())
        .then(lit(None, dtype=polars.Boolean))
        .when(sign == "gt")
        .then(value > low + slack)
        .when(sign == "lt")
        .then(value < low - slack)
        .when(sign == "ge")
        .then(at_least)
        .when(sign == "le")
        .then(at_most)
        .when(side > 0)
        .then(at_least)
        .when(side < 0)
        .then(at_most)
        .otherwise(at_least & at_most)
    )
