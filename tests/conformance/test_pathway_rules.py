"""What holds for every rule of pathways: exact ends, no turning back, parts that tie, and words for people."""

from __future__ import annotations

import numpy
import polars
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from milepost.pathways.ruling import Parts, rule_called, rules_over, wish_of
from milepost.pathways.years import yearly
from pathways_support import fall, growth, jobs, targets, urban

OVER_YEARS = [rule.name for rule in rules_over("year")]
OVER_PARTS = [rule.name for rule in rules_over("region")]
SHAPED = [rule for rule in rules_over("year") if rule.shape is not None]

TABLE = targets(
    urban(), urban(target="down", value=0.4), jobs(baseline=30000.0, baseline_year=2020), fall(), growth()
)


@pytest.mark.parametrize("name", OVER_YEARS + OVER_PARTS)
def test_every_rule_explains_itself(name: str) -> None:
    """A rule has its own name, a title in both languages, a formula and a source."""
    rule = next(rule for rule in (*rules_over("year"), *rules_over("region")) if rule.name == name)
    assert rule.title.zh
    assert rule.title.en
    assert rule.formula
    assert rule.source


@pytest.mark.parametrize("name", OVER_YEARS)
def test_every_way_ends_exactly(name: str) -> None:
    """The last year asks for exactly the goal, whatever the rule."""
    ends = yearly(TABLE, name).group_by("target", maintain_order=True).agg(polars.col("value").last())
    assert ends["value"].to_list() == TABLE["goal"].to_list()


@pytest.mark.parametrize("name", [rule.name for rule in rules_over("year") if rule.monotone])
@given(
    start=some.floats(0.01, 1.0), goal=some.floats(0.01, 1.0), years=some.integers(1, 15), shape=some.floats(1.0, 20.0)
)
@settings(max_examples=15, deadline=None)
def test_no_way_turns_back(name: str, start: float, goal: float, years: int, shape: float) -> None:
    """Values run from start to goal without turning back or leaving the way, whatever the shape."""
    called = f"{name}:{shape}" if rule_called(name, "year").rule.shape else name
    table = targets(urban(value=goal, baseline=start, period_end=2020 + years, comparator="eq"))
    table = table.with_columns(form=polars.lit("path"))
    values = numpy.array([start, *yearly(table, called)["value"]])
    steps = numpy.diff(values) * numpy.sign(goal - start)
    assert values[-1] == goal
    assert (steps >= -1e-12).all()


@pytest.mark.parametrize("rule", SHAPED, ids=lambda rule: rule.name)
def test_a_shape_of_one_is_even(rule: object) -> None:
    """Shaped rules with the power one are equal steps."""
    even, shaped = yearly(TABLE), yearly(TABLE, f"{rule.name}:1")  # type: ignore[attr-defined]
    assert (even["value"] - shaped["value"]).abs().max() < 1e-9  # type: ignore[operator]


@pytest.mark.parametrize("name", OVER_PARTS)
@given(data=some.data(), size=some.integers(1, 9), is_rate=some.booleans())
@settings(max_examples=40, deadline=None)
def test_what_a_rule_wishes_ties(name: str, data: some.DataObject, size: int, is_rate: bool) -> None:
    """What a rule would give without bounds already ties, in the same way in any unit."""
    amounts = some.lists(some.floats(1.0, 100.0), min_size=size, max_size=size)
    base, weight, capacity = (numpy.array(data.draw(amounts)) for _ in range(3))
    tie = weight / weight.sum() if is_rate else numpy.ones(size)
    total = float(tie @ base) * data.draw(some.floats(1.0, 3.0))
    parts = Parts(base, tie, total, numpy.ones(size) if is_rate else weight, capacity, 1, numpy.nan, is_rate)
    wish = wish_of(rule_called(name, "region"), parts)
    assert float(tie @ wish.values) == pytest.approx(total, rel=1e-9)
    assert (wish.gives >= 0).all()
    scaled = wish_of(rule_called(name, "region"), parts._replace(base=base * 1e4, total=total * 1e4))
    assert scaled.values == pytest.approx(wish.values * 1e4, rel=1e-9)
