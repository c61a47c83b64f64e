"""Equal steps: the same amount each year, or the same rate where the target is one of rates.

A cumulative flow gets the schedule that the assessment of China's twelfth plan went by: 20, 40, 60, 80, 100 percent of
the task at the end of each of the five years (National Development and Reform Commission). A reduction of T percent
in n years asks for 1 - (1 - T) ** (1 / n) each year (Qinghai Statistics: 3.66 percent a year for 17 percent in five),
since yearly falls compound.
"""

from __future__ import annotations

import polars

from milepost.checks.model import Words
from milepost.pathways.ruling import Rule
from milepost.pathways.shapes import between

RULE = Rule(
    name="linear",
    axis="year",
    title=Words("均衡推进", "equal steps"),
    formula="start + (goal - start) * t / n; of rates start * (goal / start) ** (t / n)",
    source="NDRC, schedule of the 12th Five-Year Plan (20/40/60/80/100 %); Qinghai Bureau of Statistics, 2009",
)


def followed(steps: polars.DataFrame, shape: float) -> polars.Series:  # noqa: ARG001 - the rule takes no number
    """The values of what is followed, a row for each of the steps."""
    return steps.select(value=between(polars.col("elapsed")))["value"]
