"""How good forecasts were: errors of the middle, what the intervals hold and cost, and whether chances are kept.

Arrays of what came (`actual`) have the shape (series, horizon), NaN where nothing is known; it is left out of every
mean. Sources: Makridakis, Spiliotis and Assimakopoulos (2020) for sMAPE, MASE and MSIS; Gneiting and Raftery (2007)
for the interval score and the CRPS; Murphy (1973) for the parts of the Brier score.
"""

from __future__ import annotations

import math
from typing import Final, NamedTuple

import numpy
import numpy.typing
from scipy.special import ndtr

from milepost.forecasts.drifts import yearly_steps
from milepost.forecasts.model import LEVELS, Distributions, Numbers

_TWO: Final = math.log(2.0)
BINS: Final = 10
"""Chances are grouped in so many classes of equal width."""


def step_scale(past: Numbers) -> Numbers:
    """Mean size of the yearly steps of each series, NaN where it is 0: what MASE and MSIS are measured in.

    >>> step_scale(numpy.array([[1.0, 2.0, 5.0], [3.0, 3.0, 3.0]])).tolist()
    [2.0, nan]
    """
    steps = numpy.abs(yearly_steps(past))
    known = numpy.isfinite(steps)
    size = numpy.where(known, steps, 0.0).sum(axis=1) / numpy.maximum(known.sum(axis=1), 1)
    return numpy.where(size > 0, size, numpy.nan)


def mean_by_series(amounts: Numbers) -> Numbers:
    """The mean of each row's known figures, NaN where it has none."""
    known = numpy.isfinite(amounts)
    count = known.sum(axis=1)
    total = numpy.where(known, amounts, 0.0).sum(axis=1)
    return numpy.where(count > 0, total / numpy.maximum(count, 1), numpy.nan)


def smape(actual: Numbers, point: Numbers) -> Numbers:
    """Symmetric error in percent of the mean of forecast and value, for each series; two zeros count as no error.

    >>> smape(numpy.array([[100.0, 0.0]]), numpy.array([[50.0, 0.0]])).round(3).tolist()
    [33.333]
    """
    # Halves first: the sum of two large numbers must not overflow.
    size = numpy.abs(actual) / 2 + numpy.abs(point) / 2
    errors = numpy.where(size > 0, 100 * numpy.abs(actual - point) / numpy.where(size > 0, size, 1.0), 0.0)
    return mean_by_series(numpy.where(numpy.isfinite(actual), errors, numpy.nan))


def mase(actual: Numbers, point: Numbers, scale: Numbers) -> Numbers:
    """Mean absolute error of each series in units of its steps (`step_scale`)."""
    return mean_by_series(numpy.abs(actual - point) / scale[:, None])


def covered(actual: Numbers, low: Numbers, high: Numbers) -> Numbers:
    """1 where the value lies within the interval, 0 where not, NaN where it is not known."""
    return numpy.where(numpy.isfinite(actual), ((actual >= low) & (actual <= high)).astype(float), numpy.nan)


def interval_score(actual: Numbers, low: Numbers, high: Numbers, alpha: float) -> Numbers:
    """Width of the interval, and a penalty of 2/alpha times what the value lies outside of it (Winkler 1972).

    >>> [interval_score(numpy.array(y), numpy.array(40.0), numpy.array(60.0), 0.05).item() for y in (50.0, 65.0)]
    [20.0, 220.0]
    """
    below, above = numpy.maximum(low - actual, 0.0), numpy.maximum(actual - high, 0.0)
    score: Numbers = (high - low) + 2 / alpha * (below + above)
    return score


def normal_crps(mean: Numbers, deviation: Numbers, actual: Numbers) -> Numbers:
    """CRPS of a normal distribution in closed form; of one without spread, the absolute error.

    >>> round(float(normal_crps(numpy.array(0.0), numpy.array(1.0), numpy.array(0.0))), 8)
    0.23369498
    """
    spread = numpy.where(deviation > 0, deviation, 1.0)
    z = (actual - mean) / spread
    density = numpy.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    score = spread * (z * (2 * ndtr(z) - 1) + 2 * density - 1 / math.sqrt(math.pi))
    return numpy.where(deviation > 0, score, numpy.abs(actual - mean))


def normal_chance_below(mean: Numbers, deviation: Numbers, value: Numbers) -> Numbers:
    """Chance that a normal quantity lies at or below a value (the PIT, when the value is what came).

    >>> round(float(normal_chance_below(numpy.array(65.0), numpy.array(1.5), numpy.array(66.0))), 8)
    0.74750746
    """
    spread = numpy.where(deviation > 0, deviation, 1.0)
    sure = (value >= mean).astype(float)
    chance: Numbers = numpy.where(deviation > 0, ndtr((value - mean) / spread), sure)
    return chance


def quantile_crps(actual: Numbers, quantiles: Numbers) -> Numbers:
    """CRPS of a distribution given by its quantiles at LEVELS, straight between them; shape (series, horizon).

    Twice the integral of the quantile score over all probabilities, exact for such a distribution. Beyond the
    outermost quantiles nothing is assumed: they stand for what lies farther.

    >>> from scipy.stats import norm
    >>> bell = numpy.asarray(norm.ppf(LEVELS))[None, None, :]
    >>> round(float(quantile_crps(numpy.array([[0.0]]), bell)[0, 0]), 3)
    0.235
    """
    levels = numpy.array([0.0, *LEVELS, 1.0])
    ends = numpy.concatenate([quantiles[..., :1], quantiles, quantiles[..., -1:]], axis=-1)
    low, high = ends[..., :-1], ends[..., 1:]
    value = actual[..., None]
    # The score has a kink where the quantile passes the value: each stretch is parted there.
    with numpy.errstate(divide="ignore", invalid="ignore"):
        part = numpy.where(high > low, (value - low) / (high - low), numpy.where(value > low, 1.0, 0.0))
    start, end = levels[:-1], levels[1:]
    kink = start + numpy.clip(part, 0.0, 1.0) * (end - start)
    middle = numpy.clip(value, low, high)
    below = _integral(value, start, kink, low, middle, above=0.0)
    score: Numbers = 2 * (below + _integral(value, kink, end, middle, high, above=1.0)).sum(axis=-1)
    return score


