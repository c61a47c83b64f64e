"""A made-up county with a plan of one sentence, and statistics of a few figures, to assess."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import polars

from milepost import read_text
from milepost.assessments.result import Assessment
from milepost.assessments.run import assess
from milepost.plans.model import Plan, PlanPeriod, Region, RegionPart

REGION = "990000"
DAY = date(2024, 6, 1)

Values = dict[int | str, Any]


def planned(text: str, language: str = "zh") -> Plan:
    """A plan of 2021 to 2025 that says this."""
    region = Region("清河县", REGION, (RegionPart("东乡", "990001", ()), RegionPart("西乡", "990002", ())))
    return dataclasses.replace(read_text(text, language), period=PlanPeriod(2021, 2025, None), region=region)


def yearly(*values: float | None, first: int = 2021) -> Values:
    """Values of years one after the other."""
    return dict(zip(range(first, first + len(values)), values, strict=False))


def statistics(name: str, values: Values, unit: str, **columns: Any) -> polars.DataFrame:
    """Observations of one name; a value may be a pair with its bound."""
    rows = []
    for period, value in values.items():
        if value is None:
            continue
        figure, bound = value if isinstance(value, tuple) else (value, "exact")
        usual = {"region": REGION, "period_kind": "year", "bound": bound}
        rows.append({"indicator": name, "period": str(period), "value": float(figure), "unit": unit} | usual | columns)
    return polars.DataFrame(rows)


def assessed(text: str, *observations: polars.DataFrame, as_of: date = DAY, **options: Any) -> Assessment:
    """What is made of a plan's text and statistics."""
    rows = polars.concat(observations, how="diagonal")
    return assess(planned(text), rows, as_of=as_of, **options)


def stands(text: str, *observations: polars.DataFrame, **options: Any) -> dict[str, Any]:
    """Where the first target of a text stands."""
    return assessed(text, *observations, **options).targets.row(0, named=True)
