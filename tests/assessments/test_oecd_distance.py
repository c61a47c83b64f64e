"""OECD's distance to the target, as specification."""

from __future__ import annotations

import pytest

from assessments_support import judged


@pytest.mark.parametrize(
    ("current", "distance", "label", "status"),
    [
        (91.0, 0.0, "achieved", "reached"),
        (86.0, 0.5, "near", "on_track"),
        (85.0, 0.625, "medium", "at_risk"),
        (78.0, 1.5, "medium", "at_risk"),
        (70.0, 2.5, "far", "off_track"),
    ],
)
def test_the_distance_is_told_in_spreads_of_the_peers(current: float, distance: float, label: str, status: str) -> None:
    """A spread of 8 among the peers; neither base nor date is needed."""
    outcome = judged("oecd_distance", direction=1, current=current, goal=90, peers_spread=8)
    assert outcome["value"] == pytest.approx(distance)
    assert (outcome["label"], outcome["status"]) == (label, status)


def test_without_peers_there_is_no_measure() -> None:
    """Nor where they are all alike."""
    assert judged("oecd_distance", direction=1, current=80, goal=90)["reason"] == "no_peers"
    assert judged("oecd_distance", direction=1, current=80, goal=90, peers_spread=0)["reason"] == "no_peers"
