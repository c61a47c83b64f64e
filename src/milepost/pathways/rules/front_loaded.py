"""Most at first: the steps grow smaller towards the end.

With p = 2 and five years the shares of the way are 36, 64, 84, 96 and 100 percent; p = 1 is equal steps.
"""

from __future__ import annotations

import polars

from milepost.checks.model import Words
from milepost.pathways.ruling import Rule, Shape
from milepost.pathways.shapes import between

RULE = Rule(
    name="front_loaded",
    axis="year",
    title=Words("前高后低", "most at first"),
    formula="share = 1 - (1 - t / n) ** p",
    source="a power of the time left; a convention, no published norm",
    shape=Shape(2.0, 1.0, 20.0, Words("幂次：1 为均衡，越大越靠前", "power: 1 is equal steps, more is earlier")),
)


def followed(steps: polars.DataFrame, shape: float) -> polars.Series:
    """The values of what is followed, a row for each of the steps."""
    return steps.select(value=between(1 - (1 - polars.col("elapsed")).pow(shape)))["value"]
