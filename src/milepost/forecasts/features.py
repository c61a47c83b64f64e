"""What a series' past tells of how far its forecasts will err: the features that the width of intervals rests on."""

from __future__ import annotations

from typing import Final

import numpy

from milepost.forecasts.drifts import yearly_steps
from milepost.forecasts.model import Numbers, Panel

FEATURES: Final = (
    "one", "mean step", "rough step", "recent step", "spread of methods", "move", "long steps", "turns", "level",
    "length", "short length", "year ahead", "year ahead and length",
    "mean step and short length", "level and short length", "spread and short length", "shorter",
)  # fmt: skip
"""All as logarithms in units of the scale: see `features`."""

LEAST_SHARE: Final = 0.002
"""Errors of a series are never taken to be smaller than this part of its level: no statistic is exact for ever."""


def scale(panel: Panel) -> Numbers:
    """The unit that errors are measured in: the standard deviation of the yearly steps, shape (series,)."""
    steps = yearly_steps(panel.values)
    level = numpy.nanmean(numpy.abs(panel.values), axis=1)
    deviation = numpy.sqrt(numpy.nanmean((steps - numpy.nanmean(steps, axis=1, keepdims=True)) ** 2, axis=1))
    mean = numpy.nanmean(numpy.abs(steps), axis=1)
    # A series of zeros has no unit of its own: then one.
    floor = numpy.where(level > 0, LEAST_SHARE * level, 1.0)
    unit: Numbers = numpy.maximum(deviation + 1e-3 * mean, floor)
    return unit


def features(panel: Panel, point: Numbers, members: Numbers) -> Numbers:
    """The features of each series and year ahead; shape (series, horizon, features).

    Parameters
    ----------
    point : array (series, horizon)
        The middle of the forecast.
    members : array (series, horizon, members)
        Forecasts by different methods: where they part, the future is less sure.
    """
    values, horizon = panel.values, point.shape[1]
    unit = scale(panel)
    steps = yearly_steps(values)
    middle = numpy.nanmedian(steps, axis=1, keepdims=True)
    mean = numpy.nanmean(steps, axis=1, keepdims=True)
    recent = _latest(steps, 5)
    turns = numpy.diff(steps, axis=1)
    length = panel.lengths.astype(float)
    ahead = numpy.log(numpy.arange(1, horizon + 1))

    def each(amounts: Numbers) -> Numbers:
        """Logarithms in units of the scale, for every year ahead."""
        logs = numpy.log(amounts / unit + 1e-3)
        return numpy.broadcast_to(logs[:, None], (len(logs), horizon))

    return numpy.stack(
        [
            numpy.ones_like(point),
            each(numpy.nanmean(numpy.abs(steps), axis=1)),
            each(numpy.nanmedian(numpy.abs(steps - middle), axis=1)),
            each(numpy.sqrt(numpy.nanmean((recent - mean) ** 2, axis=1))),
            numpy.log(members.std(axis=2) / unit[:, None] + 1e-3),
            numpy.log(numpy.abs(point - values[:, -1:]) / unit[:, None] + 1e-3),
            numpy.log(_long_steps(values, mean, horizon) / unit[:, None] + 1e-3),
            each(_mean_or(numpy.abs(turns), numpy.nanmean(numpy.abs(steps), axis=1))),
            each(numpy.abs(values[:, -1])),
            numpy.broadcast_to(numpy.log(length)[:, None], point.shape),
            numpy.broadcast_to(1 / length[:, None], point.shape),
            numpy.broadcast_to(ahead, point.shape),
            ahead * numpy.log(length)[:, None],
            each(numpy.nanmean(numpy.abs(steps), axis=1)) / length[:, None],
            each(numpy.abs(values[:, -1])) / length[:, None],
            numpy.log(members.std(axis=2) / unit[:, None] + 1e-3) / length[:, None],
            numpy.broadcast_to(1 / length[:, None]**2, point.shape),
        ],
        axis=2,
    )


def _latest(steps: Numbers, number: int) -> Numbers:
    return steps[:, -number:]


def _long_steps(values: Numbers, mean: Numbers, horizon: int) -> Numbers:
    """How far the series strayed from its mean step over as many years as lie ahead; shape (series, horizon).

    Where the series is shorter than that, the strays over fewer years, grown by the square root of time.
    """
    found = numpy.full((len(values), horizon), numpy.nan)
    for years in range(1, min(horizon, values.shape[1] - 1) + 1):
        strayed = values[:, years:] - values[:, :-years] - mean * years
        squares = numpy.where(numpy.isfinite(strayed), strayed**2, 0.0).sum(axis=1)
        count = numpy.isfinite(strayed).sum(axis=1)
        found[:, years - 1] = numpy.sqrt(squares / numpy.where(count > 1, count, numpy.nan))
    found[:, 0] = numpy.where(numpy.isfinite(found[:, 0]), found[:, 0], 0.0)
    for place in range(1, horizon):
        grown = found[:, place - 1] * numpy.sqrt((place + 1) / place)
        found[:, place] = numpy.where(numpy.isfinite(found[:, place]), found[:, place], grown)
    return found


def _mean_or(rows: Numbers, other: Numbers) -> Numbers:
    """The mean of each row's values, or the other figure where it has none."""
    known = numpy.isfinite(rows)
    count = known.sum(axis=1)
    total = numpy.where(known, rows, 0.0).sum(axis=1)
    return numpy.where(count > 0, total / numpy.maximum(count, 1), other)
