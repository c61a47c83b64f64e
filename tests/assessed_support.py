"""Rows and reports for the tests of how assessments are said and written."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import polars

import milepost
from milepost.assessments.report import Report
from milepost.assessments.result import ASSESSED
from milepost.assessments.run import assess
from milepost.assessments.telling import Teller
from milepost.checks.model import Tongue
from milepost.observations.decisions import read_decisions
from milepost.observations.vintages import Audience

QINGHE = Path(__file__).parents[1] / "examples" / "qinghe"
AS_OF = date(2024, 5, 31)

PLAIN: dict[str, Any] = {
    "target": "i1", "item": "i1", "item_kind": "indicator", "name": "常住人口城镇化率", "concept": "urbanisation_rate",
    "attribute": "expected", "region": "654200", "region_name": "塔城地区", "kind": "level", "comparator": "eq",
    "value": 0.55, "unit": "%", "unit_code": "1", "unit_factor": 0.01, "raw": "55", "by": "2025",
    "period_start": 2021, "period_end": 2025, "baseline": 0.5, "baseline_comparator": "eq", "baseline_year": 2020,
    "nature": "rate", "wanted": 1, "form": "path", "scale": "linear", "measure": "value", "start": 0.5,
    "start_time": 2020.0, "goal": 0.55, "goal_time": 2025.0, "indicator": "常住人口城镇化率", "latest": 0.532,
    "latest_unit": "1", "latest_period_kind": "year", "latest_period": "2023", "latest_source": "2023年统计公报",
    "base": 0.5, "base_time": 2020.0, "base_source": "plan", "current": 0.532, "current_time": 2023.0,
    "current_bound": "exact", "expected": 0.53, "met": False, "due": False, "way": 0.64, "time": 0.6,
    "pace": 0.032 / 3, "pace_needed": 0.009, "still_needed": 0.018, "status": "on_track", "method": "time_progress",
    "label": "as_expected", "national": "as_expected", "early": False, "doubts": [], "confidence": 1.0,
}  # fmt: skip
"""A target on its way, as it stands in `Assessment.targets`."""


def teller(tongue: Tongue = "zh", **changed: Any) -> Teller:
    """What a sentence is made from: the plain row with some columns changed."""
    row: dict[str, Any] = dict.fromkeys(ASSESSED) | {"doubts": []} | PLAIN | changed
    return Teller(row, tongue, {"i1": ("常住人口城镇化率", "urbanisation_rate")}, row["region"])


@cache
def qinghe(audience: Audience = "internal", tongue: Tongue = "zh") -> Report:
    """The example plan with its observations, assessed."""
    plan = milepost.compile_plan(QINGHE / "qinghe.txt")
    rows = milepost.read_observations(QINGHE / "observations.csv")
    decisions = read_decisions(QINGHE / "decisions.csv")
    return Report(assess(plan, rows, as_of=AS_OF, decisions=decisions, audience=audience), plan, tongue)


def named(report: Report, name: str) -> polars.DataFrame:
    """The targets of that name."""
    return report.assessment.targets.filter(polars.col("name") == name)
