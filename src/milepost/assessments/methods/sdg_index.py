"""SDG Index (Sustainable Development Solutions Network): score, colour, and the trend against the needed pace.

- Score: 100 (x − worst) / (best − worst), cut off at 0 and 100; only where the case has both ends of the scale.
- Colour: green from the goal's threshold on, yellow up to the midpoint of the green and red thresholds, orange up to
  the red one, red beyond; only where the cases have a column `red`.
- Trend: pace a = (c − b) / (c_t − b_t), needed n = (T − b) / (T_t − b_t), in the wanted direction. At or above the goal
  ↑; a < 0 ↓; a below half of what is needed →; up to all of it ➚; from there on ↑. A ratio of differences does not
  depend on the scale, so the values themselves serve where the index takes scores (of which the ends are cut off).
  Where the way itself compounds (`scale` log), the logarithms of the values take their place.

`value` is a / n, the pace as a share of the needed one. Published arrows depart from this rule here and there: a score
of 0 in both years was sometimes printed ↓, and a small decline →. The rule is kept.

Statuses: ↑ "on track or maintaining achievement" is `on_track` (`reached` where the goal is met), ➚ moderately
improving `at_risk`, → stagnating `off_track`, ↓ decreasing `moving_away`.

Sources: Sachs et al., "Sustainable Development Report 2019", part on methods; its public workbook 2019GlobalIndex
(CC BY 4.0), from which the midpoint of the colours was inferred.
"""

from __future__ import annotations

import polars
from polars import Expr, col, lit, when

from milepost.assessments.arithmetic import (
    finite,
    lacks_base_or_current,
    lacks_goal,
    reasons,
    settled,
    way,
)
from milepost.assessments.model import Method
from milepost.assessments.thresholds import at_least
from milepost.checks.model import Words

METHOD = Method(
    name="sdg_index",
    title=Words("可持续发展指数（SDSN）趋势法", "SDG Index (SDSN), trend"),
    source="Sachs et al., Sustainable Development Report 2019",
    formula="(latest − base) / years over (goal − base) / years of the whole way: 100 % / 50 % / 0",
    labels={
        "up": (Words("↑ 如期推进或保持达标", "↑ on track or maintaining achievement"), "on_track"),
        "diagonal": (Words("➚ 稳步改善但不够快", "➚ moderately improving"), "at_risk"),
        "flat": (Words("→ 停滞不前", "→ stagnating"), "off_track"),
        "down": (Words("↓ 趋于恶化", "↓ decreasing"), "moving_away"),
    },
    figures={
        "pace": Words("年均变化", "change a year"),
        "needed": Words("所需年均变化", "change a year that is needed"),
        "score": Words("得分（0 至 100）", "score, 0 to 100"),
        "colour": Words("颜色", "colour"),
    },
)


def judge(cases: polars.DataFrame) -> polars.DataFrame:
    """Judge each case; see the module's docstring.

    Parameters
    ----------
    cases : polars.DataFrame
        Columns of `milepost.assessments.model.CASES`; a further column `red` gives the red threshold for the colour.

    Returns
    -------
    polars.DataFrame
        Columns of OUTCOME, then `pace` and `needed` (in the unit of the values a year; on a log scale, of logarithms),
        `score` (0 to 100), `colour` (green, yellow, orange, red).

    >>> from milepost.assessments.model import cases
    >>> judge(cases([{"base": 26.5, "base_time": 2012, "current": 30.17, "current_time": 2018, "goal": 47.59,
    ...     "goal_time": 2030}])).select(polars.col("value").round(4), "label").row(0)
    (0.522, 'diagonal')
    """
    red = col("red").cast(polars.Float64) if "red" in cases.columns else lit(None, dtype=polars.Float64)
    frame = way(cases.with_columns(red=red), "red")
    base, current, aim = (_scaled(name) for name in ("base", "current", "aim"))
    frame = frame.with_columns(
        pace=finite((current - base) / when(col("span") > 0).then(col("span"))),
        needed=finite((aim - base) / when(col("horizon") > 0).then(col("horizon"))),
        score=score_of(col("current"), col("worst"), col("best")),
    ).with_columns(
        value=finite(col("wanted") * col("pace") / col("needed").abs()),
        directed=col("wanted") * col("pace"),
        colour=_colour(),
        reason=_reason(),
    )
    return settled(frame.with_columns(label=_label()), METHOD)


def score_of(value: Expr, worst: Expr, best: Expr) -> Expr:
    """The score, 0 at the worst and 100 at the best end of the scale; null where the ends are one or not known.

    >>> table = polars.DataFrame({"x": [0.24, 90.0], "worst": [72.6, 72.6], "best": [0.0, 0.0]})
    >>> table.select(score_of(col("x"), col("worst"), col("best")).round(3)).to_series().to_list()
    [99.669, 0.0]
    """
    return when(best != worst).then(finite(100 * (value - worst) / (best - worst)).clip(0, 100))


def _scaled(name: str) -> Expr:
    return when(col("scale") == "log").then(finite(col(name).log())).otherwise(col(name))


def _colour() -> Expr:
    value, green, red = col("current"), col("goal"), col("red")
    # Which side is good: by the ends of the scale, else by the thresholds themselves.
    ends, thresholds = (col("best") - col("worst")).sign(), (green - red).sign()
    side = polars.coalesce(when(ends != 0).then(ends), when(thresholds != 0).then(thresholds))
    middle = (green + red) / 2
    return (
        when(side * (value - green) >= 0)
        .then(lit("green"))
        .when(side * (value - middle) >= 0)
        .then(lit("yellow"))
        .when(side * (value - red) >= 0)
        .then(lit("orange"))
        .when(side * (value - red) < 0)
        .then(lit("red"))
    )


def _reason() -> Expr:
    still = ~col("lost") & (col("aim") == col("base"))
    unusable = (col("scale") == "log") & ((col("base") <= 0) | (col("current") <= 0))
    form_differs, *needs = lacks_base_or_current()
    rules = [*needs, *lacks_goal(), (unusable, "sign_changes"), (still, "goal_is_base")]
    return reasons(form_differs, *((~col("reached") & lacks, code) for lacks, code in rules))


def _label() -> Expr:
    value = col("value")
    return (
        when(col("reached"))
        .then(lit("up"))
        .when(col("directed") < 0)
        .then(lit("down"))
        .when(~at_least(value, 0.5))
        .then(lit("flat"))
        .when(~at_least(value, 1))
        .then(lit("diagonal"))
        .when(value.is_not_null())
        .then(lit("up"))
    )
