"""Chances of reaching targets: closed forms, every kind, what never may be, and what it would take."""

from __future__ import annotations

from typing import Any

import numpy
import polars
import pytest
from scipy.special import ndtr

from assessments_support import random_cases
from milepost.assessments.chances import chances
from milepost.assessments.methods.probability import METHOD, Thresholds, judge
from milepost.assessments.model import cases

YEARS = [float(year) for year in range(2010, 2024)]
GROWING = [50, 51.5, 52, 53.4, 54, 55.5, 56, 57.3, 58, 59, 60.4, 61, 62.2, 63]
RATES = [0.08, 0.07, 0.075, 0.07, 0.065, 0.07, 0.06, 0.065, 0.06, 0.06, 0.02, 0.07, 0.05, 0.06]


def case(values: list[float] | None = None, **told: Any) -> dict[str, Any]:
    """A level on its way from 2020 to 2025, seen at the end of 2023."""
    known = GROWING if values is None else values
    usual = {
        "form": "path", "measure": "value", "scale": "linear", "comparator": "ge", "direction": 1, "base": known[0],
        "base_time": 2020, "current": known[-1], "current_time": 2023, "goal": 66, "goal_time": 2025, "times": YEARS,
        "values": known,
    }  # fmt: skip
    return usual | told


def flows(goal: float, **told: Any) -> dict[str, Any]:
    """A sum from 2021 to 2025 of flows of about 10 a year, three of which are known."""
    yearly = [9, 10, 9.5, 10, 10.5, 9, 10, 11, 9.5, 10, 9, 10, 10.5, 10]
    usual = {
        "measure": "sum", "base": 0, "current": 30.5, "goal": goal, "times": [2020, 2021, 2022, 2023],
        "values": [0, 10, 20.5, 30.5], "yearly": yearly, "yearly_times": YEARS,
    }  # fmt: skip
    return case(**usual | told)


def growth(goal: float, **told: Any) -> dict[str, Any]:
    """An index from 2021 to 2025 of yearly rates of about 6 %, three of which are known."""
    index = numpy.cumprod([1.0, *(1 + rate for rate in RATES[-3:])]).tolist()
    usual = {
        "measure": "index", "scale": "log", "base": 1, "current": index[-1], "goal": goal, "values": index,
        "times": [2020, 2021, 2022, 2023], "yearly": RATES, "yearly_times": YEARS,
    }  # fmt: skip
    return case(**usual | told)


def chance(**told: Any) -> float:
    """The chance of one case."""
    return chance_of(case(**told))


def chance_of(one: dict[str, Any]) -> float:
    """The chance of one case."""
    found: float = judge(cases([one]))["value"].item()
    return found


KINDS: dict[str, list[dict[str, Any]]] = {
    "level": [case(goal=goal) for goal in (62, 64, 65, 66, 67, 70)],
    "fall": [case(GROWING[::-1], comparator="le", direction=-1, goal=goal) for goal in (51, 49, 48, 47, 46, 40)],
    "within a year": [case(goal=goal, goal_time=2024.5) for goal in (62, 63.5, 64, 65, 66, 70)],
    "every year": [case(form="hold", measure="worst", goal=goal) for goal in (55, 59, 60, 61, 62.3, 63)],
    "sum": [flows(goal) for goal in (45, 49, 50, 51, 52, 56)],
    "part of a year": [flows(goal, current=33, current_time=2023.25) for goal in (45, 49, 50, 51, 52, 56)],
    "growth": [growth(1 + goal) for goal in (0.2, 0.28, 0.3, 0.32, 0.35, 0.5)],
    "sum without its flows": [
        flows(goal, yearly=None, yearly_times=None, times=YEARS, values=numpy.cumsum(GROWING).tolist(), current=793.3)
        for goal in (850, 915, 920, 925, 930, 990)
    ],
    "reduction": [
        growth(1 - goal, measure="reduction", comparator="le", direction=-1, yearly=[-rate / 2 for rate in RATES],
               current=0.913, values=[1, 0.965, 0.941, 0.913])
        for goal in (0.1, 0.12, 0.135, 0.145, 0.16, 0.3)
    ],
    "in step": [
        case([1 + 0.004 * place for place in range(14)], form="relation", measure="ratio", base=1, goal=1,
             comparator="ge", base_time=year)
        for year in (2012,)
    ],
    "change": [
        case([value - 60.4 for value in GROWING], measure="change", base=0, goal=goal) for goal in (2, 4, 5, 5.5, 6, 9)
    ],
}  # fmt: skip
"""Cases of each kind, from the easiest to the hardest."""


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_harder_goal_is_never_likelier(kind: str) -> None:
    """For every kind of target; the easiest is likely and the hardest is not."""
    found = judge(cases(KINDS[kind]))["value"].to_list()
    assert None not in found
    assert found == sorted(found, reverse=True)
    assert all(0 <= each <= 1 for each in found)
    if len(found) > 1:
        assert found[0] > 0.7
        assert found[-1] < 0.3


