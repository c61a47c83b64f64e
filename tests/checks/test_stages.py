"""Stages of a row and its target, each found at its own cell."""

from __future__ import annotations

from checks_support import plan_of_case
from milepost.checks.inspection import Inspection
from milepost.checks.stages import StagedRow, staged_rows

HEAD = "# Indicators\n\n| Indicator | Targets/Milestones | Annual Target |\n|---|---|---|\n"
OTHER = "| Area of rice insured (Ha) | Q1: 818 | Q2: 232 | Q3: 825 | Q4: 75 | 1,950 |\n"


def rows(row: str) -> tuple[list[StagedRow], str]:
    """The rows of a table with one row more, and its text."""
    inspection = Inspection.of(plan_of_case(HEAD + OTHER + row))
    return list(staged_rows(inspection)), inspection.text


def test_each_stage_points_at_its_own_figure() -> None:
    """The 0 of a quarter is not the last digit of 1,250, nor the 1 of Q1 a stage of one."""
    found, text = rows("| Area under cassava (Ha) | Q1: 250 | Q2: 1,250 | Q3: 0 | Q4: 1 | 1,501 |\n")
    row = found[1]
    assert [stage.span.of(text) for stage in (*row.stages, row.target)] == ["250", "1,250", "0", "1", "1,501"]
    assert row.is_flow
    assert row.is_complete


def test_a_row_without_its_last_quarter_is_not_complete() -> None:
    """What is due before the target may still lie below it."""
    found, _ = rows("| Households with electricity (%) | Q1: 70 | Q2: 72 | Q3: - | Q4: - | 76 |\n")
    assert [row.is_complete for row in found] == [True, False]


def test_a_single_quarter_is_all_that_is_due_in_the_year() -> None:
    """A row with one quarter is compared with its target like any other."""
    found, _ = rows("| Cows vaccinated | Q1: 300 | Q2: - | Q3: - | Q4: - | 300 |\n")
    assert [len(row.stages) for row in found] == [4, 1]
