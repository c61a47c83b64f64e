"""The mean step of the whole series goes on from the last value."""

from __future__ import annotations

from milepost.checks.model import Words
from milepost.forecasts.drifts import carried_on, mean_step
from milepost.forecasts.model import Method, Numbers, Panel

METHOD = Method(
    "drift",
    Words("平均步长外推", "mean step goes on"),
    "Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.2",
)


def points(panel: Panel, horizon: int) -> Numbers:
    """The line from the first value through the last, carried on; shape (series, horizon)."""
    return carried_on(panel.values, mean_step(panel.values), horizon)
