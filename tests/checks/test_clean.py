"""A document in which everything is right gives no finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from milepost.checks.run import checked_plan
from milepost.checks.settings import Settings
from milepost.plans.run import compile_plan

FOLDER = Path(__file__).parent / "clean"


def said_of(name: str) -> list[str]:
    """Code and message of every finding on a document, of all rules."""
    checked = checked_plan(compile_plan(FOLDER / name), Settings(select=("all",)))
    assert not checked.failures
    return [f"{finding.code} {finding.message.en}" for finding in checked.findings]


@pytest.mark.xfail(
    strict=True,
    reason="under 年均增长（%）/〔累计〕 a growth without brackets is read as an amount; 优良天数316天 is not read",
)
def test_a_clean_chinese_plan_has_no_findings() -> None:
    """No rule finds anything in a five-year plan whose figures tie and which says who does what by when."""
    assert said_of("mingsha.txt") == []


def test_a_clean_english_plan_has_no_findings() -> None:
    """No rule finds anything in a district plan whose figures tie and which says who does what by when."""
    assert said_of("northfield.md") == []
