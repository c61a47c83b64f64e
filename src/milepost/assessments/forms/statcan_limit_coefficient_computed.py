"""Form `statcan_limit_coefficient_computed`: how far thresholds shrink near a natural limit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from milepost.assessments.methods import open_sdg
from milepost.assessments.model import cases
from milepost.assessments.worked import Form, Row

FORM = Form(
    name="statcan_limit_coefficient_computed",
    figures=("C",),
    inputs={"base": "number", "limit": "number"},
)


def compute(rows: Sequence[Row], meta: Row) -> list[dict[str, Any]]:  # noqa: ARG001 - the form's interface
    """The coefficient of each base and limit."""
    outcome = open_sdg.judge(cases({"base": row["base"], "limit": row["limit"]} for row in rows))
    return [{"C": each} for each in outcome["coefficient"]]
