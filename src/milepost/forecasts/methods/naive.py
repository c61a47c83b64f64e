"""The last value goes on: what every other method has to beat."""

from __future__ import annotations

import numpy

from milepost.checks.model import Words
from milepost.forecasts.model import Method, Numbers, Panel

METHOD = Method(
    "naive", Words("末值不变", "last value goes on"), "Makridakis, Spiliotis and Assimakopoulos (2020), M4 benchmarks"
)


def points(panel: Panel, horizon: int) -> Numbers:
    """The last value of each series in every year ahead; shape (series, horizon)."""
    return numpy.repeat(panel.values[:, -1:], horizon, axis=1)
