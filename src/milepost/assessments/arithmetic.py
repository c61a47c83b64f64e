"""What several methods compute alike: yearly rates of change with their rules of sign, whether a goal is met, and how
a method's classes become statuses.

The compound annual growth rate (CAGR) from x to y over n years is (y / x) ** (1 / n) − 1. It has no meaning where x is
zero or the sign changes; where all values are negative a rise of the amount is a fall of the value, so the sign of the
rate turns. Everything here is in Polars expressions: a row for each case.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars
from polars import Expr, col, lit, when

from milepost.assessments.model import OUTCOME, Method

_SCALARS: Final = (
    "form", "scale", "comparator", "direction", "base", "base_time", "current", "current_time", "goal", "goal_high",
    "goal_time", "met", "base_meets", "due", "limit", "worst", "best",
)  # fmt: skip


def growth(first: Expr, last: Expr, years: Expr) -> Expr:
    """The compound annual growth rate; null where it has no meaning.

    >>> table = polars.DataFrame({"first": [100.0, 0.0, 5.0, 20.0], "last": [121.0, 3.0, -1.0, 0.0]})
    >>> table.select(growth(col("first"), col("last"), lit(2.0)).round(6)).to_series().to_list()
    [0.1, None, None, -1.0]
    """
    ratio = last / first
    usable = (first != 0) & (ratio >= 0) & (years > 0)
    return when(usable).then(finite(ratio.pow(1 / years) - 1))


def finite(value: Expr) -> Expr:
    """The value, null where it is infinite or no number."""
    return when(value.is_finite()).then(value)


def way(cases: polars.DataFrame, *extra: str) -> polars.LazyFrame:
    """The figures of each case that methods on a way from a base to a goal need.

    Besides columns of the cases (without their series): `aim` (the goal; the nearer end of a range), `wanted` (+1, −1;
    null when not known: by the direction, else by where the goal lies from the base), `reached`, `lost` (the base met
    the goal, the latest value does not), `sign` (−1 for a negative base), `span` and `horizon` (years from the base to
    the latest value, and to the goal). `extra` names columns of the cases that the method needs as well.
    """
    frame = cases.lazy().select(*_SCALARS, *extra)
    high, base, current = col("goal_high"), col("base"), col("current")
    aim = when(high.is_not_null() & (base > high)).then(high).otherwise(col("goal"))
    frame = frame.with_columns(
        aim=aim,
        sign=when(base < 0).then(lit(-1.0)).when(base.is_not_null()).then(lit(1.0)),
        span=col("current_time") - col("base_time"),
        horizon=col("goal_time") - col("base_time"),
    )
    # What is to come close to a value, or into a range, rises or falls by where it starts.
    two_sided = col("comparator").is_in(["eq", "approx", "range"]).fill_null(value=False) | high.is_not_null()
    stated = when(col("direction").is_in([1, -1]) & ~two_sided).then(col("direction").cast(polars.Float64))
    towards = (col("aim") - base).sign()
    frame = frame.with_columns(wanted=polars.coalesce(stated, when(towards != 0).then(towards)))
    within = when(high.is_not_null()).then(current.is_between(col("goal"), high))
    frame = frame.with_columns(
        reached=polars.coalesce(col("met"), within, col("wanted") * (current - col("aim")) >= 0).fill_null(value=False),
        started=polars.coalesce(col("base_meets"), col("wanted") * (base - col("aim")) >= 0).fill_null(value=False),
    )
    return frame.with_columns(lost=col("started") & ~col("reached") & ~(current == base).fill_null(value=False))


def limit_coefficient(base: Expr, limit: Expr) -> Expr:
    """How far thresholds of growth shrink when the base is near the natural limit: 1 far from it, 0 at it.

    C = 1 − (b / limit) ** 4.44 up to the limit; 1 − ((2 limit − b) / limit) ** 4.44 up to twice the limit; 1 beyond
    (amounts, without signs). Without a limit 1. Source: Statistics Canada, methodology of progress; Open SDG,
    sdg-build, `sdg/ProgressMeasure.py`.

    >>> table = polars.DataFrame({"base": [50.0, 100.0, 110.0, 5.0], "limit": [100.0, 100.0, 100.0, 0.0]})
    >>> table.select(limit_coefficient(col("base"), col("limit")).round(4)).to_series().to_list()
    [0.9539, 0.0, 0.3736, 1.0]
    """
    amount, bound = base.abs(), limit.abs()
    return (
        when(limit.is_null() | (amount >= 2 * bound))
        .then(lit(1.0))
        .when(amount <= bound)
        .then(1 - (amount / bound).pow(4.44))
        .otherwise(1 - ((2 * bound - amount) / bound).pow(4.44))
    )


def reasons(*rules: tuple[Expr, str]) -> Expr:
    """The code of the first rule that holds, null when none does."""
    return polars.coalesce(*(when(holds).then(lit(code)) for holds, code in rules), lit(None, dtype=polars.String))


def lacks_base_or_current() -> list[tuple[Expr, str]]:
    """Rules for what every method needs that compares the latest value with the base (see `way`)."""
    return [
        (col("form").is_not_null() & (col("form") != "path"), "form_differs"),
        (col("current").is_null(), "no_current"),
        (col("current_time").is_null(), "no_current_time"),
        (col("base").is_null(), "no_base"),
        (col("base_time").is_null(), "no_base_time"),
        (col("span") < 1, "span_too_short"),
    ]


def lacks_goal() -> list[tuple[Expr, str]]:
    """Rules for what every method needs that compares with a goal (see `way`)."""
    return [
        (col("goal").is_null(), "no_goal"),
        (col("goal_time").is_null(), "no_goal_time"),
        (col("wanted").is_null(), "goal_is_base"),
        (col("horizon") <= 0, "goal_not_after_base"),
    ]


def lacks_growth(*ends: str) -> list[tuple[Expr, str]]:
    """Rules for where the growth from the base to each of the columns named has no meaning."""
    return [(col("base") == 0, "base_zero")] + [(col(end) / col("base") < 0, "sign_changes") for end in ends]


def settled(frame: polars.LazyFrame, method: Method, status: Expr | None = None) -> polars.DataFrame:
    """The outcome of a method, from its columns `value`, `label`, `reason` and its own figures, and those of `way`.

    The status is the one that the label stands for (or `status` where that is given and not null), with two
    exceptions that no method can mean otherwise: a case that meets its goal is `reached`; one that does not, and whose
    goal's date has come, is no longer on track or at risk but `off_track`. A reason leaves label and status null;
    a value that is not finite becomes one.
    """
    statuses = {label: status_of for label, (_, status_of) in method.labels.items()}
    by_label = col("label").replace_strict(statuses, default=None, return_dtype=polars.String)
    own = by_label if status is None else polars.coalesce(status, by_label)
    late = col("due").fill_null(value=False) & own.is_in(["on_track", "at_risk"])
    without = col("label").is_null() & col("reason").is_null() & ~col("reached")
    figures: Sequence[str] = [*method.figures]
    return (
        frame.with_columns(reason=when(without).then(lit("not_finite")).otherwise(col("reason")))
        .with_columns(label=when(col("reason").is_null()).then(col("label")))
        .select(
            finite(col("value")).cast(OUTCOME["value"]),
            col("label").cast(polars.String),
            when(col("reason").is_not_null())
            .then(lit(None, dtype=polars.String))
            .when(col("reached"))
            .then(lit("reached"))
            .when(late)
            .then(lit("off_track"))
            .otherwise(own)
            .alias("status"),
            col("reason").cast(polars.String),
            *figures,
        )
        .collect()
    )
