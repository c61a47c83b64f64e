"""Form `istat_astat_thresholds`: the class of a yearly rate of change, for a wanted rise or fall."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from milepost.assessments.methods import istat
from milepost.assessments.model import cases
from milepost.assessments.worked import Form, Row

FORM = Form(
    name="istat_astat_thresholds",
    figures=("label",),
    inputs={"cagr": "number"},
    options={"polarity": "number"},
)


def compute(rows: Sequence[Row], meta: Row) -> list[dict[str, Any]]:  # noqa: ARG001 - the form's interface
    """The class of each rate: that of a value which changes by it in one year."""
    table = cases(
        {"direction": -1 if (row.get("polarity") or 1) < 0 else 1, "base": 1, "base_time": 0,
         "current": 1 + row["cagr"], "current_time": 1}
        for row in rows
    )  # fmt: skip
    return [{"label": (label or "").replace("_", " ")} for label in istat.judge(table)["label"]]
