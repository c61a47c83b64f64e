"""Holding: what is to be kept at, above, below or within a bound all the time, judged by its worst year.

For each year since the base the value is held against the comparator itself: at least, more than, at most, less than
the goal; a plain value or a range by the side that is wanted, both ways where none is; 左右 leaves 5 %. The slack of a
year is how far the value lies on the allowed side (negative when it breaks the bound); the worst year is that of the
least slack.

- kept: no year has broken the bound;
- endangered: kept in every year so far, but a straight line through the years so far (at least three, the base
  included) breaks it by the goal's date; or less than 1 % of the goal is left and the value came nearer in the last
  year;
- restored: an earlier year has broken the bound, the latest does not, and only the date was asked for (a target whose
  base already met it; `measure` is neither `worst` nor `margin`);
- broken: a year has broken the bound, the first of which is named; for a target that only asks for its date, the
  latest has.

The rules for what is endangered are ours; none is published.

Statuses: kept is `on_track`, and `reached` once the date has come; endangered and restored `at_risk` (once the date has
come they are kept: nothing can go wrong any more); broken `off_track`: no later year mends what was to hold in each.

Sources: the wording of plans (保持在…以上, 每年不低于); Milepost's meaning of the kind `every_year`: reached when no
year breaks it.
"""

from __future__ import annotations

from typing import Final

import numpy
import polars
from polars import Expr, col, lit, when

from milepost.assessments import pace
from milepost.assessments.arithmetic import reasons, settled, way
from milepost.assessments.bounds import Bounds, bounds_of
from milepost.assessments.model import Method
from milepost.assessments.series import Floats, Points, points_of, predicted
from milepost.assessments.thresholds import HAIR
from milepost.checks.model import Words

METHOD = Method(
    name="holding",
    title=Words("全期保持（以最差年份判断）", "held all the time, by the worst year"),
    source="the wording of plans (保持在…以上, 每年不低于)",
    formula="slack of each year = distance from the bound on the allowed side; the worst year decides",
    labels={
        "kept": (Words("持续保持", "kept"), "on_track"),
        "endangered": (Words("逼近限值", "close to the limit"), "at_risk"),
        "restored": (Words("曾未达标、现已恢复", "missed before, kept again"), "at_risk"),
        "broken": (Words("未能保持", "not kept"), "off_track"),
    },
    figures={
        "worst": Words("最差年份的值", "value of the worst year"),
        "worst_time": Words("最差年份", "the worst year"),
        "broken_time": Words("首次未达标年份", "first year that broke the bound"),
        "years_seen": Words("有数据的年数", "years with data"),
        "projected": Words("按趋势推算的期末值", "value at the goal's date if the trend goes on"),
    },
    forms=("hold",),
)

CLOSE: Final = 0.01
"""Part of the goal within which a value that is coming nearer to it is endangered."""
FEWEST: Final = 3
"""Years that a trend needs."""


def judge(cases: polars.DataFrame) -> polars.DataFrame:
    """Judge each case; see the module's docstring.

    Parameters
    ----------
    cases : polars.DataFrame
        Columns of `milepost.assessments.model.CASES`. Of the series, the points after `base_time` count (all where it
        is null); a case without a series is judged by its latest value.

    Returns
    -------
    polars.DataFrame
        Columns of OUTCOME (`value` is the slack of the worst year, in the unit of the values), then `worst` and
        `projected` (the same unit), `worst_time` and `broken_time` (years) and `years_seen`.

    >>> from milepost.assessments.model import cases
    >>> judge(cases([{"form": "hold", "measure": "worst", "comparator": "ge", "goal": 95, "base_time": 2020,
    ...     "times": [2021, 2022], "values": [94, 96], "current": 96, "current_time": 2022}])).select(
    ...     "value", "label", "broken_time").row(0)
    (-1.0, 'broken', 2021.0)
    """
    # Series are unfolded only where a bound is to be held.
    held = (col("form") == "hold").fill_null(value=True)
    folded = ("times", "values", "base", "current")
    figures = _figures(cases.with_columns(when(held).then(name).alias(name) for name in folded))
    frame = pace.with_due(way(cases, "measure")).with_columns(*figures).with_columns(reason=_reason())
    frame = frame.with_columns(label=when(col("years_seen") > 0).then(_label()))
    # What is kept so far is reached only at the end, and whether it is kept this method says itself.
    unbroken = (col("label") != "broken") & col("due")
    return settled(frame.with_columns(reached=unbroken.fill_null(value=False)), METHOD)


def _figures(cases: polars.DataFrame) -> list[polars.Series]:
    bounds = bounds_of(cases)
    every = points_of(cases.select("times", "values", "base", "base_time", "current", "current_time"))
    start = cases.get_column("base_time").fill_null(-numpy.inf).to_numpy()
    since = every.chosen(every.time > every.at(start) + HAIR)
    slack = bounds.of(since.row).slack(since.value)
    broken = since.chosen(bounds.of(since.row).broken(since.value))
    least = since.lowest(slack)
    worst = since.chosen(slack <= since.at(least))
    worst_time = worst.lowest(worst.time)
    worst_value = worst.lowest(numpy.where(worst.time == worst.at(worst_time), worst.value, numpy.inf))
    until = cases.get_column("goal_time").to_numpy()
    projected = numpy.where(every.count() >= FEWEST, predicted(every, until), numpy.nan)
    named = {
        "value": least,
        "worst": worst_value,
        "worst_time": worst_time,
        "broken_time": broken.lowest(broken.time),
        "years_seen": since.count(),
        "projected": projected,
    }
    figures = [polars.Series(name, figure, nan_to_null=True) for name, figure in named.items()]
    return [*figures, *_flags(bounds, since, projected)]


def _flags(bounds: Bounds, since: Points, projected: Floats) -> list[polars.Series]:
    """Whether the latest year breaks the bound, and whether the bound is endangered."""
    last, before = since.before_last(0)[1], since.before_last(1)[1]
    with numpy.errstate(invalid="ignore"):
        ends = bounds.ends()
        nearer = bounds.slack(last) < bounds.slack(before) - HAIR * ends
        close = bounds.slack(last) < CLOSE * ends
        endangered = bounds.broken(projected) | (nearer & close)
    return [polars.Series("latest_broken", bounds.broken(last)), polars.Series("endangered", endangered)]


def _reason() -> Expr:
    return reasons(
        (col("form").is_not_null() & (col("form") != "hold"), "form_differs"),
        (col("goal").is_null(), "no_goal"),
        (col("years_seen") == 0, "no_current"),
    )


def _label() -> Expr:
    each_year = col("measure").is_in(["worst", "margin"]).fill_null(value=False)
    ever = col("broken_time").is_not_null()
    due = col("due").fill_null(value=False)
    return (
        when(col("latest_broken") | (each_year & ever))
        .then(lit("broken"))
        .when(due)
        .then(lit("kept"))
        .when(ever)
        .then(lit("restored"))
        .when(col("endangered"))
        .then(lit("endangered"))
        .otherwise(lit("kept"))
    )
