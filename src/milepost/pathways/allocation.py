"""A target shared out over the parts of the region, so that they tie to the whole exactly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy
import polars

from milepost.kernel.errors import UsageError
from milepost.pathways.bounds import bounds_of, refuse_conflict
from milepost.pathways.parts import Tie, told_parts
from milepost.pathways.ruling import Floats, Parts, rule_called, wish_of
from milepost.pathways.tying import rounded_rates, tied, whole_parts
from milepost.pathways.whole import Whole, whole_of

ALLOCATED: Final[dict[str, polars.DataType]] = {
    "target": polars.String(),
    "region": polars.String(),
    "region_name": polars.String(),
    "base": polars.Float64(),
    "weight": polars.Float64(),
    "low": polars.Float64(),
    "high": polars.Float64(),
    "value": polars.Float64(),  # of what is followed, in base units; whole numbers for what is counted
    "exact": polars.Float64(),  # the same in the printed unit, of growth and falls over the period: these tie
    "printed": polars.Float64(),  # rounded as the plan prints: amounts add up exactly, rates as nearly as they can
    "share_pct": polars.Float64(),  # part of an amount; null for rates
    "unit": polars.String(),
    "rule": polars.String(),
    "tie": polars.String(),  # sum | mean
}
"""Columns of a target shared out, a row for each part, in the order of the parts."""

_LIMIT = 2**53  # whole numbers beyond this are no longer told apart by doubles


def allocated(
    target: Mapping[str, Any],
    parts: polars.DataFrame,
    rule: str = "proportional",
    *,
    tie: Tie | None = None,
    best: float | None = None,
    places: int | None = None,
) -> polars.DataFrame:
    """Share a target out over the parts of the region.

    Amounts (flows, stocks, counts) add up. Rates, growth and falls have the whole as their mean, weighed by `weight`:
    shares by what they are shares of (people), growth by output, falls in energy intensity by energy use, which is
    exact where outputs grow alike; other growth goes into the weights.

    Parameters
    ----------
    target : mapping
        A row of the table of targets (`milepost.pathways.model.TARGETS`).
    parts : polars.DataFrame
        With columns of `milepost.pathways.parts.PARTS`.
    rule : str
        A rule over parts: `equal`, `proportional`, `closing_gap`, `weighted`.
    tie : {"sum", "mean"}, optional
        How the parts make up the whole; left out, by what the target counts.
    best : float, optional
        The value that `closing_gap` measures to, in the printed unit (by head, for amounts).
    places : int, optional
        Decimals of `printed`; left out, as many as the plan prints, or as make things counted whole.

    Returns
    -------
    polars.DataFrame
        With the columns of `ALLOCATED`.

    Raises
    ------
    BoundsConflict
        If the bounds and the whole cannot be kept together: it names a least set of them, and the totals allowed.
    UsageError
        If the target has nothing to share out, or the rule lacks what it needs to know of the parts.

    >>> jobs = {"target": "jobs", "measure": "sum", "kind": "cumulative", "goal": 10.0, "start": 0.0,
    ...     "unit_code": "person", "unit_factor": 1.0}
    >>> parts = polars.DataFrame({"region": ["a", "b", "c"], "base": [1, 1, 1], "high": [2.5, None, None]})
    >>> allocated(jobs, parts).select("region", "printed").rows()
    [('a', 2.0), ('b', 4.0), ('c', 4.0)]
    """
    chosen = rule_called(rule, "region")
    whole = whole_of(target, tie, places)
    # Codes, and not the order of the rows, settle what is otherwise equal, the last digits of doubles included.
    told = told_parts(parts).with_row_index("_order").sort("region")
    figures = _figures(told, whole, target, best)
    low, high = bounds_of(told, whole)
    refuse_conflict(told, whole, figures.tie, low, high)
    wish = wish_of(chosen, figures)
    exact = tied(wish.values, wish.gives, figures.tie, whole.total, low, high)
    printed = rounded_parts(exact, figures.tie, whole, low, high, told["region"].to_list())
    if whole.is_whole:
        exact = printed
    part = 100 * exact / whole.total if whole.tie == "sum" and whole.total else numpy.full_like(exact, numpy.nan)
    return told.with_columns(
        polars.lit(target["target"]).alias("target"),
        polars.Series("value", whole.followed(exact)).round_sig_figs(15),
        polars.Series("exact", exact),
        polars.Series("printed", printed),
        polars.Series("share_pct", part, nan_to_null=True).round_sig_figs(12),
        polars.lit(target.get("unit"), dtype=polars.String).alias("unit"),
        polars.lit(chosen.rule.name).alias("rule"),
        polars.lit(whole.tie).alias("tie"),
    ).sort("_order").select(*ALLOCATED)


def _figures(told: polars.DataFrame, whole: Whole, target: Mapping[str, Any], best: float | None) -> Parts:
    """What the rule is told of the parts."""
    base, weight, capacity = (
        told[name].fill_null(numpy.nan).to_numpy().copy() for name in ("base", "weight", "capacity")
    )
    is_rate = whole.tie == "mean"
    if is_rate:
        lacking = told.filter(polars.col("weight").fill_null(0.0) <= 0)["region_name"].to_list()
        if lacking:
            accepted = "a weight above 0 for each part: people, output, energy use"
            what = "a rate is the weighted mean of its parts, and weights are missing"
            raise UsageError(what, where=whole.name, found=", ".join(lacking), accepted=accepted)
    ones = numpy.ones_like(base)
    wanted = int(target.get("wanted") or 0)
    return Parts(
        base=whole.over_period(base),
        tie=weight / weight.sum() if is_rate else ones,
        total=whole.total,
        head=ones if is_rate else weight,
        capacity=numpy.where(numpy.isnan(capacity), weight, capacity),
        # What is followed of a fall goes down as the printed fall goes up.
        wanted=-wanted if whole.measure == "reduction" else wanted,
        best=numpy.nan if best is None else float(whole.over_period(numpy.array([best]))[0]),
        is_rate=is_rate,
    )


def rounded_parts(exact: Floats, tie: Floats, whole: Whole, low: Floats, high: Floats, regions: list[str]) -> Floats:
    """The parts as the plan prints them.

    Parameters
    ----------
    exact, tie, low, high : arrays of n numbers
        In the form that ties; `exact` ties and lies within the bounds.
    regions : list of str
        Codes of the parts, which settle what is otherwise equal.

    Returns
    -------
    numpy.ndarray
        Amounts that add up to the whole exactly, within the bounds; rates whose mean is as near as it can be.
    """
    power = 10.0**whole.digits
    if whole.years is not None:
        yearly: Floats = numpy.round(whole.as_printed(exact), whole.digits)
        return yearly
    if whole.tie == "mean":
        nearest: Floats = numpy.round(rounded_rates(exact, tie, whole.total, 1 / power, low, high), whole.digits)
        return nearest
    least, most = (numpy.clip(numpy.round(each * power), -_LIMIT, _LIMIT).astype(numpy.int64) for each in (low, high))
    amounts: Floats = whole_parts(exact * power, round(whole.total * power), least, most, regions) / power
    return amounts
