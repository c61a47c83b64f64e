"""Parts that tie to their whole within their bounds, and bounds that cannot be kept together."""

from __future__ import annotations

from itertools import combinations

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from scipy.optimize import linprog

from milepost.pathways.tying import conflict, rounded_rates, tied, whole_parts, whole_table

FEW = some.integers(1, 8)


def drawn(data: some.DataObject, size: int, low: float, high: float) -> numpy.ndarray:
    """So many numbers."""
    return numpy.array(data.draw(some.lists(some.floats(low, high), min_size=size, max_size=size)))


@given(data=some.data(), size=FEW)
@settings(max_examples=150, deadline=None)
def test_values_tie_within_bounds_whatever_the_wish(data: some.DataObject, size: int) -> None:
    """Whatever is wished, the values add up to the total and lie within bounds that allow it."""
    wish, gives, tie = drawn(data, size, -10, 10), drawn(data, size, 0, 5), drawn(data, size, 0.1, 3)
    low, room = drawn(data, size, -10, 10), drawn(data, size, 0, 10)
    high = low + room
    total = float(tie @ low + data.draw(some.floats(0, 1)) * (tie @ room))
    values = tied(wish, gives, tie, total, low, high)
    assert float(tie @ values) == pytest.approx(total, rel=1e-9, abs=1e-9)
    assert (values >= low - 1e-9).all()
    assert (values <= high + 1e-9).all()


@given(data=some.data(), size=some.integers(2, 6))
@settings(max_examples=60, deadline=None)
def test_no_other_values_are_nearer_to_the_wish(data: some.DataObject, size: int) -> None:
    """Moving a little between any two parts, within bounds, never lessens the weighted squared distance."""
    wish, gives = drawn(data, size, 1, 10), drawn(data, size, 0.5, 5)
    low, high = wish * 0, wish * drawn(data, size, 0.3, 2)
    ones = numpy.ones(size)
    total = float(high.sum()) * data.draw(some.floats(0.3, 0.99))

    def distance(values: numpy.ndarray) -> float:
        return float(((values - wish) ** 2 / gives).sum())

    values = tied(wish, gives, ones, total, low, high)
    for one, other in combinations(range(size), 2):
        for step in (1e-4, -1e-4):
            moved = values.copy()
            moved[one] += step
            moved[other] -= step
            if (moved >= low).all() and (moved <= high).all():
                assert distance(moved) >= distance(values) - 1e-9


@given(data=some.data(), size=FEW)
@settings(max_examples=150, deadline=None)
def test_a_conflict_is_told_when_and_only_when_there_is_one(data: some.DataObject, size: int) -> None:
    """HiGHS agrees on whether the bounds can be kept, and the set told is a least one."""
    tie, low, room = drawn(data, size, 0.5, 2), drawn(data, size, 0, 10), drawn(data, size, 0, 5)
    high, total = low + room, data.draw(some.floats(0.5, 100))
    least, most = numpy.zeros(size), numpy.full(size, 40.0)
    margin = min(abs(float(tie @ low) - total), abs(float(tie @ high) - total))
    if margin < 1e-6:
        return
    found = conflict(tie, total, low, high, least, most)

    def feasible(lower: numpy.ndarray, upper: numpy.ndarray) -> bool:
        bounds = numpy.column_stack([lower, upper])
        return bool(linprog(0 * tie, A_eq=tie[None, :], b_eq=[total], bounds=bounds, method="highs").status == 0)

    assert (found is None) == feasible(low, high)
    if found is None or not feasible(least, most):
        return
    assert (found.least, found.most) == (pytest.approx(float(tie @ low)), pytest.approx(float(tie @ high)))

    def kept(places: set[int]) -> tuple[numpy.ndarray, numpy.ndarray]:
        lower = numpy.array([low[each] if each in places and "low" in found.sides else 0.0 for each in range(size)])
        upper = numpy.array([high[each] if each in places and "high" in found.sides else 40.0 for each in range(size)])
        return lower, upper

    together = set(found.parts)
    assert not feasible(*kept(together))
    for place in together:
        assert feasible(*kept(together - {place}))