def test_random_walks_are_told_nearly_as_the_normal_formula_has_it() -> None:
    """P = Φ((last + h drift - goal) / (s √h)) with the true drift and deviation, which no forecast knows."""
    dice = numpy.random.default_rng(3)
    drift, deviation, ahead = 1.0, 0.6, 2
    steps = dice.normal(drift, deviation, (300, 24))
    walks = 100 + numpy.cumsum(steps, axis=1)
    goals = walks[:, -1] + ahead * drift + deviation * numpy.sqrt(ahead) * dice.uniform(-2, 2, 300)
    times = [float(year) for year in range(2000, 2024)]
    put = [case(walk.tolist(), times=times, goal=goal) for walk, goal in zip(walks, goals, strict=True)]
    true = ndtr((walks[:, -1] + ahead * drift - goals) / (deviation * numpy.sqrt(ahead)))
    found = judge(cases(put))["value"].to_numpy()
    assert numpy.abs(found - true).mean() < 0.13
    assert abs((found - true).mean()) < 0.03
    assert numpy.corrcoef(found, true)[0, 1] > 0.95


def test_chances_on_both_sides_of_a_goal_add_up() -> None:
    """At least and less than, or within a range and outside of it."""
    assert chance(goal=65.5) + chance(goal=65.5, comparator="lt", direction=-1) == pytest.approx(1, abs=1e-5)
    within = chance(goal=65, goal_high=66, comparator="range", direction=0)
    assert within == pytest.approx(chance(goal=65) - chance(goal=66, comparator="gt"), abs=1e-5)


def test_comparators_ask_what_they_say() -> None:
    """达到 is bounded on the side wanted, or by where the goal lies; 左右 leaves 5 %, of growth only of the growth."""
    assert chance(comparator="eq") == chance(comparator="ge")
    assert chance(comparator="eq", direction=0) == chance(comparator="ge")
    assert chance(comparator="approx", goal=66) == chance(goal=66 * 0.95)
    index = growth(1.4, comparator="approx")
    assert chance_of(index) == chance_of(growth(1 + 0.4 * 0.95))


def test_a_sum_counts_what_has_been_and_the_rest_of_the_year() -> None:
    """What is reached stays reached; of a year that has begun only the rest is to come."""
    assert chance_of(flows(30)) == 1
    whole = chance_of(flows(60, current=40.5, current_time=2024))
    part = chance_of(flows(60, current=40.5, current_time=2023.5))
    assert part > whole


def test_what_must_hold_each_year_is_lost_with_the_first_that_breaks_it() -> None:
    """Past years count: a broken bound has no chance, and one that holds so far less than at its date alone."""
    falling = [70, 69, 68.5, 67, 66, 66.2, 65.5, 65, 64, 64.3, 64, 63.8, 63, 63.5]
    held = {"form": "hold", "measure": "worst", "comparator": "ge"}
    assert chance(values=falling, goal=63.4, **held) == 0
    every = chance(values=falling, goal=62.5, **held)
    at_date = chance(values=falling, goal=62.5, form="hold", measure="value")
    assert 0 < every < at_date


def test_what_is_due_is_settled() -> None:
    """The chance is 1 or 0 when the date has come, whatever the length of the series."""
    due = {"due": True, "current_time": 2025, "times": [2025.0], "values": [66.0]}
    found = judge(cases([case(current=66, met=True, **due), case(current=65, met=False, **due)]))
    assert found["value"].to_list() == [1, 0]
    assert found["status"].to_list() == ["reached", "off_track"]


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"times": [2022, 2023], "values": [62, 63]}, "too_few_values"),
        ({"goal_time": 2090}, "too_far_ahead"),
        ({"current_bound": "at_least"}, "only_a_bound"),
        ({"goal_time": None}, "no_goal_time"),
        ({"goal": None}, "no_goal"),
        ({"current": None}, "no_current"),
        ({"values": [1e200] * 14, "current": 60}, "not_finite"),
    ],
)
def test_without_a_chance_the_reason_is_told(told: dict[str, Any], reason: str) -> None:
    """A code for each; no chance, class or status beside it."""
    found = judge(cases([case(**told)])).row(0, named=True)
    assert (found["reason"], found["status"], found["value"]) == (reason, None, None)


