"""Destatis: the weather symbols of the German sustainable development strategy.

The mean yearly change over the last five years (six points) is prolonged in a straight line from the latest value c to
the goal's date, value p. What lacks then, m = (T − p) / (T − c), decides: less than 5 %, or reached, sun; 5 to 20 % sun
with cloud; more than 20 % cloud; a change in the wrong direction thunderstorm. No change at all is not in the wrong
direction: it lacks 100 %, cloud.

The last six points must span five years: a series with gaps or of fewer points is not judged, as in the source.

Statuses: sun is `on_track`, `reached` when the goal is met; sun with cloud, right direction but not all of the way,
`at_risk`; cloud `off_track`; thunderstorm `moving_away`.

Better latest values never get a worse symbol: they raise the change and shorten what is left.

Source: Federal Statistical Office of Germany, "Sustainable Development in Germany", method of the status symbols, as
restated by the indicator pages of Vanuatu's national sustainable development plan.
"""

from __future__ import annotations

from typing import Final

import numpy
import polars
from polars import Expr, Series, col, lit, when

from milepost.assessments import pace
from milepost.assessments.arithmetic import finite, settled, way
from milepost.assessments.model import Method
from milepost.assessments.series import points_of
from milepost.assessments.thresholds import HAIR, at_least
from milepost.checks.model import Words

METHOD = Method(
    name="destatis",
    title=Words("德国联邦统计局天气符号法", "Destatis weather symbols"),
    source="Federal Statistical Office of Germany, Sustainable Development in Germany, status symbols",
    formula="m = (goal − projected) / (goal − latest), projected by the mean yearly change of the last five years",
    labels={
        "sun": (Words("晴", "sun"), "on_track"),
        "sun_with_cloud": (Words("晴间多云", "sun with cloud"), "at_risk"),
        "cloud": (Words("多云", "cloud"), "off_track"),
        "thunderstorm": (Words("雷雨", "thunderstorm"), "moving_away"),
    },
    figures={
        "annual_change": Words("近五年年均变化", "mean yearly change over the last five years"),
        "projected": Words("目标年推算值", "value projected for the goal's date"),
    },
)

YEARS: Final = 5
SUN: Final = 0.05
CLOUD: Final = 0.2
"""Shares lacking from which the sun has clouds, and beyond which there is cloud only."""


def judge(cases: polars.DataFrame) -> polars.DataFrame:
    """Judge each case; see the module's docstring.

    Parameters
    ----------
    cases : polars.DataFrame
        Columns of `milepost.assessments.model.CASES`.

    Returns
    -------
    polars.DataFrame
        Columns of OUTCOME (`value` is the share that will lack, negative for what is exceeded), then `annual_change`
        and `projected` in the unit of the values.

    >>> from milepost.assessments.model import cases
    >>> judge(cases([{"direction": 1, "current": 65, "current_time": 2020, "goal": 80, "goal_time": 2030,
    ...     "times": list(range(2015, 2021)), "values": [60, 61, 62, 63, 64, 65]}])).select("projected", "label").row(0)
    (75.0, 'cloud')
    """
    frame = way(cases).with_columns(lit(_annual_change(cases)).alias("annual_change"))
    wrong = col("wanted") * col("annual_change") < 0
    left = (col("goal_time") - col("current_time")).clip(0, None)
    frame = frame.with_columns(projected=col("current") + left * col("annual_change"), wrong=wrong)
    lacking = (col("aim") - col("projected")) / (col("aim") - col("current"))
    frame = frame.with_columns(value=when(~col("reached") & ~wrong).then(finite(lacking)), reason=_reason())
    return settled(frame.with_columns(label=_label()), METHOD)


def _annual_change(cases: polars.DataFrame) -> Series:
    points = points_of(cases.select("times", "values"))
    last_time, last = points.before_last(0)
    first_time, first = points.before_last(YEARS)
    five_years = numpy.abs(last_time - first_time - YEARS) < 1e-6
    return Series("annual_change", numpy.where(five_years, (last - first) / YEARS, numpy.nan), nan_to_null=True)


def _reason() -> Expr:
    return pace.reasons_unless_met(
        (col("current").is_null(), "no_current"),
        (col("current_time").is_null(), "no_current_time"),
        (col("goal").is_null(), "no_goal"),
        (col("goal_time").is_null(), "no_goal_time"),
        (col("wanted").is_null(), "no_direction"),
        (col("annual_change").is_null(), "six_years_needed"),
    )


def _label() -> Expr:
    value = col("value")
    return (
        when(col("reached"))
        .then(lit("sun"))
        .when(col("wrong"))
        .then(lit("thunderstorm"))
        .when(value > CLOUD + HAIR)
        .then(lit("cloud"))
        .when(at_least(value, SUN))
        .then(lit("sun_with_cloud"))
        .when(value.is_not_null())
        .then(lit("sun"))
    )
