"""Which doubts a result carries, and how sure it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import Final

import polars
from polars import Expr, col, lit, when

from milepost.assessments.doubts import DOUBTS, TRUST
from milepost.assessments.flags import combined, listed
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
        "baseline_contradicted": col("_contradicted"),
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
    told = context.with_columns(_contradicted=contradicted(context, settings.baseline_tolerance))
    flags = {code: rule & seen for code, rule in holds.items()}
    trust: Expr = col("latest_confidence").replace_strict(TRUST, default=1.0, return_dtype=polars.Float64)
    return (
        told.select((trust).alias("_trust"))
        .with_columns(listed(told, flags, "doubts"), combined(told, flags, _factor, polars.Float64(), "_factor"))
        .select("doubts", confidence=(col("_trust") * col("_factor")).round(3))
    )


def _factor(codes: Sequence[str]) -> float:
    return math.prod(DOUBTS[code].factor for code in codes)


def _met_before() -> Expr:
    """Whether the statistics of the base year satisfy what the plan takes for still to be done."""
    satisfied = meets(col("base_observed"), col("goal"), comparator=followed_comparator())
    return (col("measure") == "value") & (col("form") == "path") & (col("base_source") == "plan") & satisfied


def contradicted(context: polars.DataFrame, tolerance: float) -> polars.Series:
    """Whether statistics of the baseline's year lie farther from it than its printed digits and a tolerance allow."""
    both = context.select("baseline", "base_observed", "unit_factor", "baseline_comparator", "role").with_row_index(
        "_at"
    )
    # Digits are counted in texts, which takes its time: only where the two lie apart at all.
    apart = both.filter((col("baseline") != col("base_observed")) & (col("role") == "value"))
    found = apart.filter(_beyond_print(tolerance))["_at"]
    return polars.int_range(context.height, dtype=polars.UInt32, eager=True).is_in(found.implode())


def _beyond_print(tolerance: float) -> Expr:
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
    return differ & ~kept & ~about
