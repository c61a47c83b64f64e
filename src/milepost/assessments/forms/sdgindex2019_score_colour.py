"""Form `sdgindex2019_score_colour`: scores and colours of the SDG Index 2019."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import polars

from milepost.assessments.methods import sdg_index
from milepost.assessments.model import cases
from milepost.assessments.worked import Form, Row

FORM = Form(
    name="sdgindex2019_score_colour",
    figures=("score", "colour"),
    inputs={"value": "number"},
    options={"best": "number", "worst": "number", "green": "number", "red": "number"},
)


def compute(rows: Sequence[Row], meta: Row) -> list[dict[str, Any]]:  # noqa: ARG001 - the form's interface
    """Score and colour of each value."""
    table = cases(
        {"current": row["value"], "worst": row.get("worst"), "best": row.get("best"), "goal": row.get("green")}
        for row in rows
    )
    red = polars.Series("red", [row.get("red") for row in rows], dtype=polars.Float64, strict=False)
    return sdg_index.judge(table.with_columns(red)).select("score", "colour").rows(named=True)
