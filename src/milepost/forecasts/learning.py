"""A calibration learnt from series whose end is known: at several origins, whole and cut short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy

from milepost.forecasts.calibration import FORMAT, Calibration, Calibrations, Lesson, learnt, learnt_on_top
from milepost.forecasts.features import FEATURES
from milepost.forecasts.members import member_points
from milepost.forecasts.model import LEVELS, Numbers, Panel
from milepost.forecasts.origins import Held
from milepost.forecasts.table import METHODS, points_by

CUTS: Final = (3, 4, 5, 6, 8, 10)
"""Points that a series is cut to, so that short series are known too."""

CUT_WEIGHT: Final = 0.3  # against one for the series itself: short series are what statistics of plans mostly are


def by_year(held: Held, horizon: int) -> Numbers:
    """What came, by year ahead: shape (series, horizon), NaN where it is not known."""
    actual = numpy.full((len(held.rows), horizon), numpy.nan)
    rows, points = numpy.nonzero(numpy.isfinite(held.actual) & (held.years <= horizon))
    actual[rows, held.years[rows, points] - 1] = held.actual[rows, points]
    return actual


def cut(panel: Panel, points: int) -> Panel:
    """The last points of every series."""
    observed = numpy.isfinite(panel.values)
    behind = observed[:, ::-1].cumsum(axis=1)[:, ::-1]
    values = numpy.where(observed & (behind <= points), panel.values, numpy.nan)
    filled = numpy.flatnonzero(numpy.isfinite(values).any(axis=0))
    first = int(filled[0]) if len(filled) else 0
    return Panel(panel.names, values[:, first:], panel.last, panel.low, panel.high)


def lessons(panel: Panel, actual: Numbers, method: str) -> Iterator[Lesson]:
    """Series with their future, whole and cut short, each with the forecasts of a method.

    Parameters
    ----------
    actual : array (series, horizon)
        What came, by year ahead; NaN where it is not known.
    """
    for points in (None, *CUTS):
        longer = panel.lengths > (points or 0)
        if not longer.any():
            continue
        past, came = (panel, actual) if points is None else (cut(panel.rows(longer), points), actual[longer])
        members = member_points(past, actual.shape[1])
        middle = numpy.median(members, axis=2) if method == METHODS[0] else points_by(method, past, actual.shape[1])
        yield Lesson(past, came, middle, members, 1.0 if points is None else CUT_WEIGHT)


def dependence(whole: Sequence[Lesson]) -> float:
    """The exponent that best fits how ranks of errors in two years go together (see `Calibrations`)."""
    steps, logs = [], []
    for lesson in whole:
        errors = (lesson.actual - lesson.point) / lesson.members.std(axis=2).clip(1e-9)
        errors = errors[numpy.isfinite(errors).all(axis=1)]
        ranks = errors.argsort(axis=0).argsort(axis=0)
        if len(ranks) < _LEAST_PAIRS:
            continue
        for year in range(ranks.shape[1]):
            for later in range(year + 1, ranks.shape[1]):
                together = numpy.corrcoef(ranks[:, year], ranks[:, later])[0, 1]
                steps.append(numpy.log((year + 1) / (later + 1)))
                logs.append(numpy.log(max(together, 0.01)))
    if not steps:
        return _USUAL_DEPENDENCE
    x, y = numpy.array(steps), numpy.array(logs)
    return float((x @ y) / (x @ x))


_LEAST_PAIRS = 20
_USUAL_DEPENDENCE = 0.5  # that of a random walk


def calibrated(
    held: Sequence[tuple[Panel, Numbers]],
    learnt_from: str,
    series: int,
    *,
    methods: Sequence[str] = METHODS,
    base: Calibrations | None = None,
) -> Calibrations:
    """Learn the calibration of each method.

    Parameters
    ----------
    held : sequence of (panel, what came by year ahead)
        The series at one or several origins.
    learnt_from : str
        What is told of where it was learnt.
    base : Calibrations, optional
        Keep the weights of this one, and take the quantiles of errors from both: for few series.

    Raises
    ------
    UsageError
        If there is too little to learn from.
    """
    found: dict[str, Calibration] = {}
    for method in methods:
        taught = [lesson for panel, actual in held for lesson in lessons(panel, actual, method)]
        found[method] = learnt(taught) if base is None else learnt_on_top(base.of(method), taught)
    whole = [next(lessons(panel, actual, METHODS[0])) for panel, actual in held if len(panel.names)]
    spread = dependence(whole)
    told = learnt_from if base is None else f"{learnt_from}, on top of: {base.learnt_from}"
    return Calibrations(FORMAT, told, series, LEVELS, FEATURES, spread, found)
