"""Probability: the chance that the goal is reached by its date, from a calibrated forecast of the series.

The series behind the case (the value itself, the flows of a sum, the rates of an index) is forecast with the default
combination of Milepost, whose intervals are calibrated on many series of which the future is known. The chance is the
part of what may come that satisfies the target: at its date for a level, a change or a relation; for a sum with what
has been added up so far; for compounded rates along whole paths; for what must hold in each year, the part of the paths
on which no year to come breaks it (0 where one already has). In step (同步) is half a percentage point a year.

Classes, with the chance p: likely from 0.8, more likely than not from 0.5, less likely than not above 0.2, unlikely at
0.2 and below (`likely` and `unlikely` can be set). A goal whose date has come has the chance 1 or 0.

What it would take: the yearly pace that brings the middle of what may come so far that the chance is 50 % or 80 %; and
the last year at whose end a turn to the fastest pace that the series ever kept (over three years) is still in time.

Statuses: `likely` is `on_track`, `more_likely` and `less_likely` `at_risk`, `unlikely` `off_track`; a goal that is met
is `reached`, whatever the chance that it will still be met at its date.

A better latest value raises the middle of the forecast, but a jump also makes the future less sure, so that better is
not always likelier; `monotone` is not promised.

Sources: the chance P(X ≥ T) of a predictive distribution; methods of forecasting and their calibration, see
`milepost.forecasts`; the words follow the usual verbal scales of likelihood (IPCC, guidance note on uncertainty, 2010:
"more likely than not" above 50 %), the cut points of 80 % and 20 % are ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars
from polars import Expr, col, when

from milepost.assessments.arithmetic import settled, way
from milepost.assessments.chances import TOLD, chances
from milepost.assessments.model import Method
from milepost.assessments.needed import needed
from milepost.assessments.thresholds import HAIR, graded
from milepost.checks.model import Words

METHOD = Method(
    name="probability",
    title=Words("实现概率法", "probability of reaching"),
    source="predictive distributions calibrated on public yearly series; cut points of 80 % and 20 %",
    formula="P(what is followed satisfies the target at its date), from the forecast's distribution or whole paths",
    labels={
        "likely": (Words("把握较大", "likely"), "on_track"),
        "more_likely": (Words("实现的可能性过半", "more likely than not"), "at_risk"),
        "less_likely": (Words("实现的可能性不足一半", "less likely than not"), "at_risk"),
        "unlikely": (Words("把握不大", "unlikely"), "off_track"),
    },
    figures={
        "middle": Words("目标年预测中值", "middle of what may come at the date"),
        "low80": Words("目标年预测区间下限（80%）", "lower end of what may come (80 %)"),
        "high80": Words("目标年预测区间上限（80%）", "upper end of what may come (80 %)"),
        "pace_even": Words("有五成把握所需的年均变化", "change a year for an even chance"),
        "pace_likely": Words("有八成把握所需的年均变化", "change a year for a chance of 80 %"),
        "fastest": Words("历史上保持过的最快年均变化", "fastest change a year that was ever kept"),
        "last_turn": Words("最迟须在该年末前加快", "last year at whose end a turn is still in time"),
        "points": Words("预测所依据的年数", "years that the forecast rests on"),
    },
    forms=("path", "hold", "relation"),
    monotone=False,
)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Cut points of the chance."""

    likely: float = 0.8
    unlikely: float = 0.2


DEFAULTS: Final = Thresholds()
EVEN: Final = 0.5
_INTERVAL: Final = {"middle": 0.5, "low80": 0.1, "high80": 0.9}


def judge(cases: polars.DataFrame, *, thresholds: Thresholds = DEFAULTS) -> polars.DataFrame:
    """Judge each case; see the module's docstring.

    Parameters
    ----------
    cases : polars.DataFrame
        Columns of `milepost.assessments.model.CASES`.
    thresholds : Thresholds, optional
        Other cut points.

    Returns
    -------
    polars.DataFrame
        Columns of OUTCOME (`value` is the chance, 0 to 1), then `middle`, `low80`, `high80` (of what is followed, in
        its unit), `pace_even`, `pace_likely`, `fastest` (amounts a year, rates where changes compound), `last_turn`
        (a year), `points` (a number).

    >>> from milepost.assessments.model import cases
    >>> judge(cases([{"base": 50, "base_time": 2020, "current": 58, "current_time": 2024, "goal": 58.2, "direction": 1,
    ...     "goal_time": 2025, "times": [2020, 2021, 2022, 2023, 2024], "values": [50, 52, 54, 56, 58]},
    ...     {"base": 50, "base_time": 2020, "current": 50.5, "current_time": 2024, "goal": 60, "direction": 1,
    ...     "goal_time": 2025, "times": [2020, 2021, 2022, 2023, 2024], "values": [50, 50.5, 50.2, 50.1, 50.5]}])
    ...     ).select("label", "status").rows()
    [('likely', 'on_track'), ('unlikely', 'off_track')]
    """
    found = chances(cases)
    takes = needed(cases, found)
    frame = way(cases, "measure").with_columns(
        polars.Series("value", found.chance, nan_to_null=True),
        polars.Series("_reason", found.reason),
        *(polars.Series(name, found.told[:, TOLD.index(level)], nan_to_null=True) for name, level in _INTERVAL.items()),
        *(polars.Series(name, figures, nan_to_null=True) for name, figures in takes.items()),
        points=polars.Series(found.series.count.astype(float)),
    )
    on_the_way = (col("form") == "path") | col("form").is_null()
    frame = frame.with_columns(
        reached=when(on_the_way).then("reached").otherwise(col("due") & (col("value") > EVEN)).fill_null(value=False)
    )
    frame = frame.with_columns(
        reason=when(~col("reached")).then("_reason"), label=when(col("value").is_not_null()).then(_label(thresholds))
    )
    return settled(frame, METHOD)


def _label(cuts: Thresholds) -> Expr:
    return graded(
        col("value"),
        [("likely", cuts.likely), ("more_likely", EVEN), ("less_likely", cuts.unlikely + 2 * HAIR)],
        "unlikely",
    )
