"""Targets laid out over years: what is asked for at the end of each, and what the year itself has to bring."""

from __future__ import annotations

from typing import Final

import polars

from milepost.checks.model import Words
from milepost.kernel.errors import UsageError
from milepost.pathways.meeting import meets
from milepost.pathways.model import TARGETS
from milepost.pathways.printing import digits, is_whole, printed_value, rounded, step_of_year
from milepost.pathways.ruling import STEPS, Chosen, followed_by, rule_called
from milepost.pathways.shapes import between, share_of_way
from milepost.pathways.shaping import followed_comparator

YEARLY: Final[dict[str, polars.DataType]] = {
    "target": polars.String(),
    "year": polars.Int32(),
    "value": polars.Float64(),  # of what is followed, at the end of the year, in base units
    "printed": polars.Float64(),  # the same in the plan's unit, rounded; of growth and falls since the start
    "step": polars.Float64(),  # what the year itself has to bring, in the plan's unit: its amount, growth or fall
    "share_pct": polars.Float64(),  # share of the way covered; null where there is no way (to be held)
    "unit": polars.String(),
    "rule": polars.String(),  # the rule that was followed; `hold`, `reached` or `goal` where none was needed
}
"""Columns of a pathway over years, a row for each target and year, years ascending."""

REBASED: Final[dict[str, polars.DataType]] = {
    "target": polars.String(),
    "time": polars.Float64(),  # year: 2023.0 is the end of 2023
    "value": polars.Float64(),  # of what is followed, in base units
}
"""Columns of the latest values that ways may begin from."""

GIVEN: Final[dict[str, polars.DataType]] = {
    "target": polars.String(),
    "year": polars.Int32(),
    "value": polars.Float64(),  # of what is followed, in base units
}
"""Columns of values given for years, and of an indicator series that yearly amounts follow."""

REASONS: Final[dict[str, Words]] = {
    "no_date": Words("没有完成期限", "there is no date"),
    "no_goal": Words("没有可分解的目标数值", "there is no number to be laid out"),
    "no_start": Words("起点值未知，只有期末值", "the start is not known: only the end is"),
    "over": Words("期限已过", "the date has passed"),
    "relation": Words("相对目标，随参照指标而定", "it goes by another series"),
}
"""Why a target that can be assessed has no pathway; `milepost.pathways.obstacles` has the words for the others."""

_LONGEST = 200  # years: what is longer is a mistake in a date
_BLOCK = 200_000  # targets
_SHORT = 2e-3  # of the way: what rounding leaves of steps that are given (19.98 for 20 percent)
_FALLBACK = "linear"
_CARRIED: Final = (
    "_order", "target", "name", "attribute", "unit", "unit_factor", "measure", "scale", "start", "start_time", "goal",
    "goal_time", "period_start", "amount", "digits", "is_whole", "is_held", "is_reached", "reason",
)  # fmt: skip


def yearly(
    targets: polars.DataFrame,
    rule: str = "linear",
    *,
    binding: str | None = None,
    expected: str | None = None,
    rebased: polars.DataFrame | None = None,
    given: polars.DataFrame | None = None,
    weights: polars.DataFrame | None = None,
) -> polars.DataFrame:
    """Lay targets out over their years.

    A target to be held asks for its bound each year. One whose start is not known has its last year only. One that
    `rebased` says is already reached is to be kept so. What a rule cannot do falls back to equal steps, and `rule` says
    so. The last year asks for exactly the goal.

    Parameters
    ----------
    targets : polars.DataFrame
        With the columns of `milepost.pathways.model.TARGETS`.
    rule, binding, expected : str
        A rule over years, its number behind a colon (`front_loaded:3`); those of binding and expected targets, where
        they are to follow another.
    rebased : polars.DataFrame, optional
        Latest values (`REBASED`): ways begin there, and say what must happen each year from then on.
    given : polars.DataFrame, optional
        Values by year (`GIVEN`). Targets that have some follow them whatever the rule.
    weights : polars.DataFrame, optional
        Series by year (`GIVEN`) that the rule `denton` follows.

    Returns
    -------
    polars.DataFrame
        With the columns of `YEARLY`, in the order of the targets.

    Raises
    ------
    UsageError
        If there is no such rule, a column is missing, a target stands twice, or a way that is given misses its goal.
    """
    called = {"binding": binding or rule, "expected": expected or rule, "": rule}
    chosen = {attribute: rule_called(name, "year") for attribute, name in called.items()}
    whole = _refused(targets)
    # In blocks, so that a million targets need no more memory at a time than the result and one block.
    blocks = [whole.slice(first, _BLOCK) for first in range(0, max(whole.height, 1), _BLOCK)]
    return polars.concat([_laid_out(_begun(block, rebased), chosen, given, weights) for block in blocks])


