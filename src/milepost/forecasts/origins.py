"""Series cut at an origin: what a forecast may know, and what came after."""

from __future__ import annotations

from dataclasses import dataclass

import numpy
import numpy.typing

from milepost.forecasts.model import LEAST_POINTS, Numbers, Panel


@dataclass(frozen=True, slots=True)
class Held:
    """The past as a panel, and the points held out behind it.

    `actual` has the shape (series, points), NaN where a series has fewer; `years` says how many years behind the past
    each of them lies (1 where there is none). `rows` tells which series of the whole panel they are.
    """

    panel: Panel
    actual: Numbers
    years: numpy.typing.NDArray[numpy.int64]
    rows: numpy.typing.NDArray[numpy.int64]

    def at(self, ahead: Numbers) -> Numbers:
        """Figures for each year ahead, (series, horizon) or (series, horizon, …), at the points held out."""
        place = self.years - 1
        if ahead.ndim == 3:
            return numpy.take_along_axis(ahead, place[:, :, None], 1)
        return numpy.take_along_axis(ahead, place, 1)


def held_out(panel: Panel, points: int, *, dropped: int = 0, least: int = LEAST_POINTS, farthest: int = 50) -> Held:
    """Hold the last points of every series out; of a series too short for that, as many as leave it `least`.

    Parameters
    ----------
    points : int
        How many points are held out.
    dropped : int, default 0
        Points at the end that are left out altogether: an earlier origin.
    least : int, default 3
        Points that must stay as the past; a series with not more than that is left out.
    farthest : int, default 50
        Points more years ahead than this (behind a long gap) are left out.

    >>> panel = Panel(("a",), numpy.array([[1.0, 2.0, 3.0, 4.0, 5.0]]), numpy.array([2024]), numpy.array([0.0]),
    ...               numpy.array([numpy.inf]))
    >>> held = held_out(panel, 6)
    >>> held.panel.values.tolist(), held.panel.last.tolist(), held.actual.tolist()[0][:2]
    ([[1.0, 2.0, 3.0]], [2022], [4.0, 5.0])
    """
    number = numpy.minimum(points, panel.lengths - dropped - least)
    rows = numpy.flatnonzero(number >= 1)
    number, values = number[rows, None], panel.values[rows]
    observed = numpy.isfinite(values)
    # How many observed values a place is away from the end, itself counted.
    behind = numpy.where(observed, observed[:, ::-1].cumsum(axis=1)[:, ::-1], 0)
    kept = behind > dropped + number
    width = values.shape[1]
    end = width - 1 - numpy.argmax(kept[:, ::-1], axis=1) if len(rows) else numpy.zeros(0, int)
    actual = numpy.full((len(rows), points), numpy.nan)
    years = numpy.ones((len(rows), points), numpy.int64)
    for point in range(points):
        wanted = behind == dropped + number - point
        there = (point < number[:, 0]) & wanted.any(axis=1) if len(rows) else numpy.zeros(0, bool)
        place = numpy.argmax(wanted, axis=1) if len(rows) else end
        there &= place - end <= farthest
        actual[there, point] = values[there, place[there]]
        years[there, point] = (place - end)[there]
    return Held(_shifted(panel, rows, numpy.where(kept, values, numpy.nan), end), actual, years, rows)


def _shifted(panel: Panel, rows: numpy.typing.NDArray[numpy.int64], values: Numbers, end: Numbers) -> Panel:
    """The past, moved right so that its last column is each series' own last year."""
    width = values.shape[1]
    moved = (width - 1 - end).astype(numpy.int64)
    source = numpy.arange(width) - moved[:, None]
    shifted = numpy.where(source >= 0, numpy.take_along_axis(values, numpy.maximum(source, 0), 1), numpy.nan)
    filled = numpy.isfinite(shifted).any(axis=0)
    first = int(numpy.argmax(filled)) if filled.any() else 0
    names = tuple(panel.names[row] for row in rows)
    return Panel(names, shifted[:, first:], panel.last[rows] - moved, panel.low[rows], panel.high[rows])
