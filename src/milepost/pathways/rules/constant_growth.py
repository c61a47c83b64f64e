"""The same rate of growth, or of fall, each year, whatever scale the target is on.

A sum from nothing has no rate of growth of its own: there the yearly amounts grow, or fall, by one rate from the amount
of the year before the period, so that they add up to the total. Where a rate cannot be (a start or goal of zero, signs
that differ, no amount of the year before), the value is null, and the pathway falls back to equal steps.
"""

from __future__ import annotations

import numpy
import polars

from milepost.checks.model import Words
from milepost.pathways.ruling import Floats, Rule
from milepost.pathways.shapes import between, has_rates

RULE = Rule(
    name="constant_growth",
    axis="year",
    title=Words("等速增长", "constant growth"),
    formula="start * (goal / start) ** (t / n); of sums amount * (r + … + r**t), with r that gives the goal at n",
    source="compound growth; the same as 1 - (1 - T) ** (1 / n) a year of a reduction (Qinghai Bureau of Statistics)",
)

_ROUNDS = 200  # halvings, more than doubles can tell apart
_WIDEST = 50.0  # ln r: beyond this the total is all of the first year's, or all of the last's


def followed(steps: polars.DataFrame, shape: float) -> polars.Series:  # noqa: ARG001 - the rule takes no number
    """The values of what is followed, a row for each of the steps."""
    from_nothing = (polars.col("measure") == "sum") & (polars.col("start") == 0)
    share = polars.Series(_share_of_sum(steps)) if steps["amount"].count() else polars.lit(None, dtype=polars.Float64)
    return steps.with_columns(_share=share).select(
        value=polars.when(from_nothing)
        .then(between(polars.col("_share").fill_nan(None), polars.lit(False)))
        .when(has_rates())
        .then(between(polars.col("elapsed"), polars.lit(True)))
    )["value"]


def _share_of_sum(steps: polars.DataFrame) -> Floats:
    """The share of the total that has come together, where amounts change by one rate from the one before; else NaN."""
    elapsed, years, goal, amount = (
        steps[name].cast(polars.Float64).to_numpy() for name in ("elapsed", "years", "goal", "amount")
    )
    with numpy.errstate(all="ignore"):
        wanted = goal / amount
        sound = (wanted > 0) & numpy.isfinite(wanted)
        rate = _rate(numpy.where(sound, wanted, 1.0), numpy.where(sound, years, 1.0))
        level = numpy.abs(rate) < 1e-12
        share = numpy.where(level, elapsed, numpy.expm1(rate * years * elapsed) / numpy.expm1(rate * years))
    return numpy.where(sound, numpy.where(elapsed >= 1, 1.0, share), numpy.nan)


def _rate(wanted: Floats, years: Floats) -> Floats:
    """The logarithm of r for which r + r**2 + … + r**n is what is wanted, by halving: it rises with r.

    >>> float(round(_rate(numpy.array([1.1 + 1.21]), numpy.array([2.0])).item(), 6)) == round(float(numpy.log(1.1)), 6)
    True
    """
    low, high = numpy.full_like(wanted, -_WIDEST), numpy.full_like(wanted, _WIDEST)
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        level = numpy.abs(middle) < 1e-12
        sound = numpy.where(level, 1.0, middle)
        total = numpy.where(level, years, numpy.exp(sound) * numpy.expm1(sound * years) / numpy.expm1(sound))
        low, high = numpy.where(total < wanted, middle, low), numpy.where(total < wanted, high, middle)
        if numpy.max(high - low, initial=0.0) < 1e-15:
            break
    halved: Floats = (low + high) / 2
    return halved
