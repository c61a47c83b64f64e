"""The methods on a way from a base to a goal: their thresholds, edges and signs, as their sources state them."""

from __future__ import annotations

from typing import Any

import polars
import pytest

from milepost.assessments.methods import (
    eurostat_target,
    eurostat_trend,
    open_sdg,
    sdg_index,
    unsd_chart,
    unsd_projection,
)
from milepost.assessments.model import cases

GROWTH_METHODS = [eurostat_target, open_sdg, unsd_chart, unsd_projection]
ALL = [*GROWTH_METHODS, sdg_index]


def case(base: float | None, current: float | None, goal: float | None = None, **more: Any) -> dict[str, Any]:
    """A case from 2015 over 2020 to 2030; the goal tells the direction unless one is given."""
    times = {"base_time": 2015, "current_time": 2020, "goal_time": 2030}
    return {"base": base, "current": current, "goal": goal, **times, **more}


def judged(method: Any, one: dict[str, Any], **options: Any) -> dict[str, Any]:
    """What a method says of one case."""
    outcome: polars.DataFrame = method.judge(cases([one]), **options)
    return outcome.row(0, named=True)


@pytest.mark.parametrize("method", ALL)
@pytest.mark.parametrize(
    ("one", "status"),
    [
        (case(100, 130, 130), "reached"),
        (case(100, 131, 130, due=True), "reached"),
        (case(100, 112, 130), "on_track"),
        (case(100, 100.5, 130), "off_track"),
        (case(100, 90, 130), "moving_away"),
        (case(130, 118, 100), "on_track"),
        (case(130, 140, 100), "moving_away"),
        (case(-20, -17, -12), "on_track"),
        (case(-20, -23, -12), "moving_away"),
    ],
)
def test_rising_falling_and_negative_series_are_judged_alike(method: Any, one: dict[str, Any], status: str) -> None:
    """The sign of the values turns the sign of their rate, not the verdict."""
    assert judged(method, one)["status"] == status


@pytest.mark.parametrize("method", ALL)
def test_a_base_better_than_the_goal_is_no_excuse(method: Any) -> None:
    """While the value still meets the goal it is reached; once it does not, it has moved away, however fast."""
    ahead = {"direction": 1}
    assert judged(method, case(100, 95, 90, **ahead))["status"] == "reached"
    assert judged(method, case(100, 85, 90, **ahead))["status"] == "moving_away"
    assert judged(method, case(90, 85, 90, **ahead))["status"] == "moving_away"


@pytest.mark.parametrize("method", ALL)
def test_after_the_goals_date_nothing_is_on_track(method: Any) -> None:
    """A goal that is missed at its own date is off track, though the rate was nearly the required one."""
    late = {"current_time": 2030, "due": True}
    assert judged(method, case(100, 129.9, 130, **late))["status"] == "off_track"
    assert judged(method, case(100, 130, 130, **late))["status"] == "reached"


@pytest.mark.parametrize("method", ALL)
def test_a_range_is_aimed_at_from_either_side(method: Any) -> None:
    """Below it a rise is wanted, above it a fall, within it nothing more."""
    into = {"comparator": "range", "goal_high": 120.0, "direction": 1}
    assert judged(method, case(50, 72, 100, **into))["status"] == "on_track"
    assert judged(method, case(200, 165, 100, **into))["status"] == "on_track"
    assert judged(method, case(200, 220, 100, **into))["status"] == "moving_away"
    assert judged(method, case(200, 110, 100, **into))["status"] == "reached"


@pytest.mark.parametrize("method", GROWTH_METHODS)
@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (case(0, 5, 10), "base_zero"),
        (case(10, -5, 20), "sign_changes"),
        (case(None, 5, 10), "no_base"),
        (case(5, None, 10), "no_current"),
        (case(5, 6, 10, base_time=None), "no_base_time"),
        (case(5, 6, 10, current_time=None), "no_current_time"),
        (case(5, 6, 10, goal_time=None), "no_goal_time"),
        (case(5, 6, 10, goal_time=2015), "goal_not_after_base"),
        (case(5, 6, 10, current_time=2015.5), "span_too_short"),
        (case(5, 6, 10, form="hold"), "form_differs"),
        (case(5, 5, 5, comparator="gt", met=False, direction=1), "goal_is_base"),
    ],
)
def test_what_has_no_rate_of_change_gets_a_reason(method: Any, one: dict[str, Any], reason: str) -> None:
    """No figure is made up where a rate has no meaning or an input is lacking."""
    outcome = judged(method, one)
    assert (outcome["status"], outcome["label"], outcome["reason"]) == (None, None, reason)


@pytest.mark.parametrize("method", ALL)
@pytest.mark.parametrize("form", ["hold", "relation"])
def test_what_is_to_be_held_is_not_reached_by_a_method_on_a_way(method: Any, form: str) -> None:
    """Meeting a bound today is not the end of it, so the form counts before the goal."""
    outcome = judged(method, case(100, 130, 120, form=form))
    assert (outcome["status"], outcome["reason"]) == (None, "form_differs")


