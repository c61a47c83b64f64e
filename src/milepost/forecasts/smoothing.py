"""Exponential smoothing of many short series at once: every series with every value of the parameters together.

A short series does not say which parameters are right. Each combination on a grid is therefore run, and forecasts are
averaged with weights proportional to SSE^(-n/2): the posterior over the grid under flat priors on the parameters and
on the logarithm of the error's scale. Sources: Hyndman, Koehler, Ord and Snyder, "Forecasting with Exponential
Smoothing" (2008), chapters 2 and 5, for the recursions; Assimakopoulos and Nikolopoulos (2000) and Hyndman and Billah
(2003) for the theta method as smoothing with half the drift of the trend line.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy

from milepost.forecasts.model import Numbers

ALPHAS: Final = numpy.linspace(0.1, 1.0, 10)
BETAS: Final = numpy.array([0.0, 0.05, 0.1, 0.2, 0.4, 0.7])
DAMPINGS: Final = numpy.array([0.8, 0.9, 0.95, 0.98, 1.0])
_START_POINTS = 6  # first values that the first level and slope are fitted to
_BLOCK = 256  # series at once: the working arrays then stay in the processor's cache


class Grid(NamedTuple):
    """Combinations of parameters, all arrays of one length: level, slope (as a part of the level's), damping."""

    alpha: Numbers
    beta: Numbers
    damping: Numbers


class Run(NamedTuple):
    """What one pass over the series gives for every combination: forecasts (series, combinations, horizon), SSE."""

    points: Numbers
    errors: Numbers


def grid(alphas: Numbers, betas: Numbers, dampings: Numbers) -> Grid:
    """All combinations of three lists of parameters.

    >>> len(grid(ALPHAS, BETAS, DAMPINGS).alpha)
    300
    """
    axes = numpy.meshgrid(alphas, betas, dampings, indexing="ij")
    return Grid(*(axis.ravel() for axis in axes))


DAMPED: Final = grid(ALPHAS, BETAS, DAMPINGS)
LEVEL_ONLY: Final = grid(ALPHAS, numpy.array([0.0]), numpy.array([0.0]))


def smoothed(values: Numbers, parameters: Grid, horizon: int) -> Run:
    """Additive smoothing with a damped trend, for every series and every combination of parameters.

    Parameters
    ----------
    values : array of shape (series, years)
        Right-aligned; NaN before the first value and in gaps, over which level and slope are carried on.
    """
    level, slope = _starts(values)
    count = len(parameters.alpha)
    level = numpy.repeat(level[:, None], count, axis=1)
    slope = numpy.repeat(slope[:, None], count, axis=1)
    errors = numpy.zeros_like(level)
    observed = numpy.isfinite(values)
    begun = numpy.maximum.accumulate(observed, axis=1)
    gain = parameters.alpha * parameters.beta
    for year in range(values.shape[1]):
        damped = parameters.damping * slope
        ahead = level + damped
        seen = observed[:, year, None]
        error = numpy.where(seen, numpy.where(seen, values[:, year, None], 0.0) - ahead, 0.0)
        errors += error * error
        on = begun[:, year, None]
        level = numpy.where(on, ahead + parameters.alpha * error, level)
        slope = numpy.where(on, damped + gain * error, slope)
    steps = numpy.cumsum(parameters.damping[:, None] ** numpy.arange(1, horizon + 1), axis=1)
    return Run(level[:, :, None] + slope[:, :, None] * steps, errors)


def drifting(values: Numbers, drift: Numbers, alphas: Numbers, horizon: int) -> Run:
    """Smoothing of the level with a drift that is given, a row for each series (the theta method's recursion)."""
    observed = numpy.isfinite(values)
    begun = numpy.maximum.accumulate(observed, axis=1)
    first = numpy.argmax(observed, axis=1)
    level = numpy.repeat(numpy.take_along_axis(values, first[:, None], 1), len(alphas), axis=1)
    errors = numpy.zeros_like(level)
    step = drift[:, None]
    for year in range(1, values.shape[1]):
        on = (begun[:, year - 1])[:, None]
        seen = on & observed[:, year, None]
        ahead = level + step
        error = numpy.where(seen, numpy.where(seen, values[:, year, None], 0.0) - ahead, 0.0)
        errors += error * error
        level = numpy.where(on, ahead + alphas * error, level)
    return Run(level[:, :, None] + step[:, :, None] * numpy.arange(1, horizon + 1), errors)


def averaged(run: Run, lengths: Numbers) -> Numbers:
    """Forecasts of all combinations, averaged with the weights SSE^(-n/2); shape (series, horizon)."""
    least = run.errors.min(axis=1, keepdims=True)
    # A series that some combination fits exactly has no error scale: then the exact ones share the weight.
    tiny = numpy.maximum(least, 1e-300)
    # A difference of logarithms: the quotient itself may be too large for a number.
    exponent = -0.5 * lengths[:, None] * (numpy.log(numpy.maximum(run.errors, tiny)) - numpy.log(tiny))
    weights = numpy.exp(exponent)
    weights /= weights.sum(axis=1, keepdims=True)
    averaged_points: Numbers = numpy.einsum("sg,sgh->sh", weights, run.points)
    return averaged_points


def damped_trend_points(values: Numbers, horizon: int, parameters: Grid = DAMPED) -> Numbers:
    """Forecasts with a damped trend, averaged over the grid; shape (series, horizon)."""
    blocks = [
        averaged(smoothed(block, parameters, horizon), numpy.isfinite(block).sum(axis=1).astype(float))
        for block in _blocks(values)
    ]
    return numpy.concatenate(blocks) if blocks else numpy.empty((0, horizon))


def level_points(values: Numbers, horizon: int) -> Numbers:
    """Forecasts by simple exponential smoothing, averaged over the grid; shape (series, horizon)."""
    return damped_trend_points(values, horizon, LEVEL_ONLY)


def theta_points(values: Numbers, horizon: int, part: float = 0.5) -> Numbers:
    """Forecasts of the theta method: the smoothed level goes on with a `part` of the slope of the trend line."""
    lengths = numpy.isfinite(values).sum(axis=1).astype(float)
    return averaged(drifting(values, part * trend(values), ALPHAS, horizon), lengths)


def trend(values: Numbers) -> Numbers:
    """Slope of the least-squares line through each series, a year being one; 0 with fewer than two values.

    >>> trend(numpy.array([[numpy.nan, 1.0, 3.0, 5.0]])).tolist()
    [2.0]
    """
    years = numpy.where(numpy.isfinite(values), numpy.arange(values.shape[1], dtype=float), numpy.nan)
    away = years - numpy.nanmean(years, axis=1, keepdims=True)
    spread = numpy.nansum(away**2, axis=1)
    moved = numpy.nansum(away * (values - numpy.nanmean(values, axis=1, keepdims=True)), axis=1)
    slope: Numbers = numpy.divide(moved, spread, out=numpy.zeros_like(moved), where=spread > 0)
    return slope


def _starts(values: Numbers) -> tuple[Numbers, Numbers]:
    """Level before the first value, and slope: of the line through the first values."""
    first = numpy.argmax(numpy.isfinite(values), axis=1)
    places = first[:, None] + numpy.arange(_START_POINTS)
    inside = places < values.shape[1]
    head = numpy.where(
        inside, numpy.take_along_axis(values, numpy.minimum(places, values.shape[1] - 1), 1), numpy.nan
    )
    slope = trend(head)
    years = numpy.where(numpy.isfinite(head), numpy.arange(_START_POINTS, dtype=float), numpy.nan)
    return numpy.nanmean(head, axis=1) - slope * (numpy.nanmean(years, axis=1) + 1), slope


def _blocks(values: Numbers) -> list[Numbers]:
    return [values[start : start + _BLOCK] for start in range(0, len(values), _BLOCK)]
