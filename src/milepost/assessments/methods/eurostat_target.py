"""Eurostat, indicators with a target: the observed yearly growth over the one that the target requires.

R = g(b, c, ·) / g(b, T, ·) with g the compound annual growth rate, b the base, c the latest value and T the target:
from 95 % significant progress, from 60 % moderate progress, from 0 insufficient progress, below movement away. The rate
is taken in the wanted direction over the amount of the required one, which is the same wherever the target lies ahead
of the base, and keeps its sense where the base had met the target already.

The score, −5 to 5 (from the edition of 2020 on): 5 above R = 130 %; 5/70 (R % − 60) from 60 %; 5/120 (R % + 60) − 5
above −60 %; −5 below. A latest value that meets the target has the top class and 5.

Whether a value exactly on a threshold goes up is left to the implementation: here it does; with `strict` it does not
(as in Eustat's variant). A base of zero, and values of different sign, have no rate of change.

Statuses: significant progress is `on_track` (`reached` where the target is met), moderate progress `at_risk` (faster
than before or late), insufficient progress `off_track`, movement away `moving_away`.

Sources: Eurostat, "Sustainable development in the European Union: monitoring report on progress towards the SDGs",
annex on method. The thresholds were read in public code after it (Eustat, `scripts/build_data.py`; Open SDG, sdg-build,
`tests/ProgressMeasure_test.py`) and in Statistics Canada's account, not in the report itself.
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
    name="eurostat_target",
    title=Words("欧盟统计局方法（有目标值）", "Eurostat, with a target"),
    source="Eurostat, Sustainable development in the European Union: monitoring report, annex on method",
    formula="R = CAGR(base, latest) / CAGR(base, target); 95 % / 60 % / 0",
    labels={
        "significant_progress": (Words("显著进展", "significant progress"), "on_track"),
        "moderate_progress": (Words("一般进展", "moderate progress"), "at_risk"),
        "insufficient_progress": (Words("进展不足", "insufficient progress"), "off_track"),
        "movement_away": (Words("背离目标", "movement away"), "moving_away"),
    },
    figures={
        "actual": Words("实际年均增速", "actual yearly growth"),
        "required": Words("所需年均增速", "required yearly growth"),
        "score": Words("得分（−5 至 5）", "score, −5 to 5"),
    },
)


def judge(cases: polars.DataFrame, *, strict: bool = False) -> polars.DataFrame:
    """Judge each case; see the module's docstring.

    Parameters
    ----------
    cases : polars.DataFrame
        Columns of `milepost.assessments.model.CASES`.
    strict : bool
        A value on a threshold belongs to the class below it.

    Returns
    -------
    polars.DataFrame
        Columns of OUTCOME, then `actual` and `required` (rates of 1 a year) and `score`.

    >>> from milepost.assessments.model import cases
    >>> judge(cases([{"base": 100, "base_time": 2015, "current": 108, "current_time": 2020, "goal": 130,
    ...     "goal_time": 2030}])).select(polars.col("value").round(6), "label").row(0)
    (0.879084, 'moderate_progress')
    """
    frame = way(cases).with_columns(
        actual=when(col("span") >= 1).then(growth(col("base"), col("current"), col("span"))),
        required=growth(col("base"), col("aim"), col("horizon")),
    )
    ratio = col("sign") * col("wanted") * col("actual") / col("required").abs()
    frame = frame.with_columns(value=finite(ratio), reason=_reason())
    frame = frame.with_columns(label=_label(strict), score=when(col("reason").is_null()).then(_score()))
    return settled(frame, METHOD)


def _reason() -> Expr:
    ahead = ~col("lost")
    form_differs, *needs = lacks_base_or_current()
    rules = [
        *needs,
        *lacks_goal(),
        *lacks_growth("current"),
        (ahead & (col("aim") == 0), "goal_zero"),
        (ahead & (col("aim") / col("base") < 0), "sign_changes"),
        (ahead & (col("aim") == col("base")), "goal_is_base"),
    ]
    # That the goal is met can be told without a rate of change.
    return reasons(form_differs, *((~col("reached") & lacks, code) for lacks, code in rules))


def _label(strict: bool) -> Expr:
    value, passes = col("value"), above if strict else at_least
    return (
        when(col("reached") | passes(value, 0.95))
        .then(lit("significant_progress"))
        .when(passes(value, 0.6))
        .then(lit("moderate_progress"))
        .when(at_least(value, 0))
        .then(lit("insufficient_progress"))
        .when(value.is_not_null() | col("lost"))
        .then(lit("movement_away"))
    )


def _score() -> Expr:
    value = col("value")
    return (
        when(col("reached") | (value > 1.3))
        .then(lit(5.0))
        .when(value >= 0.6)
        .then(5 / 0.7 * (value - 0.6))
        .when(value > -0.6)
        .then(5 / 1.2 * (value + 0.6) - 5)
        .when((value <= -0.6) | col("lost"))
        .then(lit(-5.0))
    )
