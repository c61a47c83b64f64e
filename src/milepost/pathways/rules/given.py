"""Values that the user gives for the years; years between them by equal steps on the target's scale.

A way that is given must end where the target says, or beyond it on the wanted side: `milepost.pathways.years` refuses
another. Targets without any given value fall back to equal steps, and their rows say so.
"""

from __future__ import annotations

import polars

from milepost.checks.model import Words
from milepost.pathways.ruling import Rule
from milepost.pathways.shapes import has_rates

RULE = Rule(
    name="given",
    axis="year",
    title=Words("逐年给定", "given by year"),
    formula="the values given; between them equal steps on the target's scale",
    source="the user's file; an uneven path as in 4, 4.1, 4.2, 4.5 and 5.0 percent, which compound to 19.98",
    monotone=False,
)


def followed(steps: polars.DataFrame, shape: float) -> polars.Series:  # noqa: ARG001 - the rule takes no number
    """The values of what is followed, a row for each of the steps; null for targets of which none is given."""
    is_last = polars.col("elapsed") == 1
    known = polars.coalesce("given", polars.when(is_last).then("goal"))
    has_any = polars.col("given").is_not_null().any().over("target")
    logarithmic = polars.col("is_log") & has_rates() & ((known * polars.col("start") > 0) | known.is_null())
    all_log = logarithmic.all().over("target")
    scaled = polars.when(all_log).then((known / polars.col("start")).log()).otherwise(known - polars.col("start"))
    # Two frames of points: the start, which is no step, is (0, 0) on either scale.
    points = steps.with_columns(_log=all_log, _scaled=scaled, _any=has_any).with_columns(
        _before=polars.col("_scaled").forward_fill().over("target").fill_null(0.0),
        _before_at=polars.when(polars.col("_scaled").is_not_null()).then("elapsed").forward_fill().over("target"),
        _after=polars.col("_scaled").backward_fill().over("target"),
        _after_at=polars.when(polars.col("_scaled").is_not_null()).then("elapsed").backward_fill().over("target"),
    )
    before, after = polars.col("_before_at").fill_null(0.0), polars.col("_after_at")
    part = polars.when(after > before).then((polars.col("elapsed") - before) / (after - before)).otherwise(0.0)
    way = polars.col("_before") + (polars.col("_after") - polars.col("_before")) * part
    value = polars.when("_log").then(polars.col("start") * way.exp()).otherwise(polars.col("start") + way)
    return points.select(value=polars.when("_any").then(polars.coalesce(known, value)))["value"]
