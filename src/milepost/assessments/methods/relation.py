"""Held against another series: whether the growth of one keeps to that of the other (与经济增长同步, 高于 GDP 增长).

What is followed is the series' own index by that of the other, base 1. Its yearly lead v = (c / b) ** (1 / s) − 1 says
by how much faster the series grew a year; 0.01 is about one percentage point. With the tolerance τ (default 0.5 a
hundredth a year; the practice of national evaluations calls such growth 基本同步, and prints no bound):

| asked for | kept | slightly off | off |
|---|---|---|---|
| faster (gt), not slower (ge) | v > 0, v ≥ 0 | v ≥ −τ | below |
| slower (lt), not faster (le) | v < 0, v ≤ 0 | v ≤ τ | above |
| in step (approx, eq) | within ±τ, or on the wanted side | within ±2 τ | beyond |

Where a rise is wanted, what grows faster than "in step" asks is kept too; where a fall is wanted, what grows slower.

Statuses: kept is `on_track`, and `reached` once the goal's date has come; slightly off `at_risk`, or `off_track` when
the date has come; off `off_track`.

Source: the wording of the Chinese plans' main goals; the tolerance is ours.
"""

from __future__ import annotations

import polars
from polars import Expr, col, lit, when

from milepost.assessments import pace
from milepost.assessments.arithmetic import growth, reasons, settled, way
from milepost.assessments.model import Method
from milepost.assessments.thresholds import HAIR, IN_STEP, above, at_least
from milepost.checks.model import Words

METHOD = Method(
    name="relation",
    title=Words("与参照指标比较", "held against another series"),
    source="the wording of plans (同步, 高于); tolerance of half a percentage point a year",
    formula="v = (own index / the other's index) ** (1 / years) − 1",
    labels={
        "kept": (Words("符合要求", "kept"), "on_track"),
        "slightly_off": (Words("略有偏离", "slightly off"), "at_risk"),
        "off": (Words("偏离要求", "off"), "off_track"),
    },
    figures={"index": Words("相对指数（基期为1）", "own index by the other's, base 1")},
    forms=("relation",),
)

def judge(cases: polars.DataFrame, *, tolerance: float = IN_STEP) -> polars.DataFrame:
    """Judge each case; see the module's docstring.

    Parameters
    ----------
    cases : polars.DataFrame
        Columns of `milepost.assessments.model.CASES`: `current` is the relative index, `base` its start (1).
    tolerance : float, optional
        Another lead a year within which two series are in step.

    Returns
    -------
    polars.DataFrame
        Columns of OUTCOME (`value` is the lead a year, a rate of 1), then `index` (base 1).

    >>> from milepost.assessments.model import cases
    >>> judge(cases([{"form": "relation", "comparator": "gt", "base": 1, "base_time": 2020, "current": 1.02,
    ...     "current_time": 2022}])).select(polars.col("value").round(4), "label", "status").row(0)
    (0.01, 'kept', 'on_track')
    """
    frame = pace.with_due(way(cases))
    frame = frame.with_columns(
        index=col("current") / col("base"), value=growth(col("base"), col("current"), col("span")), reason=_reason()
    )
    # An amount below zero that grows falls.
    frame = frame.with_columns(lead=when(_side() < 0).then(-col("value")).otherwise(col("value")) * col("sign"))
    frame = frame.with_columns(label=_label(tolerance))
    # What is kept so far is reached only at the end, and whether it is kept this method says itself.
    frame = frame.with_columns(reached=((col("label") == "kept") & col("due")).fill_null(value=False))
    return settled(frame, METHOD)


def _side() -> Expr:
    """+1 where the series is to grow faster than the other, −1 slower, 0 neither."""
    comparator = col("comparator")
    stated = when(comparator.is_in(["gt", "ge"])).then(lit(1)).when(comparator.is_in(["lt", "le"])).then(lit(-1))
    return stated.otherwise(col("direction").fill_null(0))


def _reason() -> Expr:
    known = col("comparator").is_in(["gt", "ge", "lt", "le", "approx", "eq"]).fill_null(value=False)
    return reasons(
        (col("form").is_not_null() & (col("form") != "relation"), "form_differs"),
        (col("current").is_null(), "no_current"),
        (col("current_time").is_null(), "no_current_time"),
        (col("base").is_null(), "no_base"),
        (col("base_time").is_null(), "no_base_time"),
        (col("span") <= 0, "no_time_gone"),
        (~known, "no_direction"),
        (col("base") == 0, "base_zero"),
        (col("current") / col("base") < 0, "sign_changes"),
    )


def _label(tolerance: float) -> Expr:
    lead = col("lead")
    in_step = col("comparator").is_in(["approx", "eq"])
    near = (lead.abs() <= tolerance + HAIR) | (at_least(lead, -tolerance) & (_side() != 0))
    kept = (
        when(in_step)
        .then(near)
        .when(col("comparator").is_in(["gt", "lt"]))
        .then(above(lead, 0.0))
        .otherwise(at_least(lead, 0.0))
    )
    almost = (
        when(in_step & (_side() == 0))
        .then(lead.abs() <= 2 * tolerance + HAIR)
        .when(in_step)
        .then(at_least(lead, -2 * tolerance))
        .otherwise(at_least(lead, -tolerance))
    )
    return when(kept).then(lit("kept")).when(almost).then(lit("slightly_off")).when(lead.is_not_null()).then(lit("off"))
