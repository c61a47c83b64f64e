"""Form `denton`: a series that moves like an indicator and adds up to benchmarks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from milepost.assessments.worked import Form, Row
from milepost.kernel.errors import UsageError
from milepost.pathways.benchmarking import denton

FORM = Form(
    name="denton",
    figures=("series",),
    inputs={"indicator": "numbers", "benchmark": "numbers"},
    options={"k": "number"},
)


def compute(rows: Sequence[Row], meta: Row) -> list[dict[str, Any]]:  # noqa: ARG001 - the form's interface
    """The series of each row; `k` values of the indicator belong to a benchmark."""
    return [{"series": _series(row)} for row in rows]


def _series(row: Row) -> list[float]:
    size = row.get("k")
    if size is not None and int(size) != size:
        raise ValueError(f"k is no whole number: {size}")
    try:
        series = denton(row["indicator"], row["benchmark"], None if size is None else int(size))
    except UsageError as error:
        raise ValueError(str(error)) from error
    return [float(value) for value in series]
