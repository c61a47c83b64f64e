"""Confidence says how often rows are right."""

from __future__ import annotations

import json
from pathlib import Path

from milepost.plans.run import compile_plan
from scoring import COMMITMENT_FIELDS, compare

GOLDEN = Path(__file__).parent
PLANS = {
    "tacheng": "seed/tacheng-14th-fyp.txt",
    "national-11th": "data/plans/national-11th.txt",
    "national-12th": "data/plans/national-12th.txt",
    "zhejiang-report-2025": "data/plans/zhejiang-report-2025.docx",
    "gansu-report-2025": "data/plans/gansu-report-2025.docx",
    "jiangxi-report-2025": "data/plans/jiangxi-report-2025.docx",
}
# What a row must have right to count as right; the deadline is judged apart.
FIELDS = {name: COMMITMENT_FIELDS[name] for name in ("unit", "comparator", "kind", "subject")}


def shares(folder: Path) -> tuple[float, float, int, int]:
    """Shares of right commitments at confidence 0.9 and above and below, and how many rows there are of each."""
    right = {True: 0, False: 0}
    rows_of = {True: 0, False: 0}
    for name, path in PLANS.items():
        gold = json.loads((GOLDEN / f"{name}.commitments.json").read_text(encoding="utf-8"))["rows"]
        rows = [
            {
                "value_span": list(row.value_span),
                "value": row.target.value,
                "unit": row.target.unit,
                "comparator": row.target.comparator,
                "kind": row.target.kind,
                "subject": row.subject,
                "sure": row.confidence >= 0.9,
            }
            for row in compile_plan(folder / path).commitments
        ]
        score = compare(rows, gold, FIELDS)
        wrong = {id(row) for pairs in score.fields.values() for row, _ in pairs} | {id(row) for row in score.extra}
        for row in rows:
            rows_of[row["sure"]] += 1
            right[row["sure"]] += id(row) not in wrong
    return right[True] / rows_of[True], right[False] / rows_of[False], rows_of[True], rows_of[False]


def test_sure_rows_are_right_more_often(real_plans: Path) -> None:
    """Of the rows at 0.9 and above at least nine in ten are right, and of those below fewer."""
    sure, unsure, _, _ = shares(real_plans)
    assert sure >= 0.9
    assert unsure < sure


if __name__ == "__main__":
    import os

    print("at 0.9 and above %.3f, below %.3f (%d and %d rows)" % shares(Path(os.environ["MILEPOST_REAL_PLANS"])))  # noqa: T201, UP031
