"""Yearly series of a table: of observations with what is known of each indicator, or plainly `series, year, value`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars
from polars import col, lit, when

from milepost.forecasts.yearly import PERCENT
from milepost.kernel.errors import UsageError
from milepost.observations.inspection import Dataset
from milepost.observations.limits import COUNTED
from milepost.observations.model import DERIVED, REQUIRED, SCHEMA
from milepost.observations.vintages import known
from milepost.observations.within_year import adds_up

PLAIN: Final = ("series", "year", "value")
LIMITS: Final = ("low", "high")
FACTS: Final[dict[str, polars.DataType]] = {
    "series": polars.String(),
    "indicator": polars.String(),
    "region": polars.String(),
    "region_name": polars.String(),
    "basis": polars.String(),
    "unit": polars.String(),
    "concept": polars.String(),
    "group": polars.String(),  # what is the same for a whole and its parts; null for what does not add up over regions
    "impossible": polars.UInt32(),  # values left out: beyond what can be true
    "bounds": polars.UInt32(),  # values left out: stated as "at least" or "at most"
    "rivals": polars.Boolean(),  # whether sources differ on the last value
    "unlike": polars.Boolean(),  # whether a percentage of which no limits are known lies where no share can
}
"""What is known of each series."""

_EARLIEST, _LATEST = 1, 9999
_SLACK: Final = 1e-9  # relative: what conversion of units may leave behind


@dataclass(frozen=True, slots=True)
class Frame:
    """Yearly series.

    `values` has `series`, `year`, `value` in the unit printed, `low` and `high`; `to_date` has `series`, `year`,
    `month`, `value` of flows within a year; `facts` a row for each series with the columns of FACTS. `limited` says
    whether the limits are known, or must be told from the values.
    """

    values: polars.DataFrame
    to_date: polars.DataFrame
    facts: polars.DataFrame
    limited: bool


def framed(table: polars.DataFrame, as_of: date | None = None) -> Frame:
    """The yearly series of a table.

    Parameters
    ----------
    table : polars.DataFrame
        Observations (`milepost.observations.model.SCHEMA`, normalised or not), or the columns `series`, `year`, `value`
        and if wanted `indicator`, `region`, `unit`, `basis`, `low`, `high`.
    as_of : date, optional
        Only what was known then is used, of observations; today when it is not given.

    Raises
    ------
    UsageError
        If columns are missing, or do not hold what they should.
    """
    if set(REQUIRED) <= set(table.columns):
        return _of_observations(table, as_of)
    if not set(PLAIN) <= set(table.columns):
        accepted = f"{', '.join(PLAIN)}; or observations: {', '.join(REQUIRED)}"
        raise UsageError("columns are missing", where="frame", found=", ".join(table.columns[:20]), accepted=accepted)
    return _of_plain(table)


def _of_plain(table: polars.DataFrame) -> Frame:
    extras = [name for name in ("indicator", "region", "unit", "basis") if name in table.columns]
    limits = [name for name in LIMITS if name in table.columns]
    try:
        rows = table.select(
            col("series").cast(polars.String),
            col("year").cast(polars.Int64),
            col("value").cast(polars.Float64),
            *(col(name).cast(polars.Float64).fill_nan(None) for name in limits),
            *(col(name).cast(polars.String) for name in extras),
        )
    except polars.exceptions.PolarsError as error:
        found = str(error).splitlines()[0][:200]
        raise UsageError("not what the column should hold", where="frame", found=found, accepted="numbers") from error
    is_year = col("year").is_between(_EARLIEST, _LATEST).fill_null(False)
    if table["year"].dtype.is_float():
        is_year &= table["year"] % 1 == 0
    _refuse(rows, col("series").is_null() | ~is_year, "a row without a series, or without a year", "both")
    limits = [name for name in limits if rows[name].is_not_null().any()]
    if len(limits) == len(LIMITS):
        _refuse(rows, col("low") > col("high"), "a lower limit above the upper one", "low ≤ high")
    facts = _plain_facts(rows, extras)
    if not limits:
        return Frame(rows, _no_sums(), _with_all(_unlike_shares(facts, rows)), limited=False)
    is_beyond = polars.any_horizontal(
        *(col("value") < col(name) if name == "low" else col("value") > col(name) for name in limits)
    ).fill_null(False) & col("value").is_finite()
    left = rows.filter(is_beyond).group_by("series").agg(impossible=polars.len())
    facts = facts.join(left, on="series", how="left", maintain_order="left")
    values = rows.with_columns(value=when(~is_beyond).then("value"))
    return Frame(values, _no_sums(), _with_all(facts), limited=True)


def _refuse(rows: polars.DataFrame, wrong: polars.Expr, fault: str, accepted: str) -> None:
    bad = rows.filter(wrong.fill_null(False))
    if bad.height:
        raise UsageError(fault, where="frame", found=repr(bad.row(0, named=True))[:200], accepted=accepted)


def _unlike_shares(facts: polars.DataFrame, rows: polars.DataFrame) -> polars.DataFrame:
    """Series in percent that no share can be: below 0, or above 100."""
    if "unit" not in rows.columns:
        return facts
    is_beyond = col("unit").is_in(PERCENT) & ((col("value") < 0) | (col("value") > 100)) & col("value").is_finite()
    found = rows.group_by("series").agg(unlike=is_beyond.any())
    return facts.join(found, on="series", how="left", maintain_order="left")


def _plain_facts(rows: polars.DataFrame, extras: Sequence[str]) -> polars.DataFrame:
    """What the first row of each series says of it."""
    facts = rows.unique("series", keep="first", maintain_order=True)
    if not {"indicator", "region"} <= set(extras):
        return facts
    texts = ("indicator", *(name for name in ("unit", "basis") if name in extras))
    group = polars.concat_str(*(col(name).fill_null("") for name in texts), separator="|")
    is_share = col("unit").fill_null("").is_in(PERCENT) if "unit" in extras else lit(False)
    return facts.with_columns(group=when(~is_share).then(group))


def _of_observations(table: polars.DataFrame, as_of: date | None) -> Frame:
    dataset = Dataset.of(known(_complete(table), as_of))
    is_year, is_sum = col("period_kind") == "year", col("period_kind") == "year_to_date"
    is_exact = col("bound").fill_null("exact") == "exact"
    # What is said of December to date is said of the year.
    whole = dataset.chosen.filter(is_exact, is_year | (is_sum & (col("end").dt.month() == 12)))
    yearly = whole.sort(~is_year, maintain_order=True).unique(["series", "year"], keep="first", maintain_order=True)
    facts = _facts(dataset.chosen.join(yearly.select("row", _yearly=lit(True)), on="row", how="left"))
    of = facts.select("series", "_name", "_low", "_high", _factor="factor")
    # Values go into the unit that the series was last printed in.
    rows = yearly.join(of, on="series", how="inner", maintain_order="left")
    slack = _SLACK * col("number").abs()
    is_beyond = ((col("number") < col("_low") - slack) | (col("number") > col("_high") + slack)).fill_null(False)
    counts = (
        rows.filter(is_beyond).group_by("series").agg(impossible=polars.len()),
        dataset.chosen.filter(is_year & ~is_exact).group_by("series").agg(bounds=polars.len()),
        _disputed(dataset, yearly),
    )
    for count in counts:
        facts = facts.join(count, on="series", how="left", maintain_order="left")
    values = rows.select(
        series="_name",
        year=col("year").cast(polars.Int64),
        value=when(~is_beyond).then(col("number") / col("_factor")),
        low=col("_low") / col("_factor"),
        high=col("_high") / col("_factor"),
    )
    sums = dataset.chosen.filter(is_exact & is_sum & (col("end").dt.month() < 12), adds_up())
    to_date = sums.join(of, on="series", how="inner", maintain_order="left").select(
        series="_name",
        year=col("year").cast(polars.Int64),
        month=col("end").dt.month().cast(polars.Int64),
        value=col("number") / col("_factor"),
    )
    return Frame(values, to_date, _with_all(facts.drop("series").rename({"_name": "series"})), limited=True)


def _complete(table: polars.DataFrame) -> polars.DataFrame:
    """The observations with all columns of the format, and those worked out from them where they were there."""
    kinds = {**SCHEMA, **(DERIVED if set(DERIVED) <= set(table.columns) else {})}
    try:
        return table.select(
            (col(name).cast(kind) if name in table.columns else lit(None, dtype=kind)).alias(name)  # type: ignore[arg-type]
            for name, kind in kinds.items()
        )
    except polars.exceptions.PolarsError as error:
        found = str(error).splitlines()[0][:200]
        raise UsageError("not what the column should hold", where="frame", found=found) from error


def _facts(chosen: polars.DataFrame) -> polars.DataFrame:
    """A row for each series, in the order of first appearance: what its last yearly row says, and its limits."""
    yearly = chosen.with_columns(col("_yearly").fill_null(False))
    latest = yearly.sort("_yearly", "year").unique("series", keep="last", maintain_order=True).sort("row")
    extent = yearly.group_by("name", "measure").agg(_least=col("number").min(), _most=col("number").max())
    facts = latest.join(extent, on=["name", "measure"], how="left", maintain_order="left")
    low, high = _limits()
    adds = (
        col("nature").fill_null("flow").is_in(["stock", "flow"])
        & ~(col("is_part") | col("is_per_head"))
        & ~col("measure").str.contains("/", literal=True)
    )
    facts = facts.with_columns(
        _low=low,
        _high=high,
        group=when(adds).then(polars.concat_str("name", "measure", "basis_key", separator="|")),
        basis="basis_key",
    )
    name = polars.concat_str("indicator", "region", separator=" · ")
    with_basis = polars.concat_str(name, "basis", separator=" · ")
    named = facts.with_columns(_name=when(col("basis") != "").then(with_basis).otherwise(name))
    # Series of one name in two units.
    alike = ~col("_name").is_unique()
    return named.with_columns(
        _name=when(alike).then(polars.concat_str("_name", "measure", separator=" · ")).otherwise("_name")
    )


def _limits() -> tuple[polars.Expr, polars.Expr]:
    """The least and the most that can be true of a series, in base units; null where there is no limit."""
    is_change = col("change").fill_null("").is_in(["growth", "fall"])
    is_known = col("concept").is_not_null()
    # Of what no concept tells, nothing falls below zero that never did anywhere.
    never_below = (col("_least") >= 0) & ~col("is_balance") & (col("measure") != "point")
    counted = col("measure").is_in(list(COUNTED)) & ~col("is_balance")
    low = when(is_change).then(-1.0).when(is_known).then("low").when(counted | never_below).then(0.0)
    is_share = col("is_part") & ~is_change
    high = (
        when(is_known & is_share & (col("high") == 1))
        .then(1.0)
        .when(~is_known & is_share & never_below & (col("_most") <= 1))
        .then(1.0)
    )
    return low, high


def _disputed(dataset: Dataset, yearly: polars.DataFrame) -> polars.DataFrame:
    """For the last value of each series, whether sources differ on it."""
    last = yearly.sort("year").unique("series", keep="last").select("series", "period_kind", "period")
    voices = dataset.current.join(last, on=["series", "period_kind", "period"], how="semi")
    spread = (col("number").max() - col("number").min()) > _SLACK * col("number").abs().max()
    return voices.group_by("series").agg(rivals=spread)


def _with_all(facts: polars.DataFrame) -> polars.DataFrame:
    table = facts.select(
        (col(name).cast(kind) if name in facts.columns else lit(None, dtype=kind)).alias(name)
        for name, kind in FACTS.items()
    )
    return table.with_columns(col("impossible", "bounds").fill_null(0), col("rivals", "unlike").fill_null(False))


def _no_sums() -> polars.DataFrame:
    return polars.DataFrame(
        schema={"series": polars.String, "year": polars.Int64, "month": polars.Int64, "value": polars.Float64}
    )