def test_a_value_on_a_cut_point_stays_there_in_any_unit() -> None:
    """Half of the needed pace is half of it in 元 and in 万元, whatever the binary fractions."""
    for factor in (1.0, 1e-4, 0.01, 1e4, 1e8, 1 / 3):
        one = case(100 * factor, 105 * factor, 130 * factor)
        assert judged(sdg_index, one)["label"] == "diagonal", factor


@pytest.mark.parametrize("method", GROWTH_METHODS)
def test_what_is_met_is_met_without_a_rate(method: Any) -> None:
    """A base of zero, or none at all, does not hide that the goal is met."""
    for base in (0, None):
        assert judged(method, case(base, 12, 10, direction=1))["status"] == "reached"


def test_methods_without_goal_go_by_the_direction() -> None:
    """Where it is known; a series with a goal is left to the method with a target."""
    for method in (open_sdg, eurostat_trend, unsd_chart, unsd_projection):
        assert judged(method, case(100, 112, direction=1))["status"] == "on_track"
        assert judged(method, case(100, 112, direction=-1))["status"] == "moving_away"
        assert judged(method, case(100, 112))["reason"] == "no_direction"
    assert judged(eurostat_trend, case(100, 112, 130, direction=1))["reason"] == "has_goal"
    for method in (eurostat_target, sdg_index):
        assert judged(method, case(100, 112, direction=1))["reason"] == "no_goal"


@pytest.mark.parametrize(
    ("ratio", "label", "strict"),
    [
        (0.95, "significant_progress", "moderate_progress"),
        (0.60, "moderate_progress", "insufficient_progress"),
        (0.0, "insufficient_progress", "insufficient_progress"),
    ],
)
def test_a_value_on_a_threshold_goes_up_unless_strict(ratio: float, label: str, strict: str) -> None:
    """Eurostat's 95 % and 60 % on the line; 0 is insufficient either way."""
    # One year of 100 %, so that ratio and rate are one and exact.
    one = case(1, 1 + ratio, 2, base_time=2019, current_time=2020, goal_time=2020)
    value = judged(eurostat_target, one)["value"]
    assert value == pytest.approx(ratio)
    exact = value == ratio
    assert judged(eurostat_target, one)["label"] == label or not exact
    assert judged(eurostat_target, one, strict=True)["label"] == strict or not exact


@pytest.mark.parametrize(
    ("rate", "label", "older"),
    [
        (0.0101, "significant_progress", "significant_progress"),
        (0.0099, "moderate_progress", "moderate_progress"),
        (0.0011, "moderate_progress", "moderate_progress"),
        (0.0009, "no_progress", "moderate_progress"),
        (0.0, "no_progress", "moderate_movement_away"),
        (-0.0009, "no_progress", "moderate_movement_away"),
        (-0.0011, "moderate_movement_away", "moderate_movement_away"),
        (-0.0101, "significant_movement_away", "significant_movement_away"),
    ],
)
def test_eurostats_five_and_four_classes(rate: float, label: str, older: str) -> None:
    """1 %, 0.1 %, −0.1 % and −1 % divide the newer ones; 1 %, 0 and −1 % the older."""
    outcome = judged(eurostat_trend, case(100, 100 * (1 + rate) ** 5, direction=1))
    assert (outcome["label"], outcome["older"]) == (label, older)
    assert outcome["score"] == pytest.approx(max(-5, min(5, 250 * rate)))


def test_near_a_limit_less_growth_is_asked_for() -> None:
    """Without a goal only; the limit itself is to be kept; falling back is not excused."""
    near = {"direction": 1, "limit": 100}
    assert judged(open_sdg, case(95, 96, direction=1))["label"] == "limited_progress"
    assert judged(open_sdg, case(95, 96, **near))["label"] == "moderate_progress"
    assert judged(open_sdg, case(95, 97, **near))["label"] == "substantial_progress"
    kept = judged(open_sdg, case(100, 100, **near))
    assert (kept["label"], kept["score"], kept["coefficient"]) == ("substantial_progress", 5.0, 0.0)
    assert judged(open_sdg, case(100, 99, **near))["label"] == "deterioration"
    with_goal = judged(open_sdg, case(95, 96, 99, **near))
    assert with_goal["value"] == judged(open_sdg, case(95, 96, 99, direction=1))["value"]
    assert with_goal["coefficient"] is None


def test_open_sdg_replaces_zeros_only_when_asked() -> None:
    """By 0.001 as published, which depends on the unit; left out, a zero has a reason."""
    assert judged(open_sdg, case(0, 5, direction=1))["reason"] == "base_zero"
    assert judged(open_sdg, case(20, 10, 0))["reason"] == "goal_zero"
    replaced = judged(open_sdg, case(0, 0.002, direction=1), zero=0.001)
    assert replaced["value"] == pytest.approx(2 ** (1 / 5) - 1)
    to_zero = judged(open_sdg, case(20, 10, 0), zero=0.001)
    assert to_zero["value"] == pytest.approx((1 - 0.5 ** (1 / 5)) / (1 - (0.001 / 20) ** (1 / 15)))
    assert judged(open_sdg, case(20, 0.0005, 0, direction=-1), zero=0.001)["label"] == "target_achieved"


