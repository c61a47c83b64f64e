"""Panels that several tests of forecasts use."""

from __future__ import annotations

from collections.abc import Sequence

import numpy

from milepost.forecasts.model import Panel


def panel_of(
    series: Sequence[Sequence[float]], low: float = -numpy.inf, high: float = numpy.inf, last: int = 2024
) -> Panel:
    """Series of different lengths as a panel; NaN is a gap."""
    longest = max(map(len, series))
    values = numpy.full((len(series), longest), numpy.nan)
    for row, one in enumerate(series):
        values[row, longest - len(one) :] = one
    count = len(series)
    names = tuple(f"s{row}" for row in range(count))
    return Panel(names, values, numpy.full(count, last), numpy.full(count, low), numpy.full(count, high))


def walks(number: int, length: int, seed: int = 0) -> list[list[float]]:
    """Positive series that walk with a drift."""
    random = numpy.random.default_rng(seed)
    steps = random.normal(0.03, 0.05, (number, length))
    found: list[list[float]] = (100 * numpy.exp(numpy.cumsum(steps, axis=1))).tolist()
    return found
