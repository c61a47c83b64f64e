"""Time-proportional progress (时间进度法): the share of the way gone against the share of the time gone.

The norm of mid-term evaluations in China. With p the share of the way and t the share of the time from base to goal,
the ratio r = p / t decides. On the linear scale p = (c − b) / (T − b); where changes compound (reductions, average
growth) p = ln(c / b) / ln(T / b), which for a fall of D out of T is ln(1 − D) / ln(1 − T). The schedule for a plan of
five years is 20, 40, 60, 80 and 100 % of the task by the end of each year.

Classes and default thresholds (`Thresholds`). The words are the national ones (提前实现, 快于预期, 基本符合预期, 滞后);
**no numeric rule for them is published**, so these are ours: from r = 1.1 faster than expected, from 0.9 as expected,
from 0.6 behind, below far behind; a value that went the wrong way by more than 1 % of the way moves away. A goal that
is met is reached early, or achieved once its date has come; one that is not by its date is missed.

Edges: where the base meets the goal already there is no way to go: reached while it holds, moving away when it no
longer does. Over-fulfilment is a plain ratio, (c − T) / (T − b), on both scales. Without a base, only what is still
needed is given.

Statuses: early and achieved are `reached`; faster and as expected `on_track`; behind `at_risk`; far behind, which at
its pace gets less than six tenths of the way, and missed `off_track`; moving away `moving_away`.

Sources: Qinghai Bureau of Statistics (2009), on the completion of energy-saving targets; National Development and
Reform Commission, yearly assessments of energy intensity (schedule of the 12th plan; announcement No. 9 of 2011 for
over-fulfilment); State Council, mid-term evaluation of the 14th plan (2023) for the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars
from polars import Expr, col, lit, when

from milepost.assessments import pace
from milepost.assessments.arithmetic import settled, way
from milepost.assessments.model import Method
from milepost.assessments.thresholds import HAIR, graded
from milepost.checks.model import Words

METHOD = Method(
    name="time_progress",
    title=Words("时间进度法", "time-proportional progress"),
    source="Qinghai Bureau of Statistics, 2009; NDRC, yearly assessments; State Council, mid-term evaluation, 2023",
    formula="r = share of the way / share of the time; the way is linear, or ln(c/b) / ln(T/b) where changes compound",
    labels={
        "early": (Words("提前实现", "reached early"), "reached"),
        "achieved": (Words("如期实现", "reached by its date"), "reached"),
        "faster": (Words("快于预期", "faster than expected"), "on_track"),
        "as_expected": (Words("基本符合预期", "largely as expected"), "on_track"),
        "behind": (Words("滞后", "behind"), "at_risk"),
        "far_behind": (Words("明显滞后", "far behind"), "off_track"),
        "missed": (Words("未完成", "missed"), "off_track"),
        "moving_away": (Words("背离目标", "moving away"), "moving_away"),
    },
    figures={
        "time_share": Words("时间进度", "share of the time gone"),
        "ratio": Words("完成进度与时间进度之比", "share of the way against share of the time"),
        "over_fulfilment": Words(
            "超额完成幅度（为负则为差额）", "over-fulfilment as a part of the task; negative when lacking"
        ),
        "still_needed": Words("尚需变化量（按复合增速计的为变化率）", "change still needed: an amount, or a rate"),
        "pace": Words("已实现年均变化", "change a year so far"),
        "pace_needed": Words("今后年均需变化", "change a year needed from here"),
    },
)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Cut points of the ratio r, and of the share of the way (negative) from which a value moves away."""

    faster: float = 1.1
    as_expected: float = 0.9
    behind: float = 0.6
    away: float = -0.01


DEFAULTS: Final = Thresholds()


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
        Columns of OUTCOME (`value` is the share of the way), then `time_share` and `ratio` (shares of 1),
        `over_fulfilment` (a part of 1), `still_needed`, `pace` and `pace_needed` (in the unit of the values, or rates).

    >>> from milepost.assessments.model import cases
    >>> judge(cases([{"scale": "log", "base": 1, "base_time": 2020, "current": 1 - 0.073, "current_time": 2023,
    ...     "goal": 1 - 0.135, "goal_time": 2025}])).select(polars.col("value").round(4), "label", "status").row(0)
    (0.5227, 'behind', 'at_risk')
    """
    frame = pace.with_due(way(cases)).with_columns(
        value=pace.share_of_way(),
        time_share=time_share(),
        over_fulfilment=pace.over_fulfilment(),
        still_needed=pace.still_needed(),
        pace=pace.pace(),
        pace_needed=pace.pace_needed(),
        reason=pace.reasons_unless_met(*pace.lacks_way(), *pace.lacks_times()),
    )
    frame = frame.with_columns(ratio=when(col("time_share") > 0).then(col("value") / col("time_share")))
    return settled(frame.with_columns(label=_label(thresholds)), METHOD)


def time_share() -> Expr:
    """Share of the time from base to goal that is gone by the latest value: 0 to 1."""
    return when(col("horizon") > 0).then((col("span") / col("horizon")).clip(0, 1))


def _label(cuts: Thresholds) -> Expr:
    steps = [("faster", cuts.faster), ("as_expected", cuts.as_expected), ("behind", cuts.behind)]
    return (
        when(col("reached") & col("due").fill_null(value=False))
        .then(lit("achieved"))
        .when(col("reached"))
        .then(lit("early"))
        .when(col("lost") | (col("value") < cuts.away - HAIR))
        .then(lit("moving_away"))
        .when(col("due").fill_null(value=False) & col("value").is_not_null())
        .then(lit("missed"))
        .otherwise(graded(col("ratio"), steps, "far_behind"))
    )
