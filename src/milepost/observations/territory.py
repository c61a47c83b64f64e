"""Which regions make up which: the divisions of the plan's region, as rows of observations name them."""

from __future__ import annotations

from dataclasses import dataclass

import polars

from milepost.observations.inspection import Dataset


@dataclass(frozen=True, slots=True)
class Territory:
    """The plan's region and its parts: every way in which rows may name each, and its code (or name)."""

    whole: str
    parts: tuple[str, ...]
    codes: dict[str, str]


def territory(dataset: Dataset) -> Territory | None:
    """The plan's region with two parts or more; None without."""
    region = dataset.plan.region if dataset.plan else None
    if region is None or len(region.parts) < 2:
        return None
    whole = region.code or region.name
    codes = {whole: whole, region.name: whole}
    for part in region.parts:
        codes |= dict.fromkeys((part.code, part.name, *part.aliases), part.code)
    return Territory(whole, tuple(part.code for part in region.parts), codes)


def additive(dataset: Dataset, of: Territory) -> polars.DataFrame:
    """The chosen exact values that add up over regions, with `place`: the code of the whole or of a part.

    Stocks and flows add up; rates, averages and what is divided by something do not.
    """
    is_sum = polars.col("nature").is_in(["stock", "flow"]) & ~polars.col("is_part") & ~polars.col("is_per_head")
    is_exact = polars.col("bound").fill_null("exact") == "exact"
    named = dataset.chosen.filter(is_sum, is_exact, ~polars.col("measure").str.contains("/", literal=True))
    place = polars.col("region").replace_strict(of.codes, default=None, return_dtype=polars.String)
    return named.with_columns(place=place).filter(polars.col("place").is_not_null())
