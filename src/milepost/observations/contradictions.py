"""What a plan says of a year held against the statistics of that year."""

from __future__ import annotations

from collections.abc import Iterator

import polars

from milepost.checks.model import Words
from milepost.checks.quoting import inner, quoted
from milepost.observations.comparing import apart
from milepost.observations.inspection import DataFault, Dataset
from milepost.observations.telling import amount, series_of, source_of, value_of

KEY = ("name", "measure", "region")
FLOORS = ("ge", "gt")
CEILINGS = ("le", "lt")


def contradicted(dataset: Dataset, stated: polars.DataFrame, tolerance: float, said: Words) -> Iterator[DataFault]:
    """A fault for each statement that no value of its year agrees with, with all the values that there are.

    Parameters
    ----------
    dataset : Dataset
    stated : polars.DataFrame
        With the columns of `milepost.observations.planned.BASELINES`.
    tolerance : float
        Share by which a value may differ, beyond the rounding of both.
    said : Words
        How the message calls what is stated.
    """
    exact = polars.col("bound").fill_null("exact") == "exact"
    values = dataset.current.filter(exact, polars.col("period_kind") == "year")
    pairs = values.join(
        stated, left_on=[*KEY, "year"], right_on=[*KEY, "baseline_year"], how="inner", maintain_order="left"
    ).rename({"baseline": "number_b", "half_baseline": "half_b"})
    number, other, comparator = polars.col("number"), polars.col("number_b"), polars.col("comparator")
    differ = apart("number", "number_b", tolerance)
    kept = (comparator.is_in(FLOORS) & (number >= other)) | (comparator.is_in(CEILINGS) & (number <= other))
    agrees = (
        ~differ | kept | comparator.is_in(("none", "range", "approx")) & ((number - other).abs() <= 0.05 * other.abs())
    )
    wrong = pairs.filter(~agrees.any().over("item"))
    for _, rows in wrong.group_by("item", maintain_order=True):
        first = rows.row(0, named=True)
        told, figure = series_of(first), amount(first["baseline_value"], first["baseline_unit"])
        seen = [(_with_basis(row), source_of(row)) for row in rows.iter_rows(named=True)]
        chinese = "，".join(f"{value.zh}（{source.zh}）" for value, source in seen)
        english = ", ".join(f"{value.en} ({source.en})" for value, source in seen)
        named = _other_name(first)
        yield DataFault(
            Words(
                f"{told.zh}{first['year']}年{said.zh}{named.zh}为{figure.zh}，统计为{chinese}",
                f"for {told.en} in {first['year']} {said.en} {figure.en}{named.en}; statistics say {english}",
            ),
            tuple(rows["row"]),
        )


def _other_name(row: dict[str, object]) -> Words:
    """How the plan calls the indicator, where it calls it otherwise."""
    stated = str(row["stated_name"])
    if stated.strip() == str(row["indicator"]).strip():
        return Words("", "")
    return Words(f"“{inner(stated)}”", f" for {quoted(stated)}")


def _with_basis(row: dict[str, object]) -> Words:
    value, basis = value_of(row), row.get("basis")
    if not basis:
        return value
    return Words(f"{value.zh}，口径“{inner(str(basis))}”", f"{value.en}, basis {quoted(str(basis))}")
