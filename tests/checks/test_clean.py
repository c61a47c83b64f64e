"""A document in which everything is right gives no finding."""

from __future__ import annotations

from pathlib import Path

from milepost.checks.run import checked_plan
from milepost.checks.settings import Settings
from milepost.plans.run import compile_plan

FOLDER = Path(__file__).parent / "clean"


def said_of(name: str) -> list[str]:
    """Code and message of every finding on a document, of all rules."""
    checked = checked_plan(compile_plan(FOLDER / name), Settings(select=("all",)))
    assert not checked.failures
    return [f"{finding.code} {finding.message.en}" for finding in checked.findings]


def test_a_clean_chinese_plan_has_no_findings() -> None:
    """No rule finds anything in a five-year plan whose figures tie and which says who does what by when."""
    assert said_of("mingsha.txt") == []


def test_a_clean_english_plan_has_no_findings() -> None:
    """No rule finds anything in a district plan whose figures tie and which says who does what by when."""
    assert said_of("northfield.md") == []
