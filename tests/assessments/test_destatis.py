"""Destatis' weather symbols, as specification."""

from __future__ import annotations

import pytest

from assessments_support import judged

SIX = [2018.0 + year for year in range(6)]


@pytest.mark.parametrize(
    ("step", "goal", "label", "status"),
    [
        (1.0, 67.0, "sun", "on_track"),
        (0.95, 66.75, "sun_with_cloud", "at_risk"),  # exactly 5 % of the 2 that are left lack
        (0.8, 66.0, "sun_with_cloud", "at_risk"),  # exactly 20 %
        (0.79, 65.95, "cloud", "off_track"),
        (0.0, 62.0, "cloud", "off_track"),
        (-0.1, 61.5, "thunderstorm", "moving_away"),
        (1.0, 65.0, "sun", "reached"),
    ],
)
def test_the_mean_change_of_five_years_goes_on(step: float, goal: float, label: str, status: str) -> None:
    """From the latest value in 2023 to the goal in 2025."""
    values = [60 + step * year for year in range(6)]
    outcome = judged("destatis", direction=1, current=values[-1], goal=goal, times=SIX, values=values)
    assert (outcome["label"], outcome["status"]) == (label, status)
    assert outcome["annual_change"] == pytest.approx(step)


def test_six_years_without_a_gap_are_needed() -> None:
    """Five points, or six over seven years, are not judged."""
    rising = [60.0, 61.0, 62.0, 63.0, 64.0, 65.0]
    case = {"direction": 1, "current": 65.0, "goal": 70.0}
    assert judged("destatis", **case, times=SIX[1:], values=rising[1:])["reason"] == "six_years_needed"
    assert judged("destatis", **case, times=[2016.0, *SIX[1:]], values=rising)["reason"] == "six_years_needed"
