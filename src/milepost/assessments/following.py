"""What is followed, worked out from yearly values: the value itself, its worst year, sums, changes, compounded rates.

Each candidate (see `linking`) gives one followed series with its base and latest value, or a reason why it gives none:

- a sum with a year missing is at least what is known, where flows cannot be negative; else it is not known;
- compounded rates need every year from the first of the period on;
- from levels growth is computed only where their basis allows it, and only with the base year's level;
- a part of the current year is added to a sum, and takes that part of its time.
"""

from __future__ import annotations

from typing import Final

import polars
from polars import Expr, col, lit, when

from milepost.assessments.yearly import Yearly
from milepost.pathways.shaping import growth_of_one_year

FOLLOWED: Final[dict[str, polars.DataType]] = {
    "candidate": polars.UInt32(),
    "base": polars.Float64(),
    "base_observed": polars.Float64(),  # the statistics' value of the year of the base
    "current": polars.Float64(),
    "current_time": polars.Float64(),
    "bound": polars.String(),
    "row": polars.UInt32(),  # of the latest observation
    "times": polars.List(polars.Float64()),
    "values": polars.List(polars.Float64()),
    "missing": polars.Boolean(),  # years between the first and the latest have no value
    "made": polars.String(),
    "clashes": polars.UInt32(),  # values of other names for the latest year that differ
    "problem": polars.String(),  # code of why nothing can be followed
}
"""Columns of `followed`: a row for each candidate that has values."""

_BOUNDS: Final = ("at_least", "at_most")
_TARGET: Final = (
    "kind", "measure", "wanted", "nature", "change", "start", "start_time", "period_start", "goal_time", "baseline",
    "certainty",
)  # fmt: skip


def values_of(
    candidates: polars.DataFrame, members: polars.DataFrame, whole: polars.DataFrame, trust: polars.DataFrame
) -> polars.DataFrame:
    """One value for each candidate and year: of several names the closest, then the most trusted.

    Parameters
    ----------
    candidates : polars.DataFrame
        `candidate`, `role` and, of its target, `measure`, `nature`, `goal_time`.
    members, whole, trust : polars.DataFrame
        See `linking.Linked`, `yearly.Yearly`; `trust` has `row` and `trust`, the smaller the better.

    Returns
    -------
    polars.DataFrame
        `candidate`, `year`, `time`, `value`, `bound`, `row`, `made`, `clashes`, by candidate and year.
    """
    known = candidates.select("candidate", "role", "measure", "nature", "goal_time")
    rows = members.join(known, on="candidate", how="inner").join(whole, on="series", how="inner")
    made, own = col("made"), col("role") == "value"
    usable = (
        made.is_null()
        | (made == "december")
        | ((made == "flow") & own & ((col("nature") == "flow") | (col("measure") == "sum")))
        | ((made == "stock") & own & (col("nature") == "stock"))
    )
    in_time = col("goal_time").is_null() | (col("year") <= col("goal_time").floor())
    rows = rows.filter(usable & in_time)
    key = ["candidate", "year"]
    columns = [*key, "time", "value", "bound", "row", "made", "clashes"]
    slim = rows.with_columns(clashes=lit(0, dtype=polars.UInt32)).select(columns).sort(key)
    again = (col("candidate") == col("candidate").shift()) & (col("year") == col("year").shift())
    if not slim.select(again.any()).item():
        return slim
    ordered = rows.join(trust, on="row", how="left").sort(*key, "how", "trust", "row")
    first = col("value").first()
    differ = ((col("value") - first).abs() > 1e-9 * first.abs()).sum().cast(polars.UInt32)
    grouped = ordered.group_by(key, maintain_order=True).agg(
        *(col(name).first() for name in ("time", "value", "bound", "row", "made")), clashes=differ
    )
    return grouped.select(columns)


def followed(
    candidates: polars.DataFrame, members: polars.DataFrame, values: polars.DataFrame, made: Yearly
) -> polars.DataFrame:
    """The followed series of each candidate that has values.

    Parameters
    ----------
    candidates : polars.DataFrame
        `candidate`, `role`, `may_grow` and, of its target, `measure`, `wanted`, `nature`, `change`, `start`,
        `start_time`, `period_start`, `goal_time`, `baseline`.
    members, values, made
        See `values_of` and `yearly.yearly`.

    Returns
    -------
    polars.DataFrame
        With the columns of `FOLLOWED`.
    """
    slim = candidates.select("candidate", "role", "may_grow", *_TARGET)
    measure, role = col("measure"), col("role")
    kinds = {
        "sum": (measure == "sum", ("period_start",)),
        "rate": (role == "rate", ("period_start", "measure", "change")),
        "plain": ((measure != "sum") & (role != "rate"), ("start_time",)),
    }
    found = []
    for kind, (holds, needed) in kinds.items():
        part = slim.filter(holds)
        if not part.height:
            continue
        rows = part.select("candidate", *needed).join(values, on="candidate", how="inner", maintain_order="left")
        if kind == "sum":
            found.append(_sums(rows, part, members, made.parts))
        elif kind == "rate":
            found.append(_compounded(rows, part))
        else:
            found.append(_plain(rows, part))
    schema = FOLLOWED
    return (
        polars.concat([each.select(col(name).cast(kind) for name, kind in schema.items()) for each in found])
        if found
        else polars.DataFrame(schema=schema)
    )


