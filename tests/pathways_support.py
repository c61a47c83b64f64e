"""Targets for tests of pathways, made of a few words each."""

from __future__ import annotations

from typing import Any

import polars

from milepost.pathways.shaping import targets_table

COUNTED = {"unit": "人", "unit_code": "person", "unit_factor": 1.0, "nature": "flow"}


def targets(*rows: dict[str, Any]) -> polars.DataFrame:
    """A table of targets; what rows do not say is a level in percent, from 2020 to 2025."""
    usual = {
        "kind": "level",
        "comparator": "eq",
        "unit": "%",
        "unit_code": "1",
        "unit_factor": 0.01,
        "period_start": 2021,
        "period_end": 2025,
    }
    schema = {
        "baseline": polars.Float64, "value": polars.Float64, "baseline_year": polars.Int32, "attribute": polars.String,
        "period_start": polars.Int32, "period_end": polars.Int32, "nature": polars.String, "change": polars.String,
        "by": polars.String, "name": polars.String, "item_kind": polars.String, "concept": polars.String,
    }  # fmt: skip
    whole = [{**usual, **row} for row in rows]
    used = {name: kind for name, kind in schema.items() if any(name in row for row in whole)}
    return targets_table(polars.DataFrame(whole, schema_overrides=used, infer_schema_length=None))


def urban(**more: Any) -> dict[str, Any]:
    """An urban share from 50 to 55 percent."""
    return {"target": "urban", "name": "城镇化率", "value": 0.55, "baseline": 0.5, "baseline_year": 2020, **more}


def jobs(value: float = 105000.0, **more: Any) -> dict[str, Any]:
    """So many jobs in five years."""
    return {"target": "jobs", "name": "新增就业", "kind": "cumulative", "value": value, **COUNTED, **more}


def fall(value: float = 0.17, **more: Any) -> dict[str, Any]:
    """A fall by so much in five years."""
    return {"target": "fall", "name": "能耗降低", "kind": "cumulative", "change": "fall", "value": value, **more}


def growth(value: float = 0.07, **more: Any) -> dict[str, Any]:
    """Growth by so much a year."""
    return {"target": "growth", "name": "生产总值增长", "kind": "annual_growth", "value": value, **more}
