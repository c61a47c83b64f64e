"""Widths that did not hold on the series at hand are widened."""

from __future__ import annotations

import numpy

from forecasts_support import panel_of, walks
from milepost.forecasts.adapting import WIDEST, factors, widened
from milepost.forecasts.run import distributions


def shocked(number: int, shock: float) -> list[list[float]]:
    """Calm series that all fall or rise together in some of the last years."""
    values = numpy.array(walks(number, 20))
    values[:, -4:] *= 1 + shock
    values[:, -2:] *= 1 - 0.7 * shock
    found: list[list[float]] = values.tolist()
    return found


def test_common_shocks_widen_and_calm_does_not_narrow() -> None:
    """The factor is above 1 behind shocks that all series share, and 1 for calm ones."""
    kinds = numpy.array(["gdp"] * 20 + ["area"] * 20)
    calm = (100 + numpy.cumsum(numpy.ones((20, 20)), axis=1)).tolist()
    found = factors(panel_of(shocked(20, 0.6) + calm, low=0.0), kinds)
    assert (found[:20] > 1.1).all()
    assert (found[20:] == 1).all()
    assert found.max() <= WIDEST


def test_series_of_unknown_kind_and_few_ones_stay_as_they_are() -> None:
    """Without an indicator nothing says that series share their years; four are too few to tell."""
    panel = panel_of(shocked(10, 0.6), low=0.0)
    assert (factors(panel, numpy.array([""] * 10)) == 1).all()
    few = panel.rows(slice(0, 4))
    assert (factors(few, numpy.array(["gdp"] * 4)) == 1).all()


def test_widening_moves_quantiles_away_from_the_middle_and_keeps_limits() -> None:
    """Twice as far, but not below 0; the middle stays."""
    found = distributions(panel_of([[1.0, 5.0, 2.0, 6.0]], low=0.0), 3)
    wider = widened(found, numpy.array([2.0]))
    assert (wider.point == found.point).all()
    assert (wider.quantiles >= 0).all()
    high = found.quantiles[:, :, -1] - found.point
    numpy.testing.assert_allclose(wider.quantiles[:, :, -1] - found.point, 2 * high)
