"""Targets laid out over years."""

from __future__ import annotations

from itertools import pairwise

import polars
import pytest

from milepost.kernel.errors import UsageError
from milepost.pathways.years import GIVEN, REBASED, without_pathway, yearly
from pathways_support import COUNTED, fall, growth, jobs, targets, urban


def column(way: polars.DataFrame, name: str, digits: int = 6) -> list[float]:
    """A column of a pathway, rounded."""
    return way[name].round(digits).to_list()


def latest(target: str, time: float, value: float) -> polars.DataFrame:
    """The latest value of a target."""
    return polars.DataFrame([(target, time, value)], schema=REBASED, orient="row")


def test_a_level_goes_up_by_equal_steps() -> None:
    """From 50 to 55 percent in five years asks for one point a year."""
    way = yearly(targets(urban()))
    assert column(way, "printed") == [51, 52, 53, 54, 55]
    assert column(way, "step") == [1] * 5
    assert way["year"].to_list() == [2021, 2022, 2023, 2024, 2025]


def test_a_flow_follows_the_schedule_of_twenty_percent_a_year() -> None:
    """A cumulative flow asks for 20, 40, 60, 80 and 100 percent of the task."""
    way = yearly(targets(jobs()))
    assert column(way, "share_pct") == [20, 40, 60, 80, 100]
    assert column(way, "step") == [21000] * 5


@pytest.mark.parametrize(("target", "a_year"), [(0.17, 3.66), (0.2, 4.3648)])
def test_a_reduction_compounds(target: float, a_year: float) -> None:
    """Seventeen percent in five years is 3.66 percent a year (Qinghai), twenty percent 4.3648."""
    way = yearly(targets(fall(target)))
    places = len(str(a_year).split(".")[1])
    assert column(way, "step", places) == [a_year] * 5
    assert way["printed"][-1] == pytest.approx(100 * target)


def test_an_uneven_way_that_is_given_compounds_to_its_goal() -> None:
    """Falls of 4, 4.1, 4.2, 4.5 and 5 percent compound to 19.98 percent, which is taken for 20."""
    falls = [0.04, 0.041, 0.042, 0.045, 0.05]
    left, values = 1.0, []
    for each in falls:
        left *= 1 - each
        values.append(left)
    given = polars.DataFrame(
        [("fall", 2021 + place, value) for place, value in enumerate(values)], schema=GIVEN, orient="row"
    )
    way = yearly(targets(fall(0.2)), given=given)
    assert column(way, "printed", 2)[-1] == 19.98
    assert column(way, "step", 2) == [4, 4.1, 4.2, 4.5, 5]
    assert set(way["rule"]) == {"given"}


def test_years_between_given_ones_are_filled_by_equal_steps() -> None:
    """A way given for 2023 only goes there, and from there to the goal, by equal steps."""
    given = polars.DataFrame([("urban", 2023, 0.545)], schema=GIVEN, orient="row")
    assert column(yearly(targets(urban()), given=given), "printed", 2) == [51.5, 53, 54.5, 54.75, 55]


def test_a_given_way_that_ends_short_is_refused() -> None:
    """A way that is given and misses its goal is an error that names both figures."""
    given = polars.DataFrame([("urban", 2025, 0.54)], schema=GIVEN, orient="row")
    with pytest.raises(UsageError, match=r"short of its goal; found 54 %; accepted: 55 %"):
        yearly(targets(urban()), given=given)


def test_average_growth_compounds() -> None:
    """Seven percent a year asks for an index of 1.07, 1.1449, …, and each year for seven percent."""
    way = yearly(targets(growth()))
    assert column(way, "value", 4) == [1.07, 1.1449, 1.225, 1.3108, 1.4026]
    assert column(way, "step") == [7] * 5


def test_constant_growth_of_yearly_amounts_begins_at_the_amount_of_the_year_before() -> None:
    """From 3.12 万 in 2020 the amounts fall by one rate to 10.5 万 in five years."""
    way = yearly(targets(jobs(baseline=31200.0, baseline_year=2020)), "constant_growth")
    steps = [31200, *column(way, "step")]
    rates = [after / before for before, after in pairwise(steps)]
    assert max(rates) - min(rates) < 1e-3
    assert way["value"][-1] == 105000


def test_constant_growth_falls_back_where_there_is_no_rate() -> None:
    """A flow without the amount of the year before has equal steps, and its rule says so."""
    assert set(yearly(targets(jobs()), "constant_growth")["rule"]) == {"linear"}


def test_things_counted_come_in_whole_numbers_that_add_up() -> None:
    """Seven schools in five years are whole schools each year, seven in all."""
    schools = {"kind": "count", "unit": "所", "unit_code": "1", "unit_factor": 1.0, "nature": "stock"}
    way = yearly(targets({"target": "schools", "value": 7.0, **schools}))
    assert all(value == int(value) for value in way["step"])
    assert sum(way["step"]) == 7


