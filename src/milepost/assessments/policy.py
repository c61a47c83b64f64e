"""The leading status of each target, by a declared policy, and the national words for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import polars
from polars import Expr, col, lit, when

from milepost.assessments.table import METHODS, method_named
from milepost.checks.model import Words

COMPARISON: Final = "comparison"
COMPARISON_WORDS: Final = Words("直接与目标值比较", "value against target")
"""What decides where no method applies and the target's date has come: it is met, or it is not."""

NATIONAL: Final[dict[str, Words]] = {
    "early": Words("提前实现", "reached early"),
    "achieved": Words("如期实现", "reached by its date"),
    "faster": Words("快于预期", "faster than expected"),
    "as_expected": Words("基本符合预期", "largely as expected"),
    "behind": Words("滞后", "behind"),
    "missed": Words("未完成", "missed"),
}
"""The words of national mid-term evaluations beside our seven statuses; `missed` is that of final evaluations."""

_SURE: Final = ("reached", "on_track")
_LOST: Final = ("off_track", "moving_away")


def within_bounds(outcomes: Mapping[str, polars.DataFrame], cases: polars.DataFrame) -> dict[str, polars.DataFrame]:
    """The outcomes, without what a bound in place of a value does not decide.

    That GDP is more than 100 billion shows that a target of 95 is reached, and never that one of 110 is missed: of a
    lower bound, where a rise is wanted, only the good statuses stay, of an upper one only the bad ones.
    """
    bound = cases.get_column("current_bound")
    if not bound.is_in(["at_least", "at_most"]).any():
        return dict(outcomes)
    rising = cases.select(
        when(col("current_bound") == "at_least").then(col("direction"))
        .when(col("current_bound") == "at_most").then(-col("direction"))
        .alias("_side")
    ).to_series()  # fmt: skip
    found = {}
    for name, outcome in outcomes.items():
        # A method that does not promise that better is better may decide nothing by a bound.
        side = col("_side") if method_named(name).monotone else lit(0)
        kept = (
            col("_side").is_null()
            | ((side > 0) & col("status").is_in(_SURE))
            | ((side < 0) & col("status").is_in(_LOST))
        )
        frame = outcome.with_columns(rising).with_columns(_kept=kept.fill_null(value=True))
        found[name] = frame.with_columns(
            status=when("_kept").then("status"),
            label=when("_kept").then("label"),
            reason=when(col("_kept") | col("status").is_null()).then("reason").otherwise(lit("only_a_bound")),
        ).select(outcome.columns)
    return found


def verdicts(
    context: polars.DataFrame,
    cases: polars.DataFrame,
    outcomes: Mapping[str, polars.DataFrame],
    leading: Sequence[str],
    progress: polars.DataFrame,
) -> polars.DataFrame:
    """Status, method, label, national word, whether early, and the reason where there is no rating.

    Parameters
    ----------
    context : polars.DataFrame
        `obstacle` and `problem` of each target.
    cases : polars.DataFrame
        Columns of `CASES`, in the same order.
    outcomes : mapping
        By method its outcome, in the same order.
    leading : sequence of str
        The methods that decide.
    progress : polars.DataFrame
        What `time_progress` says, in the same order.
    """
    asked = [name for name in leading if name in outcomes]
    of_cases = cases.select("form", "met", "due", "current", "goal", "current_time", "goal_time", "current_bound")
    told = [
        context.select("obstacle", "problem", "missing"),
        progress.select(_label="label", _reason="reason"),
        *(
            outcomes[name].select(col(part).alias(f"_{part}_{name}") for part in ("status", "label", "reason"))
            for name in asked
        ),
    ]
    frame = polars.concat([of_cases, *told], how="horizontal")
    none: Expr = lit(None, dtype=polars.String)
    status = polars.coalesce(*(col(f"_status_{name}") for name in asked), none)
    method = polars.coalesce(*(when(col(f"_status_{name}").is_not_null()).then(lit(name)) for name in asked), none)
    label = polars.coalesce(
        *(when(col(f"_status_{name}").is_not_null()).then(f"_label_{name}") for name in asked), none
    )
    return _told(frame.with_columns(status=status, method=method, label=label), asked)


def _told(frame: polars.DataFrame, asked: Sequence[str]) -> polars.DataFrame:
    plain = (col("form") == "path") & col("current").is_not_null() & col("goal").is_not_null()
    compared = col("status").is_null() & plain & (col("current_bound") == "exact")
    by_value = when(compared & col("met")).then(lit("reached")).when(compared & col("due")).then(lit("off_track"))
    frame = frame.with_columns(
        method=when(by_value.is_not_null()).then(lit(COMPARISON)).otherwise("method"),
        status=polars.coalesce("status", by_value),
    )
    # Why the leading method that was made for such a target says nothing tells more than that others were not.
    reasons = [when(col(f"_reason_{name}") != "form_differs").then(f"_reason_{name}") for name in asked]
    reason = polars.coalesce("obstacle", "problem", *reasons, "_reason")
    # The sum is only a bound because years are missing: that is what can be mended.
    gaps = (reason == "only_a_bound") & col("missing").fill_null(value=False)
    reason = when(gaps).then(lit("years_missing")).otherwise(reason)
    nothing = col("problem").is_in(["no_series", "no_value_since_base"])
    without = when(col("obstacle").is_not_null() | ~nothing.fill_null(value=False)).then(lit("not_assessable"))
    frame = frame.with_columns(
        reason=when(col("status").is_null()).then(reason),
        status=polars.coalesce("status", without, lit("no_data")),
    )
    early = (col("status") == "reached") & (col("current_time") < col("goal_time") - 1e-6)
    frame = frame.with_columns(early=early.fill_null(value=False))
    return frame.with_columns(national=_national()).select("status", "method", "label", "national", "early", "reason")


def _national() -> Expr:
    status = col("status")
    return (
        when(col("early"))
        .then(lit("early"))
        .when(status == "reached")
        .then(lit("achieved"))
        .when((status == "on_track") & (col("_label") == "faster"))
        .then(lit("faster"))
        .when(status == "on_track")
        .then(lit("as_expected"))
        .when(status.is_in(["at_risk", "off_track", "moving_away"]) & col("due"))
        .then(lit("missed"))
        .when(status.is_in(["at_risk", "off_track", "moving_away"]))
        .then(lit("behind"))
    )


def methods_asked(named: Sequence[str] | None, leading: Sequence[str]) -> tuple[str, ...]:
    """The methods to ask, in the order of the table: those named with the leading ones, or all."""
    if not named:
        return METHODS
    for name in named:
        method_named(name)
    wanted = {*named, *leading}
    return tuple(name for name in METHODS if name in wanted)
