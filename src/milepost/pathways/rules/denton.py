"""Yearly amounts that follow an indicator series and add up to the total: proportional Denton benchmarking.

Without the amount of the year before the period the amounts are simply proportional to the series. With it, and the
series' value of that year, the ratio of amount to series moves from that year's as evenly as it can, so that there is
no step between the years before the plan and those of it. Only for sums; other targets, and those without a series,
fall back to equal steps, and their rows say so.
"""

from __future__ import annotations

import numpy
import polars

from milepost.checks.model import Words
from milepost.pathways.benchmarking import denton
from milepost.pathways.ruling import Rule

RULE = Rule(
    name="denton",
    axis="year",
    title=Words("按参照序列分摊", "following a series"),
    formula="min sum((x[t] / p[t] - x[t-1] / p[t-1]) ** 2) with the sum of x the total",
    source="Denton (1971), proportional first differences; IMF, Quarterly National Accounts Manual (2017), ch. 6",
    monotone=False,
)


def followed(steps: polars.DataFrame, shape: float) -> polars.Series:  # noqa: ARG001 - the rule takes no number
    """The values of what is followed, a row for each of the steps; null where there is no sum or no whole series."""
    rows = steps.with_row_index("_row")
    complete = polars.col("weight").is_not_null().all().over("target")
    usable = (polars.col("measure") == "sum") & complete & (polars.col("weight").abs().sum().over("target") > 0)
    values = numpy.full(steps.height, numpy.nan)
    # A loop over different series: each is an equation system of its own.
    for _, way in rows.filter(usable).group_by("target", maintain_order=True):
        total = way["goal"][0] - way["start"][0]
        values[way["_row"].to_numpy()] = way["start"][0] + numpy.cumsum(denton(way["weight"].to_numpy(), [total]))
    return polars.Series(values, nan_to_null=True)
