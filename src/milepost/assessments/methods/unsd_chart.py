"""United Nations Statistics Division, progress chart of 2022: the trend class by the ratio of growth rates.

With a goal the ratio of the observed yearly growth to the required one (compound rates, in the wanted direction): above
0.95 on track, from 0.5 fair progress but acceleration needed, from −0.1 limited or no progress, below deterioration.
Without a goal the yearly growth in the wanted direction: above 1 % on track, above 0.5 % fair, from −1 % limited or
none, below deterioration. A latest value that meets the goal has the top class.

The rate keeps its sign here. The public code after the chart takes its amount without the sign, so that a fall counts
as a rise: a fault that is not followed. A base of zero, and values of different sign, have no rate of change.

Statuses: on track is `on_track` (`reached` where the goal is met), fair progress "but acceleration needed" `at_risk`,
limited or none `off_track`, deterioration `moving_away`.

Source: United Nations, "SDG Progress Chart 2022: technical note", thresholds as read in public code after it
(unsd_global_database, `int_func.py`).
"""

from __future__ import annotations

import polars
from polars import Expr, col, lit, when

from milepost.assessments.arithmetic import (
    finite,
    growth,
    lacks_base_or_current,
    lacks_goal,
    lacks_growth,
    reasons,
    settled,
    way,
)
from milepost.assessments.model import Method
from milepost.assessments.thresholds import above, at_least
from milepost.checks.model import Words

METHOD = Method(
    name="unsd_chart",
    title=Words("联合国统计司进展图（2022 年）", "UN Statistics Division, progress chart 2022"),
    source="United Nations, SDG Progress Chart 2022: technical note",
    formula="CAGR(base, latest) / CAGR(base, goal): 0.95 / 0.5 / −0.1; without a goal 1 % / 0.5 % / −1 %",
    labels={
        "on_track": (Words("进展显著、走上正轨", "substantial progress, on track"), "on_track"),
        "fair": (Words("进展尚可、须加快", "fair progress but acceleration needed"), "at_risk"),
        "limited_or_none": (Words("进展有限或没有进展", "limited or no progress"), "off_track"),
        "deterioration": (Words("出现倒退", "deterioration"), "moving_away"),
    },
    figures={"growth": Words("实际年均增速", "actual yearly growth")},
)


def judge(cases: polars.DataFrame) -> polars.DataFrame:
    """Judge each case; see the module's docstring.

    Returns
    -------
    polars.DataFrame
        Columns of OUTCOME (`value` is the ratio, without a goal the directed rate), then `growth`, a rate of 1 a year.

    >>> from milepost.assessments.model import cases
    >>> judge(cases([{"base": 50, "base_time": 2015, "current": 60, "current_time": 2022, "goal": 80,
    ...     "goal_time": 2030}])).select(polars.col("value").round(5), "label").row(0)
    (0.82904, 'fair')
    """
    has_goal = col("goal").is_not_null()
    actual = growth(col("base"), col("current"), col("span"))
    frame = way(cases).with_columns(growth=when(col("span") >= 1).then(actual))
    directed = col("sign") * col("wanted") * col("growth")
    required = growth(col("base"), col("aim"), col("horizon")).abs()
    frame = frame.with_columns(
        value=finite(when(has_goal).then(directed / required).otherwise(directed)), reason=_reason(has_goal)
    )
    return settled(frame.with_columns(label=_label(has_goal)), METHOD)


def _reason(has_goal: Expr) -> Expr:
    ahead = has_goal & ~col("lost")
    form_differs, *needs = lacks_base_or_current()
    rules = [
        *needs,
        *((has_goal & lacks, code) for lacks, code in lacks_goal()),
        (~has_goal & col("wanted").is_null(), "no_direction"),
        *lacks_growth("current"),
        (ahead & (col("aim") == 0), "goal_zero"),
        (ahead & (col("aim") / col("base") < 0), "sign_changes"),
        (ahead & (col("aim") == col("base")), "goal_is_base"),
    ]
    # That the goal is met can be told without a rate of change.
    return reasons(form_differs, *((~(col("reached") & has_goal) & lacks, code) for lacks, code in rules))


def _label(has_goal: Expr) -> Expr:
    value = col("value")
    return (
        when((col("reached") & has_goal) | above(value, when(has_goal).then(lit(0.95)).otherwise(lit(0.01))))
        .then(lit("on_track"))
        .when(when(has_goal).then(at_least(value, 0.5)).otherwise(above(value, 0.005)))
        .then(lit("fair"))
        .when(at_least(value, when(has_goal).then(lit(-0.1)).otherwise(lit(-0.01))))
        .then(lit("limited_or_none"))
        .when(value.is_not_null() | col("lost"))
        .then(lit("deterioration"))
    )
