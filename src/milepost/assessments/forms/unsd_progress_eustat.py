"""Form `unsd_progress_eustat`: levels that Eustat published after the United Nations' technical note."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from milepost.assessments.methods import unsd_projection
from milepost.assessments.model import cases
from milepost.assessments.worked import Form, Row, year_of

FORM = Form(
    name="unsd_progress_eustat",
    figures=("score_published",),
    inputs={"direction": "number", "base_value": "number", "last_value": "number", "last_year": "year"},
    options={"base_year": "year", "target": "number", "target_year": "year", "limit": "number"},
)
WHOLE: Final = 100
POINT: Final = 1.0  # where the target is 0 or 100, the published values are percentages


def compute(rows: Sequence[Row], meta: Row) -> list[dict[str, Any]]:  # noqa: ARG001 - the form's interface
    """The level of each series: 3, 2 or 1."""
    outcome = unsd_projection.judge(cases(_case(row) for row in rows), point=POINT)
    return [{"score_published": int(label) if label else None} for label in outcome["label"]]


def _case(row: Row) -> dict[str, Any]:
    target = row.get("target")
    return {
        "direction": row["direction"],
        "base": row["base_value"],
        "base_time": year_of(row.get("base_year")) or 2015,
        "current": row["last_value"],
        "current_time": year_of(row["last_year"]),
        "goal": target,
        "goal_time": year_of(row.get("target_year")) or 2030,
        "limit": WHOLE if target == WHOLE else row.get("limit"),
    }
