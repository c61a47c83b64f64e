"""The theta method on the scale of even growth, with three quarters of the slope."""

from __future__ import annotations

from milepost.checks.model import Words
from milepost.forecasts.model import Method, Numbers, Panel
from milepost.forecasts.scales import curved, straightened
from milepost.forecasts.smoothing import theta_points

METHOD = Method(
    "theta_growth",
    Words("增长尺度 Theta 法", "theta method on growth"),
    "Assimakopoulos and Nikolopoulos (2000), on the logarithm or the log-odds; the part is ours",
)
PART = 0.75


def points(panel: Panel, horizon: int) -> Numbers:
    """Forecasts averaged over the smoothing parameter; shape (series, horizon)."""
    return straightened(panel, theta_points(curved(panel), horizon, PART))
