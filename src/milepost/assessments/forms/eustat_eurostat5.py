"""Form `eustat_eurostat5`: Eustat's variant of Eurostat's two methods.

It keeps thresholds strict, shrinks those without a target near a natural limit, and has names of its own for the
classes; zeros are replaced by 0.001, as in Open SDG on which it is built.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from milepost.assessments.methods import eurostat_target, eurostat_trend
from milepost.assessments.model import cases
from milepost.assessments.worked import Form, Row, year_of

FORM = Form(
    name="eustat_eurostat5",
    figures=("progress_value", "status", "score"),
    inputs={"base_value": "number", "current_value": "number", "current_year": "year"},
    options={"base_year": "year", "target": "number", "target_year": "year", "limit": "number"},
)
ZERO: Final = 0.001
WITH_TARGET: Final = {"insufficient_progress": "moderate_deterioration", "movement_away": "significant_deterioration"}
WITHOUT: Final = {
    "moderate_movement_away": "moderate_deterioration",
    "significant_movement_away": "significant_deterioration",
}


def compute(rows: Sequence[Row], meta: Row) -> list[dict[str, Any]]:  # noqa: ARG001 - the form's interface
    """Progress value, status and score of each series."""
    table = cases(_case(row) for row in rows)
    with_target = eurostat_target.judge(table, strict=True).rows(named=True)
    without = eurostat_trend.judge(table, limited=True).rows(named=True)
    return [
        _figures(without[number], WITHOUT) if row.get("target") is None else _figures(with_target[number], WITH_TARGET)
        for number, row in enumerate(rows)
    ]


def _figures(outcome: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    label = outcome["label"]
    return {
        "progress_value": outcome["value"],
        "status": names.get(label, label) if label else "not_available",
        "score": outcome["score"],
    }


def _case(row: Row) -> dict[str, Any]:
    target = row.get("target")
    return {
        "direction": 1 if row.get("direction") in (1, "positive") else -1,
        "base": row["base_value"] or ZERO,
        "base_time": year_of(row.get("base_year")) or 2015,
        "current": row["current_value"],
        "current_time": year_of(row["current_year"]),
        "goal": target if target is None else target or ZERO,
        "goal_time": year_of(row.get("target_year")) or 2030,
        "limit": row.get("limit"),
    }
