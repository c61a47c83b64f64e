"""ISTAT's classes of change, as specification."""

from __future__ import annotations

import pytest

from assessments_support import judged


@pytest.mark.parametrize(
    ("rate", "label"),
    [
        (0.051, "clear_improvement"),
        (0.05, "slight_improvement"),
        (0.011, "slight_improvement"),
        (0.01, "stable"),
        (-0.0099, "stable"),
        (-0.01, "slight_worsening"),
        (-0.0499, "slight_worsening"),
        (-0.05, "clear_worsening"),
    ],
)
def test_classes_are_cut_at_one_and_five_percent(rate: float, label: str) -> None:
    """Over three years, for a rise that is wanted and mirrored for a fall."""
    rise = judged("istat", direction=1, base=20, current=20 * (1 + rate) ** 3)
    fall = judged("istat", direction=-1, base=20, current=20 * (1 - rate) ** 3)
    assert (rise["label"], fall["label"]) == (label, label)


def test_no_goal_is_needed_but_a_direction() -> None:
    """What is wanted, or where the goal lies; a base of zero has no rate."""
    assert judged("istat", base=20, current=21)["reason"] == "no_direction"
    assert judged("istat", base=20, current=21, goal=25)["label"] == "slight_improvement"
    assert judged("istat", direction=1, base=0, current=21)["reason"] == "base_zero"
