"""The mean rate of growth goes on from the last value and fades by a tenth each year."""

from __future__ import annotations

from milepost.checks.model import Words
from milepost.forecasts.drifts import carried_on, mean_step
from milepost.forecasts.model import Method, Numbers, Panel
from milepost.forecasts.scales import curved, straightened

METHOD = Method(
    "damped_drift",
    Words("渐缓增速外推", "fading rate of growth"),
    "Gardner and McKenzie (1985), damped trends, on the drift of the logarithm or the log-odds",
)
DAMPING = 0.9


def points(panel: Panel, horizon: int) -> Numbers:
    """The last value grown at the mean rate, each year at nine tenths of the rate before; shape (series, horizon)."""
    values = curved(panel)
    return straightened(panel, carried_on(values, mean_step(values), horizon, DAMPING))
