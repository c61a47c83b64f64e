"""How a figure is held against the cut points of a method, so that the dust of binary fractions decides nothing.

A value that stands exactly on a cut point must fall on the same side in every unit. Computed in 万元 instead of 元 it
comes out a few units of the sixteenth digit higher or lower, so that each comparison leaves a hair.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars
from polars import Expr, lit, when

HAIR: Final = 1e-9
"""How far below a cut point a share or rate may lie and still count as being on it."""

IN_STEP: Final = 0.005
"""A lead a year within which two series are in step: half a percentage point."""


def at_least(value: Expr, cut: Expr | float) -> Expr:
    """Whether a share or rate is the cut point or more.

    >>> polars.DataFrame({"v": [0.1 + 0.2, 0.29]}).select(at_least(0.3 - polars.col("v"), 0.0)).to_series().to_list()
    [True, True]
    """
    return value >= cut - HAIR


def above(value: Expr, cut: Expr | float) -> Expr:
    """Whether a share or rate is more than the cut point.

    >>> polars.DataFrame({"v": [0.1 + 0.2, 0.31]}).select(above(polars.col("v"), 0.3)).to_series().to_list()
    [False, True]
    """
    return value > cut + HAIR


def graded(value: Expr, steps: Sequence[tuple[str, float]], otherwise: str) -> Expr:
    """The label of the first step, from the highest down, whose cut point the value reaches; null without a value.

    >>> steps = [("good", 0.95), ("fair", 0.6)]
    >>> table = polars.DataFrame({"v": [0.95, 0.7, 0.1, None]})
    >>> table.select(graded(polars.col("v"), steps, "poor")).to_series().to_list()
    ['good', 'fair', 'poor', None]
    """
    reached = [when(at_least(value, cut)).then(lit(label)) for label, cut in steps]
    return polars.coalesce(*reached, when(value.is_not_null()).then(lit(otherwise)))
