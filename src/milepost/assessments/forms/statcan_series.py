"""Form `statcan_series`: series of Statistics Canada's progress measure, with and without a target.

Defaults are those of Open SDG's options: base year 2015, target year 2030, a fall wanted; of a range of years the first
counts. Zeros are replaced by 0.001, as published.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from milepost.assessments.methods import open_sdg
from milepost.assessments.model import cases
from milepost.assessments.worked import Form, Row, year_of

FORM = Form(
    name="statcan_series",
    figures=("progress_value", "status", "score"),
    inputs={"current_year": "year", "current_value": "number", "base_value": "number"},
    options={"base_year": "year", "target_year": "year", "target": "number", "limit": "number"},
)
ZERO: Final = 0.001


def compute(rows: Sequence[Row], meta: Row) -> list[dict[str, Any]]:  # noqa: ARG001 - the form's interface
    """Progress value, status and score of each series."""
    usual = [row for row in rows if not row.get("progress_thresholds")]
    found = dict(zip(map(id, usual), _judged(usual, None), strict=True))
    for row in rows:
        if id(row) not in found:
            found[id(row)] = _judged([row], row["progress_thresholds"])[0]
    return [found[id(row)] for row in rows]


def _judged(rows: Sequence[Row], thresholds: Mapping[str, float] | None) -> list[dict[str, Any]]:
    outcome = open_sdg.judge(cases(_case(row) for row in rows), zero=ZERO, thresholds=thresholds)
    return [
        {"progress_value": each["value"], "status": each["label"] or "not_available", "score": each["score"]}
        for each in outcome.iter_rows(named=True)
    ]


def _case(row: Row) -> dict[str, Any]:
    return {
        "direction": 1 if row.get("direction") in (1, "positive") else -1,
        "base": row["base_value"],
        "base_time": year_of(row.get("base_year") or 2015),
        "current": row["current_value"],
        "current_time": year_of(row["current_year"]),
        "goal": row.get("target"),
        "goal_time": year_of(row.get("target_year") or 2030),
        "limit": row.get("limit"),
    }