def test_crossed_bounds_are_a_conflict_of_one_part() -> None:
    """A lower bound above the upper one is told of that part alone."""
    ones = numpy.ones(2)
    found = conflict(ones, 5.0, numpy.array([0.0, 4.0]), numpy.array([9.0, 3.0]), 0 * ones, 9 * ones)
    assert found is not None
    assert (found.parts, found.sides) == ((1, 1), ("low", "high"))


@given(data=some.data(), size=FEW)
@settings(max_examples=100, deadline=None)
def test_whole_numbers_add_up_within_bounds_in_any_order(data: some.DataObject, size: int) -> None:
    """Rounded parts add up to the total, are off by less than one, keep their bounds, and do not hang on the order."""
    low = numpy.array(data.draw(some.lists(some.integers(0, 50), min_size=size, max_size=size)))
    high = low + numpy.array(data.draw(some.lists(some.integers(0, 50), min_size=size, max_size=size)))
    total = data.draw(some.integers(int(low.sum()), int(high.sum())))
    wish = drawn(data, size, 0, 60)
    values = tied(wish, numpy.ones(size), numpy.ones(size), float(total), low.astype(float), high.astype(float))
    names = [f"{place:02}" for place in range(size)]
    parts = whole_parts(values, total, low, high, names)
    assert int(parts.sum()) == total
    assert ((parts >= low) & (parts <= high)).all()
    assert (numpy.abs(parts - values) < 1 + 1e-6).all()
    order = numpy.array(data.draw(some.permutations(range(size))))
    turned = whole_parts(values[order], total, low[order], high[order], [names[place] for place in order])
    assert turned.tolist() == parts[order].tolist()


@given(data=some.data(), size=FEW)
@settings(max_examples=100, deadline=None)
def test_rounded_rates_average_to_the_printed_whole(data: some.DataObject, size: int) -> None:
    """Rates rounded to two decimals average to the whole within half of the last one, and equal parts stay equal."""
    tie = drawn(data, size, 0.1, 10)
    tie = tie / tie.sum()
    values = drawn(data, size, 0, 100)
    total, free = float(tie @ values), numpy.full(size, numpy.inf)
    rounded = rounded_rates(values, tie, total, 0.01, -free, free)
    assert abs(float(tie @ rounded) - total) <= 0.005 + 1e-9
    assert rounded == pytest.approx(values, abs=0.005 + 1e-9)


def test_rounded_rates_keep_bounds_that_cannot_be_printed() -> None:
    """A bound between two printable rates rounds inwards, and another part makes up for it where it can."""
    values, tie = numpy.array([43.527, 50.0, 60.473]), numpy.ones(3) / 3
    high = numpy.array([43.527, 99, 99])
    rounded = rounded_rates(values, tie, float(tie @ values), 0.01, numpy.zeros(3), high)
    assert rounded[0] == pytest.approx(43.52)
    assert abs(float(tie @ rounded) - float(tie @ values)) <= 0.005


@given(data=some.data(), height=some.integers(1, 7), width=some.integers(1, 6))
@settings(max_examples=60, deadline=None)
def test_a_table_is_rounded_so_that_both_sides_add_up(data: some.DataObject, height: int, width: int) -> None:
    """Each cell goes down or up by less than one; rows and columns add up to their whole sums."""
    rows = numpy.array(data.draw(some.lists(some.integers(0, 40), min_size=height, max_size=height)))
    total = int(rows.sum())
    cuts = sorted(data.draw(some.lists(some.integers(0, total), min_size=width - 1, max_size=width - 1)))
    columns = numpy.diff([0, *cuts, total])
    values = numpy.outer(rows, columns) / max(total, 1)
    table = whole_table(values, rows, columns)
    assert table.sum(axis=1).tolist() == rows.tolist()
    assert table.sum(axis=0).tolist() == columns.tolist()
    assert (numpy.abs(table - values) < 1).all()
