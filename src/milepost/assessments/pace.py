"""Share of the way gone, change so far, change still needed, each year's pace: on both scales.

With b the base, c the latest value, T the goal, s and n the years from the base to the latest value and to the goal:

| | linear | log (compounding) |
|---|---|---|
| share of the way | (c − b) / (T − b) | ln(c / b) / ln(T / b) |
| pace so far | (c − b) / s | (c / b) ** (1 / s) − 1 |
| pace needed | (T − c) / (n − s) | (T / c) ** (1 / (n − s)) − 1 |
| still needed | T − c | T / c − 1 |

For a reduction of T by a fall of D so far (base 1, latest value 1 − D, goal 1 − T) these are the official figures of
China: progress ln(1 − D) / ln(1 − T), a yearly fall of 1 − (1 − D) ** (1 / s), and a fall still needed of
1 − (1 − T) / (1 − D) (Qinghai Bureau of Statistics, 2009, on the completion of energy-saving targets).

The expressions read the columns of `milepost.assessments.arithmetic.way`.
"""

from __future__ import annotations

import polars
from polars import Expr, col, lit, when

from milepost.assessments.arithmetic import finite, growth, reasons

_BASE, _CURRENT, _AIM = col("base"), col("current"), col("aim")


def compounding() -> Expr:
    """Whether equal steps of the way are equal rates."""
    return (col("scale") == "log").fill_null(value=False)


def two_sided() -> Expr:
    """Whether the value is to come close to a goal or into a range from either side, so that it can go too far.

    Where a rise is wanted, a value or a range asks only to be reached from below (`milepost.pathways.meeting.meets`).
    """
    nears = col("comparator").is_in(["eq", "approx", "range"]).fill_null(value=False) | col("goal_high").is_not_null()
    return nears & (col("direction").fill_null(0) == 0)


def beyond() -> Expr:
    """Whether what was to come close to a value, or into a range, went past it and too far."""
    return two_sided() & ~col("reached") & (col("wanted") * (_CURRENT - _AIM) > 0)


def share_of_way() -> Expr:
    """Share of the way from base to goal that is gone; negative when the value moved away.

    Null where the base meets the goal already (there is no way to go) and, on the log scale, where the signs of the
    values allow no rate. What came close to its goal and went beyond it loses what it went too far.
    """
    plain = (_CURRENT - _BASE) / (_AIM - _BASE)
    rate, whole = _CURRENT / _BASE, _AIM / _BASE
    compound = when((rate > 0) & (whole > 0)).then(rate.log() / whole.log())
    far = when(col("goal_high").is_null() | (col("goal_high") == _AIM)).then(col("goal")).otherwise(col("goal_high"))
    share = (
        when(beyond()).then(1 - (_CURRENT - far).abs() / (_AIM - _BASE).abs())
        .when(compounding()).then(compound)
        .otherwise(plain)
    )  # fmt: skip
    return finite(when(~col("started")).then(share))


def over_fulfilment() -> Expr:
    """How far the goal is exceeded, as a part of the change asked for; negative for what is lacking.

    A plain ratio on both scales: (D − T) / T for falls D and T (NDRC and National Bureau of Statistics, announcement
    No. 9 of 2011).
    """
    return finite(when(~col("started")).then((_CURRENT - _AIM) / (_AIM - _BASE)))


def pace() -> Expr:
    """Change a year so far: an amount, or a rate on the log scale."""
    so_far = when(compounding()).then(growth(_BASE, _CURRENT, col("span"))).otherwise((_CURRENT - _BASE) / col("span"))
    return finite(when(col("span") > 0).then(so_far))


def time_left() -> Expr:
    """Years from the latest value to the goal's date; null when none is left."""
    left = col("goal_time") - col("current_time")
    return when(left > 0).then(left)


def pace_needed() -> Expr:
    """Change a year from here that reaches the goal at its date; null without time left, 0 when it is reached."""
    left = time_left()
    needed = when(compounding()).then(growth(_CURRENT, _AIM, left)).otherwise((_AIM - _CURRENT) / left)
    return finite(when(col("reached") & left.is_not_null()).then(lit(0.0)).otherwise(needed))


def still_needed() -> Expr:
    """Change that the goal still asks for: an amount, or a rate on the log scale; 0 when it is reached."""
    needed = when(compounding() & (_CURRENT != 0)).then(_AIM / _CURRENT - 1).otherwise(_AIM - _CURRENT)
    return finite(when(col("reached")).then(lit(0.0)).otherwise(needed))


def reasons_unless_met(*rules: tuple[Expr, str]) -> Expr:
    """The code of the first rule that holds; a goal that is met needs nothing but to be of the form of a way."""
    of_another_form = (col("form").is_not_null() & (col("form") != "path"), "form_differs")
    return reasons(of_another_form, *((~col("reached") & holds, code) for holds, code in rules))


def lacks_way() -> list[tuple[Expr, str]]:
    """Rules for what every method needs that asks for the share of the way."""
    rate, whole = _CURRENT / _BASE, _AIM / _BASE
    return [
        (col("current").is_null(), "no_current"),
        (col("goal").is_null(), "no_goal"),
        (col("base").is_null(), "no_base"),
        (~col("lost") & ((_AIM == _BASE) | col("wanted").is_null()), "goal_is_base"),
        (compounding() & (_BASE == 0), "base_zero"),
        (compounding() & (_AIM == 0) & (_CURRENT != 0), "goal_zero"),
        (compounding() & ((rate < 0) | (whole < 0)), "sign_changes"),
    ]


def lacks_times() -> list[tuple[Expr, str]]:
    """Rules for what every method needs that asks for the share of the time."""
    return [
        (col("current_time").is_null(), "no_current_time"),
        (col("base_time").is_null(), "no_base_time"),
        (col("goal_time").is_null(), "no_goal_time"),
        (col("horizon") <= 0, "goal_not_after_base"),
        (col("span") <= 0, "no_time_gone"),
    ]


def with_due(frame: polars.LazyFrame) -> polars.LazyFrame:
    """The frame, with `due` told by the times where the case does not say."""
    return frame.with_columns(due=polars.coalesce("due", col("current_time") >= col("goal_time")))