def test_classes_follow_the_cut_points() -> None:
    """From 80 % likely, at 20 % unlikely; the settings may move both."""
    found = judge(random_cases(2000)).drop_nulls("value").filter(polars.col("label").is_not_null())
    ends = {"likely": (0.8, 1), "more_likely": (0.5, 0.8), "less_likely": (0.2, 0.5), "unlikely": (0, 0.2)}
    for label, (low, high) in ends.items():
        own = found.filter(polars.col("label") == label)["value"]
        assert low - 1e-9 <= own.min() <= own.max() <= high + 1e-9
    assert judge(cases([case(goal=65)]))["status"].item() == "at_risk"
    assert judge(cases([case(goal=65)]), thresholds=Thresholds(likely=0.5))["status"].item() == "on_track"


def test_strange_series_never_give_what_is_no_number() -> None:
    """Constant, zero, negative, huge and tiny values, gaps: a chance between 0 and 1, finite figures, in every kind."""
    dice = numpy.random.default_rng(1)
    strange = [
        [5.0] * 14, [0.0] * 14, [-3.0] * 14, [1e140] * 14, [1e-200] * 14, [0.0] * 13 + [1.0], [1e-9] * 13 + [1e9],
        (-numpy.arange(14.0)).tolist(), dice.normal(0, 1, 14).tolist(), [1.0, None, 3.0] + [None] * 9 + [4.0, 5.0],
    ]  # fmt: skip
    put = [
        case(goal=goal, values=values, base=values[0], current=values[-1], measure=measure, form=form, scale=scale)
        for values in strange
        for goal in (-1.0, 0.0, 5.0, 1e9)
        for measure, form in (("value", "path"), ("worst", "hold"), ("sum", "path"), ("ratio", "relation"))
        for scale in ("linear", "log")
    ]
    found = judge(cases(put))
    told = found["value"].drop_nulls()
    assert told.len() > 200
    assert told.is_between(0, 1).all()
    for name in METHOD.figures:
        assert found[name].is_finite().drop_nulls().all()


def test_a_case_does_not_depend_on_the_others() -> None:
    """Alone, among others, in any order: the same chance."""
    put = [one for ones in KINDS.values() for one in ones]
    together = judge(cases(put))["value"].to_list()
    assert judge(cases(put[::-1]))["value"].to_list()[::-1] == together
    assert [judge(cases([one]))["value"].item() for one in put] == together


def test_what_it_would_take_makes_it_so_likely() -> None:
    """A series whose middle is moved by the pace for 80 % has that chance; the pace for 50 % is the one needed."""
    found = judge(cases([case(goal=66)])).row(0, named=True)
    assert found["pace_even"] == pytest.approx((66 - 63) / 2)
    lift = 2 * (found["pace_likely"] - found["pace_even"])
    moved = 63 + 2 * found["pace_likely"] - found["middle"]
    assert chance(goal=66 - moved) == pytest.approx(0.8, abs=0.01)
    assert lift > 0


def test_the_fastest_pace_and_the_last_turn() -> None:
    """The best mean of three years' steps; with it the goal is still reached from that year on, a year later not."""
    jumpy = [40, 40, 40, 40, 40, 43, 46, 49, 49.5, 50, 50.5, 51, 51.5, 52.0]
    found = judge(cases([case(values=jumpy, goal=62, goal_time=2028)])).row(0, named=True)
    assert found["fastest"] == pytest.approx(3)
    ahead = chances(cases([case(values=jumpy, goal=62, goal_time=2028)])).ahead[0]
    last = found["last_turn"]
    reach = {2023 + place: value + 3 * (5 - place) for place, value in enumerate(ahead.middle[0])}
    assert reach[last] >= 62 > reach[last + 1]
    assert judge(cases([case(values=jumpy, goal=90, goal_time=2028)]))["last_turn"].item() is None


def test_rates_compound_from_before_the_plan() -> None:
    """The yearly rates from before the plan tell the chance too; a year without a rate is where they begin."""
    whole, short = growth(1.32), growth(1.32, yearly=RATES[-3:], yearly_times=YEARS[-3:])
    gap = growth(1.32, yearly=RATES[:3] + RATES[-3:], yearly_times=YEARS[:3] + YEARS[-3:])
    found = judge(cases([whole, short, gap]))
    assert found["points"].to_list() == [15, 4, 4]
    assert found["value"][1] == found["value"][2]
    assert found["value"][0] != found["value"][1]
