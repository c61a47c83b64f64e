"""Targets shared out over the parts of a region."""

from __future__ import annotations

from typing import Any

import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from milepost.kernel.errors import UsageError
from milepost.pathways.allocation import allocated
from milepost.pathways.parts import told_parts
from milepost.pathways.spreading import spread
from milepost.pathways.tying import BoundsConflict
from milepost.pathways.years import yearly
from pathways_support import fall, growth, jobs, targets, urban

PEOPLE = [158098, 262906, 301046, 188642, 85451, 50819, 61785]
CODES = ["654201", "654202", "654203", "654221", "654224", "654225", "654226"]


def parts(**columns: Any) -> polars.DataFrame:
    """The seven counties of a prefecture, with their people as weights."""
    return polars.DataFrame({"region": CODES, "weight": PEOPLE, **columns})


def row(target: dict[str, Any]) -> dict[str, Any]:
    """A target as allocation takes it."""
    return targets(target).row(0, named=True)


def mean(shared: polars.DataFrame, column: str = "exact") -> float:
    """The weighted mean of the parts."""
    return float((shared[column] * shared["weight"]).sum() / shared["weight"].sum())


def test_jobs_are_whole_and_add_up() -> None:
    """105,000 jobs over seven counties by their people are whole numbers with exactly that sum."""
    shared = allocated(row(jobs()), parts(), "weighted")
    assert shared["value"].sum() == 105000
    assert all(value == int(value) for value in shared["value"])
    assert shared["value"].to_list()[:2] == [14972, 24898]


def test_equal_parts_of_what_does_not_divide() -> None:
    """Ten over three parts is four, three, three: the first code gets what is left over."""
    three = polars.DataFrame({"region": ["c", "a", "b"]})
    assert allocated(row(jobs(10.0)), three, "equal")["printed"].to_list() == [3, 4, 3]


def test_a_rate_is_the_weighted_mean_of_its_parts() -> None:
    """Shares of counties average, weighed by people, to the share of the prefecture."""
    shared = allocated(row(urban()), parts(base=[70.0, 55, 50, 45, 40, 35, 52]), "closing_gap")
    assert mean(shared) == pytest.approx(55, rel=1e-12)
    assert round(mean(shared, "printed"), 2) == 55
    closed = (shared["exact"] - shared["base"]) / (70 - shared["base"])
    # The best part has no gap: the first row is no number.
    assert closed[1:].round(9).n_unique() == 1
    assert shared["exact"][0] == 70


def test_a_gap_may_be_measured_to_a_value_that_is_given() -> None:
    """Closing the gap to 90 percent lets the best part rise too."""
    shared = allocated(row(urban()), parts(base=[70.0, 55, 50, 45, 40, 35, 52]), "closing_gap", best=90)
    assert mean(shared) == pytest.approx(55, rel=1e-12)
    assert shared["exact"][0] > 70


def test_more_than_the_best_part_has_brings_all_to_the_same() -> None:
    """A goal above the best part is the goal of every part."""
    shared = allocated(row(urban()), parts(base=[50.0, 40, 40, 30, 30, 30, 30]), "closing_gap")
    assert shared["exact"].round(9).to_list() == [55] * 7


def test_parts_beyond_the_goal_have_no_gap() -> None:
    """Where the parts together are beyond the goal already, nothing is to be closed, and that is said."""
    with pytest.raises(UsageError, match="there is no gap"):
        allocated(row(urban()), parts(base=[60.0] * 7), "closing_gap")


def test_falls_are_weighed_by_energy() -> None:
    """The mean fall of the parts, weighed by their energy use, is the fall of the whole."""
    shared = allocated(row(fall()), parts(capacity=[18, 17, 16, 16, 15, 10, 10]), "weighted")
    assert mean(shared) == pytest.approx(17, rel=1e-12)
    left = float(((1 - shared["exact"] / 100) * shared["weight"]).sum())
    assert left / sum(PEOPLE) == pytest.approx(0.83, rel=1e-12)