def _plain(rows: polars.DataFrame, part: polars.DataFrame) -> polars.DataFrame:
    """Values as they are: the latest, or the worst since the period began; changes and indices from the base's."""
    frame = part.join(_seen(rows), on="candidate", how="left", maintain_order="left")
    frame = frame.join(_lists(rows, frame), on="candidate", how="left", maintain_order="left")
    held = col("measure").is_in(["worst", "margin"])
    worst = when(col("wanted") > 0).then("low").when(col("wanted") < 0).then("high").otherwise("last")
    level = col("role") == "level"
    # Growth is that of the statistics' own levels; a change starts where the plan says it does.
    origin = when(level).then("seen").otherwise(polars.coalesce("baseline", "seen"))
    base = (
        when(level).then(when(col("seen").is_not_null()).then(1.0))
        .when(col("measure") == "change").then(when(origin.is_not_null()).then(0.0))
        .otherwise(polars.coalesce("start", when(~growth_of_one_year()).then("seen")))
    )  # fmt: skip
    raw = when(held).then(worst).otherwise("last")
    current = when(level).then(raw / origin).when(col("measure") == "change").then(raw - origin).otherwise(raw)
    frame = frame.with_columns(
        base=base,
        _origin=origin,
        current=when(col("count") > 0).then(current),
    )
    frame = frame.with_columns(
        base_observed="seen",
        current_time="time",
        bound=when(held).then("bounds").otherwise("bound"),
        missing=held & (col("count") < col("year") - polars.coalesce("period_start", "first") + 1),
        problem=_plain_problem(level),
    )
    return _relative(frame, level)


def _seen(rows: polars.DataFrame) -> polars.DataFrame:
    """What each candidate shows: the value of the base's year, those behind it, the latest.

    Columns are made before grouping, of all rows at once; an expression that filters within each group takes its time.
    """
    value, since = col("value"), col("year") > col("start_time").fill_null(-1.0)
    at = (col("year") == col("start_time")).fill_null(value=False)
    after = (since & since.shift() & (col("candidate") == col("candidate").shift())).fill_null(value=False)
    bounds = {f"_{word}": since & (col("bound") == word) for word in _BOUNDS}
    told = rows.with_columns(
        _since=since,
        _at=when(at).then(value),
        _after=when(since).then(value),
        _first=when(since).then("year"),
        _falls=after & (value < value.shift()),
        **bounds,
    )
    grouped = told.group_by("candidate", maintain_order=True).agg(
        col("_at").max().alias("seen"),
        value.last().alias("last"),
        col("_after").min().alias("low"),
        col("_after").max().alias("high"),
        col("_falls").any().alias("falls"),
        col("_since").sum().alias("count"),
        col("_first").min().alias("first"),
        *(col(name).last() for name in ("year", "time", "bound", "row", "made", "clashes")),
        *(col(name).any() for name in bounds),
    )
    return grouped.with_columns(bounds=_one_bound(*(col(name) for name in bounds))).drop(*bounds)


def _lists(rows: polars.DataFrame, frame: polars.DataFrame) -> polars.DataFrame:
    """The points of each candidate as lists: its rows, and its base where that is known and none of them."""
    unseen = col("count").is_not_null() & col("seen").is_null()
    stated = frame.filter(unseen & col("start_time").is_not_null() & col("start").is_not_null())
    points = rows.select("candidate", "time", "value")
    if stated.height:
        bases = stated.select("candidate", time="start_time", value="start")
        points = polars.concat([points, bases]).sort("candidate", "time")
    return points.group_by("candidate", maintain_order=True).agg(times="time", values="value")


def _relative(frame: polars.DataFrame, level: Expr) -> polars.DataFrame:
    """The frame with its series as they are followed: in parts of the base's level, or less the base."""
    moved = level | (col("measure") == "change")
    if not frame.select(moved.any()).item():
        return frame
    values = when(level).then(col("values") / col("_origin")).otherwise(col("values") - col("_origin"))
    return polars.concat([frame.filter(~moved), frame.filter(moved).with_columns(values=values)])


def counted_to_date() -> Expr:
    """Whether things to be made are followed by figures that may be those of each year or totals up to it."""
    return (col("kind") == "count") & (col("measure") == "value") & (col("start") == 0).fill_null(value=False)


def _plain_problem(level: Expr) -> Expr:
    from_base = level | (col("measure") == "change")
    return (
        when(level & ~col("may_grow")).then(lit("nominal_levels"))
        .when(col("count").fill_null(0) == 0).then(lit("no_value_since_base"))
        .when(from_base & col("_origin").is_null()).then(lit("no_base"))
        .when(level & (col("_origin") == 0)).then(lit("base_zero"))
        .when(counted_to_date() & col("falls")).then(lit("count_falls"))
        .when(col("bound").is_null()).then(lit("only_a_bound"))
    )  # fmt: skip


