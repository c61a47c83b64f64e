"""Form `escap_computed`: the current status index from a latest value, the anticipated gap from a predicted one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import polars

from milepost.assessments.methods import unescap
from milepost.assessments.model import cases
from milepost.assessments.worked import Form, Row

FORM = Form(
    name="escap_computed",
    figures=("csi", "gap_pct", "meaning"),
    inputs={"base": "number", "target": "number"},
    options={"current": "number", "predicted": "number", "direction": "number", "parity": "any"},
)


def compute(rows: Sequence[Row], meta: Row) -> list[dict[str, Any]]:  # noqa: ARG001 - the form's interface
    """The figures of each row; of a latest value only the index, of a predicted one only the gap, is comparable."""
    table = cases(_case(row) for row in rows)
    predicted = polars.Series("predicted", [row.get("predicted") for row in rows], dtype=polars.Float64, strict=False)
    outcome = unescap.judge(table, predicted=predicted)
    return [
        {"csi": each["value"], "gap_pct": each["gap"], "meaning": _meaning(each["gap"])}
        for each in outcome.iter_rows(named=True)
    ]


def _case(row: Row) -> dict[str, Any]:
    parity = bool(row.get("parity"))
    return {
        "direction": 0 if parity else row.get("direction"),
        "comparator": "eq" if parity else None,
        "base": row["base"],
        "current": row.get("current"),
        "goal": row["target"],
        "goal_time": 1,
    }


def _meaning(gap: float | None) -> str | None:
    if gap is None:
        return None
    return "met" if gap == 0 else "reverse trend" if gap > unescap.REVERSE else "gap remains"