def _laid_out(
    begun: polars.DataFrame,
    chosen: dict[str, Chosen],
    given: polars.DataFrame | None,
    weights: polars.DataFrame | None,
) -> polars.DataFrame:
    """The ways of some targets, with the columns of `YEARLY`."""
    steps = _steps(begun, given, weights)
    if given is not None:
        _refuse_short(steps)
    values = _laid(steps, chosen)
    whole = polars.when("is_whole").then(polars.col("value").round()).otherwise("value")
    # Rows of one target stand together: where the number changes, a way begins.
    same = polars.col("_order") == polars.col("_order").shift()
    before = polars.when(same).then(polars.col("value").shift())
    dated = values.with_columns(value=whole).with_columns(before=polars.coalesce(before, "start"))
    power = rounded(printed_value("value"))
    shown = dated.with_columns(printed=power, step=step_of_year(), share_pct=100 * share_of_way())
    held = polars.col("rule").is_in(["hold", "goal"])
    covered = polars.when(polars.col("rule") == "reached").then(100.0).when(~held).then("share_pct")
    kept = polars.when(~held, polars.col("rule") != "reached").then("step")
    finished = shown.with_columns(share_pct=covered.round_sig_figs(12), step=kept.round_sig_figs(12))
    return finished.select(*YEARLY)


def without_pathway(targets: polars.DataFrame, rebased: polars.DataFrame | None = None) -> polars.DataFrame:
    """The targets that `yearly` cannot lay out (or of which it has the last year only), each with why.

    Returns
    -------
    polars.DataFrame
        Columns `target` and `reason`, a code of `OBSTACLES` or `REASONS`.
    """
    begun = _begun(_refused(targets), rebased)
    return begun.filter(polars.col("reason").is_not_null()).select("target", "reason")


def _refused(targets: polars.DataFrame) -> polars.DataFrame:
    """The targets, refusing a table that is none of targets."""
    missing = [name for name in TARGETS if name not in targets.columns]
    if missing:
        accepted = "the columns of milepost.pathways.model.TARGETS"
        raise UsageError("columns are missing", where="targets", found=", ".join(missing), accepted=accepted)
    if targets["target"].is_duplicated().any():
        found = repr(targets.filter(polars.col("target").is_duplicated())["target"][0])
        raise UsageError("a target stands twice", where="targets", found=found)
    return targets.rechunk().with_row_index("_order")


def _begun(targets: polars.DataFrame, rebased: polars.DataFrame | None) -> polars.DataFrame:
    """The targets with where their ways begin, how they are printed, and why one has none."""
    ends = [polars.col(name).alias(f"_{name}_printed") for name in ("start", "goal")]
    # Digits go by the plan's own figures, wherever the way begins.
    known = (
        targets.with_columns(is_whole(), *ends)
        .with_columns(printed_value("_start_printed"), printed_value("_goal_printed"))
        .with_columns(digits())
    )
    amount = (polars.col("measure") == "sum") & (polars.col("start") == 0)
    known = known.with_columns(
        amount=polars.when(amount & (polars.col("baseline") > 0)).then("baseline"),
        is_held=polars.col("form") == "hold",
        is_reached=polars.lit(False),
    )
    if rebased is not None:
        known = _rebegun(known, rebased)
    is_over = (polars.col("goal_time") <= polars.col("start_time")) & ~polars.col("is_held")
    no_start = polars.col("start").is_null() | polars.col("start_time").is_null()
    reason = (
        polars.when(polars.col("obstacle").is_not_null())
        .then("obstacle")
        .when(polars.col("measure").is_in(["ratio", "margin"]) | (polars.col("form") == "relation"))
        .then(polars.lit("relation"))
        .when(polars.col("goal").is_null() | ~polars.col("form").is_in(["path", "hold"]))
        .then(polars.lit("no_goal"))
        .when(polars.col("goal_time").is_null())
        .then(polars.lit("no_date"))
        .when(is_over)
        .then(polars.lit("over"))
        .when(no_start & ~polars.col("is_held") & ~polars.col("is_reached"))
        .then(polars.lit("no_start"))
    )
    return known.with_columns(reason=reason)


def _rebegun(targets: polars.DataFrame, rebased: polars.DataFrame) -> polars.DataFrame:
    """The targets with their ways begun at the latest values."""
    latest = rebased.select(polars.col(name).cast(kind) for name, kind in REBASED.items()).drop_nulls()
    joined = targets.join(latest.rename({"value": "_latest", "time": "_time"}), on="target", how="left")
    known = polars.col("_latest").is_not_null()
    reached = meets(polars.col("_latest"), comparator=followed_comparator())
    return joined.with_columns(
        is_reached=reached.fill_null(False) & ~polars.col("is_held"),
        amount=polars.when(known).then(None).otherwise("amount"),
        start=polars.coalesce("_latest", "start"),
        start_time=polars.coalesce("_time", "start_time"),
    )