def _several_bounds(flag: str) -> Expr:
    return _one_bound(*((col("bound") == word).filter(flag).any() for word in _BOUNDS))


def _one_bound(low: Expr, high: Expr) -> Expr:
    none: Expr = lit(None, dtype=polars.String)
    return (
        when(low & high)
        .then(none)
        .when(low)
        .then(lit("at_least"))
        .when(high)
        .then(lit("at_most"))
        .otherwise(lit("exact"))
    )


def _in_period(rows: polars.DataFrame) -> polars.DataFrame:
    """Rows from the first year of the period on, each with whether no year before it is missing."""
    inside = rows.filter(col("year") >= col("period_start"))
    return inside.with_columns(_since=lit(value=True)).sort("candidate", "year")


def _sums(
    rows: polars.DataFrame, part: polars.DataFrame, members: polars.DataFrame, parts: polars.DataFrame
) -> polars.DataFrame:
    """Flows added up from the first year on, the part of a year that follows included."""
    rows = _with_part(_in_period(rows), part, members, parts)
    grouped = rows.group_by("candidate", maintain_order=True).agg(
        col("value").sum().alias("current"),
        col("value").min().alias("low"),
        polars.len().alias("count"),
        *(col(name).last() for name in ("year", "time", "row", "made", "clashes")),
        _several_bounds("_since").alias("bounds"),
        col("time").alias("times"),
        col("value").cum_sum().alias("values"),
    )
    frame = part.join(grouped, on="candidate", how="left", maintain_order="left")
    missing = col("count") < col("year") - col("period_start") + 1
    at_least = missing & (col("low") >= 0) & (col("bounds") != "at_most")
    return frame.with_columns(
        base=col("start"),
        base_observed=lit(None, dtype=polars.Float64),
        current_time="time",
        bound=when(at_least).then(lit("at_least")).otherwise("bounds"),
        missing=missing,
        times=polars.concat_list("start_time", "times"),
        values=polars.concat_list("start", "values"),
        problem=when(col("count").is_null())
        .then(lit("no_value_since_base"))
        .when(missing & ~at_least)
        .then(lit("years_missing"))
        .when(col("bounds").is_null())
        .then(lit("only_a_bound")),
    )


def _with_part(
    rows: polars.DataFrame, part: polars.DataFrame, members: polars.DataFrame, parts: polars.DataFrame
) -> polars.DataFrame:
    if not parts.height:
        return rows
    last = rows.group_by("candidate").agg(_last=col("year").max())
    open_years = (
        part.join(members, on="candidate", how="inner")
        .join(parts, on="series", how="inner")
        .join(last, on="candidate", how="left")
        .filter(
            (col("year") == polars.coalesce(col("_last") + 1, "period_start"))
            & (col("time") <= col("goal_time").fill_null(float("inf")))
        )
        .sort("candidate", "how", "row")
        .unique("candidate", keep="first", maintain_order=True)
        .with_columns(_since=lit(value=True), clashes=lit(0, dtype=polars.UInt32))
    )
    return polars.concat([rows, open_years.select(rows.columns)]).sort("candidate", "time")


def _compounded(rows: polars.DataFrame, part: polars.DataFrame) -> polars.DataFrame:
    """One plus (of falls, less) the yearly rates, multiplied from the first year on."""
    falls = (col("measure") == "reduction") & (col("change").fill_null("") == "fall")
    factor = when(falls).then(1 - col("value")).otherwise(1 + col("value"))
    grouped = (
        _in_period(rows)
        .with_columns(factor=factor)
        .group_by("candidate", maintain_order=True)
        .agg(
            col("factor").product().alias("current"),
            polars.len().alias("count"),
            *(col(name).last() for name in ("year", "time", "row", "made", "clashes")),
            _several_bounds("_since").alias("bounds"),
            col("time").alias("times"),
            col("factor").cum_prod().alias("values"),
        )
    )
    frame = part.join(grouped, on="candidate", how="left", maintain_order="left")
    missing = col("count") < col("year") - col("period_start") + 1
    turned = col("bounds").replace({"at_least": "at_most", "at_most": "at_least"})
    return frame.with_columns(
        base=lit(1.0),
        base_observed=lit(None, dtype=polars.Float64),
        current=when(~missing).then("current"),
        current_time="time",
        bound=when(col("measure") == "reduction").then(turned).otherwise("bounds"),
        missing=missing,
        times=polars.concat_list("start_time", "times"),
        values=polars.concat_list(lit(1.0), "values"),
        problem=when(col("count").is_null())
        .then(lit("no_value_since_base"))
        .when(missing)
        .then(lit("years_missing"))
        .when(col("bounds").is_null())
        .then(lit("only_a_bound")),
    )
