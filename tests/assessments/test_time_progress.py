"""Time-proportional progress, as specification."""

from __future__ import annotations

import pytest

from assessments_support import judged
from milepost.assessments.methods import time_progress
from milepost.assessments.methods.time_progress import Thresholds
from milepost.assessments.model import cases

WAY = {"base": 50.0, "goal": 60.0, "direction": 1}


@pytest.mark.parametrize(
    ("current", "label", "status"),
    [
        (60.0, "early", "reached"),
        (56.7, "faster", "on_track"),  # 67 % of the way in 60 % of the time
        (56.6, "faster", "on_track"),  # exactly 1.1
        (56.5, "as_expected", "on_track"),
        (55.4, "as_expected", "on_track"),  # exactly 0.9
        (55.3, "behind", "at_risk"),
        (53.6, "behind", "at_risk"),  # exactly 0.6
        (53.5, "far_behind", "off_track"),
        (50.0, "far_behind", "off_track"),
        (49.95, "far_behind", "off_track"),  # half a percent of the way back: a hair
        (49.8, "moving_away", "moving_away"),
    ],
)
def test_the_share_of_the_way_is_held_against_that_of_the_time(current: float, label: str, status: str) -> None:
    """After three of five years 60 % is expected; the classes are cut at 1.1, 0.9 and 0.6 of it."""
    outcome = judged("time_progress", **WAY, current=current)
    assert (outcome["label"], outcome["status"]) == (label, status)
    assert outcome["time_share"] == pytest.approx(0.6)


def test_a_fall_is_followed_like_a_rise() -> None:
    """Half of the fall wanted in three fifths of the time is five sixths of what was expected."""
    outcome = judged("time_progress", base=20, current=17.5, goal=15, direction=-1)
    assert outcome["value"] == pytest.approx(0.5)
    assert outcome["ratio"] == pytest.approx(5 / 6)
    assert outcome["label"] == "behind"


def test_reductions_compound() -> None:
    """Qinghai 2009: 17 % asked for; after +1.51, −2.2 and −4.18 % it stands at 26.8 %, and needs 6.59 % a year."""
    left = (1 + 0.0151) * (1 - 0.022) * (1 - 0.0418)
    outcome = judged("time_progress", scale="log", base=1, current=left, goal=0.83, direction=-1)
    assert outcome["value"] == pytest.approx(0.268, abs=5e-4)
    assert outcome["still_needed"] == pytest.approx(-0.1275, abs=5e-5)
    assert outcome["pace_needed"] == pytest.approx(-0.0659, abs=5e-5)
    assert outcome["status"] == "off_track"


def test_over_fulfilment_is_a_plain_ratio() -> None:
    """Beijing, 2006 to 2010: 26.59 % out of 20 % is 32.95 % over, though changes compound."""
    fallen = {"base": 1, "current": 1 - 0.2659, "current_time": 2025, "goal": 0.8, "direction": -1}
    outcome = judged("time_progress", scale="log", **fallen)
    assert outcome["over_fulfilment"] == pytest.approx(0.3295)
    assert (outcome["label"], outcome["status"]) == ("achieved", "reached")


def test_at_the_date_only_reached_or_not_counts() -> None:
    """99 % of the way at the goal's date is missed."""
    outcome = judged("time_progress", **WAY, current=59.9, current_time=2025)
    assert (outcome["label"], outcome["status"]) == ("missed", "off_track")


def test_a_base_of_zero_and_a_goal_of_zero_are_ways_like_others() -> None:
    """Sums start from nothing, and what is to vanish falls to nothing; only compounding cannot."""
    assert judged("time_progress", base=0, current=6, goal=10, direction=1)["label"] == "as_expected"
    assert judged("time_progress", base=10, current=4, goal=0, direction=-1)["label"] == "as_expected"
    assert judged("time_progress", base=0, current=6, goal=10, direction=1, scale="log")["reason"] == "base_zero"
    assert judged("time_progress", base=10, current=4, goal=0, direction=-1, scale="log")["reason"] == "goal_zero"


def test_a_base_that_meets_the_goal_leaves_no_way() -> None:
    """Reached while it holds, moving away when it no longer does."""
    assert judged("time_progress", base=59.09, current=61, goal=50, direction=1)["status"] == "reached"
    assert judged("time_progress", base=59.09, current=49, goal=50, direction=1)["status"] == "moving_away"


def test_without_a_base_the_distance_is_given() -> None:
    """No status, the reason, and what is still needed."""
    outcome = judged("time_progress", current=54, goal=60, direction=1)
    assert (outcome["status"], outcome["reason"], outcome["still_needed"]) == (None, "no_base", 6.0)


def test_what_is_to_come_close_can_go_too_far() -> None:
    """From 12 into the range of 8 to 10, at 7: what it went too far is taken off, half of the way of 2."""
    outcome = judged(
        "time_progress", base=12, current=7, goal=8, goal_high=10, comparator="range", direction=0, met=False
    )
    assert outcome["value"] == pytest.approx(0.5)


def test_a_range_that_is_to_be_reached_from_below_cannot_be_passed() -> None:
    """Its lower end is the goal."""
    outcome = judged("time_progress", base=10, current=14, goal=20, goal_high=25, comparator="range", direction=1)
    assert outcome["value"] == pytest.approx(0.4)


def test_thresholds_can_be_others() -> None:
    """A stricter house calls 0.9 behind."""
    table = cases([{**WAY, "base_time": 2020, "current": 55.4, "current_time": 2023, "goal_time": 2025}])
    strict = time_progress.judge(table, thresholds=Thresholds(as_expected=0.95))
    assert strict["label"].to_list() == ["behind"]
