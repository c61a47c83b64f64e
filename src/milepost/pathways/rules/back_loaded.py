"""Most at last: the steps grow towards the end.

With p = 2 and five years the shares of the way are 4, 16, 36, 64 and 100 percent; p = 1 is equal steps.
"""

from __future__ import annotations

import polars

from milepost.checks.model import Words
from milepost.pathways.ruling import Rule, Shape
from milepost.pathways.shapes import between

RULE = Rule(
    name="back_loaded",
    axis="year",
    title=Words("前低后高", "most at last"),
    formula="share = (t / n) ** p",
    source="a power of the time passed; a convention, no published norm",
    shape=Shape(2.0, 1.0, 20.0, Words("幂次：1 为均衡，越大越靠后", "power: 1 is equal steps, more is later")),
)


def followed(steps: polars.DataFrame, shape: float) -> polars.Series:
    """The values of what is followed, a row for each of the steps."""
    return steps.select(value=between(polars.col("elapsed").pow(shape)))["value"]
