"""Required pace: the yearly pace so far against the pace that is needed from here.

With v the yearly change so far and w the one needed from here until the goal's date (amounts on the linear scale,
compound rates where changes compound), the ratio v / w decides. At the present pace the goal is reached (T − c) / v
years after the latest value, or ln(T / c) / ln(1 + v) where changes compound.

Classes: from v / w = 0.95 sufficient, from 0.6 to be sped up, below to be sped up strongly (by two thirds and more);
below 0 the value moves away. The cut points are those that Eurostat sets for the ratio of observed to required growth;
none is published for this one. What was not reached by its date is overdue: no pace is left that would do.

This ratio grows harsher toward the date than that of `time_progress`: a small lag must be made up in little time.

Statuses: reached `reached`; sufficient `on_track`; to be sped up `at_risk`; to be sped up strongly and overdue
`off_track`; the wrong direction `moving_away`.

Sources: the pace needed is that of the Chinese energy-saving targets (Qinghai Bureau of Statistics, 2009: 6.59 % a year
in the last two years); thresholds after Eurostat, monitoring report on the SDGs, annex on method.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars
from polars import Expr, col, lit, when

from milepost.assessments import pace
from milepost.assessments.arithmetic import finite, settled, way
from milepost.assessments.model import Method
from milepost.assessments.thresholds import HAIR, graded
from milepost.checks.model import Words

METHOD = Method(
    name="required_pace",
    title=Words("所需进度法", "required pace"),
    source="Qinghai Bureau of Statistics, 2009, for the pace needed; cut points after Eurostat",
    formula="v / w: yearly pace so far against the yearly pace needed from here (rates where changes compound)",
    labels={
        "reached": (Words("已达到目标", "reached"), "reached"),
        "sufficient": (Words("现有进度可如期完成", "pace sufficient"), "on_track"),
        "faster_needed": (Words("须加快", "to be sped up"), "at_risk"),
        "much_faster_needed": (Words("须大幅加快", "to be sped up strongly"), "off_track"),
        "overdue": (Words("到期未完成", "overdue"), "off_track"),
        "moving_away": (Words("背离目标", "moving away"), "moving_away"),
    },
    figures={
        "pace": Words("已实现年均变化", "change a year so far"),
        "pace_needed": Words("今后年均需变化", "change a year needed from here"),
        "still_needed": Words("尚需变化量（按复合增速计的为变化率）", "change still needed: an amount, or a rate"),
        "years_needed": Words("按现有进度尚需年数", "years until the goal at the present pace"),
        "reached_time": Words("按现有进度完成的年份", "when the goal is reached at the present pace"),
    },
)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Cut points of the ratio of the pace so far to the pace needed."""

    sufficient: float = 0.95
    faster: float = 0.6


DEFAULTS: Final = Thresholds()
FARTHEST: Final = 100.0
"""Years beyond which no year of reaching the goal is named: a straight line says nothing so far ahead."""


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
        Columns of OUTCOME (`value` is the ratio of the paces), then `pace`, `pace_needed`, `still_needed` (in the unit
        of the values, or rates of 1), `years_needed` (years) and `reached_time` (a year).

    >>> from milepost.assessments.model import cases
    >>> judge(cases([{"base": 50, "base_time": 2020, "current": 54, "current_time": 2022, "goal": 60,
    ...     "goal_time": 2025}])).select("value", "label", "reached_time").row(0)
    (1.0, 'sufficient', 2025.0)
    """
    frame = pace.with_due(way(cases)).with_columns(
        pace=pace.pace(),
        pace_needed=pace.pace_needed(),
        still_needed=pace.still_needed(),
        reason=pace.reasons_unless_met(*pace.lacks_way(), *pace.lacks_times()),
    )
    frame = frame.with_columns(
        value=finite(when(~col("reached") & ~col("started")).then(col("pace") / col("pace_needed"))),
        years_needed=_years_needed(),
    )
    frame = frame.with_columns(reached_time=col("current_time") + col("years_needed"), label=_label(thresholds))
    return settled(frame, METHOD)


def _years_needed() -> Expr:
    rate = (col("aim") / col("current")).log() / (1 + col("pace")).log()
    years = when(pace.compounding()).then(rate).otherwise((col("aim") - col("current")) / col("pace"))
    # A pace of nothing never gets there; one in the wrong direction would have in the past.
    return when(~col("reached") & (years > 0) & (years <= FARTHEST)).then(finite(years))


def _label(cuts: Thresholds) -> Expr:
    steps = [("sufficient", cuts.sufficient), ("faster_needed", cuts.faster)]
    wrong = (pace.share_of_way() < -HAIR) | (col("value") < -HAIR) | col("lost")
    return (
        when(col("reached"))
        .then(lit("reached"))
        .when(wrong)
        .then(lit("moving_away"))
        .when(col("due").fill_null(value=False))
        .then(lit("overdue"))
        .otherwise(graded(col("value"), steps, "much_faster_needed"))
    )
