"""Which doubts a result carries, and how sure it is."""

from __future__ import annotations

from datetime import date
from typing import Final

import polars
from polars import Expr, col, lit, when

from milepost.assessments.doubts import DOUBTS, TRUST
from milepost.assessments.following import counted_to_date
from milepost.assessments.settings import AssessSettings
from milepost.pathways.meeting import meets
from milepost.pathways.shaping import followed_comparator

_DAYS: Final = 365.25


def with_stale(context: polars.DataFrame, as_of: date, settings: AssessSettings) -> polars.DataFrame:
    """The context with `stale`: whether the latest value is older than the settings allow; null without a value."""
    age = (lit(as_of) - col("latest_end")).dt.total_days() / _DAYS
    # What was due years ago was judged by the value of its day: that is no old value.
    due = (col("current_time") >= col("goal_time") - 1e-6).fill_null(value=False)
    return context.with_columns(stale=(age > settings.stale_years) & ~due)


def doubts(context: polars.DataFrame, settings: AssessSettings) -> polars.DataFrame:
    """`doubts` (list of codes) and `confidence` of each target, whether it is rated or not.

    Parameters
    ----------
    context : polars.DataFrame
        See `milepost.assessments.cases.Cases`, with `stale`.
    settings : AssessSettings
        How far statistics may lie from a baseline.
    """
    seen = col("candidate").is_not_null()
    holds: dict[str, Expr] = {
        "baseline_contradicted": _contradicted(settings.baseline_tolerance),
        "met_before": _met_before(),
        "sources_differ": col("rivals") > 0,
        "basis_unknown": col("basis_compared") == "unknown",
        "nominal_against_real": col("nominal"),
        "years_missing": col("missing"),
        "bound": polars.coalesce("bound", "latest_bound").is_in(["at_least", "at_most"]),
        "part_year": col("made") == "part",
        "parts_added": col("made") == "flow",
        "taken_as_total": counted_to_date() & (col("current_time") > col("start_time") + 1),
        "stale": col("stale"),
        "not_final": col("latest_status").is_in(["preliminary", "estimate"]),
        "baseline_from_statistics": col("base_source") == "statistics",
        "baseline_derived": col("base_source") == "derived",
        "baseline_bound": (col("base_source") == "plan")
        & col("baseline_comparator").is_in(["le", "lt", "ge", "gt", "approx"]),
        "date_assumed": col("item_kind").is_not_null() & col("by").is_null(),
    }
    assert list(holds) == list(DOUBTS), "every doubt has its rule, in the order of the table"
    codes = [when(holds[code].fill_null(value=False) & seen).then(lit(code)) for code in DOUBTS]
    factor: Expr = col("latest_confidence").replace_strict(TRUST, default=1.0, return_dtype=polars.Float64)
    for code, doubt in DOUBTS.items():
        factor = factor * when(holds[code].fill_null(value=False)).then(doubt.factor).otherwise(1.0)
    return context.select(doubts=polars.concat_list(*codes).list.drop_nulls(), confidence=factor.round(3))


def _met_before() -> Expr:
    """Whether the statistics of the base year satisfy what the plan takes for still to be done."""
    satisfied = meets(col("base_observed"), col("goal"), comparator=followed_comparator())
    return (col("measure") == "value") & (col("form") == "path") & (col("base_source") == "plan") & satisfied


def _contradicted(tolerance: float) -> Expr:
    """Whether statistics of the baseline's year lie farther from it than its printed digits and a tolerance allow."""
    stated, observed = col("baseline"), col("base_observed")
    factor = col("unit_factor").fill_null(1.0)
    printed = (stated / factor).round_sig_figs(12).cast(polars.String)
    fraction = printed.str.extract(r"\.(\d+)$", 1).fill_null("")
    digits = when(fraction == "0").then(0).otherwise(fraction.str.len_chars()).cast(polars.Float64)
    half = 0.5 * factor.abs() * lit(10.0).pow(-digits)
    differ = (observed - stated).abs() > (half + tolerance * polars.max_horizontal(observed.abs(), stated.abs())) * (
        1 + 1e-9
    )
    sign = col("baseline_comparator").fill_null("eq")
    kept = (sign.is_in(["le", "lt"]) & (observed <= stated)) | (sign.is_in(["ge", "gt"]) & (observed >= stated))
    about = (sign == "approx") & ((observed - stated).abs() <= 0.05 * stated.abs())
    return (col("role") == "value") & differ & ~kept & ~about
