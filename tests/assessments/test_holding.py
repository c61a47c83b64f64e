"""Holding a bound all the time, as specification."""

from __future__ import annotations

from typing import Any

import pytest

from assessments_support import judged

FLOOR = {"form": "hold", "measure": "worst", "comparator": "ge", "goal": 95.0, "direction": 1, "base": 97.0}


def held(values: list[float], **case: Any) -> dict[str, Any]:
    """What is said of yearly values from 2021 on."""
    times = [2021.0 + place for place in range(len(values))]
    latest = {"current": values[-1], "current_time": times[-1], "times": times, "values": values}
    return judged("holding", **(FLOOR | latest | case))


@pytest.mark.parametrize(
    ("values", "label", "status"),
    [
        ([97.0, 98.0, 97.5], "kept", "on_track"),
        ([97.0, 95.0, 97.5], "kept", "on_track"),  # 95 is at least 95
        ([97.0, 94.9, 97.5], "broken", "off_track"),
        ([99.0, 97.5, 96.5], "endangered", "at_risk"),  # the line ends at 93.9
        ([96.0, 98.0, 95.5, 95.4], "endangered", "at_risk"),  # less than 1 % is left, and it fell
        ([97.0, 98.0, 97.5, 97.0, 96.0], "kept", "reached"),
        ([97.0, 94.0, 97.5, 97.0, 96.0], "broken", "off_track"),
    ],
)
def test_the_worst_year_decides(values: list[float], label: str, status: str) -> None:
    """One year below is enough; kept to the end is reached; a trend that would break it is a risk."""
    outcome = held(values)
    assert (outcome["label"], outcome["status"]) == (label, status)
    assert outcome["worst"] == min(values)


def test_the_year_that_broke_it_is_named() -> None:
    """The first of them, beside the worst."""
    outcome = held([94.9, 96.0, 94.0])
    assert (outcome["broken_time"], outcome["worst_time"], outcome["worst"]) == (2021.0, 2023.0, 94.0)


def test_what_was_before_the_base_does_not_count() -> None:
    """Only years after it."""
    times, values = [2018.0, 2019.0, 2021.0, 2022.0, 2023.0], [80.0, 85.0, 97.0, 98.0, 98.0]
    outcome = judged("holding", **FLOOR, current=96, times=times, values=values)
    assert (outcome["broken_time"], outcome["years_seen"], outcome["label"]) == (None, 3, "kept")


def test_a_ceiling_is_kept_from_above() -> None:
    """At most 4: 4 keeps it, 4.1 breaks it; less than 4: 4 breaks it."""
    assert held([3.5, 4.0, 3.6], comparator="le", goal=4, direction=-1, base=3.6)["label"] == "kept"
    assert held([3.5, 4.1, 3.6], comparator="le", goal=4, direction=-1, base=3.6)["label"] == "broken"
    assert held([3.5, 4.0, 3.6], comparator="lt", goal=4, direction=-1, base=3.6)["label"] == "broken"


def test_a_plain_value_is_held_on_the_side_that_is_wanted() -> None:
    """保持在 95 of what is to rise is at least that; a range without a side is kept both ways; 左右 leaves 5 %."""
    assert held([96.0, 99.0], comparator="eq")["label"] == "kept"
    both = {"comparator": "range", "goal": 2, "goal_high": 3, "direction": 0, "base": 2.5}
    assert held([2.5, 2.4, 2.6], **both)["label"] == "kept"
    assert held([2.5, 3.1, 2.6], **both)["label"] == "broken"
    about = {"comparator": "approx", "goal": 100, "direction": 0, "base": 100}
    assert held([96.0, 104.0, 98.0], **about)["label"] == "kept"
    assert held([94.0, 104.0, 98.0], **about)["label"] == "broken"


def test_a_level_that_its_base_met_may_have_been_broken_in_between() -> None:
    """It asks for its date only: restored is a risk before it, reached at it; broken is what fails now."""
    level = {"measure": "value", "goal": 50.0, "base": 59.09}
    assert held([49.0, 55.0, 60.0, 65.0], **level)["label"] == "restored"
    assert held([49.0, 55.0, 60.0, 65.0, 66.0], **level)["status"] == "reached"
    assert held([58.0, 55.0, 49.0], **level)["label"] == "broken"


def test_a_latest_value_alone_is_judged() -> None:
    """No data at all is none: the reason says so."""
    assert judged("holding", **FLOOR, current=96)["label"] == "kept"
    assert judged("holding", **FLOOR)["reason"] == "no_current"
