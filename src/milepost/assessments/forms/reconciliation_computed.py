"""Form `reconciliation_computed`: figures of a whole and its parts, made to add up.

A row with a summing matrix `S` is reconciled by least squares with the weights `W_diag` (or a whole matrix `W`), all
alike when there are none. A row without one has the whole first and then its parts, to which it is shared out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from milepost.assessments.worked import Form, Row
from milepost.kernel.errors import UsageError
from milepost.pathways.reconciliation import reconciled, shared_out

FORM = Form(
    name="reconciliation_computed",
    figures=("reconciled",),
    inputs={"base_forecasts": "numbers"},
    options={"S": "any", "W_diag": "numbers", "W": "any"},
)


def compute(rows: Sequence[Row], meta: Row) -> list[dict[str, Any]]:  # noqa: ARG001 - the form's interface
    """The reconciled figures of each row."""
    return [{"reconciled": _reconciled(row)} for row in rows]


def _reconciled(row: Row) -> list[float]:
    figures = row["base_forecasts"]
    try:
        if row.get("S") is None:
            return [float(figures[0]), *map(float, shared_out(figures[0], figures[1:]))]
        weights = row.get("W") if row.get("W") is not None else row.get("W_diag")
        return [float(value) for value in reconciled(figures, row["S"], weights)]
    except UsageError as error:
        raise ValueError(str(error)) from error
