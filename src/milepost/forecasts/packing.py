"""How a table of yearly values becomes a panel, and which series cannot be forecast."""

from __future__ import annotations

from dataclasses import dataclass

import numpy
import polars

from milepost.forecasts.model import LEAST_POINTS, Numbers, Panel

LONGEST_PAST = 120
"""Years back from a series' last value; what lies before tells nothing of the next, and would widen every array."""

LARGEST = 1e100  # what grows from there can still be squared, and no statistic is larger

SMALLEST = 1e-200  # what is smaller is 0: divided by anything, it would fall out of what numbers can hold


@dataclass(frozen=True, slots=True)
class Packed:
    """The panel, and the series left out, each with the code of the reason (`REASONS`)."""

    panel: Panel
    refused: tuple[tuple[str, str], ...]


REASONS = {
    "no_values": "no value that is a number",
    "too_few_points": f"fewer than {LEAST_POINTS} values",
    "two_values": "two different values for one year",
    "too_large": f"a value beyond {LARGEST:g}",
}


def packed(rows: polars.DataFrame) -> Packed:
    """The panel of a table with the columns `series`, `year`, `value`, and, if wanted, `low` and `high`.

    Values that are missing, NaN or infinite are gaps; a year given twice with one value counts once; values more than
    LONGEST_PAST years before the last one are not used. Limits are those of a series' first row; without the columns,
    or where none is a number, there are none.

    >>> rows = polars.DataFrame({"series": ["a"] * 3, "year": [2020, 2021, 2023], "value": [1.0, 2.0, 4.0]})
    >>> packed(rows).panel.values.tolist()
    [[1.0, 2.0, nan, 4.0]]
    """
    given = rows.select(
        polars.col("series").cast(polars.String),
        polars.col("year").cast(polars.Int64),
        polars.col("value").cast(polars.Float64),
        *(polars.col(name).cast(polars.Float64) for name in ("low", "high") if name in rows.columns),
    )
    good = given.filter(polars.col("value").is_finite() & polars.col("year").is_not_null())
    good = good.with_columns(value=polars.when(polars.col("value").abs() >= SMALLEST).then("value").otherwise(0.0))
    good = good.unique(["series", "year", "value"], maintain_order=True)
    good = good.filter(polars.col("year") > polars.col("year").max().over("series") - LONGEST_PAST)
    facts = good.group_by("series", maintain_order=True).agg(
        polars.len().alias("count"),
        polars.col("year").n_unique().alias("years"),
        polars.col("year").min().alias("first"),
        polars.col("year").max().alias("last"),
        polars.col("value").abs().max().alias("largest"),
        *(polars.col(name).first() for name in ("low", "high") if name in good.columns),
    )
    facts = facts.with_columns(
        reason=polars.when(polars.col("years") < polars.col("count"))
        .then(polars.lit("two_values"))
        .when(polars.col("count") < LEAST_POINTS)
        .then(polars.lit("too_few_points"))
        .when(polars.col("largest") > LARGEST)
        .then(polars.lit("too_large"))
    )
    silent = given.select("series").unique(maintain_order=True).join(facts, on="series", how="anti")
    refused = [(name, "no_values") for name in silent["series"]]
    refused += facts.filter(polars.col("reason").is_not_null()).select("series", "reason").rows()
    return Packed(_panel(good, facts.filter(polars.col("reason").is_null())), tuple(refused))


def _panel(good: polars.DataFrame, facts: polars.DataFrame) -> Panel:
    count = len(facts)
    longest = int((facts["last"] - facts["first"]).max() or 0) + 1 if count else 1  # type: ignore[arg-type]
    values = numpy.full((count, longest), numpy.nan)
    placed = good.join(facts.select("series", "last").with_row_index("row"), on="series", how="inner")
    column = longest - 1 - (placed["last"] - placed["year"]).to_numpy()
    values[placed["row"].to_numpy(), column] = placed["value"].to_numpy()
    return Panel(
        tuple(facts["series"]),
        values,
        facts["last"].to_numpy().astype(numpy.int64),
        _limit(facts, "low", -numpy.inf),
        _limit(facts, "high", numpy.inf),
    )


def _limit(facts: polars.DataFrame, name: str, otherwise: float) -> Numbers:
    if name not in facts.columns:
        return numpy.full(len(facts), otherwise)
    return facts[name].fill_nan(None).fill_null(otherwise).to_numpy().astype(float)
