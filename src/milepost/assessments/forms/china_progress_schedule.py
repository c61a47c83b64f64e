"""Form `china_progress_schedule`: share of the task that the schedule expects by the end of each year of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from milepost.assessments.methods import time_progress
from milepost.assessments.model import cases
from milepost.assessments.worked import Form, Row

FORM = Form(
    name="china_progress_schedule",
    figures=("cumulative_share_pct",),
    inputs={"year": "number"},
    options={"plan_years": "number"},
)
PLAN_YEARS: Final = 5


def compute(rows: Sequence[Row], meta: Row) -> list[dict[str, Any]]:  # noqa: ARG001 - the form's interface
    """The share of the time gone, which is the share of the task expected."""
    table = cases(
        {"base": 1, "base_time": 0, "current": 1, "goal": 2, "current_time": row["year"],
         "goal_time": row.get("plan_years") or PLAN_YEARS}
        for row in rows
    )  # fmt: skip
    return [{"cumulative_share_pct": 100 * share} for share in time_progress.judge(table)["time_share"]]
