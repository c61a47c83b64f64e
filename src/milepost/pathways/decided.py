"""What decisions make of deferred targets: a value for the whole period, or a value for each year."""

from __future__ import annotations

from datetime import date

import polars
from polars import col, lit, when

from milepost.observations.decisions import in_force, with_items
from milepost.observations.units import base_unit
from milepost.pathways.model import TARGETS
from milepost.pathways.shaping import DECIDED
from milepost.plans.concepts.table import concept


def with_decisions(
    targets: polars.DataFrame, decisions: polars.DataFrame, as_of: date | None, language: str
) -> polars.DataFrame:
    """The table of targets, with what has been decided by a date put into those that were deferred.

    A value for the whole period makes the target one of the kind of its concept: average growth, a fall over the
    period, else a level at its end. Values for single years become targets of those years, `id:2023`; the deferred
    target itself is then held every year: the worst margin between the year's value and what was decided for it
    decides. A decision in another dimension than the concept's is not used.

    Parameters
    ----------
    targets : polars.DataFrame
        With the columns of `TARGETS`, before `milepost.pathways.shaping.shaped`.
    decisions : polars.DataFrame
        With the columns of `milepost.observations.decisions.DECISIONS`.
    as_of : date, optional
        Decisions of later days are not used.
    language : str
        Code of the plan's language.
    """
    held = with_items(in_force(decisions, as_of), targets, language).filter(col("item").is_not_null())
    waiting = targets.filter(col("kind") == "deferred").select("target", "item", "concept", "period_end")
    found = waiting.join(held, on="item", how="inner", maintain_order="left").pipe(_in_its_unit)
    if not found.height:
        return targets
    # Decisions said by name and by id may be about one target: the later day holds.
    latest = found.sort("date", "row").unique(["target", "year"], keep="last", maintain_order=True)
    at_end = _at_the_end(latest)
    whole = latest.filter(col("year").is_null() | at_end)
    years = latest.filter(col("year").is_not_null()).join(whole.select("target"), on="target", how="anti")
    return _with_years(_with_whole(targets, whole), years)


def _at_the_end(latest: polars.DataFrame) -> polars.Series:
    """Whether a value decided for a year is what the plan itself would have asked for: the only one, for its last year.

    A rate of growth of the last year is that of one year all the same.
    """
    named = latest["decided_concept"].unique()
    changing = [name for name in named if name and (known := concept(name)) and known.change is not None]
    grows = col("decided_concept").is_in(changing)
    only = polars.len().over("target") == 1
    last = (col("year") == col("period_end")).fill_null(value=False)
    return latest.select(only & last & ~grows.fill_null(value=False)).to_series()


def _in_its_unit(found: polars.DataFrame) -> polars.DataFrame:
    """Decisions in a unit that the target's concept can have, with the concept they are about (`decided_concept`).

    A percentage of what is measured otherwise is its growth or its fall. What has no concept takes any known unit.
    """
    different = found.select("concept", "unit").unique()
    meant = [_meant(identity, unit) for identity, unit in different.iter_rows()]
    told = different.with_columns(
        polars.Series("_fits", [fits for fits, _ in meant], dtype=polars.Boolean),
        polars.Series("decided_concept", [identity for _, identity in meant], dtype=polars.String),
    )
    joined = found.join(told, on=["concept", "unit"], how="left", nulls_equal=True, maintain_order="left")
    return joined.filter("_fits").drop("_fits")


def _meant(identity: str | None, unit: str | None) -> tuple[bool, str | None]:
    """Whether a figure in such a unit can be of a concept or of its change, and of which."""
    known, measured = concept(identity) if identity else None, base_unit(unit)
    if measured is None:
        return False, identity
    if known is None or measured.code in known.units:
        return True, identity
    changes = (concept(f"{known.id}_{change}") for change in ("fall", "growth"))
    changed = next((each for each in changes if each is not None and measured == (*each.units[:1], 0.01)), None)
    return changed is not None, changed.id if changed else identity


def _filled(rows: polars.DataFrame) -> polars.DataFrame:
    """Rows of targets with the decided value, unit and comparator (columns `decided_…`) in place of their own."""
    named = rows["decided_concept"].unique()
    direction = {name: known.direction for name in named if name and (known := concept(name))}
    change = {name: known.change for name in named if name and (known := concept(name))}
    sense = col("decided_concept").replace_strict(direction, default=None, return_dtype=polars.String)
    usual = when(sense == "up").then(lit("ge")).when(sense == "down").then(lit("le")).otherwise(lit("eq"))
    grows = col("decided_concept").replace_strict(change, default=None, return_dtype=polars.String) == "growth"
    one_year = col("decided_year").is_not_null()
    return rows.with_columns(
        concept="decided_concept",
        kind=when(grows.fill_null(False) & ~one_year).then(lit("annual_growth")).otherwise(lit("level")),
        comparator=polars.coalesce("decided_comparator", usual),
        value="decided_value",
        value_high=lit(None, dtype=polars.Float64),
        unit="decided_unit",
        unit_code="decided_code",
        unit_factor=polars.coalesce("decided_factor", lit(1.0)),
        raw=col("decided_document"),
    )


def _decided(rows: polars.DataFrame) -> polars.DataFrame:
    value = col("base_value")
    return rows.select(
        "target",
        "decided_concept",
        decided_year="year",
        decided_value=value,
        decided_unit="unit",
        decided_code="base_unit",
        decided_factor=when(col("value") != 0).then(value / col("value")),
        decided_comparator="comparator",
        decided_document="document",
    )


def _with_whole(targets: polars.DataFrame, whole: polars.DataFrame) -> polars.DataFrame:
    joined = targets.join(_decided(whole), on="target", how="left", maintain_order="left")
    is_decided = col("decided_code").is_not_null()
    filled = _filled(joined)
    taken = (when(is_decided).then(filled[name]).otherwise(col(name)).alias(name) for name in TARGETS)
    return joined.with_columns(taken).select(*TARGETS)


def _with_years(targets: polars.DataFrame, years: polars.DataFrame) -> polars.DataFrame:
    """The targets, those with yearly decisions made into what is held every year, each year's own behind it."""
    if not years.height:
        return targets
    decided = _decided(years).sort("target", "decided_year")
    joined = targets.with_row_index("order").join(decided, on="target", how="inner", maintain_order="left_right")
    filled = _filled(joined)
    year = col("decided_year")
    # What was so at the start of the plan is no base for the growth of one year.
    single = filled.with_columns(
        target=polars.format("{}:{}", "target", year),
        by=year.cast(polars.String),
        period_start=year,
        period_end=year,
        baseline=None,
        baseline_year=None,
        certainty=lit(DECIDED),
    )
    main = filled.unique("target", keep="last", maintain_order=True).with_columns(
        kind=lit("deferred"), measure=lit("margin"), value=lit(None, dtype=polars.Float64)
    )
    # The target keeps its own words: they say why it was decided year by year.
    main = main.drop("raw").join(targets.select("target", "raw"), on="target", how="left", maintain_order="left")
    rest = targets.with_row_index("order").filter(~col("target").is_in(main["target"].implode()))
    columns = ["order", *TARGETS]
    together = polars.concat([rest.select(columns), main.select(columns), single.select(columns)])
    return together.sort("order", maintain_order=True).select(*TARGETS)
