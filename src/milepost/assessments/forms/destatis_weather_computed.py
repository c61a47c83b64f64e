"""Form `destatis_weather_computed`: yearly change, projection, share lacking and symbol, from six yearly points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from milepost.assessments.methods import destatis
from milepost.assessments.model import cases
from milepost.assessments.worked import Form, Row, year_of

FORM = Form(
    name="destatis_weather_computed",
    figures=("annual_change", "projected", "miss_share", "symbol"),
    inputs={"last_six": "numbers", "last_year": "year", "target": "number", "target_year": "year"},
    options={"direction": "number"},
)


def compute(rows: Sequence[Row], meta: Row) -> list[dict[str, Any]]:  # noqa: ARG001 - the form's interface
    """The figures of each row. Where no direction is given, it is that from the latest value to the target."""
    outcome = destatis.judge(cases(_case(row) for row in rows))
    return [
        {
            "annual_change": each["annual_change"],
            "projected": each["projected"],
            "miss_share": each["value"],
            "symbol": (each["label"] or "").replace("_", " "),
        }
        for each in outcome.iter_rows(named=True)
    ]


def _case(row: Row) -> dict[str, Any]:
    values, last = row["last_six"], year_of(row["last_year"]) or 0
    towards = (row["target"] > values[-1]) - (row["target"] < values[-1])
    return {
        "direction": row.get("direction") or towards,
        "current": values[-1],
        "current_time": last,
        "goal": row["target"],
        "goal_time": year_of(row["target_year"]),
        "times": list(range(last - len(values) + 1, last + 1)),
        "values": values,
    }