def test_own_thresholds_of_a_series() -> None:
    """Those named take the place of the usual ones."""
    one = case(100, 101, direction=1)
    assert judged(open_sdg, one)["label"] == "limited_progress"
    assert judged(open_sdg, one, thresholds={"med": 0.001})["label"] == "moderate_progress"


@pytest.mark.parametrize(
    ("scores", "groups", "mean", "label"),
    [
        ([5.0, 0.0], None, 2.5, "substantial_progress"),
        ([5.0, 5.0, -2.0], ["a", "a", "b"], 1.5, "moderate_progress"),
        ([1.0, -2.0, None], None, -0.5, "limited_progress"),
        ([1.0, -5.0, -4.0], [None, None, None], -8 / 3, "deterioration"),
        ([None], None, None, None),
    ],
)
def test_scores_of_series_make_that_of_the_indicator(
    scores: list[float | None], groups: list[str | None] | None, mean: float | None, label: str | None
) -> None:
    """Their mean, groups averaged first; 2.5, 0 and −2.5 divide the classes."""
    found = open_sdg.aggregate(scores, groups)
    assert found == pytest.approx(mean)
    assert open_sdg.aggregate_label(found) == label


def test_a_fall_is_no_rise() -> None:
    """The progress chart goes by the sign of the rate, which the public code drops."""
    assert judged(unsd_chart, case(100, 90, direction=1))["label"] == "deterioration"
    assert judged(unsd_chart, case(100, 96, direction=1))["label"] == "limited_or_none"


@pytest.mark.parametrize(
    ("one", "options", "label"),
    [
        (case(0.990, 0.991, 1.0, limit=1.0), {}, "3"),
        (case(0.985, 0.989, 1.0, limit=1.0), {}, "2"),
        (case(99.0, 99.1, 100, limit=100), {}, "3"),
        (case(99.0, 99.1, 100), {}, "2"),
        (case(3, 0.9, 0), {"point": 1.0}, "3"),
        (case(30, 29.9, 0), {"point": 1.0}, "1"),
    ],
)
def test_within_a_hundredth_of_the_whole_is_level_3(one: dict[str, Any], options: dict[str, float], label: str) -> None:
    """Of a goal of 100 % by the natural limit, of 0 % when the size of a point is told."""
    assert judged(unsd_projection, one, **options)["label"] == label


def test_stagnation_and_regression_are_one_level_and_two_statuses() -> None:
    """Level 1 says nothing of which it is; the rate does."""
    still, back = judged(unsd_projection, case(100, 100.5, 150)), judged(unsd_projection, case(100, 90, 150))
    assert (still["label"], still["status"]) == ("1", "off_track")
    assert (back["label"], back["status"]) == ("1", "moving_away")


@pytest.mark.parametrize(
    ("current", "label"), [(104.9, "flat"), (105.0, "diagonal"), (109.9, "diagonal"), (110, "up"), (99, "down")]
)
def test_the_arrow_goes_by_the_share_of_the_needed_pace(current: float, label: str) -> None:
    """A half and the whole of it divide; a step back is down."""
    assert judged(sdg_index, case(100, current, 130))["label"] == label


def test_a_compounding_way_is_compared_in_logarithms() -> None:
    """Growth at exactly the rate asked for is on track from the first year on."""
    one = case(1.0, 1.05**2, 1.05**5, base_time=2020, current_time=2022, goal_time=2025, scale="log", measure="index")
    outcome = judged(sdg_index, one)
    assert outcome["value"] == pytest.approx(1)
    assert judged(sdg_index, one | {"scale": "linear"})["value"] < 0.95


def test_score_and_colour_need_the_ends_of_the_scale() -> None:
    """Without worst and best there is no score, without a red threshold no colour; equal ends make none either."""
    table = cases([case(50, 60, 90, worst=0, best=100), case(50, 60, 90), case(50, 60, 90, worst=1, best=1)])
    plain = sdg_index.judge(table)
    assert plain["score"].to_list() == [60.0, None, None]
    assert plain["colour"].is_null().all()
    coloured = sdg_index.judge(table.with_columns(red=polars.lit(50.0)))
    assert coloured["colour"].to_list() == ["orange"] * 3
    same = sdg_index.judge(table.with_columns(red=polars.lit(90.0)))
    assert same["colour"].to_list() == ["red", None, None]


@pytest.mark.parametrize("method", [eurostat_target, eurostat_trend, open_sdg])
def test_without_a_status_there_is_no_score(method: Any) -> None:
    """Not even at a natural limit, or where the base met the goal."""
    for one in (
        case(100, 90, direction=1, limit=100, current_time=2015),
        case(100, 90, 100, direction=1, current_time=2015),
        case(100, -90, direction=1, limit=100),
    ):
        outcome = judged(method, one)
        assert (outcome["status"], outcome["score"]) == (None, None)
