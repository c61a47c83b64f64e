"""Simple exponential smoothing: no trend at all."""

from __future__ import annotations

from milepost.checks.model import Words
from milepost.forecasts.model import Method, Numbers, Panel
from milepost.forecasts.smoothing import level_points

METHOD = Method("level", Words("一次指数平滑", "simple smoothing"), "Brown (1959); Hyndman et al. (2008), ETS(A,N,N)")


def points(panel: Panel, horizon: int) -> Numbers:
    """The smoothed level in every year ahead; shape (series, horizon)."""
    return level_points(panel.values, horizon)
