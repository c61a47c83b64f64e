"""The median step of the series goes on from the last value: single years of crisis do not bend it."""

from __future__ import annotations

from milepost.checks.model import Words
from milepost.forecasts.drifts import carried_on, median_step
from milepost.forecasts.model import Method, Numbers, Panel

METHOD = Method(
    "median_drift",
    Words("中位步长外推", "median step goes on"),
    "Makridakis and Hibon (2000), Robust-Trend of the M3 competition, after its idea",
)


def points(panel: Panel, horizon: int) -> Numbers:
    """The last value and as many median steps as years ahead; shape (series, horizon)."""
    return carried_on(panel.values, median_step(panel.values), horizon)
