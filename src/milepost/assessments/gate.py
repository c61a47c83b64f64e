"""First the gate, then the rating: what each target has of what an assessment needs, and how many have it."""

from __future__ import annotations

from typing import Final

import polars
from polars import col

from milepost.assessments.flags import listed
from milepost.assessments.result import GATE
from milepost.checks.model import Words
from milepost.pathways.shaping import growth_of_one_year

NEEDS: Final[dict[str, Words]] = {
    "number": Words("有目标数值", "a number to be reached"),
    "baseline": Words("有基期值", "a baseline"),
    "date": Words("有完成期限", "a date"),
    "unit": Words("有计量单位", "a known unit"),
    "series": Words("有统计数据", "a series of observations"),
    "recent": Words("有近期数据", "recent data"),
}
"""What an assessment needs: columns of `GATE`, with words."""

COUNTS: Final[dict[str, polars.DataType]] = {
    "need": polars.String(),
    "have": polars.UInt32(),
    "lack": polars.UInt32(),
    "lacking": polars.List(polars.String()),  # the targets that lack it
}
"""Columns of `gate_counts`."""


def gate(context: polars.DataFrame, status: polars.Series) -> polars.DataFrame:
    """What each target has (columns of `GATE`).

    Parameters
    ----------
    context : polars.DataFrame
        Columns of TARGETS, `base`, `candidate`, `stale`, `current_time` (see `milepost.assessments.cases`).
    status : polars.Series
        The leading status of each.
    """
    relative = col("measure") == "ratio"
    by_number = (
        col("value").is_not_null() | (relative & col("relative_to").is_not_null()) | (col("measure") == "margin")
    )
    # What is kept, or held against others, needs no start.
    needless = col("measure").is_in(["worst", "margin", "ratio"]) | growth_of_one_year()
    has = context.with_columns(status.alias("_status")).select(
        "target",
        "region",
        number=by_number & ~col("obstacle").is_in(["deferred", "discretionary"]).fill_null(value=False),
        baseline=col("base").is_not_null() | needless,
        date=col("by").is_not_null() | (col("item_kind").is_null() & col("goal_time").is_not_null()),
        unit=relative | col("unit_code").is_not_null(),
        series=col("candidate").is_not_null(),
        recent=col("candidate").is_not_null() & col("latest").is_not_null() & ~col("stale").fill_null(value=True),
        assessable=~col("_status").is_in(["no_data", "not_assessable"]),
    )
    missing = listed(has, {name: ~col(name) for name in NEEDS}, "missing")
    return has.with_columns(missing).select(*GATE)


def gate_counts(table: polars.DataFrame) -> polars.DataFrame:
    """How many targets have, and how many lack, each of the needs (columns of `COUNTS`); `assessable` comes last.

    >>> from milepost.assessments.result import GATE
    >>> gate_counts(polars.DataFrame(schema=GATE))["need"].to_list()
    ['number', 'baseline', 'date', 'unit', 'series', 'recent', 'assessable']
    """
    rows = []
    for name in (*NEEDS, "assessable"):
        lacking = table.filter(~col(name))["target"].to_list()
        rows.append((name, table.height - len(lacking), len(lacking), lacking))
    return polars.DataFrame(rows, schema=COUNTS, orient="row")
