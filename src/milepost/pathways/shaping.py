"""How a target is followed: from its kind and concept to the quantity, the scale, the start and the goal.

Everything is in expressions over whole tables; what a target *is* has been read before (`targets.py`), or is given by
whoever makes a table of targets directly.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import polars
from polars import Expr, col, lit, when

from milepost.kernel.errors import UsageError
from milepost.observations.units import POINT
from milepost.pathways.meeting import meets
from milepost.pathways.model import TARGETS
from milepost.plans.concepts.table import concept

WORKED_OUT: Final = (
    "wanted", "form", "scale", "measure", "start", "start_time", "goal", "goal_high", "goal_time", "obstacle",
)  # fmt: skip
"""Columns that `shaped` fills where they are not given."""

FOLDS: Final = ("倍", "times", "fold")
"""Units that say how many times something else a figure is."""

DECIDED: Final = "decided"
"""`certainty` of a target whose figure was decided after the plan, for a single year."""

_RATES: Final = ("annual_growth", "cumulative", "level", "share")
_DONE: Final = ("count", "completion", "cumulative", "annual_average", "annual_growth")


def targets_table(rows: polars.DataFrame) -> polars.DataFrame:
    """A table of targets from one that has some of its columns, with everything that follows from them worked out.

    Parameters
    ----------
    rows : polars.DataFrame
        With `target` (unique) and `value`; every other column of `TARGETS` may be there. Without them a target is a
        `level`, `eq`, of the item and name `target`, in plain numbers.

    Returns
    -------
    polars.DataFrame
        With the columns of `TARGETS`.

    Raises
    ------
    UsageError
        If a column is missing, unknown or of a type that does not fit, or a target stands twice.

    >>> rows = polars.DataFrame({"target": ["a"], "value": [0.55], "unit": ["%"], "unit_code": ["1"], "baseline": [0.5],
    ...     "baseline_year": [2020], "period_end": [2025], "comparator": ["ge"]})
    >>> targets_table(rows).select("form", "measure", "start", "start_time", "goal", "goal_time").row(0)
    ('path', 'value', 0.5, 2020.0, 0.55, 2025.0)
    """
    whole = _checked(rows)
    defaults = {"kind": lit("level"), "comparator": lit("eq"), "item": col("target"), "name": col("item")}
    for name, default in defaults.items():
        whole = whole.with_columns(col(name).fill_null(default))
    return shaped(whole.with_columns(unit_factor=col("unit_factor").fill_null(1.0)))


def _checked(rows: polars.DataFrame) -> polars.DataFrame:
    where = "targets"
    for needed in ("target", "value"):
        if needed not in rows.columns:
            raise UsageError("a column is missing", where=where, found=", ".join(rows.columns), accepted=needed)
    unknown = [name for name in rows.columns if name not in TARGETS]
    if unknown:
        raise UsageError("unknown columns", where=where, found=", ".join(unknown), accepted=", ".join(TARGETS))
    columns: list[polars.Series | Expr] = []
    for name, kind in TARGETS.items():
        if name not in rows.columns:
            columns.append(lit(None, dtype=kind).alias(name))
            continue
        try:
            columns.append(rows.get_column(name).cast(kind))
        except polars.exceptions.PolarsError as error:
            found = str(error).splitlines()[0]
            place = f"{where}: {name}"
            raise UsageError("not as it should be", where=place, found=found, accepted=str(kind)) from error
    table = rows.with_columns(columns)
    _check_values(table)
    return table.select(*TARGETS)


def _check_values(table: polars.DataFrame) -> None:
    if table["target"].null_count() or table["target"].is_duplicated().any():
        twice = table.filter(col("target").is_null() | col("target").is_duplicated())["target"].first()
        raise UsageError("targets must differ", where="targets: target", found=repr(twice), accepted="one row for each")
    infinite = table.filter(~col("value").fill_null(0.0).is_finite())
    if infinite.height:
        target, value = infinite.select("target", "value").row(0)
        raise UsageError("not a number", where=f"targets: {target}: value", found=repr(value), accepted="a number")


def shaped(rows: polars.DataFrame) -> polars.DataFrame:
    """The table with the columns of `WORKED_OUT` filled where they are null; the others stay.

    Parameters
    ----------
    rows : polars.DataFrame
        With the columns of `TARGETS`.
    """
    known = rows.lazy().with_columns(_of_concept(rows))
    known = known.with_columns(
        _point=(col("unit_code") == POINT).fill_null(value=False),
        period_end=col("period_end").fill_null(_year("by")),
        _begin=polars.coalesce(col("period_start") - 1, "baseline_year").cast(polars.Float64),
    )
    known = known.with_columns(
        measure=polars.coalesce("measure", _measure()), goal_time=polars.coalesce("goal_time", _deadline())
    )
    compounds = col("measure").is_in(["index", "reduction"])
    known = known.with_columns(
        scale=polars.coalesce("scale", when(compounds).then(lit("log")), lit("linear")),
        _years=col("period_end") - col("period_start") + 1,
        start=polars.coalesce("start", _start()),
        start_time=polars.coalesce("start_time", _start_time()),
    )
    known = known.with_columns(
        goal=polars.coalesce("goal", _goal(col("value")), _goal_without_value()),
        goal_high=polars.coalesce("goal_high", _goal(col("value_high"))),
    )
    # Of a fall the larger end of a range is the nearer one: what is followed runs the other way.
    turned = (col("goal_high") < col("goal")).fill_null(False)
    known = known.with_columns(
        goal=when(turned).then("goal_high").otherwise("goal"),
        goal_high=when(turned).then("goal").otherwise("goal_high"),
    )
    known = known.with_columns(wanted=polars.coalesce("wanted", _wanted()).cast(polars.Int8))
    known = known.with_columns(obstacle=polars.coalesce("obstacle", _obstacle()))
    known = known.with_columns(form=polars.coalesce("form", _form()))
    return known.select(*TARGETS).collect()


def _of_concept(rows: polars.DataFrame) -> list[Expr]:
    """What the concepts say; each is looked up once."""
    found = {name: concept(name) for name in rows["concept"].unique() if name}
    known = {name: each for name, each in found.items() if each is not None}

    counted = {name: "yes" for name, each in known.items() if "1" not in each.units}
    safeguarded = {name: "yes" for name, each in known.items() if each.safeguard}

    def looked_up(values: Mapping[str, str | None]) -> Expr:
        return col("concept").replace_strict(values, default=None, return_dtype=polars.String)

    return [
        polars.coalesce("nature", looked_up({name: each.nature for name, each in known.items()})).alias("nature"),
        polars.coalesce("change", looked_up({name: each.change for name, each in known.items()})).alias("change"),
        looked_up({name: each.direction for name, each in known.items()}).alias("_direction"),
        looked_up(counted).is_not_null().alias("_not_plain"),
        looked_up(safeguarded).is_not_null().alias("_safeguard"),
    ]


def _percent() -> Expr:
    return (col("unit_code") == "1") & (col("unit_factor").fill_null(1.0) < 1)


def _measure() -> Expr:
    """Which quantity is followed. A fall is compounded; a sum only of what is counted over a period."""
    kind, change = col("kind"), col("change").fill_null("")
    # 翻一番, of what is in yuan or of a number of firms: so many times the base. A ratio may itself be so many times.
    # What no concept is known for may be one (担保放大倍数 3 倍), unless it is to double or the like.
    doubles = ~col("raw").str.contains_any(list(FOLDS)).fill_null(True)
    counted = col("unit").is_in(FOLDS).fill_null(False) & (col("nature") != "rate").fill_null(doubles)
    fold = (col("unit_code") == "1") & (col("unit_factor").fill_null(1.0) >= 1)
    fold &= col("_not_plain") | counted | (change == "growth")
    part = _percent().fill_null(False)
    of_period = kind.is_in(["cumulative", "annual_average"])
    standing = col("nature").is_in(["stock", "rate"]).fill_null(False)
    # 3,200 hectares, 5,000 in 2027: what is asked for lies beyond the baseline, and is no gain on it.
    beyond = ((col("value") - col("baseline")) * when(col("_direction") == "down").then(-1).otherwise(1) > 0) & (
        col("target") == col("item")
    )
    return (
        when(kind == "relative").then(lit("ratio"))
        .when(kind == "every_year").then(lit("worst"))
        .when(_rate_of_each_year()).then(lit("worst"))
        .when(col("_point")).then(lit("change"))
        .when(kind.is_in(_RATES) & (change == "fall") & part).then(lit("reduction"))
        .when(kind == "annual_growth").then(lit("index"))
        .when((kind == "cumulative") & (change == "growth") & part).then(lit("index"))
        .when(kind.is_in(["level", "share"]) & fold & ~part).then(lit("index"))
        .when((kind == "cumulative") & standing & beyond.fill_null(False)).then(lit("value"))
        .when((kind == "cumulative") & standing).then(lit("change"))
        .when(of_period).then(lit("sum"))
        .when((kind == "count") & ((col("nature") == "flow").fill_null(False) | (change == "added"))).then(lit("sum"))
        .otherwise(lit("value"))
    )  # fmt: skip


def _rate_of_each_year() -> Expr:
    """居民消费价格年均涨幅 3% 左右: the figure of a year is itself the rate, which is not to be compounded."""
    itself = (col("nature") == "rate") & col("change").is_null() & ~col("_not_plain")
    return ((col("kind") == "annual_growth") & itself & _percent()).fill_null(False)


def _year(name: str) -> Expr:
    return col(name).str.extract(r"^(\d{4})", 1).cast(polars.Int32, strict=False)


def _deadline() -> Expr:
    """The end of the day, month or year named; without one the end of the period."""
    month = col("by").str.extract(r"^\d{4}-(\d{2})", 1).cast(polars.Float64, strict=False)
    named = _year("by").cast(polars.Float64) - when(month.is_between(1, 12)).then(1 - month / 12).otherwise(0.0)
    return polars.coalesce(named, col("period_end").cast(polars.Float64))


def _start() -> Expr:
    from_nothing = (col("kind") == "count") & col("baseline").is_null()
    return (
        when(col("measure").is_in(["sum", "change"]) | from_nothing)
        .then(lit(0.0))
        .when(col("measure").is_in(["index", "reduction", "ratio"]))
        .then(lit(1.0))
        .when((col("measure") != "margin") & ~growth_of_one_year())
        .then("baseline")
    )


def is_one_of_several_years() -> Expr:
    """Whether a row is one year of a target decided year by year, which stands behind the target and is not counted."""
    return (col("certainty") == DECIDED).fill_null(value=False)


def growth_of_one_year() -> Expr:
    """Whether a target is the growth of a single year, which does not start from that of the year before.

    Nor does any other figure that was decided for a single year (`with_decisions`): it is met or not.
    """
    alone = col("change").is_in(["growth", "fall"]) | (col("certainty") == DECIDED)
    alone &= (col("measure") == "value") & (col("goal_time") == col("period_start"))
    return alone.fill_null(value=False)


def _start_time() -> Expr:
    stated = (col("measure") == "value") & col("baseline").is_not_null()
    return when(stated).then(polars.coalesce(col("baseline_year").cast(polars.Float64), "_begin")).otherwise("_begin")


def _goal(value: Expr) -> Expr:
    """What is asked for of what is followed, from the value as the target states it."""
    kind, measure, years = col("kind"), col("measure"), col("_years")
    falls = col("change").fill_null("") == "fall"
    yearly = kind.is_in(["annual_growth", "annual_average"])
    whole = when(yearly).then(value * years).otherwise(value)
    return (
        when(measure == "change").then(when(falls).then(-whole).otherwise(whole))
        .when(measure == "sum").then(whole)
        .when((measure == "reduction") & yearly).then((1 - value).pow(years))
        .when(measure == "reduction").then(1 - value)
        .when((measure == "index") & yearly).then((1 + value).pow(years))
        .when((measure == "index") & (kind == "cumulative")).then(1 + value)
        .when(measure.is_in(["index", "value", "worst"])).then(value)
    )  # fmt: skip


def _goal_without_value() -> Expr:
    return when(col("measure") == "ratio").then(lit(1.0)).when(col("measure") == "margin").then(lit(0.0))


def _wanted() -> Expr:
    """Whether what is followed should rise or fall: by the comparator, the concept, the baseline; 0 when not known."""
    sign = polars.coalesce(when(col("measure") == "ratio").then("relative_comparator"), "comparator")
    stated = when(sign.is_in(["ge", "gt"])).then(1).when(sign.is_in(["le", "lt"])).then(-1)
    usual = when(col("_direction") == "up").then(1).when(col("_direction") == "down").then(-1)
    moved = (col("goal") - col("start")).sign()
    moved = when((moved != 0) & moved.is_finite()).then(moved)
    natural = (
        when((col("value") == 0) & (col("measure") == "value")).then(-1)
        .when((col("value") == 1) & _percent()).then(1)
        .when(col("kind").is_in(_DONE)).then(1)
        .when(col("measure") == "ratio").then(0)
    )  # fmt: skip
    neutral = col("_direction").is_in(["none", "hold"]) & ~col("kind").is_in(_DONE)
    # Prices are kept from rising: 左右 is their ceiling, and no year fails for a smaller rise.
    ceiling = sign.is_in(["approx", "eq"]) | _rate_of_each_year()
    curbed = (col("_direction") == "hold") & (col("nature") == "rate") & ceiling
    plain = polars.coalesce(stated, usual, when(curbed).then(-1), when(neutral).then(0), moved, natural, lit(0))
    falls = (col("measure") == "reduction") | ((col("measure") == "change") & (col("goal") < 0)).fill_null(False)
    return when(falls).then(lit(-1)).otherwise(plain)


def followed_comparator() -> Expr:
    """The comparator as it holds for what is followed: a fall of at least 3 % is an index of at most 0.97."""
    sign = polars.coalesce(when(col("measure") == "ratio").then("relative_comparator"), "comparator").fill_null("eq")
    turned = sign.replace({"ge": "le", "gt": "lt", "le": "ge", "lt": "gt"})
    falls = (col("measure") == "reduction") | ((col("measure") == "change") & (col("goal") < 0)).fill_null(False)
    return when(falls).then(turned).otherwise(sign)


def _obstacle() -> Expr:
    timeless = col("measure").is_in(["sum", "index", "reduction", "ratio", "change"]) & col("start_time").is_null()
    bare = col("value").is_null() & (col("measure") != "ratio")
    margin = (col("measure") == "ratio") & col("value").is_not_null()
    unread = (
        col("unit").is_not_null() & col("unit_code").is_null() & col("value").is_not_null()
        & ~col("kind").is_in(["deferred", "discretionary", "relative"])
    )  # fmt: skip
    return (
        when(col("_safeguard")).then(lit("safeguard"))
        .when(col("kind") == "discretionary").then(lit("discretionary"))
        .when((col("kind") == "deferred") & (col("measure") != "margin")).then(lit("deferred"))
        .when(margin).then(lit("relation_margin"))
        .when((col("measure") == "ratio") & col("relative_to").is_null()).then(lit("relation_unknown"))
        .when(bare & (col("measure") != "margin")).then(lit("no_number"))
        .when(unread).then(lit("unit_unknown"))
        .when(timeless).then(lit("no_period"))
    )  # fmt: skip


def _form() -> Expr:
    """A target that its baseline already satisfies is to be held."""
    # At most 3 is known to be within 4; that it is at least 3 nobody knows.
    bounded = col("baseline_comparator").fill_null("eq")
    known = ~(bounded.is_in(["le", "lt"]) & (col("wanted") > 0)) & ~(bounded.is_in(["ge", "gt"]) & (col("wanted") < 0))
    may_hold = (col("measure") == "value") & ~growth_of_one_year() & known
    holds = may_hold & meets(col("baseline"), comparator=followed_comparator())
    return (
        when(col("obstacle").is_not_null())
        .then(lit("none"))
        .when(col("measure") == "ratio")
        .then(lit("relation"))
        .when(col("measure").is_in(["worst", "margin"]) | holds.fill_null(False))
        .then(lit("hold"))
        .otherwise(lit("path"))
    )
