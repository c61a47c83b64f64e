"""Steps of a series carried on from its last value: by their mean or their median, in full or fading."""

from __future__ import annotations

import numpy

from milepost.forecasts.model import Numbers


def yearly_steps(values: Numbers) -> Numbers:
    """Change a year from each observed value to the next one observed; over a gap it is shared out among its years.

    Shape (series, years - 1), NaN where there is none.

    >>> yearly_steps(numpy.array([[1.0, numpy.nan, 5.0]])).tolist()
    [[nan, 2.0]]
    """
    observed = numpy.isfinite(values)
    years = numpy.arange(values.shape[1])
    place = numpy.maximum.accumulate(numpy.where(observed, years, -1), axis=1)
    before = place[:, :-1]
    former = numpy.take_along_axis(values, numpy.maximum(before, 0), 1)
    gap = years[1:] - before
    known = observed[:, 1:] & (before >= 0)
    return numpy.where(known, (values[:, 1:] - former) / numpy.where(known, gap, 1), numpy.nan)


def mean_step(values: Numbers) -> Numbers:
    """Mean change a year, from the first value to the last; shape (series,)."""
    observed = numpy.isfinite(values)
    first = numpy.argmax(observed, axis=1)
    years = numpy.maximum(values.shape[1] - 1 - first, 1)
    start: Numbers = numpy.take_along_axis(values, first[:, None], 1)[:, 0]
    mean: Numbers = (values[:, -1] - start) / years
    return mean


def median_step(values: Numbers) -> Numbers:
    """Median change a year: a year of crisis does not bend it; shape (series,)."""
    median: Numbers = numpy.nanmedian(yearly_steps(values), axis=1)
    return median


def carried_on(values: Numbers, step: Numbers, horizon: int, damping: float = 1.0) -> Numbers:
    """The last value with a step added each year, each `damping` times the one before; shape (series, horizon)."""
    steps = numpy.cumsum(damping ** numpy.arange(horizon)) * damping
    points: Numbers = values[:, -1:] + step[:, None] * steps
    return points
