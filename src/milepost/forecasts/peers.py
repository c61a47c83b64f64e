"""Forecasts by others on the same series, for comparison: the last value, and two methods of statsforecast."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

import numpy
from scipy.special import ndtri

from milepost.forecasts.drifts import yearly_steps
from milepost.forecasts.model import Numbers, Panel
from milepost.forecasts.scoring import mean_by_series

SHARES: Final = (80, 95)
"""Intervals that are compared, in percent."""


@dataclass(frozen=True, slots=True)
class Intervals:
    """Forecasts as a middle and intervals: `point`, `low`, `high` of shape (series, horizon), by share in percent.

    `fallbacks` counts series for which the method gave nothing, and the last value stands in.
    """

    point: Numbers
    low: dict[int, Numbers]
    high: dict[int, Numbers]
    fallbacks: int = 0


def naive(panel: Panel, horizon: int) -> Intervals:
    """The last value, with normal intervals from the root mean square of the steps, growing with the root of time."""
    steps = yearly_steps(panel.values)
    size = numpy.nan_to_num(numpy.sqrt(mean_by_series(steps**2)))
    spread = size[:, None] * numpy.sqrt(numpy.arange(1, horizon + 1))
    point = numpy.repeat(panel.values[:, -1:], horizon, axis=1)
    reach = {share: ndtri(0.5 + share / 200) * spread for share in SHARES}
    return Intervals(
        point,
        {share: point - reach[share] for share in SHARES},
        {share: point + reach[share] for share in SHARES},
    )


def autoets(panel: Panel, horizon: int) -> Intervals | None:
    """Exponential smoothing picked for each series, by statsforecast; None if that is not installed."""
    return _by_statsforecast("AutoETS", panel, horizon)


def theta(panel: Panel, horizon: int) -> Intervals | None:
    """The dynamic optimised theta method, by statsforecast; None if that is not installed."""
    return _by_statsforecast("DynamicOptimizedTheta", panel, horizon)


PEERS: Final[dict[str, Callable[[Panel, int], Intervals | None]]] = {
    "naive": naive,
    "autoets": autoets,
    "theta": theta,
}


def _by_statsforecast(name: str, panel: Panel, horizon: int) -> Intervals | None:
    try:
        model = getattr(import_module("statsforecast.models"), name)(season_length=1)
    except ImportError:
        return None
    found = naive(panel, horizon)
    missed = 0
    for row, values in enumerate(panel.values):
        answer = _answer(model, _without_gaps(values), horizon)
        if answer is None:
            missed += 1
            continue
        found.point[row] = answer["mean"]
        for share in SHARES:
            found.low[share][row] = answer[f"lo-{share}"]
            found.high[share][row] = answer[f"hi-{share}"]
    return Intervals(found.point, found.low, found.high, missed)


def _answer(model: Any, values: Numbers, horizon: int) -> dict[str, Numbers] | None:
    try:
        answer: dict[str, Numbers] = model.forecast(y=values, h=horizon, level=list(SHARES))
    except Exception:  # noqa: BLE001 - whatever another library raises for a series, the others go on
        return None
    return answer if all(numpy.isfinite(each).all() for each in answer.values()) else None


def _without_gaps(values: Numbers) -> Numbers:
    """A series from its first value on, gaps bridged by a straight line: the peers take no gaps."""
    place = numpy.flatnonzero(numpy.isfinite(values))
    return numpy.interp(numpy.arange(place[0], len(values)), place, values[place])
