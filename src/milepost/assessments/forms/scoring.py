"""Form `scoring`: scores of forecasts as published, the overall weighted average among them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from milepost.assessments.scores import INPUTS, figures
from milepost.assessments.worked import Form, Row

FORM = Form(
    name="scoring",
    figures=("crps", "pit", "interval_score", "p_reach", "owa"),
    inputs={},
    options=INPUTS,
)


def compute(rows: Sequence[Row], meta: Row) -> list[dict[str, Any]]:
    """Of each row the figures that its inputs allow."""
    return [figures(row, meta) for row in rows]
