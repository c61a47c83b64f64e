"""What holds for every method of forecasting."""

from __future__ import annotations

import numpy
import pytest

from forecasts_support import panel_of, walks
from milepost.forecasts.model import LEVELS
from milepost.forecasts.run import distributions
from milepost.forecasts.table import METHODS, method_named

HORIZON = 6
NAN = numpy.nan
EVERY = pytest.mark.parametrize("method", METHODS)
PANELS = {
    "three points": panel_of([[3.0, 4.0, 6.0], [5.0, 5.0, 5.0]]),
    "gaps": panel_of([[1.0, NAN, 3.0, NAN, NAN, 4.0, 5.0], [9.0, 8.0, NAN, 7.0, 7.5, 8.0, 6.0]]),
    "negative": panel_of([[-3.0, 2.0, -1.0, 4.0, -2.0, 1.0]]),
    "zeros": panel_of([[0.0] * 8, [0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0]], low=0.0),
    "share": panel_of([[88.0, 93.0, 96.0, 99.0, 99.9], [100.0, 100.0, 100.0, 100.0, 100.0]], low=0.0, high=100.0),
    "falling to nothing": panel_of([[100.0, 50.0, 20.0, 5.0, 1.0, 0.1]], low=0.0),
    "large": panel_of([[1e90, 3e99, 1e70, 9e99]]),
    "tiny": panel_of([[1e-300, 2e-300, 2e-300, 3e-300]]),
    "far limits": panel_of([[1.0, 2.0, 3.0, 4.0]], low=-1e12, high=1e12),
}


@EVERY
def test_a_method_says_what_it_is(method: str) -> None:
    """Its name is that of its file, it has a title in both languages, and a source."""
    told = method_named(method)
    assert told.name == method
    assert told.title.zh
    assert told.title.en
    assert told.source


@EVERY
@pytest.mark.parametrize("name", PANELS)
def test_forecasts_are_finite_ordered_and_within_the_limits(method: str, name: str) -> None:
    """Whatever the series, every figure is a number, quantiles rise, nothing lies beyond a limit."""
    panel = PANELS[name]
    found = distributions(panel, HORIZON, method=method)
    count = len(panel.names)
    assert found.point.shape == (count, HORIZON)
    assert found.quantiles.shape == (count, HORIZON, len(LEVELS))
    assert numpy.isfinite(found.point).all()
    assert numpy.isfinite(found.quantiles).all()
    assert (numpy.diff(found.quantiles, axis=2) >= 0).all()
    for figures in (found.point[:, :, None], found.quantiles):
        assert (figures >= panel.low[:, None, None]).all()
        assert (figures <= panel.high[:, None, None]).all()


@EVERY
def test_a_method_takes_any_unit(method: str) -> None:
    """A thousand times the values give a thousand times the forecast, as persons do for thousands of persons."""
    series = walks(8, 12)
    one = distributions(panel_of(series, low=0.0), HORIZON, method=method)
    many = distributions(panel_of((1000 * numpy.array(series)).tolist(), low=0.0), HORIZON, method=method)
    numpy.testing.assert_allclose(many.point, 1000 * one.point, rtol=1e-6)
    numpy.testing.assert_allclose(many.quantiles, 1000 * one.quantiles, rtol=1e-6, atol=1e-6)


@EVERY
def test_the_calendar_does_not_matter(method: str) -> None:
    """The same values a century earlier give the same forecast."""
    series = walks(5, 12)
    early, late = (distributions(panel_of(series, last=last), HORIZON, method=method) for last in (1924, 2024))
    assert (early.quantiles == late.quantiles).all()


@EVERY
def test_series_do_not_know_each_other(method: str) -> None:
    """Each is forecast alike alone, in another order, and beside a longer one."""
    series = walks(6, 12)
    together = distributions(panel_of(series), HORIZON, method=method)
    turned = distributions(panel_of(series[::-1]), HORIZON, method=method)
    numpy.testing.assert_allclose(turned.quantiles[::-1], together.quantiles, rtol=1e-9)
    longer = distributions(panel_of([series[0], [1.0] * 40]), HORIZON, method=method)
    numpy.testing.assert_allclose(longer.quantiles[0], together.quantiles[0], rtol=1e-9)


@EVERY
def test_a_constant_series_goes_on_and_is_not_taken_for_certain(method: str) -> None:
    """Flat forecast, intervals that are not empty and do not grow beyond the value itself."""
    found = distributions(panel_of([[40.0] * 10]), HORIZON, method=method)
    numpy.testing.assert_allclose(found.point, 40.0, rtol=1e-6)
    width = found.quantiles[0, :, -4] - found.quantiles[0, :, 3]
    assert (width > 0).all()
    assert (width < 40).all()


@EVERY
def test_intervals_widen_with_time(method: str) -> None:
    """On average over many series the sixth year is less sure than the first."""
    found = distributions(panel_of(walks(60, 15), low=0.0), HORIZON, method=method)
    width = (found.quantiles[:, :, -4] - found.quantiles[:, :, 3]).mean(axis=0)
    assert width[-1] > width[0]
