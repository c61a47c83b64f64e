"""The parts of a region held against the targets of the whole."""

from __future__ import annotations

from typing import Final

import polars
from polars import col, lit, when

from milepost.pathways.model import TARGETS
from milepost.plans.model import Plan

_ALIKE: Final = ("value", "worst", "index", "reduction", "ratio", "margin", "change")


def with_parts(targets: polars.DataFrame, plan: Plan, pathways: polars.DataFrame | None = None) -> polars.DataFrame:
    """The targets, and behind those of the whole region a row for each part.

    A rate, a share and a rate of growth may be asked of each part alike. An amount may not: a part has one only where
    `pathways` gives it (rows with its `region`); the goal is then the value of the last year. A part starts where the
    statistics say it stood: the baseline of the plan is that of the whole.

    Parameters
    ----------
    targets : polars.DataFrame
        With the columns of `TARGETS`.
    plan : Plan
        Its region says which parts there are.
    pathways : polars.DataFrame, optional
        `target`, `region`, `year`, `value`.
    """
    if plan.region is None or not plan.region.parts:
        return targets
    parts = polars.DataFrame(
        {"region": [part.code for part in plan.region.parts], "region_name": [part.name for part in plan.region.parts]}
    )
    whole = targets.with_row_index("_place").filter(col("region") == plan.region.code)
    crossed = whole.drop("region", "region_name").join(parts, how="cross")
    own = col("measure").is_in(["value", "worst", "margin"])
    crossed = crossed.with_columns(
        start=when(own).then(lit(None)).otherwise("start"),
        baseline=lit(None, dtype=polars.Float64),
        baseline_comparator=lit(None, dtype=polars.String),
        # Held because the whole already met it: whether the part did, its own statistics say.
        form=when((col("measure") == "value") & (col("form") == "hold")).then(lit("path")).otherwise("form"),
        _shared=polars.lit(None, dtype=polars.Float64),
    )
    crossed = _with_shares(crossed, pathways)
    counted = (col("nature") == "rate") | (col("unit_code") == "1") & (col("unit_factor").fill_null(1.0) < 1)
    alike = col("measure").is_in(_ALIKE) & (counted.fill_null(value=False) | (col("measure") == "ratio"))
    given = col("_shared").is_not_null()
    crossed = crossed.with_columns(
        goal=polars.coalesce("_shared", "goal"),
        obstacle=when(col("obstacle").is_null() & ~alike & ~given).then(lit("no_share_for_part")).otherwise("obstacle"),
    )
    crossed = crossed.with_columns(form=when(col("obstacle").is_not_null()).then(lit("none")).otherwise("form"))
    first = targets.with_row_index("_place")
    columns = ["_place", *TARGETS]
    together = polars.concat([first.select(columns), crossed.select(columns)])
    return together.sort("_place", maintain_order=True).select(*TARGETS)


def _with_shares(crossed: polars.DataFrame, pathways: polars.DataFrame | None) -> polars.DataFrame:
    if pathways is None or "region" not in pathways.columns:
        return crossed
    last = pathways.sort("year").unique(["target", "region"], keep="last", maintain_order=True)
    shares = last.select("target", "region", _told=col("value").cast(polars.Float64))
    joined = crossed.join(shares, on=["target", "region"], how="left", maintain_order="left")
    return joined.with_columns(_shared="_told").drop("_told")
