"""Cases for the tests of assessment methods: many at random, alike on every run."""

from __future__ import annotations

from typing import Any

import numpy
import polars

from milepost.assessments.model import CASES, cases
from milepost.assessments.table import judged_by

AMOUNTS = ("base", "current", "goal", "goal_high", "expected", "limit", "worst", "best", "peers_spread")
"""Columns that change with the unit, besides the list `values`."""


def random_cases(count: int, seed: int = 0) -> polars.DataFrame:
    """Cases of every form, most of them whole, some lacking this or that; consistent in themselves."""
    dice = numpy.random.default_rng(seed)
    base = dice.uniform(20, 120, count)
    wanted = dice.choice([1, -1], count)
    goal = base * (1 + wanted * dice.uniform(-0.05, 0.5, count))
    elapsed = dice.integers(1, 7, count).astype(float)
    # Most latest values lie around the way to the goal, some far off it.
    share = dice.normal(0.6, 0.7, count)
    current = base + (goal - base) * share + dice.normal(0, 2, count) * dice.choice([0, 1], count)
    table = polars.DataFrame(
        {
            "form": dice.choice(["path", "hold", "relation"], count, p=[0.8, 0.1, 0.1]),
            "wanted": wanted,
            "base": base,
            "current": numpy.maximum(current, 0.5),
            "goal": goal,
            "elapsed": elapsed,
            "lack": dice.integers(0, 14, count),
            "spread": dice.uniform(1, 20, count),
        }
    )
    return _completed(table).select(polars.col(name).cast(kind, strict=True) for name, kind in CASES.items())


def _completed(table: polars.DataFrame) -> polars.DataFrame:
    column, lit, when = polars.col, polars.lit, polars.when
    wanted = column("wanted")
    table = table.with_columns(
        target=polars.concat_str(lit("t"), polars.int_range(polars.len()).cast(polars.String)),
        scale=lit("linear"),
        measure=when((column("form") == "hold") & (column("lack") % 2 == 0)).then(lit("worst")).otherwise(lit("value")),
        comparator=when(wanted > 0).then(lit("ge")).otherwise(lit("le")),
        direction=wanted,
        base_time=lit(2020.0),
        current_time=2020 + column("elapsed"),
        current_bound=lit("exact"),
        goal_high=lit(None, dtype=polars.Float64),
        # Some goals lie farther off, so that a long series can fall due later.
        goal_time=when(column("lack") >= 12).then(2032.0).otherwise(2025.0),
        limit=when(column("lack") == 1).then(lit(100.0)),
        worst=when(column("lack") == 2).then(column("goal") - wanted * 80),
        best=when(column("lack") == 2).then(column("goal") + wanted * 10),
        peers_spread=when(column("lack") == 3).then(None).otherwise(column("spread")),
        times=polars.int_ranges(2020, 2021 + column("elapsed").cast(polars.Int64)).list.eval(
            polars.element().cast(polars.Float64)
        ),
    )
    none = lit(None, dtype=polars.List(polars.Float64))
    return with_series(_lacking(table)).with_columns(yearly_times=none, yearly=none)


def _lacking(table: polars.DataFrame) -> polars.DataFrame:
    column, when = polars.col, polars.when
    lack = column("lack")
    return table.with_columns(
        goal=when(~lack.is_in([4, 5])).then(column("goal")),
        goal_time=when(~lack.is_in([4, 5])).then(column("goal_time")),
        base=when(lack == 6).then(None).when(lack == 7).then(0.0).otherwise(column("base")),
        current=when(lack != 8).then(column("current")),
        direction=when(lack == 9).then(0).otherwise(column("direction")),
    )


def with_series(table: polars.DataFrame) -> polars.DataFrame:
    """The cases with what follows from base, latest value and goal: series, expected value, whether the goal is met."""
    column = polars.col
    wanted = polars.when(column("comparator") == "ge").then(1).otherwise(-1)
    elapsed = column("current_time") - column("base_time")
    start = column("base").fill_null(column("current"))
    step = (column("current") - start) / elapsed
    part = (elapsed / (column("goal_time") - column("base_time"))).clip(0, 1)
    met = wanted * (column("current") - column("goal")) >= 0
    return table.with_columns(
        expected=column("base") + (column("goal") - column("base")) * part,
        met=met,
        base_meets=wanted * (column("base") - column("goal")) >= 0,
        due=column("current_time") >= column("goal_time"),
        values=polars.concat_list(
            [start + step * polars.min_horizontal(polars.lit(float(year)), elapsed) for year in range(8)]
        ).list.head(elapsed.cast(polars.Int64) + 1),
    )


def scaled(table: polars.DataFrame, factor: float) -> polars.DataFrame:
    """The same cases in another unit."""
    return table.with_columns(
        *(polars.col(name) * factor for name in AMOUNTS),
        values=polars.col("values").list.eval(polars.element() * factor),
    )


def improved(table: polars.DataFrame, share: float) -> polars.DataFrame:
    """The same cases, the latest value better by a share of the base's amount, all that follows from it renewed."""
    column = polars.col
    wanted = polars.when(column("comparator") == "ge").then(1).otherwise(-1)
    # The series keeps its earlier values: only the last one is better.
    earlier = column("values").list.head(column("values").list.len() - 1)
    better = table.with_columns(current=column("current") + wanted * share * column("base").abs())
    return better.with_columns(
        met=(wanted * (column("current") - column("goal")) >= 0),
        values=polars.when(column("current").is_not_null()).then(polars.concat_list(earlier, column("current"))),
    ).select(*table.columns)


def judged(name: str, **case: Any) -> dict[str, Any]:
    """What a method says of one case; times are those of a plan from 2020 to 2025, seen at the end of 2023."""
    usual = {"base_time": 2020, "current_time": 2023, "goal_time": 2025, "scale": "linear"}
    return judged_by(name, cases([usual | case])).row(0, named=True)
