"""Form `unsd_computed`: both methods of the United Nations Statistics Division, of 2022 and of 2023 and 2024."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from milepost.assessments.methods import unsd_chart, unsd_projection
from milepost.assessments.model import cases
from milepost.assessments.worked import Form, Row, year_of

FORM = Form(
    name="unsd_computed",
    figures=("cagr", "projected_2030", "gap_ratio", "level_2023_rule", "cagr_ratio", "level_2022_chart"),
    inputs={"base": "number", "current": "number", "base_year": "year", "current_year": "year"},
    options={"target": "number", "target_year": "year", "direction": "number", "limit": "number"},
)


def compute(rows: Sequence[Row], meta: Row) -> list[dict[str, Any]]:  # noqa: ARG001 - the form's interface
    """Rates, projection and classes of each row."""
    table = cases(_case(row) for row in rows)
    chart = unsd_chart.judge(table).rows(named=True)
    projection = unsd_projection.judge(table).rows(named=True)
    return [
        {
            "cagr": later["growth"],
            "projected_2030": later["projected"],
            "gap_ratio": later["value"],
            "level_2023_rule": int(later["label"]) if later["label"] else None,
            "cagr_ratio": each["value"],
            "level_2022_chart": (each["label"] or "").replace("_", " "),
        }
        for each, later in zip(chart, projection, strict=True)
    ]


def _case(row: Row) -> dict[str, Any]:
    return {
        "direction": row.get("direction"),
        "base": row["base"],
        "base_time": year_of(row["base_year"]),
        "current": row["current"],
        "current_time": year_of(row["current_year"]),
        "goal": row.get("target"),
        "goal_time": year_of(row.get("target_year")) or 2030,
        "limit": row.get("limit"),
    }
