"""Form `eurostat_thresholds_computed`: Eurostat's ratio with a target, its directed rate without one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from milepost.assessments.methods import eurostat_target, eurostat_trend
from milepost.assessments.model import cases
from milepost.assessments.worked import Form, Row, year_of

FORM = Form(
    name="eurostat_thresholds_computed",
    figures=("actual_cagr", "required_cagr", "ratio", "cagr_directed", "label"),
    inputs={"base": "number", "current": "number"},
    options={
        "base_year": "year",
        "current_year": "year",
        "years": "number",
        "target": "number",
        "target_year": "year",
        "direction": "number",
    },
)


def compute(rows: Sequence[Row], meta: Row) -> list[dict[str, Any]]:  # noqa: ARG001 - the form's interface
    """Rates and class of each row; which method it is for the row's target says."""
    table = cases(_case(row) for row in rows)
    with_target = eurostat_target.judge(table).rows(named=True)
    without = eurostat_trend.judge(table).rows(named=True)
    return [
        _figures(row, each, other) for row, each, other in zip(rows, with_target, without, strict=True)
    ]


def _figures(row: Row, with_target: dict[str, Any], without: dict[str, Any]) -> dict[str, Any]:
    chosen = without if row.get("target") is None else with_target
    return {
        "actual_cagr": with_target["actual"],
        "required_cagr": with_target["required"],
        "ratio": with_target["value"],
        "cagr_directed": without["value"],
        "label": (chosen["label"] or "").replace("_", " "),
    }


def _case(row: Row) -> dict[str, Any]:
    start = year_of(row.get("base_year")) or 2015
    end = start + row["years"] if row.get("current_year") is None else year_of(row["current_year"])
    return {
        "direction": row.get("direction"),
        "base": row["base"],
        "base_time": start,
        "current": row["current"],
        "current_time": end,
        "goal": row.get("target"),
        "goal_time": year_of(row.get("target_year")) or 2030,
    }
