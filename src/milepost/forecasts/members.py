"""The forecasts that the combination is made of: their middle is its forecast, their spread its doubt."""

from __future__ import annotations

import numpy

from milepost.forecasts.drifts import carried_on, mean_step, median_step
from milepost.forecasts.model import Numbers, Panel
from milepost.forecasts.scales import curved, straightened
from milepost.forecasts.smoothing import damped_trend_points, level_points, theta_points

GROWTH_PART = 0.75  # of the slope, in the theta method on the scale of even growth
FADING = 0.9  # each year's growth as a part of that of the year before


def member_points(panel: Panel, horizon: int) -> Numbers:
    """Forecasts of all members; shape (series, horizon, 6), within the limits of each series.

    In order: damped trend on the growth scale; theta; theta on the growth scale; median step; level; fading growth.
    """
    own, growth = panel.values, curved(panel)
    members = numpy.stack(
        [
            straightened(panel, damped_trend_points(growth, horizon)),
            theta_points(own, horizon),
            straightened(panel, theta_points(growth, horizon, GROWTH_PART)),
            carried_on(own, median_step(own), horizon),
            level_points(own, horizon),
            straightened(panel, carried_on(growth, mean_step(growth), horizon, FADING)),
        ],
        axis=2,
    )
    within: Numbers = numpy.clip(members, panel.low[:, None, None], panel.high[:, None, None])
    return within
