"""Series cut at an origin."""

from __future__ import annotations

import numpy

from forecasts_support import panel_of
from milepost.forecasts.learning import by_year, cut
from milepost.forecasts.origins import held_out

NAN = numpy.nan


def test_the_last_points_are_held_out() -> None:
    """What is left ends in the last year that it may know."""
    held = held_out(panel_of([[1, 2, 3, 4, 5, 6]]), 2)
    assert held.panel.values.tolist() == [[1, 2, 3, 4]]
    assert held.panel.last.tolist() == [2022]
    assert held.actual.tolist() == [[5, 6]]
    assert held.years.tolist() == [[1, 2]]


def test_a_short_series_keeps_three_points_and_one_with_three_is_left_out() -> None:
    """Five points leave two to hold out; three leave none."""
    held = held_out(panel_of([[1, 2, 3, 4, 5], [7, 8, 9]]), 6)
    assert held.rows.tolist() == [0]
    assert held.panel.values.tolist() == [[1, 2, 3]]
    assert held.actual[0, :2].tolist() == [4, 5]
    assert numpy.isnan(held.actual[0, 2:]).all()


def test_points_behind_a_gap_lie_as_many_years_ahead_as_they_do() -> None:
    """A gap is no point; the year behind it is two ahead."""
    held = held_out(panel_of([[1, 2, 3, NAN, 5, 6]]), 2)
    assert held.years.tolist() == [[2, 3]]
    assert held.panel.last.tolist() == [2021]
    assert by_year(held, 3)[0, 1:].tolist() == [5, 6]
    assert numpy.isnan(by_year(held, 3)[0, 0])


def test_an_earlier_origin_drops_the_last_points() -> None:
    """What came later than the points held out is not seen at all."""
    held = held_out(panel_of([[1, 2, 3, 4, 5, 6]]), 2, dropped=1)
    assert held.panel.values.tolist() == [[1, 2, 3]]
    assert held.actual.tolist() == [[4, 5]]


def test_points_too_far_ahead_are_left_out() -> None:
    """Behind a long gap nothing is compared."""
    held = held_out(panel_of([[1, 2, 3, *[NAN] * 60, 5]]), 1)
    assert numpy.isnan(held.actual).all()


def test_no_series_long_enough_gives_an_empty_panel() -> None:
    """Nothing to hold out is no error."""
    held = held_out(panel_of([[1, 2, 3]]), 2)
    assert held.actual.shape == (0, 2)
    assert held.panel.names == ()


def test_cutting_keeps_the_last_points() -> None:
    """Gaps are not counted as points."""
    assert cut(panel_of([[1, 2, NAN, 4]]), 2).values[0, [0, 2]].tolist() == [2, 4]
