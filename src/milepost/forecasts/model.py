"""Many short yearly series as one array, and what forecasting them yields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy
import numpy.typing

from milepost.checks.model import Words

Numbers = numpy.typing.NDArray[numpy.float64]
Curve = Literal["linear", "log", "logit"]

LEAST_POINTS: Final = 3
"""A series with fewer values is not forecast."""

LEVELS: Final[tuple[float, ...]] = (
    0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85,
    0.9, 0.95, 0.975, 0.99, 0.995,
)  # fmt: skip
"""Probabilities at which quantiles of errors are kept."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Yearly series in one array.

    `values` has a row for each series and a column for each year, the last column being each series' own last
    observed year (`last`); what is missing is NaN. `low` and `high` are the limits of what can be true (a share lies
    between 0 and 1, a count above 0), infinite where there is none.

    >>> panel = Panel(("a",), numpy.array([[numpy.nan, 1.0, 2.0]]), numpy.array([2023]), numpy.array([0.0]),
    ...               numpy.array([numpy.inf]))
    >>> panel.lengths.tolist(), panel.curves()
    ([2], array(['log'], dtype='<U6'))
    """

    names: tuple[str, ...]
    values: Numbers
    last: numpy.typing.NDArray[numpy.int64]
    low: Numbers
    high: Numbers

    @property
    def lengths(self) -> numpy.typing.NDArray[numpy.int64]:
        """Number of observed values of each series."""
        counted: numpy.typing.NDArray[numpy.int64] = numpy.isfinite(self.values).sum(axis=1)
        return counted

    def curves(self) -> numpy.typing.NDArray[numpy.str_]:
        """The scale on which each series may grow evenly: log-odds between two limits, log above 0, else its own."""
        observed = numpy.isfinite(self.values)
        above = numpy.where(observed, self.values > self.low[:, None], True).all(axis=1)
        below = numpy.where(observed, self.values < self.high[:, None], True).all(axis=1)
        positive = numpy.where(observed, self.values > 0, True).all(axis=1)
        bounded = numpy.isfinite(self.low) & numpy.isfinite(self.high) & above & below
        names: tuple[Curve, ...] = ("logit", "log", "linear")
        return numpy.select([bounded, positive], names[:2], names[2])

    def rows(self, chosen: numpy.typing.NDArray[numpy.bool_] | slice) -> Panel:
        """Some of the series."""
        picked = numpy.arange(len(self.names))[chosen]
        names = tuple(self.names[place] for place in picked)
        return Panel(names, self.values[chosen], self.last[chosen], self.low[chosen], self.high[chosen])


@dataclass(frozen=True, slots=True)
class Method:
    """What a method of forecasting says of itself. Its module has `METHOD` and `points(panel, horizon)`.

    `points` returns the middle of the forecast: an array of shape (series, horizon), finite everywhere.
    """

    name: str
    title: Words
    source: str


@dataclass(frozen=True, slots=True)
class Distributions:
    """What the years ahead may bring, for each series of a panel.

    `point` has the shape (series, horizon), `quantiles` (series, horizon, levels) with the probabilities of
    `milepost.forecasts.model.LEVELS`, both in the unit of the series and within its limits.
    """

    panel: Panel
    method: str
    point: Numbers
    quantiles: Numbers
