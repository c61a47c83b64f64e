"""Smoothing with a trend that fades, on the scale on which the series may grow evenly."""

from __future__ import annotations

from milepost.checks.model import Words
from milepost.forecasts.model import Method, Numbers, Panel
from milepost.forecasts.scales import curved, straightened
from milepost.forecasts.smoothing import damped_trend_points

METHOD = Method(
    "damped_trend",
    Words("阻尼趋势", "damped trend"),
    "Gardner and McKenzie (1985); Hyndman et al. (2008), ETS(A,Ad,N) on the logarithm or the log-odds",
)


def points(panel: Panel, horizon: int) -> Numbers:
    """Forecasts averaged over a grid of parameters; shape (series, horizon)."""
    return straightened(panel, damped_trend_points(curved(panel), horizon))
