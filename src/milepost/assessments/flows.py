"""What is behind a followed quantity that is worked out over years: the yearly flows or rates as they were observed.

Sums and indices begin with the plan. Their flows and rates are known for longer, and what may come is told from these.
"""

from __future__ import annotations

import polars
from polars import Expr, col, lit, when

COMPOUNDED = ("index", "reduction")


def with_yearly(context: polars.DataFrame, values: polars.DataFrame) -> polars.DataFrame:
    """The context with `yearly_times` and `yearly`, the yearly figures that what is followed is made of.

    These are the flows of a `sum`; of an `index` and a `reduction` that are followed by rates, the growth each year of
    what is followed (falls below 0); of a `ratio`, the growth each year of the ratio. Null for all others: what is
    followed is the yearly figure itself.

    Parameters
    ----------
    context : polars.DataFrame
        `candidate`, `role`, `reference`, `reference_role`, `measure` and `change` of each target, one row for each.
    values : polars.DataFrame
        `candidate`, `year`, `value` (`milepost.assessments.following.values_of`).
    """
    made = (col("measure") == "sum") | ((col("role") == "rate") & col("measure").is_in(COMPOUNDED))
    asked = context.with_row_index("_row").filter(made | (col("measure") == "ratio"))
    if not asked.height:
        none = lit(None, dtype=polars.List(polars.Float64))
        return context.with_columns(yearly_times=none, yearly=none)
    rows = asked.select("_row", "candidate", "measure", "change", "role").join(
        values.select("candidate", "year", "value"), on="candidate", how="inner", maintain_order="left"
    )
    plain = rows.filter(col("measure") != "ratio").select("_row", "year", value=_signed())
    found = polars.concat([plain, _of_ratios(rows.filter(col("measure") == "ratio"), asked, values)])
    lists = (
        found.drop_nulls()
        .sort("_row", "year")
        .group_by("_row", maintain_order=True)
        .agg(yearly_times=col("year").cast(polars.Float64), yearly="value")
    )
    return context.with_row_index("_row").join(lists, on="_row", how="left", maintain_order="left").drop("_row")


def _signed() -> Expr:
    falls = (col("measure") == "reduction") & (col("change").fill_null("") == "fall")
    return when(falls).then(-col("value")).otherwise("value")


def _of_ratios(own: polars.DataFrame, asked: polars.DataFrame, values: polars.DataFrame) -> polars.DataFrame:
    """Growth each year of series by that of those that they are held against."""
    other = asked.filter(col("reference").is_not_null()).join(
        values.select(reference="candidate", year="year", value="value"), on="reference", how="inner"
    )
    theirs = _growth(other.select("_row", "year", "value", role="reference_role"))
    both = _growth(own).join(theirs, on=["_row", "year"], how="inner", suffix="_other")
    return both.select("_row", "year", value=(1 + col("growth")) / (1 + col("growth_other")) - 1).filter(
        col("value").is_finite()
    )


def _growth(rows: polars.DataFrame) -> polars.DataFrame:
    """Growth each year: as observed, or from the level of the year before."""
    ordered = rows.sort("_row", "year")
    before = (col("year").diff() == 1).over("_row")
    from_levels = when(before).then((col("value") / col("value").shift(1)).over("_row") - 1)
    growth = when(col("role") == "level").then(from_levels).otherwise("value")
    return ordered.select("_row", "year", growth=growth).drop_nulls()
