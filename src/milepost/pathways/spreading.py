"""A target over years and parts at once: each year the parts tie to the whole's own way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy
import polars

from milepost.kernel.errors import UsageError
from milepost.pathways.allocation import rounded_parts
from milepost.pathways.parts import Tie
from milepost.pathways.ruling import Floats
from milepost.pathways.tying import HAIR, tied, whole_table
from milepost.pathways.tying import Whole as Whole64
from milepost.pathways.whole import Whole, whole_of

SPREAD: Final[dict[str, polars.DataType]] = {
    "target": polars.String(),
    "region": polars.String(),
    "region_name": polars.String(),
    "year": polars.Int32(),
    "value": polars.Float64(),  # of what is followed, at the end of the year, in base units
    "printed": polars.Float64(),  # in the plan's unit, rounded so that the parts add up to the whole's printed value
    "step": polars.Float64(),  # what the year itself has to bring, in the plan's unit
    "share_pct": polars.Float64(),  # part of the whole's amount in that year; null for rates
    "unit": polars.String(),
    "rule": polars.String(),
}
"""Columns of a target over years and parts, a row for each part and year, parts in their order, years ascending."""


def spread(target: Mapping[str, Any], shared: polars.DataFrame, way: polars.DataFrame) -> polars.DataFrame:
    """Lay the parts of a target out over years.

    Of a sum every part brings each year the same part of what the whole brings; amounts are rounded so that parts add
    up in each year, and years in each part. Of anything else a part moves from its base to its value as the whole
    moves from its start to its goal, growth and falls compounding; what then is lacking for them to tie is made up in
    proportion to the whole way that each has to go.

    Parameters
    ----------
    target : mapping
        A row of the table of targets.
    shared : polars.DataFrame
        Its parts (`milepost.pathways.allocation.allocated`).
    way : polars.DataFrame
        Its own way (`milepost.pathways.years.yearly`).

    Returns
    -------
    polars.DataFrame
        With the columns of `SPREAD`.

    Raises
    ------
    UsageError
        If the whole has no way over years, or a part of what is no sum has no base.
    """
    tie: Tie = shared["tie"][0]
    whole = whole_of(target, tie)
    own = way.filter(polars.col("target") == target["target"])
    if not own.height:
        raise UsageError("the whole has no way over years", where=whole.name)
    ends = _printed(whole, own["value"].to_numpy())
    if target["measure"] == "sum":
        values, printed = _of_sum(whole, shared, ends)
    else:
        values, printed = _of_level(whole, shared, ends, own["share_pct"].fill_null(100.0).to_numpy() / 100)
    return _table(whole, target, shared, own, values, printed)


def _printed(whole: Whole, followed: Floats) -> Floats:
    """Values of what is followed in the printed unit, of growth and falls over the period."""
    sign = {"index": 1.0, "reduction": -1.0}.get(whole.measure)
    printed: Floats = followed / whole.factor if sign is None else (followed - 1) * sign / whole.factor
    return numpy.array([float(f"{each:.14g}") for each in printed])


def _of_sum(whole: Whole, shared: polars.DataFrame, ends: Floats) -> tuple[Floats, Floats]:
    """Sums so far, a row for each part and a column for each year: exact ones, and printed ones."""
    power = 10.0**whole.digits
    columns: Whole64 = numpy.diff(numpy.round(ends * power), prepend=0.0).astype(numpy.int64)
    rows = numpy.round(shared["printed"].to_numpy() * power).astype(numpy.int64)
    exact: Floats = numpy.outer(shared["exact"].to_numpy(), ends) / (whole.total or 1.0)
    if (columns < 0).any() or rows.sum() != columns.sum() or (rows < 0).any():
        # A way that turns back has no table of amounts to be rounded.
        return exact, numpy.round(exact, whole.digits)
    order = numpy.argsort(shared["region"].to_numpy())
    # The table in whole last digits, brought onto its own rounded sides first, so that it can be rounded at all.
    scaled: Floats = numpy.outer(rows, columns) / max(int(rows.sum()), 1)
    table = numpy.empty_like(scaled)
    table[order] = whole_table(scaled[order], rows[order], columns)
    printed: Floats = numpy.cumsum(table, axis=1) / power
    return (printed if whole.is_whole else exact), printed


def _of_level(whole: Whole, shared: polars.DataFrame, ends: Floats, covered: Floats) -> tuple[Floats, Floats]:
    goal = shared["exact"].to_numpy()
    if whole.measure == "value" and shared["base"].null_count():
        lacking = ", ".join(shared.filter(polars.col("base").is_null())["region_name"])
        raise UsageError("ways over years begin at bases, and some are not known", where=whole.name, found=lacking)
    base = shared["base"].to_numpy() if whole.measure == "value" else numpy.zeros_like(goal)
    tie = shared["weight"].to_numpy() if whole.tie == "mean" else numpy.ones_like(goal)
    tie = tie / tie.sum() if whole.tie == "mean" else tie
    regions = shared["region"].to_list()
    low, high = numpy.full_like(goal, whole.least), numpy.full_like(goal, whole.most)
    exact, printed = numpy.empty((goal.size, ends.size)), numpy.empty((goal.size, ends.size))
    for place, (end, share) in enumerate(zip(ends, covered, strict=True)):
        wish = _on_the_way(whole, base, goal, share)
        year = whole._replace(total=float(end), years=None)
        gives = numpy.abs(goal - base) if (goal != base).any() else numpy.ones_like(goal)
        exact[:, place] = tied(wish, gives, tie, year.total, low, high) if place + 1 < ends.size else goal
        # The whole's own way may have more digits than a part is printed with.
        year = year._replace(total=round(year.total, whole.digits) if whole.tie == "sum" else year.total)
        printed[:, place] = rounded_parts(exact[:, place], tie, year, low, high, regions)
    return (printed if whole.is_whole else exact), printed


def _on_the_way(whole: Whole, base: Floats, goal: Floats, share: float) -> Floats:
    """Where the parts are after a share of the way: growth and falls compound, the rest goes by equal steps."""
    sign = {"index": 1.0, "reduction": -1.0}.get(whole.measure)
    end = whole.followed(goal)
    if sign is None or not (end > 0).all():
        return base + (goal - base) * share
    compounded: Floats = (end**share - 1) * sign / whole.factor
    return compounded


def _table(
    whole: Whole,
    target: Mapping[str, Any],
    shared: polars.DataFrame,
    own: polars.DataFrame,
    values: Floats,
    printed: Floats,
) -> polars.DataFrame:
    parts, years = printed.shape
    before = numpy.hstack([_start(whole, shared)[:, None], values[:, :-1]])
    after, earlier = whole.followed(values), whole.followed(before)
    sign = {"index": 1.0, "reduction": -1.0}.get(whole.measure)
    with numpy.errstate(all="ignore"):
        step = (after - earlier) / whole.factor if sign is None else (after / earlier - 1) * sign / whole.factor
    sums = values.sum(axis=0)
    share = 100 * values / numpy.where(numpy.abs(sums) > HAIR, sums, numpy.nan)
    is_sum = whole.tie == "sum"
    return polars.DataFrame(
        {
            "target": [target["target"]] * (parts * years),
            "region": numpy.repeat(shared["region"].to_numpy(), years),
            "region_name": numpy.repeat(shared["region_name"].to_numpy(), years),
            "year": numpy.tile(own["year"].to_numpy(), parts),
            "value": after.ravel(),
            "printed": printed.ravel(),
            "step": step.ravel(),
            "share_pct": share.ravel() if is_sum else numpy.full(parts * years, numpy.nan),
            "unit": [target.get("unit")] * (parts * years),
            "rule": numpy.repeat(shared["rule"].to_numpy(), years),
        },
        schema=SPREAD,
        strict=False,
        nan_to_null=True,
    ).with_columns(polars.col("value").round_sig_figs(15), polars.col("step", "share_pct").round_sig_figs(12))


def _start(whole: Whole, shared: polars.DataFrame) -> Floats:
    if whole.measure == "value":
        return shared["base"].to_numpy()
    return numpy.zeros(shared.height)
