"""Yearly values of series: as stated, or made of parts of a year where these are complete; and parts of the last year.

Growing figures of a year so far (January to September) are no yearly values; they count only where flows are added up,
as a part of their year. December's is the year's.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import polars
from polars import Expr, col, lit, when

_PARTS: Final = {"half_year": 2, "quarter": 4, "month": 12}
"""Kinds of parts of a year, and how many make it whole."""

_DECEMBER: Final = 12

_COLUMNS: Final = ("series", "year", "time", "value", "bound", "row", "made")


class Yearly(NamedTuple):
    """`whole`: one row for each series and year; `parts`: the latest part of a year behind the last whole one.

    Both have `series`, `year`, `time` (2025.0 is the end of 2025), `value` (base unit), `bound`, `row` (place of the
    latest observation used) and `made`: null as stated, `flow` when parts were added up, `stock` when the value at the
    end of the year is that of a part.
    """

    whole: polars.DataFrame
    parts: polars.DataFrame


def yearly(rows: polars.DataFrame) -> Yearly:
    """The yearly values of chosen observations.

    Parameters
    ----------
    rows : polars.DataFrame
        What `milepost.observations.vintages.chosen` left, with `series` and `row`; one row for each series and period.
    """
    slim = rows.select(
        "series", "year", "period_kind", "period", "row", value="base_value", bound=col("bound").fill_null("exact")
    ).with_columns(month=col("period").str.extract(r"-(\d{2})$", 1).cast(polars.Int32, strict=False))
    stated = slim.filter(col("period_kind") == "year").with_columns(made=lit(None, dtype=polars.String), rank=lit(0))
    others = slim.filter(col("period_kind") != "year")
    if not others.height:
        return Yearly(_timed(stated).select(_COLUMNS), _timed(stated).select(_COLUMNS).clear())
    so_far = others.filter(col("period_kind") == "year_to_date")
    december = so_far.filter(col("month") == _DECEMBER).with_columns(made=lit("december"), rank=lit(1))
    columns = ["series", "year", "value", "bound", "row", "made", "rank"]
    every = polars.concat([each.select(columns) for each in (stated, december, _added(others), _at_end(others))])
    # The stated value first; a sum of parts and a value at the end are for different natures, and stand side by side.
    kept = every.sort("series", "year", "rank").with_columns(best=col("rank").min().over("series", "year"))
    whole = kept.filter((col("rank") == col("best")) | (col("best") > 1)).unique(
        ["series", "year", "made"], keep="first", maintain_order=True
    )
    return Yearly(_timed(whole).select(_COLUMNS), _latest_part(others, whole))


def _timed(rows: polars.DataFrame) -> polars.DataFrame:
    return rows.with_columns(time=col("year").cast(polars.Float64))


def _bound() -> Expr:
    """The bound of a sum: that of its parts where they agree or are exact; null where they point both ways."""
    low, high = (col("bound") == "at_least").any(), (col("bound") == "at_most").any()
    none: Expr = lit(None, dtype=polars.String)
    return (
        when(low & high)
        .then(none)
        .when(low)
        .then(lit("at_least"))
        .when(high)
        .then(lit("at_most"))
        .otherwise(lit("exact"))
    )


def _added(others: polars.DataFrame) -> polars.DataFrame:
    """Sums of the parts of years that have all of them, longer parts before shorter ones."""
    needed = col("period_kind").replace_strict(_PARTS, default=None, return_dtype=polars.UInt32)
    sums = (
        others.filter(col("period_kind").is_in(list(_PARTS)))
        .sort("series", "period")
        .group_by("series", "year", "period_kind", maintain_order=True)
        .agg(polars.len().alias("parts"), col("value").sum(), _bound().alias("bound"), col("row").last())
        .filter(col("parts") == needed)
    )
    return sums.with_columns(made=lit("flow"), rank=lit(2)).unique(
        ["series", "year"], keep="first", maintain_order=True
    )


def _at_end(others: polars.DataFrame) -> polars.DataFrame:
    """Values of the last part of a year: of what is counted at a date, the value at the year's end."""
    last = col("period").str.contains(r"-(?:H2|Q4|12)$") & (col("period_kind") != "year_to_date")
    ends = others.filter(last).sort("series", "year", "period")
    return ends.unique(["series", "year"], keep="first", maintain_order=True).with_columns(
        made=lit("stock"), rank=lit(3)
    )


def _latest_part(others: polars.DataFrame, whole: polars.DataFrame) -> polars.DataFrame:
    """For each series the longest part of the year after its last whole one."""
    month = when(col("period") == polars.format("{}-H1", "year")).then(6).otherwise("month")
    so_far = others.with_columns(month=month).filter(
        ((col("period_kind") == "year_to_date") | (col("period_kind") == "half_year")) & (col("month") < _DECEMBER)
    )
    last = (
        whole.filter(col("made").is_null() | (col("made") != "stock")).group_by("series").agg(_last=col("year").max())
    )
    open_years = so_far.join(last, on="series", how="left").filter(
        col("_last").is_null() | (col("year") > col("_last"))
    )
    latest = open_years.sort("series", "year", "month", "row").unique("series", keep="last", maintain_order=True)
    return latest.with_columns(time=col("year") - 1 + col("month") / _DECEMBER, made=lit("part")).select(_COLUMNS)
