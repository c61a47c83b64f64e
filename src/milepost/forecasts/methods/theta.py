"""The theta method: the smoothed level goes on with half the slope of the trend line."""

from __future__ import annotations

from milepost.checks.model import Words
from milepost.forecasts.model import Method, Numbers, Panel
from milepost.forecasts.smoothing import theta_points

METHOD = Method(
    "theta",
    Words("Theta 法", "theta method"),
    "Assimakopoulos and Nikolopoulos (2000); Hyndman and Billah (2003)",
)


def points(panel: Panel, horizon: int) -> Numbers:
    """Forecasts averaged over the smoothing parameter; shape (series, horizon)."""
    return theta_points(panel.values, horizon)
