"""Which methods of forecasting there are; a method's module is imported on first use."""

from __future__ import annotations

from importlib import import_module
from typing import Final, cast

import numpy

from milepost.forecasts.model import Method, Numbers, Panel
from milepost.kernel.errors import UsageError

METHODS: Final[tuple[str, ...]] = (
    "combination",
    "naive",
    "drift",
    "median_drift",
    "damped_drift",
    "level",
    "damped_trend",
    "theta",
    "theta_growth",
    "ets",
    "local_linear_trend",
    "bounded_growth",
)
"""Names of the methods, each a module of `milepost.forecasts.methods`; the first is the default."""


def method_named(name: str) -> Method:
    """What a method says of itself.

    Raises
    ------
    UsageError
        If there is no method of that name (names those that there are).
    """
    if name not in METHODS:
        raise UsageError("there is no such method", where="method", found=repr(name), accepted=", ".join(METHODS))
    return cast(Method, import_module(f"milepost.forecasts.methods.{name}").METHOD)


def points_by(name: str, panel: Panel, horizon: int) -> Numbers:
    """The middle of a method's forecast, within the limits of each series; shape (series, horizon)."""
    method_named(name)
    points: Numbers = import_module(f"milepost.forecasts.methods.{name}").points(panel, horizon)
    within: Numbers = numpy.clip(points, panel.low[:, None], panel.high[:, None])
    return within
