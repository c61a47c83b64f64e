"""Held against another series, as specification."""

from __future__ import annotations

import pytest

from assessments_support import judged

FORM = {"form": "relation", "base": 1.0, "goal": 1.0}


@pytest.mark.parametrize(
    ("comparator", "direction", "lead", "label"),
    [
        ("gt", 1, 0.001, "kept"),
        ("gt", 1, 0.0, "slightly_off"),
        ("ge", 1, 0.0, "kept"),
        ("ge", 1, -0.005, "slightly_off"),
        ("ge", 1, -0.006, "off"),
        ("lt", -1, -0.001, "kept"),
        ("le", -1, 0.004, "slightly_off"),
        ("approx", 0, 0.005, "kept"),
        ("approx", 0, 0.009, "slightly_off"),
        ("approx", 0, 0.011, "off"),
        ("approx", 1, 0.03, "kept"),  # faster than in step, where a rise is wanted
        ("approx", 1, -0.009, "slightly_off"),
        ("eq", 1, -0.011, "off"),
        ("approx", -1, 0.011, "off"),
    ],
)
def test_the_yearly_lead_decides(comparator: str, direction: int, lead: float, label: str) -> None:
    """Three years of so much faster growth a year, with half a point of tolerance."""
    outcome = judged("relation", **FORM, comparator=comparator, direction=direction, current=(1 + lead) ** 3)
    assert outcome["label"] == label
    assert outcome["value"] == pytest.approx(lead)


def test_it_is_reached_only_at_the_date() -> None:
    """On track while it is kept; what is slightly off at the end is off track."""
    kept = {**FORM, "comparator": "gt", "current": 1.02}
    assert judged("relation", **kept)["status"] == "on_track"
    assert judged("relation", **kept, current_time=2025)["status"] == "reached"
    assert judged("relation", **FORM, comparator="gt", current=0.99, current_time=2025)["status"] == "off_track"


def test_what_is_met_so_far_is_not_reached() -> None:
    """The case says that the comparison holds now; it is to hold at the end."""
    assert judged("relation", **FORM, comparator="gt", current=1.02, met=True)["status"] == "on_track"
