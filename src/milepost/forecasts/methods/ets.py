"""The one model of exponential smoothing that the corrected information criterion picks for each series.

Models: level; level and trend; level and damped trend, errors additive. AICc = n ln(SSE/n) + 2k + 2k(k+1)/(n-k-1),
k counting smoothing parameters, initial states and the error's variance (Hyndman et al. 2008, section 7.1). With so
few values that a model has no degree of freedom left, it is not considered.
"""

from __future__ import annotations

from typing import Final

import numpy

from milepost.checks.model import Words
from milepost.forecasts.model import Method, Numbers, Panel
from milepost.forecasts.scales import curved, straightened
from milepost.forecasts.smoothing import ALPHAS, BETAS, DAMPINGS, LEVEL_ONLY, Grid, grid, smoothed

METHOD = Method(
    "ets",
    Words("指数平滑择优", "exponential smoothing, chosen"),
    "Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential Smoothing",
)

# Parameters that a model has in all, and its grid.
MODELS: Final[tuple[tuple[int, Grid], ...]] = (
    (3, LEVEL_ONLY),
    (5, grid(ALPHAS, BETAS, numpy.array([1.0]))),
    (6, grid(ALPHAS, BETAS, DAMPINGS[:-1])),
)


def points(panel: Panel, horizon: int) -> Numbers:
    """Forecasts of the model that is picked for each series; shape (series, horizon)."""
    values = curved(panel)
    lengths = panel.lengths.astype(float)
    scores, found = [], []
    for size, parameters in MODELS:
        run = smoothed(values, parameters, horizon)
        best = run.errors.argmin(axis=1)
        place = numpy.arange(len(values))
        scores.append(_corrected(run.errors[place, best], lengths, size))
        found.append(run.points[place, best])
    chosen = numpy.argmin(numpy.stack(scores), axis=0)
    return straightened(panel, numpy.stack(found)[chosen, numpy.arange(len(values))])


def _corrected(errors: Numbers, lengths: Numbers, size: int) -> Numbers:
    free = lengths - size - 1
    fit = lengths * numpy.log(numpy.maximum(errors, 1e-300) / lengths)
    # The smallest model is always there to fall back on.
    penalty = numpy.where(free > 0, 2 * size + 2 * size * (size + 1) / numpy.maximum(free, 1), 1e12 * size)
    return fit + penalty