def test_a_cap_that_the_base_keeps_is_held() -> None:
    """Unemployment within four percent, now three, is to be held each year: no way up to the cap is laid out."""
    way = yearly(targets(urban(value=0.04, baseline=0.03, comparator="le")))
    assert column(way, "printed") == [4] * 5
    assert set(way["rule"]) == {"hold"}


def test_a_cap_that_the_base_breaks_is_gone_down_to() -> None:
    """Unemployment of five percent goes down to a cap of four."""
    way = yearly(targets(urban(value=0.04, baseline=0.05, comparator="le")))
    assert column(way, "printed") == [4.8, 4.6, 4.4, 4.2, 4]


def test_binding_and_expected_targets_may_follow_different_rules() -> None:
    """Binding targets are front-loaded and expected ones even, when so asked."""
    table = targets(urban(attribute="binding"), urban(target="b", attribute="expected"), urban(target="c"))
    way = yearly(table, binding="front_loaded", expected="back_loaded")
    rules = way.group_by("target", maintain_order=True).agg(polars.col("rule").first())["rule"].to_list()
    assert rules == ["front_loaded", "back_loaded", "linear"]


def test_rebased_ways_say_what_must_happen_from_here() -> None:
    """With 51 percent at the end of 2023, two points a year are left."""
    way = yearly(targets(urban()), rebased=latest("urban", 2023.0, 0.51))
    assert way["year"].to_list() == [2024, 2025]
    assert column(way, "step") == [2, 2]


def test_what_is_reached_is_to_be_kept() -> None:
    """A share of 62 percent against a goal of 55 is not asked to fall."""
    way = yearly(targets(urban()), rebased=latest("urban", 2023.0, 0.62))
    assert way.select("printed", "rule").rows() == [(55, "reached")] * 2


def test_a_reduction_that_is_behind_asks_for_more_each_year() -> None:
    """Five percent in two years of seventeen in five leaves 4.40 percent a year."""
    way = yearly(targets(fall()), rebased=latest("fall", 2022.0, 0.95))
    assert column(way, "step", 2) == [4.4] * 3


def test_a_target_without_a_start_has_its_end_only() -> None:
    """Where nobody knows the start, the last year is all there is, and the reason is told."""
    table = targets({"target": "energy", "value": 0.2})
    assert yearly(table).select("year", "printed", "rule").rows() == [(2025, 20, "goal")]
    assert without_pathway(table).rows() == [("energy", "no_start")]


def test_people_being_moved_are_never_laid_out() -> None:
    """A target under safeguard review has no pathway."""
    table = targets({"target": "moved", "concept": "rural_labour_transferred", **COUNTED, "value": 5.0})
    table = table.with_columns(obstacle=polars.lit("safeguard"))
    assert yearly(table).is_empty()
    assert without_pathway(table).rows() == [("moved", "safeguard")]


def test_a_date_within_a_year_ends_there() -> None:
    """A target of June 2024 is reached in the row of 2024."""
    way = yearly(targets(urban(by="2024-06")))
    assert way["year"].to_list() == [2021, 2022, 2023, 2024]
    assert way["printed"][-1] == 55


def test_denton_follows_a_series() -> None:
    """Amounts follow the movement of a series, and add up to the total."""
    series = [("jobs", 2021 + place, value) for place, value in enumerate([1.0, 2.0, 3.0, 2.0, 2.0])]
    way = yearly(targets(jobs(100.0)), "denton", weights=polars.DataFrame(series, schema=GIVEN, orient="row"))
    assert column(way, "step") == [10, 20, 30, 20, 20]


def test_order_of_targets_does_not_matter() -> None:
    """Each target has the same way whatever stands beside it."""
    table = targets(urban(), jobs(), fall(), growth())
    turned = table.reverse()
    assert yearly(table).sort("target", "year").equals(yearly(turned).sort("target", "year"))


def test_a_table_of_something_else_is_refused() -> None:
    """A table that is none of targets, and one that has a target twice, are told apart from a sound one."""
    with pytest.raises(UsageError, match="columns are missing"):
        yearly(polars.DataFrame({"target": ["a"]}))
    with pytest.raises(UsageError, match="stands twice"):
        yearly(polars.concat([targets(urban()), targets(urban())]))
    with pytest.raises(UsageError, match="no such rule over years"):
        yearly(targets(urban()), "proportional")


def test_an_empty_table_has_an_empty_pathway() -> None:
    """No targets, no rows."""
    assert yearly(targets(urban()).clear()).is_empty()
