"""Required pace, as specification."""

from __future__ import annotations

import pytest

from assessments_support import judged

WAY = {"base": 50.0, "goal": 60.0, "direction": 1}


@pytest.mark.parametrize(
    ("current", "label", "status"),
    [
        (60.0, "reached", "reached"),
        (56.0, "sufficient", "on_track"),  # 2 a year so far, 2 a year needed
        (55.9, "sufficient", "on_track"),  # 1.97 of 2.05
        (55.5, "faster_needed", "at_risk"),  # 1.83 of 2.25
        (54.0, "much_faster_needed", "off_track"),  # 1.33 of 3
        (50.0, "much_faster_needed", "off_track"),
        (49.9, "moving_away", "moving_away"),
    ],
)
def test_the_pace_so_far_is_held_against_the_pace_needed(current: float, label: str, status: str) -> None:
    """Cut at 0.95 and 0.6 of the pace that is needed from here."""
    outcome = judged("required_pace", **WAY, current=current)
    assert (outcome["label"], outcome["status"]) == (label, status)


def test_it_tells_when_the_goal_is_reached_at_the_present_pace() -> None:
    """4 in three years, 6 to go: four and a half years more."""
    outcome = judged("required_pace", **WAY, current=54)
    assert outcome["pace"] == pytest.approx(4 / 3)
    assert outcome["pace_needed"] == pytest.approx(3)
    assert outcome["years_needed"] == pytest.approx(4.5)
    assert outcome["reached_time"] == pytest.approx(2027.5)


def test_rates_compound_where_changes_do() -> None:
    """An index of 1.05 a year toward 1.06 a year: 7.5 % a year is needed in the last two."""
    outcome = judged("required_pace", scale="log", base=1, current=1.05**3, goal=1.06**5, direction=1)
    assert outcome["pace"] == pytest.approx(0.05)
    assert outcome["pace_needed"] == pytest.approx((1.06**5 / 1.05**3) ** 0.5 - 1)
    assert outcome["label"] == "faster_needed"
    assert outcome["reached_time"] > 2025


def test_a_pace_of_nothing_never_gets_there() -> None:
    """No year is named, nor where the value goes the wrong way."""
    assert judged("required_pace", **WAY, current=50)["reached_time"] is None
    assert judged("required_pace", **WAY, current=45)["reached_time"] is None
    assert judged("required_pace", **WAY, current=50.01)["reached_time"] is None  # thousands of years ahead
    assert judged("required_pace", scale="log", base=1, current=1.02, goal=0.8, direction=-1)["reached_time"] is None


def test_what_was_not_reached_by_its_date_is_overdue() -> None:
    """No time is left in which a pace would do."""
    outcome = judged("required_pace", **WAY, current=59, current_time=2025)
    assert (outcome["label"], outcome["status"], outcome["pace_needed"]) == ("overdue", "off_track", None)
