"""The pathway method, as specification."""

from __future__ import annotations

import pytest

from assessments_support import judged

WAY = {"base": 50.0, "goal": 60.0, "direction": 1, "expected": 54.0}


@pytest.mark.parametrize(
    ("current", "label", "status"),
    [
        (60.0, "ahead", "reached"),
        (54.5, "ahead", "on_track"),  # 5 % of the way ahead
        (54.0, "on_path", "on_track"),
        (53.5, "on_path", "on_track"),
        (53.4, "behind", "at_risk"),
        (52.5, "behind", "at_risk"),
        (52.4, "far_behind", "off_track"),
        (49.8, "moving_away", "moving_away"),
    ],
)
def test_the_latest_value_is_held_against_that_of_the_pathway(current: float, label: str, status: str) -> None:
    """Cut at 5 % ahead, 5 % and 15 % of the whole way behind."""
    outcome = judged("pathway", **WAY, current=current)
    assert (outcome["label"], outcome["status"]) == (label, status)
    assert outcome["gap"] == pytest.approx(current - 54)


def test_a_fall_ahead_of_its_pathway_is_ahead() -> None:
    """Lower than asked for is better where a fall is wanted."""
    assert judged("pathway", base=20, goal=10, direction=-1, expected=16, current=15)["label"] == "ahead"


def test_a_pathway_that_begins_with_a_dip_does_not_move_away() -> None:
    """What the pathway itself asks for is on it, below the base or not."""
    assert judged("pathway", base=50, goal=60, direction=1, expected=48, current=48)["label"] == "on_path"


def test_without_a_value_on_the_pathway_there_is_a_reason() -> None:
    """And without a base, which the distance is measured by."""
    assert judged("pathway", base=50, goal=60, direction=1, current=55)["reason"] == "no_expected"
    assert judged("pathway", goal=60, direction=1, current=55, expected=54)["reason"] == "no_base"
