"""What two readers, each alone and before any rule was written, found wrong with a real plan, is found again."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from milepost.checks.agreement import Agreement, Reviewed, agreement
from milepost.checks.model import Severity
from milepost.checks.run import check_plan
from milepost.plans.run import compile_plan

FOLDER = Path(__file__).parent
REVIEWERS = ("a", "b")


@pytest.fixture(scope="module")
def agreements(real_plans: Path) -> dict[str, Agreement]:
    """Reviewer → how far the findings agree with them."""
    findings = check_plan(compile_plan(real_plans / "seed" / "tacheng-14th-fyp.txt"))
    reviews = json.loads((FOLDER / "tacheng.review.json").read_text(encoding="utf-8"))["reviews"]
    return {
        review["reviewer"]: agreement(findings, msgspec.convert(review["findings"], list[Reviewed]))
        for review in reviews
    }


# Share of each reviewer's findings that must be found. The whole of what is found is printed on docs/benchmarks.
@pytest.mark.parametrize("reviewer", REVIEWERS)
@pytest.mark.parametrize(("severity", "share"), [("error", 0.75), ("warning", 0.6), ("info", 0.6)])
def test_most_of_what_a_reader_finds_is_found(
    agreements: dict[str, Agreement], reviewer: str, severity: Severity, share: float
) -> None:
    """Of a reader's findings of each severity, the rules find a share that must not fall."""
    found, all_of_them = agreements[reviewer].recall(severity)
    assert found >= share * all_of_them


@pytest.mark.parametrize("reviewer", REVIEWERS)
def test_a_review_rests_on_places(agreements: dict[str, Agreement], reviewer: str) -> None:
    """Every finding of a reader names a family of rules and one place or more."""
    every = (*agreements[reviewer].found, *agreements[reviewer].missed)
    assert len(every) >= 100
    assert all(each.spans and all(span.length for span in each.spans) for each in every)
