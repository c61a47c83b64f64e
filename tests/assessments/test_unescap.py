"""UNESCAP's current status and anticipated progress, as specification."""

from __future__ import annotations

import pytest

from assessments_support import judged

WAY = {"base": 50.0, "base_time": 2015.0, "goal": 90.0, "goal_time": 2030.0, "direction": 1}


def test_the_status_index_counts_tenths_of_the_way() -> None:
    """Ten is the goal, below zero a regression."""
    assert judged("unescap", **WAY, current=70)["value"] == pytest.approx(5)
    assert judged("unescap", **WAY, current=45)["value"] == pytest.approx(-1.25)


def test_parity_can_be_missed_on_both_sides() -> None:
    """From 0.8 toward 1: 1.1 is as far off as 0.9."""
    parity = {"base": 0.8, "goal": 1.0, "direction": 0, "comparator": "eq", "met": False}
    assert judged("unescap", **parity, current=1.1)["value"] == pytest.approx(5)
    assert judged("unescap", **parity, current=0.9)["value"] == pytest.approx(5)


@pytest.mark.parametrize(
    ("current", "gap", "label", "status"),
    [
        (71.3, 0.1, "maintain", "on_track"),
        (68.0, 15.6, "accelerate", "at_risk"),
        (60.0, 53.1, "accelerate_strongly", "off_track"),
        (49.0, 104.7, "reverse", "moving_away"),
        (90.0, 0.0, "maintain", "reached"),
    ],
)
def test_the_line_goes_on_to_the_date(current: float, gap: float, label: str, status: str) -> None:
    """From two points at eight years' distance, seven years on; what lacks then is a part of the whole way."""
    outcome = judged("unescap", **WAY, current=current)
    assert outcome["gap"] == pytest.approx(gap, abs=0.06)
    assert (outcome["label"], outcome["status"]) == (label, status)


def test_recent_years_weigh_more() -> None:
    """After years of standstill the last steps pull the line up, above the one that weighs all alike."""
    times = [2015.0 + year for year in range(9)]
    values = [50.0] * 6 + [53.0, 56.0, 59.0]
    predicted = judged("unescap", **WAY, current=59, times=times, values=values)["predicted"]
    alike = 50 + 18 / 9 + 54 / 60 * (2030 - 2019)  # mean 52, slope by least squares 0.9
    assert predicted > alike


def test_one_year_makes_no_line() -> None:
    """Two points are the least."""
    outcome = judged("unescap", **WAY, current=50, current_time=2015, times=[2015.0], values=[50.0])
    assert outcome["reason"] == "series_too_short"
