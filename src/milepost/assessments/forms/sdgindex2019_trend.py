"""Form `sdgindex2019_trend`: arrows of the SDG Index 2019, by the scores of two years and that of the goal in 2030."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from milepost.assessments.methods import sdg_index
from milepost.assessments.model import cases
from milepost.assessments.worked import Form, Row, year_of

FORM = Form(
    name="sdgindex2019_trend",
    figures=("arrow", "actual_per_year", "needed_per_year"),
    inputs={"goal_score": "number", "y0": "year", "s0": "number", "y1": "year", "s1": "number"},
)
ARROWS: Final = {"up": "↑", "diagonal": "➚", "flat": "→", "down": "↓"}


def compute(rows: Sequence[Row], meta: Row) -> list[dict[str, Any]]:  # noqa: ARG001 - the form's interface
    """The arrow of each series."""
    outcome = sdg_index.judge(cases(_case(row) for row in rows))
    return [
        {
            "arrow": ARROWS.get(each["label"]),
            "actual_per_year": each["pace"],
            "needed_per_year": each["needed"],
        }
        for each in outcome.iter_rows(named=True)
    ]


def _case(row: Row) -> dict[str, Any]:
    return {
        "direction": 1,
        "base": row["s0"],
        "base_time": year_of(row["y0"]),
        "current": row["s1"],
        "current_time": year_of(row["y1"]),
        "goal": row["goal_score"],
        "goal_time": 2030,
    }