def test_growth_a_year_ties_over_the_period() -> None:
    """Nine percent a year for one part leaves the others less than seven; what ties is growth over five years."""
    shared = allocated(row(growth()), parts(low=[9.0, None, None, None, None, None, None]), "equal")
    assert shared["printed"].to_list() == [9, *[6.65] * 6]
    assert float((shared["value"] * shared["weight"]).sum()) / sum(PEOPLE) == pytest.approx(1.07**5, rel=1e-12)


def test_bounds_hold_and_the_rest_keeps_its_proportions() -> None:
    """Parts at their bounds stay there; the others share what is left as the rule says."""
    shared = allocated(row(jobs()), parts(high=[None, 20000, 20000, None, None, None, None]), "weighted")
    free = shared.filter(polars.col("high").is_null())
    assert shared["printed"].to_list()[1:3] == [20000, 20000]
    even = free["weight"] * (65000 / free["weight"].sum())
    assert (free["printed"] - even).abs().max() < 1  # type: ignore[operator]
    assert shared["printed"].sum() == 105000


def test_bounds_that_cannot_be_kept_are_named() -> None:
    """Lower bounds that ask for too much are named with the whole, and with the totals that would do."""
    table = parts(low=[None, 60000, 50000, 10, None, None, None], region_name=list("甲乙丙丁戊己庚"))
    with pytest.raises(BoundsConflict) as raised:
        allocated(row(jobs()), table, "weighted")
    told = str(raised.value)
    assert "乙 ≥ 60000, 丙 ≥ 50000; the whole is 105000" in told
    assert "丁" not in told
    assert "from 110010 to any amount" in told
    assert raised.value.exit_code == 1


def test_upper_bounds_that_are_too_low_are_named() -> None:
    """Upper bounds that add up to less than the whole are named all of them."""
    with pytest.raises(BoundsConflict, match="≤ 15000; the whole is 105000; accepted: the whole from 0 to 98000"):
        allocated(row(jobs()), parts(high=[14000, 14000, 14000, 14000, 14000, 13000, 15000]), "weighted")


def test_the_natural_limit_of_a_share_is_a_bound() -> None:
    """No part is asked for more than 100 percent, though its base times the factor would be."""
    urbanised = urban(concept="urbanisation_rate", value=0.8)
    shared = allocated(row(urbanised), parts(base=[90.0, 50, 50, 50, 50, 50, 50]), "proportional")
    assert shared["exact"].max() <= 100
    assert mean(shared) == pytest.approx(80, rel=1e-12)


def test_people_being_moved_are_never_shared_out() -> None:
    """A target under safeguard review is refused, and the reason given."""
    with pytest.raises(UsageError, match="safeguard review"):
        allocated({**row(jobs()), "obstacle": "safeguard"}, parts(), "weighted")


def test_rules_say_what_they_lack() -> None:
    """A rate without weights, a proportion without bases and weights that are missing are told apart."""
    with pytest.raises(UsageError, match="weights are missing"):
        allocated(row(urban()), parts().drop("weight"), "equal")
    with pytest.raises(UsageError, match="bases of the parts are not all known"):
        allocated(row(jobs()), parts(), "proportional")
    with pytest.raises(UsageError, match="not a weight for each part"):
        allocated(row(jobs()), parts().drop("weight"), "weighted")
    with pytest.raises(UsageError, match="no number to share out"):
        allocated({**row(jobs()), "goal": None}, parts(), "equal")


def test_tables_that_are_none_of_parts_are_refused() -> None:
    """A part that stands twice, an unknown column and no parts at all are refused."""
    for table in (polars.DataFrame({"region": ["a", "a"]}), polars.DataFrame({"region": ["a"], "x": [1]})):
        with pytest.raises(UsageError):
            told_parts(table)
    with pytest.raises(UsageError):
        told_parts(polars.DataFrame({"region": []}, schema={"region": polars.String}))