def _integral(value: Numbers, start: Numbers, end: Numbers, first: Numbers, last: Numbers, above: float) -> Numbers:
    """Simpson's rule over a stretch of probabilities on which the quantile goes straight: exact for a square."""
    middle = (first + last) / 2
    center = (start + end) / 2
    total = (above - start) * (first - value) + 4 * (above - center) * (middle - value) + (above - end) * (last - value)
    result: Numbers = total * (end - start) / 6
    return result


def chance_below(quantiles: Numbers, values: Numbers, *, equal: bool = True) -> Numbers:
    """Chance that each quantity lies at or below a value (below it, with `equal=False`).

    Between quantiles the chance goes straight; beyond the outermost it falls off as an exponential that goes on from
    the last two, and is 0 beyond a limit at which they meet.

    Parameters
    ----------
    quantiles : array (…, levels)
        At `milepost.forecasts.model.LEVELS`.
    values : array (…)
        Compared with them; NaN gives NaN.
    """
    levels = numpy.array(LEVELS)
    value = values[..., None]
    # How many quantiles lie at or below the value: of those that are equal, all or none.
    count = ((quantiles <= value) if equal else (quantiles < value)).sum(axis=-1)
    upper = numpy.clip(count, 1, len(levels) - 1)
    high = numpy.take_along_axis(quantiles, upper[..., None], -1)[..., 0]
    low = numpy.take_along_axis(quantiles, upper[..., None] - 1, -1)[..., 0]
    with numpy.errstate(divide="ignore", invalid="ignore"):
        part = numpy.where(high > low, (values - low) / (high - low), 0.0)
    inside = levels[upper - 1] + numpy.clip(part, 0.0, 1.0) * (levels[upper] - levels[upper - 1])
    under = levels[0] * _tail(quantiles[..., 0] - values, quantiles[..., 1] - quantiles[..., 0])
    over = 1 - (1 - levels[-1]) * _tail(values - quantiles[..., -1], quantiles[..., -1] - quantiles[..., -2])
    chance = numpy.select([count == 0, count == len(levels)], [under, over], inside)
    return numpy.where(numpy.isnan(values), numpy.nan, chance)


def _tail(beyond: Numbers, reach: Numbers) -> Numbers:
    """Part of the tail's chance that lies farther; the outer two levels kept halve it over `reach`."""
    steps = numpy.maximum(beyond, 0.0) / numpy.where(reach > 0, reach, 1.0)
    return numpy.where(reach > 0, numpy.exp(-_TWO * numpy.minimum(steps, 1e3)), 0.0)


def chance_above(found: Distributions, values: Numbers, *, equal: bool = False) -> Numbers:
    """Chance that each series lies above a value in each year ahead (at or above, with `equal`).

    Parameters
    ----------
    values : array (series,) or (series, horizon)
        One value for all years of a series, or one for each.
    """
    wanted = values[:, None] if values.ndim == 1 else values
    wanted = numpy.broadcast_to(wanted, found.point.shape)
    return 1 - chance_below(found.quantiles, wanted, equal=not equal)


class Bin(NamedTuple):
    """Chances of one class: how many events, their mean, and the part of the events that happened."""

    events: int
    given: float
    happened: float


class Brier(NamedTuple):
    """The Brier score and its parts: `score` = reliability - resolution + uncertainty (+ what varies within a bin).

    `reliability` is 0 when events given p happen in the part p of cases, `resolution` is large when chances tell cases
    apart, `uncertainty` is that of the event itself.
    """

    score: float
    reliability: float
    resolution: float
    uncertainty: float
    bins: tuple[Bin, ...]


def brier(chances: Numbers, happened: Numbers, bins: int = BINS) -> Brier | None:
    """The Brier score of chances, with Murphy's parts by classes of equal width; None without any event.

    Parameters
    ----------
    happened : array
        1 or 0, NaN where it is not known.

    >>> found = brier(numpy.array([0.8, 0.8, 0.2, 0.2]), numpy.array([1.0, 0.0, 0.0, 0.0]))
    >>> [round(part, 3) for part in found[:4]]
    [0.19, 0.065, 0.062, 0.188]
    """
    known = numpy.isfinite(chances) & numpy.isfinite(happened)
    given, came = chances[known], happened[known]
    if not len(given):
        return None
    place = numpy.minimum((given * bins).astype(int), bins - 1)
    count = numpy.bincount(place, minlength=bins)
    full = count > 0
    size = numpy.maximum(count, 1)
    mean_given = numpy.bincount(place, given, bins) / size
    mean_came = numpy.bincount(place, came, bins) / size
    weight, base = count / len(given), came.mean()
    return Brier(
        float(((given - came) ** 2).mean()),
        float((weight * (mean_given - mean_came) ** 2).sum()),
        float((weight * full * (mean_came - base) ** 2).sum()),
        float(base * (1 - base)),
        tuple(Bin(int(n), float(p), float(o)) for n, p, o in zip(count, mean_given, mean_came, strict=True)),
    )
