"""What a plan says of the past, ready to be held against observations: its baselines and its facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars

from milepost.observations.inspection import Dataset
from milepost.observations.measuring import called, concept_named
from milepost.observations.units import base_unit
from milepost.plans.model import Baseline, Commitment, Indicator, Plan

BASELINES: Final[dict[str, polars.DataType]] = {
    "item": polars.String(),
    "name": polars.String(),  # the concept's id, else the indicator's own name: as in the rows of a dataset
    "measure": polars.String(),
    "region": polars.String(),
    "stated_name": polars.String(),
    "baseline_year": polars.Int32(),
    "baseline": polars.Float64(),  # in base units
    "half_baseline": polars.Float64(),
    "baseline_value": polars.Float64(),  # as printed
    "baseline_unit": polars.String(),
    "comparator": polars.String(),
}
"""Columns of `baselines` and `facts`."""


def region_of(plan: Plan) -> str | None:
    """The code of a plan's region, else its name; None where the plan names none."""
    return (plan.region.code or plan.region.name) if plan.region else None


def baselines(dataset: Dataset) -> polars.DataFrame:
    """The baselines of a plan's items, a row for each that has a year and a number; none without a plan."""
    rows = list(_baselines(dataset.plan)) if dataset.plan else []
    return polars.DataFrame(rows, schema=BASELINES, orient="row")


def facts(dataset: Dataset) -> polars.DataFrame:
    """The facts of a plan about one whole year, in the same columns; none without a plan."""
    rows = list(_facts(dataset.plan)) if dataset.plan else []
    return polars.DataFrame(rows, schema=BASELINES, orient="row")


def planned_units(dataset: Dataset) -> polars.DataFrame:
    """The units that a plan gives figures in: `called` (its name), `planned_unit` as printed, `unit_code`."""
    items: tuple[Indicator | Commitment, ...] = (
        (*dataset.plan.indicators, *dataset.plan.commitments) if dataset.plan else ()
    )
    rows = []
    for item in items:
        name = item.name if isinstance(item, Indicator) else item.subject
        units = (item.unit if isinstance(item, Indicator) else None, item.target.unit if item.target else None)
        unit = next((each for each in units if each), None)
        base = base_unit(unit) if unit else None
        if base is not None:
            rows.append((name.strip(), unit, base.code))
    schema = {"called": polars.String, "planned_unit": polars.String, "unit_code": polars.String}
    return polars.DataFrame(rows, schema=schema, orient="row").unique(maintain_order=True)


def _baselines(plan: Plan) -> Iterator[tuple[object, ...]]:
    region = region_of(plan)
    items: tuple[Indicator | Commitment, ...] = (*plan.indicators, *plan.commitments)
    for item in items:
        baseline = item.baseline
        where = item.region or region if isinstance(item, Commitment) else region
        year = _year(baseline.period) if baseline else None
        if baseline is None or baseline.value is None or baseline.normalized is None or year is None or where is None:
            continue
        name = item.name if isinstance(item, Indicator) else item.subject
        unit = _unit_of(item, baseline)
        yield _row(item.id, item.concept, name, where, year, baseline.value, unit, baseline.comparator)


def _facts(plan: Plan) -> Iterator[tuple[object, ...]]:
    region = region_of(plan)
    for fact in plan.facts:
        where = fact.region or region
        if fact.value is None or fact.normalized is None or fact.period is None or where is None:
            continue
        # The sum over one year is that year's value of a flow.
        if fact.kind not in ("level", "share", "growth", "cumulative") or fact.period[0] != fact.period[1]:
            continue
        year = _year(fact.period[0])
        if year is not None:
            yield _row(fact.id, None, fact.subject, where, year, fact.value, fact.unit, fact.comparator)


def _unit_of(item: Indicator | Commitment, baseline: Baseline) -> str | None:
    if baseline.unit is not None:
        return baseline.unit
    if isinstance(item, Indicator):
        return item.unit
    return item.target.unit


def _row(
    item: str, concept: str | None, name: str, region: str, year: int, value: float, unit: str | None, comparator: str
) -> tuple[object, ...]:
    found = concept_named(name, unit)
    base = base_unit(unit)
    factor = base.factor if base else 1.0
    _, _, fraction = f"{value!r}".partition(".")
    decimals = 0 if fraction in ("", "0") else len(fraction)
    series_name = called(name, found) if found or concept is None else concept
    measure = base.code if base else unit or ""
    return (
        item, series_name, measure, region, name, year, float(f"{value * factor:.12g}"), 0.5 * factor * 10.0**-decimals,
        float(value), unit, comparator,
    )  # fmt: skip


def _year(period: str | tuple[str, str] | None) -> int | None:
    text = period if isinstance(period, str) else (period[1] if period and period[0] == period[1] else None)
    return int(text) if text and text.isdecimal() and len(text) == 4 else None