def _steps(
    targets: polars.DataFrame, given: polars.DataFrame | None, weights: polars.DataFrame | None
) -> polars.DataFrame:
    """A row for each target and year that it is laid out over."""
    laid = targets.filter(polars.col("reason").is_null() | (polars.col("reason") == "no_start")).select(_CARRIED)
    last = (polars.col("goal_time") - 1e-6).ceil()
    held_from = polars.coalesce("period_start", polars.col("start_time").floor() + 1, last)
    begins = (polars.col("start_time") + 1e-6).floor() + 1
    is_last_only = polars.col("reason").eq_missing("no_start")
    first = polars.when(is_last_only).then(last).when("is_held").then(held_from).otherwise(begins)
    ranged = laid.with_columns(_first=first.cast(polars.Int32), _last=last.cast(polars.Int32))
    ranged = ranged.with_columns(_first=polars.min_horizontal("_first", "_last").clip(polars.col("_last") - _LONGEST))
    rows = ranged.with_columns(year=polars.int_ranges("_first", polars.col("_last") + 1, dtype=polars.Int32))
    rows = rows.drop("_first", "period_start").explode("year")
    length = polars.col("goal_time") - polars.col("start_time")
    elapsed = ((polars.col("year") - polars.col("start_time")) / length).clip(0, 1)
    rows = rows.with_columns(
        years=length,
        elapsed=polars.when(polars.col("year") == polars.col("_last")).then(1.0).otherwise(elapsed),
        is_log=polars.col("scale") == "log",
    )
    for name, table in (("given", given), ("weight", weights)):
        if table is None:
            rows = rows.with_columns(polars.lit(None, dtype=polars.Float64).alias(name))
        else:
            columns = table.select(polars.col(key).cast(kind) for key, kind in GIVEN.items()).rename({"value": name})
            rows = rows.join(columns, on=["target", "year"], how="left", maintain_order="left")
    return rows


def _laid(steps: polars.DataFrame, chosen: dict[str, Chosen]) -> polars.DataFrame:
    """The steps with `value`, and the `rule` that it came from."""
    fixed = (
        polars.when("is_held")
        .then(polars.lit("hold"))
        .when("is_reached")
        .then(polars.lit("reached"))
        .when(polars.col("reason") == "no_start")
        .then(polars.lit("goal"))
    )
    steps = steps.with_columns(rule=fixed, value=polars.when(fixed.is_not_null()).then("goal"))
    done = [steps.filter(polars.col("rule").is_not_null())]
    open_steps = steps.filter(polars.col("rule").is_null())
    has_given = polars.col("_order").is_in(steps.filter(polars.col("given").is_not_null())["_order"].unique().implode())
    attribute = polars.col("attribute").fill_null("")
    own = polars.when(attribute.is_in(["binding", "expected"])).then(attribute).otherwise(polars.lit(""))
    called = polars.when(has_given).then(polars.lit("given")).otherwise(own)
    rules = {**chosen, "given": rule_called("given", "year")}
    for (key,), rows in open_steps.with_columns(_called=called).partition_by("_called", as_dict=True).items():
        followed = followed_by(rules[str(key)], rows.select(*STEPS))
        laid = rows.drop("_called").with_columns(value=followed, rule=polars.lit(rules[str(key)].rule.name))
        equal = between(polars.col("elapsed"))
        fallen = polars.when(polars.col("value").is_null()).then(polars.lit(_FALLBACK)).otherwise("rule")
        done.append(laid.with_columns(rule=fallen, value=polars.coalesce("value", equal)))
    return polars.concat(done).sort("_order", "year") if len(done) > 1 else done[0]


def _refuse_short(steps: polars.DataFrame) -> None:
    """Raise for a way that is given and ends short of its goal."""
    ends = steps.filter(polars.col("elapsed") == 1).drop_nulls(["given", "start"])
    goal, start, end = polars.col("goal"), polars.col("start"), polars.col("given")
    left = (goal - end) * (goal - start).sign()
    missed = ends.filter(left > _SHORT * (goal - start).abs())
    if not missed.height:
        return
    row = missed.with_columns(printed_value("given"), printed_value("goal")).row(0, named=True)
    raise UsageError(
        "the way that is given ends short of its goal",
        where=f"{row['name'] or row['target']}, {row['year']}",
        found=f"{row['given']:.6g} {row['unit'] or ''}".strip(),
        accepted=f"{row['goal']:.6g} {row['unit'] or ''}".strip(),
    )
