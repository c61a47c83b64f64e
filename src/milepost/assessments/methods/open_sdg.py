"""Open SDG and Statistics Canada: the observed yearly growth against the required one, or against fixed thresholds.

With b the base, c the latest value, T the goal, d = +1 where a rise is wanted and −1 where a fall is, s = −1 where the
base is negative and +1 otherwise, and g(x, y, n) = (y / x) ** (1 / n) − 1 the compound annual growth rate:

- with a goal, v = s · d · g(b, c, ·) / |g(b, T, ·)|: from 0.95 substantial progress, from 0.6 moderate, from 0 limited,
  below deterioration. A limit is ignored.
- without, v = s · d · g(b, c, ·): from 1.5 % substantial, from 0.5 % moderate, from 0 limited, below deterioration;
  near a natural limit each threshold shrinks by `limit_coefficient`.
- the score, −5 to 5: with a goal 7.1429 v − 4.2857 from v = 0.6, else 4.1667 v − 2.5; without 500 v / C − 5 from the
  upper threshold, 250 v / C − 1.25 from the middle one, 500 v / C − 2.5 from 0, and 125 v − 2.5 below; 5 at the limit
  itself (C = 0) unless it falls back.
- a latest value that meets the goal is `target_achieved` with the score 5, whatever v.

Edges: a base or goal of zero has no growth rate. The published code puts 0.001 in its place, which depends on the unit;
here that is the option `zero`, and left out such a case has a reason instead. A base of one sign and a latest value of
the other is not available, nor is a span of less than a year.

Statuses: target achieved is `reached`; substantial progress, which the source itself calls on track, is `on_track`;
moderate progress needs acceleration, `at_risk`; limited progress will not do, `off_track`; deterioration is
`moving_away`.

Sources: Open SDG, sdg-build 2.4.0, `sdg/ProgressMeasure.py`, and "Progress measurement methodology" of its
documentation; Statistics Canada, "Sustainable Development Goals: Canadian Indicator Framework, methodology".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import polars
from polars import Expr, col, lit, when

from milepost.assessments.arithmetic import (
    finite,
    growth,
    lacks_base_or_current,
    lacks_goal,
    lacks_growth,
    limit_coefficient,
    reasons,
    settled,
    way,
)
from milepost.assessments.model import Method
from milepost.assessments.thresholds import at_least
from milepost.checks.model import Words

METHOD = Method(
    name="open_sdg",
    title=Words("开放 SDG（加拿大统计局）进展测度", "Open SDG / Statistics Canada progress measure"),
    source="Open SDG, sdg-build 2.4.0; Statistics Canada, Canadian Indicator Framework methodology",
    formula="v = ± CAGR(base, latest) / |CAGR(base, goal)|; without a goal v = ± CAGR(base, latest)",
    labels={
        "target_achieved": (Words("已实现目标", "target achieved"), "reached"),
        "substantial_progress": (Words("进展显著", "substantial progress"), "on_track"),
        "moderate_progress": (Words("有进展但须加快", "moderate progress"), "at_risk"),
        "limited_progress": (Words("进展有限", "limited progress"), "off_track"),
        "deterioration": (Words("出现倒退", "deterioration"), "moving_away"),
    },
    figures={
        "score": Words("得分（−5 至 5）", "score, −5 to 5"),
        "coefficient": Words("极限系数", "coefficient of the limit"),
    },
)

WITH_GOAL: Final = {"high": 0.95, "med": 0.6, "low": 0.0}
WITHOUT_GOAL: Final = {"high": 0.015, "med": 0.005, "low": 0.0}


def judge(
    cases: polars.DataFrame, *, zero: float | None = None, thresholds: Mapping[str, float] | None = None
) -> polars.DataFrame:
    """Judge each case; see the module's docstring.

    Parameters
    ----------
    cases : polars.DataFrame
        Columns of `milepost.assessments.model.CASES`.
    zero : float, optional
        What a base or goal of zero is replaced by, in the unit of the values; published: 0.001.
    thresholds : mapping, optional
        `high`, `med` and `low` in place of the usual ones (of the kind of the cases that are given).

    Returns
    -------
    polars.DataFrame
        Columns of OUTCOME, then `score` and `coefficient`.

    >>> from milepost.assessments.model import cases
    >>> judge(cases([{"direction": -1, "base": 14.5, "base_time": 2015, "current": 10.4, "current_time": 2023,
    ...     "goal": 7.25, "goal_time": 2030}])).select(polars.col("value").round(6), "label").row(0)
    (0.90109, 'moderate_progress')
    """
    frame = way(_without_zeros(cases, zero), "stated_base")
    has_goal = col("goal").is_not_null()
    observed = col("sign") * col("wanted") * growth(col("base"), col("current"), col("span"))
    required = growth(col("base"), col("aim"), col("horizon")).abs()
    frame = frame.with_columns(
        value=finite(when(col("span") >= 1).then(when(has_goal).then(observed / required).otherwise(observed))),
        coefficient=when(~has_goal).then(limit_coefficient(col("stated_base"), col("limit"))),
        reason=_reason(has_goal),
    )
    frame = frame.with_columns(
        high=_threshold("high", has_goal, thresholds),
        med=_threshold("med", has_goal, thresholds),
        low=_threshold("low", has_goal, thresholds),
    )
    frame = frame.with_columns(label=_label(), score=when(col("reason").is_null()).then(_score(has_goal)))
    return settled(frame, METHOD)


def _without_zeros(cases: polars.DataFrame, zero: float | None) -> polars.DataFrame:
    # The coefficient goes by the base as it was before anything took the place of its zero.
    cases = cases.with_columns(stated_base=col("base"))
    if zero is None:
        return cases
    names = ("base", "goal")
    return cases.with_columns(when(col(name) == 0).then(lit(zero)).otherwise(col(name)).alias(name) for name in names)


def _reason(has_goal: Expr) -> Expr:
    # That the goal is met can be told without a base, or without a rate of change.
    met = col("reached") & has_goal
    rules = [
        *((has_goal & lacks, code) for lacks, code in lacks_goal()),
        (~has_goal & col("wanted").is_null(), "no_direction"),
        *lacks_growth("current"),
        (has_goal & ~col("lost") & (col("aim") == 0), "goal_zero"),
        (has_goal & ~col("lost") & (col("aim") / col("base") < 0), "sign_changes"),
        (has_goal & ~col("lost") & (col("aim") == col("base")), "goal_is_base"),
    ]
    form_differs, *needs = lacks_base_or_current()
    return reasons(form_differs, *((~met & lacks, code) for lacks, code in [*needs, *rules]))


def _threshold(name: str, has_goal: Expr, given: Mapping[str, float] | None) -> Expr:
    chosen = given or {}
    with_goal = lit(float(chosen.get(name, WITH_GOAL[name])))
    without = lit(float(chosen.get(name, WITHOUT_GOAL[name]))) * col("coefficient")
    return when(has_goal).then(with_goal).otherwise(without)


def _label() -> Expr:
    value = col("value")
    return (
        when(col("reached") & col("goal").is_not_null())
        .then(lit("target_achieved"))
        .when(at_least(value, col("high")))
        .then(lit("substantial_progress"))
        .when(at_least(value, col("med")))
        .then(lit("moderate_progress"))
        .when(at_least(value, col("low")))
        .then(lit("limited_progress"))
        # What met the goal at the base and does no longer has fallen back, even where no rate is required.
        .when(value.is_not_null() | col("lost"))
        .then(lit("deterioration"))
    )


def _score(has_goal: Expr) -> Expr:
    value, coefficient = col("value"), col("coefficient")
    with_goal = when(value >= col("med")).then(7.1429 * value - 4.2857).otherwise(4.1667 * value - 2.5)
    without = (
        when(value < col("low"))
        .then(125 * value - 2.5)
        .when(coefficient == 0)
        .then(lit(5.0))
        .when(value >= col("high"))
        .then(500 * value / coefficient - 5)
        .when(value >= col("med"))
        .then(250 * value / coefficient - 1.25)
        .otherwise(500 * value / coefficient - 2.5)
    )
    achieved = col("reached") & has_goal
    return when(achieved).then(lit(5.0)).otherwise(when(has_goal).then(with_goal).otherwise(without).clip(-5, 5))


def aggregate(scores: Iterable[float | None], groups: Sequence[str | None] | None = None) -> float | None:
    """The score of an indicator from those of its series: their plain mean, or the mean of the means of its groups.

    Series without a score do not count; a series without a group is a group by itself.

    >>> aggregate([5.0, 1.0, None])
    3.0
    >>> aggregate([5.0, 1.0, -3.0], groups=["urban", "urban", "rural"])
    0.0
    >>> aggregate([None]) is None
    True
    """
    listed = list(scores)
    names = list(groups) if groups is not None else [None] * len(listed)
    by_group: dict[object, list[float]] = {}
    for number, (score, name) in enumerate(zip(listed, names, strict=True)):
        if score is not None:
            by_group.setdefault(number if name is None else name, []).append(score)
    means = [sum(each) / len(each) for each in by_group.values()]
    return sum(means) / len(means) if means else None


def aggregate_label(score: float | None, *, achieved: bool = False) -> str | None:
    """The class of an indicator by its aggregated score: 2.5, 0 and −2.5 divide; achieved only if every series is.

    >>> aggregate_label(2.5), aggregate_label(-0.1), aggregate_label(1.0, achieved=True)
    ('substantial_progress', 'limited_progress', 'target_achieved')
    """
    if achieved or score is None:
        return "target_achieved" if achieved else None
    bands = ((2.5, "substantial_progress"), (0.0, "moderate_progress"), (-2.5, "limited_progress"))
    return next((label for least, label in bands if score >= least), "deterioration")


def base_year(years: Iterable[int], wanted: int = 2015) -> int | None:
    """The year whose value is the base: the one wanted, else the next later one that has data.

    >>> base_year([2012, 2017, 2020]), base_year([2012])
    (2017, None)
    """
    return min((year for year in years if year >= wanted), default=None)


def parity(ratio: Expr) -> Expr:
    """A ratio that is best at 1, made into one that is better the lower it is: the larger of itself and its inverse.

    >>> polars.DataFrame({"y": [0.8, 1.0, 1.25]}).select(parity(col("y"))).to_series().to_list()
    [1.25, 1.0, 1.25]
    """
    return polars.max_horizontal(ratio, 1 / ratio)
