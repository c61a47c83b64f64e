"""A level and a slope that both wander: the structural model of a trend, by the Kalman filter.

y = level + e, level' = level + slope + u, slope' = slope + v. The variances of u and v in units of that of e stand on
a grid; forecasts are averaged with weights proportional to the likelihood. The filter starts with a wide prior around
the first value (Harvey 1989, Forecasting, Structural Time Series Models and the Kalman Filter, sections 2.3 and 3.3).
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy

from milepost.checks.model import Words
from milepost.forecasts.drifts import mean_step, yearly_steps
from milepost.forecasts.model import Method, Numbers, Panel
from milepost.forecasts.scales import curved, straightened

METHOD = Method(
    "local_linear_trend", Words("局部线性趋势", "local linear trend"), "Harvey (1989), sections 2.3 and 3.3"
)

LEVEL_NOISE: Final = numpy.array([0.1, 1.0, 10.0])
SLOPE_NOISE: Final = numpy.array([0.001, 0.01, 0.1])
_WIDE = 100.0  # variance of the first level and slope, in units of the squared mean step


class _State(NamedTuple):
    level: Numbers
    slope: Numbers
    # Variances of level and slope, and their covariance.
    spread: Numbers
    shared: Numbers
    turning: Numbers


def points(panel: Panel, horizon: int) -> Numbers:
    """Forecasts averaged over the grid of noises; shape (series, horizon)."""
    values = curved(panel)
    unit = numpy.maximum(numpy.nanmean(numpy.abs(yearly_steps(values)), axis=1), 1e-12)
    scaled = values / unit[:, None]
    noises = numpy.stack([axis.ravel() for axis in numpy.meshgrid(LEVEL_NOISE, SLOPE_NOISE, indexing="ij")])
    state, fit = _filtered(scaled, noises)
    weights = numpy.exp(fit - fit.max(axis=1, keepdims=True))
    weights /= weights.sum(axis=1, keepdims=True)
    ahead = state.level[:, :, None] + state.slope[:, :, None] * numpy.arange(1, horizon + 1)
    return straightened(panel, numpy.einsum("sg,sgh->sh", weights, ahead) * unit[:, None])


def _filtered(values: Numbers, noises: Numbers) -> tuple[_State, Numbers]:
    """The state after the last year, and the concentrated log-likelihood, for each series and combination."""
    observed = numpy.isfinite(values)
    first = numpy.argmax(observed, axis=1)
    shape = (len(values), noises.shape[1])
    start = numpy.take_along_axis(values, first[:, None], 1)
    state = _State(
        numpy.broadcast_to(start, shape), numpy.broadcast_to(mean_step(values)[:, None], shape),
        numpy.full(shape, _WIDE), numpy.zeros(shape), numpy.full(shape, 1.0),
    )  # fmt: skip
    squares, logs = numpy.zeros(shape), numpy.zeros(shape)
    for year in range(values.shape[1]):
        on = (year > first)[:, None]
        seen = on & observed[:, year, None]
        value = numpy.where(seen, numpy.where(seen, values[:, year, None], 0.0), 0.0)
        after, error, variance = _step(state, value, noises)
        without, _, _ = _step(state, None, noises)
        choices = zip(after, without, state, strict=True)
        state = _State(*(numpy.where(seen, one, numpy.where(on, two, old)) for one, two, old in choices))
        squares += numpy.where(seen, error * error / variance, 0.0)
        logs += numpy.where(seen, numpy.log(variance), 0.0)
    count = numpy.maximum(observed.sum(axis=1, keepdims=True) - 1, 1)
    return state, -0.5 * (logs + count * numpy.log(numpy.maximum(squares, 1e-300) / count))


def _step(state: _State, value: Numbers | None, noises: Numbers) -> tuple[_State, Numbers, Numbers]:
    """One year on, and what the year's value tells (nothing without one)."""
    level, slope, spread, shared, turning = state
    level = level + slope
    spread = spread + 2 * shared + turning + noises[0]
    shared = shared + turning
    turning = turning + noises[1]
    variance = spread + 1.0
    if value is None:
        return _State(level, slope, spread, shared, turning), numpy.zeros_like(level), variance
    error = value - level
    gain, turn = spread / variance, shared / variance
    after = _State(
        level + gain * error, slope + turn * error, spread - gain * spread, shared - gain * shared,
        turning - turn * shared,
    )  # fmt: skip
    return after, error, variance
