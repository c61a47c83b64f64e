"""Slow at first and at last, fastest in the middle: how facilities come into use that must first be built.

With p = 2 and five years the shares of the way are 5.9, 30.8, 69.2, 94.1 and 100 percent; p = 1 is equal steps. The
curve is a logistic one in the logarithm of time passed to time left, so that it begins and ends exactly at its ends,
which the plain logistic curve does not.
"""

from __future__ import annotations

import polars

from milepost.checks.model import Words
from milepost.pathways.ruling import Rule, Shape
from milepost.pathways.shapes import between

RULE = Rule(
    name="s_shaped",
    axis="year",
    title=Words("先缓后快再缓", "slow, fast, slow"),
    formula="share = x**p / (x**p + (1 - x)**p), x = t / n",
    source="logistic curve of ln(x / (1 - x)); a convention, no published norm",
    shape=Shape(2.0, 1.0, 20.0, Words("幂次：1 为均衡，越大中段越陡", "power: 1 is equal steps, more is steeper")),
)


def followed(steps: polars.DataFrame, shape: float) -> polars.Series:
    """The values of what is followed, a row for each of the steps."""
    passed, left = polars.col("elapsed").pow(shape), (1 - polars.col("elapsed")).pow(shape)
    return steps.select(value=between(passed / (passed + left)))["value"]