@given(
    figures=some.lists(
        some.tuples(some.integers(1, 10**6), some.integers(1, 10**6), some.integers(0, 40)), min_size=1, max_size=9
    ),
    total=some.integers(1, 10**6),
    rule=some.sampled_from(["equal", "proportional", "weighted", "closing_gap"]),
)
@settings(max_examples=60, deadline=None)
def test_amounts_tie_within_bounds_in_any_order(figures: list[tuple[int, int, int]], total: int, rule: str) -> None:
    """Whatever the rule and the bounds, amounts add up exactly, keep their bounds, and do not hang on the order."""
    bases, weights, shares = zip(*figures, strict=True)
    low = [min(share / 100, 1 / len(figures)) * total for share in shares]
    table = polars.DataFrame(
        {"region": [f"r{place}" for place in range(len(figures))], "base": bases, "weight": weights, "low": low}
    )
    whole = row(jobs(float(max(total, sum(bases)) if rule == "closing_gap" else total)))
    try:
        shared = allocated(whole, table, rule)
    except BoundsConflict:
        # Bounds between two whole numbers are taken inwards, which may be too much for a small total.
        assert sum(-(-bound // 1) for bound in low) > whole["goal"]
        return
    assert shared["value"].sum() == whole["goal"]
    assert (shared["value"] >= shared["low"] - 1e-9).all()
    turned = allocated(whole, table.reverse(), rule)
    assert turned.reverse()["value"].to_list() == shared["value"].to_list()


def test_scale_does_not_matter() -> None:
    """A target in tonnes or in thousands of tonnes is shared out alike."""
    tonnes = {"target": "grain", "name": "粮食", "kind": "level", "unit": "吨", "unit_code": "t", "unit_factor": 1.0}
    small = row({**tonnes, "value": 3.3e6, "nature": "flow"})
    large = row({**tonnes, "value": 3.3e6, "unit": "千吨", "unit_factor": 1000.0, "nature": "flow"})
    one = allocated(small, parts(base=[700.0, 600, 500, 400, 400, 300, 265]), "proportional")
    other = allocated(large, parts(base=[0.7, 0.6, 0.5, 0.4, 0.4, 0.3, 0.265]), "proportional")
    assert other["value"].to_list() == pytest.approx(one["value"].to_list(), rel=1e-12)
    assert one["value"].sum() == pytest.approx(3.3e6, rel=1e-12)


def test_jobs_over_years_and_parts_add_up_both_ways() -> None:
    """Seven counties in five years: each year adds up to a fifth, each county to its part, in whole jobs."""
    table = targets(jobs())
    shared = allocated(table.row(0, named=True), parts(), "weighted")
    laid = spread(table.row(0, named=True), shared, yearly(table))
    by_year = laid.group_by("year", maintain_order=True).agg(polars.col("step").sum().round(9))
    assert by_year["step"].to_list() == [21000] * 5
    last = laid.filter(polars.col("year") == 2025)
    assert last["value"].to_list() == shared["value"].to_list()
    assert all(value == int(value) for value in laid["step"].round(9))


def test_shares_over_years_average_to_the_wholes_own_way() -> None:
    """Each year the counties' shares average to what the prefecture asks for in that year."""
    table = targets(urban())
    shared = allocated(table.row(0, named=True), parts(base=[70.0, 55, 50, 45, 40, 35, 52]), "closing_gap")
    laid = spread(table.row(0, named=True), shared, yearly(table)).join(parts(), on="region")
    weighed = polars.col("value") * polars.col("weight")
    means = laid.group_by("year", maintain_order=True).agg(weighed.sum() / sum(PEOPLE))["value"]
    assert means.to_list() == pytest.approx([0.51, 0.52, 0.53, 0.54, 0.55], rel=1e-12)
