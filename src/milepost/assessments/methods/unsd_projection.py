"""United Nations Statistics Division, technical note of 2023 and 2024: the share of the way that the trend will cover.

With a goal the latest value c goes on at its compound yearly rate from the base b, r = g(b, c, ·), to the goal's date:
v = c · (1 + r) ** (T_t − c_t); q = (v − b) / (T − b): from 0.95 level 3, from 0.10 level 2, below level 1. Without a
goal, by the rate in the wanted direction: from 2 % level 3, from 0.5 % level 2, below level 1.

Exceptions of the note: a latest value that meets the goal is level 3; so is one within 1 % of a goal of 0 % or 100 %.
The case says what is a percentage by its natural `limit`: where goal and limit are one (100 %), a hundredth of it is
that 1 %; for a goal of zero nothing in the values tells, so the size of a percentage point is the option `point`.
Series that are rates of growth themselves, and yes-or-no ones, are for experts by the note; which they are the values
do not tell, so such cases are not to be handed in. A base of zero, and a value of the other sign, have no rate.
The way is measured in the wanted direction, which is the same wherever the goal lies ahead of the base.

Statuses: level 3, "target met or on track", is `on_track` (`reached` where the goal is met); level 2, fair progress but
acceleration needed, `at_risk`; level 1 is "stagnation or regression" in one: `off_track`, but `moving_away` where the
values went against the wanted direction.

Sources: United Nations, "SDG Progress Chart 2023: technical note", as restated by Eustat, "Progress measurement for
Sustainable Development Goals".
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
from milepost.assessments.thresholds import at_least
from milepost.checks.model import Words

METHOD = Method(
    name="unsd_projection",
    title=Words("联合国统计司趋势外推法（2023—2024 年）", "UN Statistics Division, projection, 2023 and 2024"),
    source="United Nations, SDG Progress Chart 2023: technical note",
    formula="q = (latest · (1 + CAGR) ^ years left − base) / (goal − base): 0.95 / 0.10; without a goal 2 % / 0.5 %",
    labels={
        "3": (Words("已实现或走上正轨", "target met or on track"), "on_track"),
        "2": (Words("进展尚可、须加快", "fair progress but acceleration needed"), "at_risk"),
        "1": (Words("停滞或倒退", "stagnation or regression"), "off_track"),
    },
    figures={
        "growth": Words("实际年均增速", "actual yearly growth"),
        "projected": Words("目标年份的预计值", "value projected for the goal's date"),
    },
)


def judge(cases: polars.DataFrame, *, point: float | None = None) -> polars.DataFrame:
    """Judge each case; see the module's docstring.

    Parameters
    ----------
    cases : polars.DataFrame
        Columns of `milepost.assessments.model.CASES`.
    point : float, optional
        Size of one percentage point where the values are percentages; then a value that near a goal of zero meets it.

    Returns
    -------
    polars.DataFrame
        Columns of OUTCOME (`value` is q, without a goal the directed rate), then `growth` (of 1 a year), `projected`
        (in the unit of the values).

    >>> from milepost.assessments.model import cases
    >>> judge(cases([{"base": 50, "base_time": 2015, "current": 60, "current_time": 2022, "goal": 80,
    ...     "goal_time": 2030}])).select(polars.col("value").round(5), polars.col("projected").round(5), "label").row(0)
    (0.79666, 73.89994, '2')
    """
    has_goal = col("goal").is_not_null()
    frame = way(cases).with_columns(
        growth=when(col("span") >= 1).then(growth(col("base"), col("current"), col("span"))),
        near=_near(point),
    )
    left = col("goal_time") - col("current_time")
    frame = frame.with_columns(projected=finite(col("current") * (1 + col("growth")).pow(left)))
    covered = col("wanted") * (col("projected") - col("base")) / (col("aim") - col("base")).abs()
    directed = col("sign") * col("wanted") * col("growth")
    frame = frame.with_columns(
        value=finite(when(has_goal).then(covered).otherwise(directed)), reason=_reason(has_goal)
    ).with_columns(label=_label(has_goal))
    went_back = (directed < 0) & (col("label") == "1")
    return settled(frame, METHOD, when(went_back).then(lit("moving_away")))


def _near(point: float | None) -> Expr:
    """Whether the latest value lies within 1 % of a goal of 0 % or 100 %."""
    goal, limit = col("goal"), col("limit")
    gap = (col("current") - goal).abs()
    at_end = (goal == limit) & (limit != 0) & (gap <= 0.01 * limit.abs() * (1 + 1e-9))
    at_zero = (goal == 0) & (gap <= lit(point, dtype=polars.Float64))
    return (at_end.fill_null(value=False) | at_zero.fill_null(value=False)) & goal.is_not_null()


def _reason(has_goal: Expr) -> Expr:
    form_differs, *needs = lacks_base_or_current()
    rules = [
        *needs,
        *((has_goal & lacks, code) for lacks, code in lacks_goal()),
        (~has_goal & col("wanted").is_null(), "no_direction"),
        *lacks_growth("current"),
        (has_goal & ~col("lost") & (col("aim") == col("base")), "goal_is_base"),
    ]
    # That the goal is met can be told without a rate of change.
    met = (col("reached") & has_goal) | col("near")
    return reasons(form_differs, *((~met & lacks, code) for lacks, code in rules))


def _label(has_goal: Expr) -> Expr:
    value = col("value")
    return (
        when((col("reached") & has_goal) | col("near"))
        .then(lit("3"))
        .when(at_least(value, when(has_goal).then(lit(0.95)).otherwise(lit(0.02))))
        .then(lit("3"))
        .when(at_least(value, when(has_goal).then(lit(0.10)).otherwise(lit(0.005))))
        .then(lit("2"))
        .when(value.is_not_null() | col("lost"))
        .then(lit("1"))
    )
