"""Eurostat, indicators without a target: the yearly growth in the wanted direction against fixed thresholds.

v = ± g(b, c, ·), g the compound annual growth rate from the base b to the latest value c. Five classes (from the
edition of 2024 on): above 1 % significant progress, above 0.1 % moderate progress, down to −0.1 % no progress, down to
−1 % moderate movement away, below significant movement away. The four older ones, which the figure `older` gives: above
1 %, above 0, down to −1 %, below.

The score, −5 to 5: 250 v, cut off at ±5, so that ±2 % a year has the whole of it.

Eustat's variant (`limited`) shrinks the thresholds above 0 near a natural limit by the coefficient C of Statistics
Canada (`limit_coefficient`), −1 % likewise, and divides the score of a gain by C; at the limit itself (C = 0) what does
not fall back has the top class and 5.

A base of zero, and a latest value of the other sign, have no rate of change. A case with a goal and its date is for the
method with a target; this one says nothing of it.

Statuses: significant progress is `on_track`; moderate progress, less than 1 % a year, `at_risk`; no progress
`off_track`, since something was wanted; either movement away is `moving_away`.

Sources: Eurostat, "Sustainable development in the European Union: monitoring report on progress towards the SDGs",
annex on method; thresholds as read in public code after it (Eustat, `scripts/build_data.py`).
"""

from __future__ import annotations

import polars
from polars import Expr, col, lit, when

from milepost.assessments.arithmetic import (
    finite,
    growth,
    lacks_base_or_current,
    lacks_growth,
    limit_coefficient,
    reasons,
    settled,
    way,
)
from milepost.assessments.model import Method
from milepost.assessments.thresholds import above, at_least
from milepost.checks.model import Words

METHOD = Method(
    name="eurostat_trend",
    title=Words("欧盟统计局方法（无目标值）", "Eurostat, without a target"),
    source="Eurostat, Sustainable development in the European Union: monitoring report, annex on method",
    formula="v = ± CAGR(base, latest); 1 % / 0.1 % / −0.1 % / −1 %",
    labels={
        "significant_progress": (Words("显著进展", "significant progress"), "on_track"),
        "moderate_progress": (Words("一般进展", "moderate progress"), "at_risk"),
        "no_progress": (Words("没有进展", "no progress"), "off_track"),
        "moderate_movement_away": (Words("一定程度背离", "moderate movement away"), "moving_away"),
        "significant_movement_away": (Words("明显背离", "significant movement away"), "moving_away"),
    },
    figures={
        "score": Words("得分（−5 至 5）", "score, −5 to 5"),
        "older": Words("原四级分类", "class of the older four"),
    },
)


def judge(cases: polars.DataFrame, *, limited: bool = False) -> polars.DataFrame:
    """Judge each case; see the module's docstring.

    Parameters
    ----------
    cases : polars.DataFrame
        Columns of `milepost.assessments.model.CASES`.
    limited : bool
        Thresholds shrink near a natural limit, as in Eustat's variant.

    Returns
    -------
    polars.DataFrame
        Columns of OUTCOME (`value` is a rate of 1 a year in the wanted direction), then `score` and `older`.

    >>> from milepost.assessments.model import cases
    >>> judge(cases([{"direction": -1, "base": 100, "base_time": 2015, "current": 94, "current_time": 2020}])).select(
    ...     polars.col("value").round(6), "label", "status").row(0)
    (0.012299, 'significant_progress', 'on_track')
    """
    frame = way(cases)
    rate = col("sign") * col("wanted") * growth(col("base"), col("current"), col("span"))
    form_differs, *needs = lacks_base_or_current()
    coefficient = limit_coefficient(col("base"), col("limit")) if limited else lit(1.0)
    frame = frame.with_columns(
        value=finite(when(col("span") >= 1).then(rate)),
        coefficient=coefficient,
        # What is not aimed at cannot be met: the status goes by the class alone.
        reached=lit(value=False),
        reason=reasons(
            form_differs,
            (col("goal").is_not_null() & col("goal_time").is_not_null(), "has_goal"),
            *needs,
            (col("wanted").is_null(), "no_direction"),
            *lacks_growth("current"),
        ),
    )
    frame = frame.with_columns(label=_label(), score=when(col("reason").is_null()).then(_score()), older=_older())
    return settled(frame, METHOD)


def _label() -> Expr:
    value, coefficient = col("value"), col("coefficient")
    return (
        when(above(value, 0.01 * coefficient) | ((coefficient == 0) & (value >= 0)))
        .then(lit("significant_progress"))
        .when(above(value, 0.001 * coefficient))
        .then(lit("moderate_progress"))
        .when(at_least(value, -0.001))
        .then(lit("no_progress"))
        .when(at_least(value, -0.01 * coefficient))
        .then(lit("moderate_movement_away"))
        .when(value.is_not_null())
        .then(lit("significant_movement_away"))
    )


def _score() -> Expr:
    value, coefficient = col("value"), col("coefficient")
    gain = when(coefficient == 0).then(lit(5.0)).otherwise(250 * value / coefficient)
    return when(value >= 0).then(gain).otherwise(250 * value).clip(-5, 5)


def _older() -> Expr:
    value = col("value")
    return (
        when(above(value, 0.01))
        .then(lit("significant_progress"))
        .when(above(value, 0))
        .then(lit("moderate_progress"))
        .when(at_least(value, -0.01))
        .then(lit("moderate_movement_away"))
        .when(value.is_not_null())
        .then(lit("significant_movement_away"))
    )
