"""UNESCAP: current status index (what was gained so far) and anticipated progress (what will lack at the goal's date).

Current status CS = D · (c − b) / |T − b| with D = +10 where a rise is wanted and −10 where a fall is; for parity and
what else is to come close to a value, CS = 10 − 10 · |T − c| / |T − b|. 10 is the goal, negative a regression.

Anticipated progress: a straight line is fitted to the series by least squares, recent years heavier, at least two
points, and prolonged to the goal's date, value p; gap = |T − p| / |T − b| · 100 %, 0 where p meets the goal. Above
100 % the value moves away from where it started.

The weights are not printed in the technical notes, which say only that recent data count more. Here a point counts
half of one five years later, 2 ** (−(t_last − t) / 5). The base is that of the case (UNESCAP: 2015, formerly 2000).

Classes are those of UNESCAP's dashboard: maintain progress, accelerate, reverse the trend. Its cut point between the
first two was not found either; a gap of 10 % is taken. `accelerate` is cut once more at a gap of 40 %, since six tenths
of the way is where Eurostat parts moderate from insufficient progress.

Statuses: maintain is `on_track`, `reached` when the goal is met; accelerate `at_risk`; accelerate strongly `off_track`;
reverse `moving_away`. Better data can steepen the line or flatten it only in its own direction, so that a better latest
value never gets a worse status.

Sources: ESCAP, Asia and the Pacific SDG Progress Report, technical notes; UNECE, technical notes on the progress
assessment, 2022 and 2023; for parity a public implementation of UNICEF.
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
from milepost.assessments.series import predicted as predicted_on_line
from milepost.assessments.thresholds import HAIR
from milepost.checks.model import Words

METHOD = Method(
    name="unescap",
    title=Words("联合国亚太经社会现状指数与预期进展", "UNESCAP current status and anticipated progress"),
    source="ESCAP, Asia and the Pacific SDG Progress Report, technical notes; UNECE, technical notes 2022 and 2023",
    formula="CS = ±10 (c − b) / |T − b|; gap = |T − p| / |T − b|, p on a time-weighted line at the goal's date",
    labels={
        "maintain": (Words("保持势头", "maintain progress"), "on_track"),
        "accelerate": (Words("须加快", "accelerate progress"), "at_risk"),
        "accelerate_strongly": (Words("须大幅加快", "accelerate progress strongly"), "off_track"),
        "reverse": (Words("须扭转趋势", "reverse the trend"), "moving_away"),
    },
    figures={
        "gap": Words("预期差距（%）", "anticipated gap, percent of the way"),
        "predicted": Words("目标年预测值", "value predicted for the goal's date"),
    },
)

HALVED: Final = 5.0
"""Years after which a point counts half as much."""
MAINTAIN, ACCELERATE, REVERSE = 10.0, 40.0, 100.0
"""Gaps, in percent of the way, above which progress must be accelerated, strongly, and the trend reversed."""


def judge(cases: polars.DataFrame, *, predicted: Series | None = None) -> polars.DataFrame:
    """Judge each case; see the module's docstring.

    Parameters
    ----------
    cases : polars.DataFrame
        Columns of `milepost.assessments.model.CASES`; a case without a series is judged by its base and latest value.
    predicted : Series, optional
        Values predicted for the goal's date by other means, in place of those on the line.

    Returns
    -------
    polars.DataFrame
        Columns of OUTCOME (`value` is the current status index), then `gap` (percent) and `predicted`.

    >>> from milepost.assessments.model import cases
    >>> judge(cases([{"direction": 1, "base": 50, "base_time": 2015, "current": 70, "current_time": 2023, "goal": 90,
    ...     "goal_time": 2030}])).select("value", polars.col("gap").round(2), "label").row(0)
    (5.0, 6.25, 'maintain')
    """
    ahead = _predicted(cases) if predicted is None else predicted
    frame = way(cases).with_columns(lit(ahead).alias("predicted"), parity=pace.two_sided())
    frame = frame.with_columns(value=current_status(), gap=gap(), reason=_reason())
    return settled(frame.with_columns(label=_label()), METHOD)


def _predicted(cases: polars.DataFrame) -> Series:
    points = points_of(cases)
    last = points.before_last(0)[0]
    weights = numpy.exp2((points.time - points.at(last)) / HALVED)
    until = cases.get_column("goal_time").to_numpy()
    return Series("predicted", predicted_on_line(points, until, weights), nan_to_null=True)


def current_status() -> Expr:
    """The current status index, of the columns `base`, `current`, `aim`, `wanted` and `parity`."""
    whole = (col("aim") - col("base")).abs()
    directed = 10 * col("wanted") * (col("current") - col("base")) / whole
    return finite(when(col("parity")).then(10 - 10 * (col("aim") - col("current")).abs() / whole).otherwise(directed))


def gap() -> Expr:
    """The anticipated gap in percent, of the columns `predicted`, `base`, `aim`, `goal_high`, `wanted` and `parity`."""
    ahead = col("wanted") * (col("predicted") - col("aim"))
    within = col("predicted").is_between("goal", "goal_high").fill_null(value=False)
    met = (~col("parity") & (ahead >= -HAIR * (col("aim") - col("base")).abs())) | within
    lacking = (col("aim") - col("predicted")).abs() / (col("aim") - col("base")).abs() * 100
    return finite(when(met).then(lit(0.0)).otherwise(lacking))


def _reason() -> Expr:
    return pace.reasons_unless_met(
        (col("current").is_null(), "no_current"),
        (col("goal").is_null(), "no_goal"),
        (col("base").is_null(), "no_base"),
        (~col("lost") & ((col("aim") == col("base")) | col("wanted").is_null()), "goal_is_base"),
        (~col("lost") & col("goal_time").is_null(), "no_goal_time"),
        (~col("lost") & col("predicted").is_null(), "series_too_short"),
    )


def _label() -> Expr:
    return (
        when(col("reached"))
        .then(lit("maintain"))
        .when(col("lost") | (col("gap") > REVERSE + HAIR))
        .then(lit("reverse"))
        .when(col("gap") > ACCELERATE + HAIR)
        .then(lit("accelerate_strongly"))
        .when(col("gap") > MAINTAIN + HAIR)
        .then(lit("accelerate"))
        .when(col("gap").is_not_null())
        .then(lit("maintain"))
    )
