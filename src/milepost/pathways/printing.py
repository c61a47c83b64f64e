"""What is followed, in the unit that the plan prints: growth as a percentage, people in whole numbers."""

from __future__ import annotations

from typing import Final

import polars

MOST_DIGITS: Final = 9
_FINE = 100  # a printed way has at least about this many steps
_LEAST_DIGITS_OF_RATES = 2
_WHOLE_UNITS = ("person", "household")


def printed_value(value: str) -> polars.Expr:
    """A column of what is followed in the printed unit: an index as growth, a reduction as fall, both since the start.

    The frame has `measure` and `unit_factor`. Ratios have no unit and stay as they are.

    >>> frame = polars.DataFrame({"measure": ["index", "sum"], "unit_factor": [0.01, 1e4], "value": [1.07, 105000.0]})
    >>> frame.select(printed_value("value").round(6))["value"].to_list()
    [7.0, 10.5]
    """
    column, measure = polars.col(value), polars.col("measure")
    return (
        polars.when(measure == "index")
        .then((column - 1) / _factor())
        .when(measure == "reduction")
        .then((1 - column) / _factor())
        .when(measure == "ratio")
        .then(column)
        .otherwise(column / _factor())
        .alias(value)
    )


def followed_value(printed: str) -> polars.Expr:
    """A column in the printed unit as what is followed: the other way round.

    >>> frame = polars.DataFrame({"measure": ["reduction"], "unit_factor": [0.01], "value": [13.5]})
    >>> frame.select(followed_value("value").round(6))["value"].to_list()
    [0.865]
    """
    column, measure = polars.col(printed), polars.col("measure")
    return (
        polars.when(measure == "index")
        .then(1 + column * _factor())
        .when(measure == "reduction")
        .then(1 - column * _factor())
        .when(measure == "ratio")
        .then(column)
        .otherwise((column * _factor()).round_sig_figs(15))
        .alias(printed)
    )


def step_of_year() -> polars.Expr:
    """What the year itself has to bring, from `before` to `value`, in the printed unit.

    The growth of the year of an index, the fall of the year of a reduction, the year's own amount of everything else.
    """
    before, value, measure = polars.col("before"), polars.col("value"), polars.col("measure")
    return (
        polars.when(measure == "index")
        .then((value / before - 1) / _factor())
        .when(measure == "reduction")
        .then((1 - value / before) / _factor())
        .when(measure.is_in(["margin", "ratio", "worst"]))
        .then(None)
        .otherwise((value - before) / _factor())
    )


def is_whole() -> polars.Expr:
    """Whether a target counts things that do not come in parts, by columns of the table of targets.

    People and households; and pieces, by a unit without a scale of its own, unless they are per something.
    """
    code, factor = polars.col("unit_code"), polars.col("unit_factor")
    pieces = (code == "1") & (factor >= 1) & polars.col("nature").is_in(["stock", "flow"]).fill_null(False)
    pieces |= (code == "1") & (factor >= 1) & (polars.col("kind") == "count")
    counted = code.is_in(_WHOLE_UNITS) & (polars.col("nature").ne_missing("rate"))
    goal, start = polars.col("goal"), polars.col("start")
    whole = (goal == goal.round()) & (start.is_null() | (start == start.round()))
    return (
        ((counted | pieces) & whole & polars.col("measure").is_in(["value", "change", "sum", "worst"]))
        .fill_null(False)
        .alias("is_whole")
    )


def digits() -> polars.Expr:
    """How many decimals a way is printed with, by columns of the table of targets and `is_whole`.

    At least those of the plan's own figures; as many as the steps of the way need; for things counted, as many as make
    them whole.
    """
    goal, start = polars.col("_goal_printed"), polars.col("_start_printed")
    apart = ((goal - start).abs() / _FINE).fill_null(1.0)
    steps = polars.when(apart > 0).then((-apart.log10()).ceil()).otherwise(0.0)
    rates = polars.col("measure").is_in(["index", "reduction", "ratio"])
    asked = polars.coalesce(polars.col("value") / _factor(), "_goal_printed")
    own = polars.max_horizontal(decimals(asked), decimals(polars.col("baseline") / _factor()))
    for_rates = polars.max_horizontal(own, _LEAST_DIGITS_OF_RATES)
    fine = polars.when(rates).then(for_rates).otherwise(polars.max_horizontal(own, steps.clip(0, MOST_DIGITS)))
    whole = _factor().log10().round().clip(0, MOST_DIGITS)
    chosen = polars.when("is_whole").then(whole).otherwise(fine)
    return chosen.fill_null(_LEAST_DIGITS_OF_RATES).clip(0, MOST_DIGITS).cast(polars.Int32).alias("digits")


def decimals(number: polars.Expr) -> polars.Expr:
    """How many decimals a number is written with, `MOST_DIGITS` at most; 0 for null.

    >>> polars.DataFrame({"x": [55.0, 316.65, 0.55 / 0.01, None]}).select(decimals(polars.col("x")))["x"].to_list()
    [0, 2, 0, 0]
    """
    number = number.round_sig_figs(12)
    found: polars.Expr = polars.lit(MOST_DIGITS)
    for places in reversed(range(MOST_DIGITS)):
        is_so = (number.round(places) - number).abs() <= 1e-12 * number.abs()
        found = polars.when(is_so).then(places).otherwise(found)
    known = polars.when(number.is_not_null()).then(found).otherwise(0)
    return known.cast(polars.Int32).alias(number.meta.output_name())


def rounded(number: polars.Expr) -> polars.Expr:
    """A column rounded to the decimals that the column `digits` says."""
    power = polars.lit(10.0).pow(polars.col("digits"))
    # Polars divides by what is the same in all rows by its reciprocal: 2040 / 100 is 20.400000000000002 then.
    return ((number * power).round() / power).round_sig_figs(15)


def _factor() -> polars.Expr:
    return polars.col("unit_factor").fill_null(1.0)
