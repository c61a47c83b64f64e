"""The faults that stand in the example plan on purpose (FAULTS.md beside it) are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from milepost.checks.model import Finding
from milepost.checks.run import check_plan
from milepost.plans.run import compile_plan

# Number of the fault in FAULTS.md → the rule that finds it, and a part of what it must rest on.
FAULTS = {
    1: ("TA01", "学前教育毛入园率"),
    2: ("LA06", "28"),
    3: ("CO01", "60%"),
    4: ("TA08", "耕地保有量"),
    5: ("LA01", "第六章"),
    6: ("LA05", "专栏5"),
    7: ("CO08", "石桥县冷链物流中心"),
    8: ("AR01", "8%"),
    9: ("TA18", "105%"),
    10: ("LA15", "（"),
    11: ("WO20", "士"),
    12: ("AR07", "五大"),
    13: ("LA08", "类别"),
}


@pytest.fixture(scope="module")
def findings(example: Path) -> list[Finding]:
    """All findings of the example plan."""
    return check_plan(compile_plan(example))


@pytest.mark.parametrize("number", FAULTS)
def test_a_planted_fault_is_found(findings: list[Finding], number: int) -> None:
    """The rule for it finds the fault, at the words that show it."""
    code, words = FAULTS[number]
    quotes = [place.quote for finding in findings if finding.code == code for place in finding.evidence]
    assert any(words in quote for quote in quotes)
