"""Whether the widths that were learnt elsewhere held on the series at hand: they are widened where they did not.

Series of one indicator live through the same years. Forecasts made at earlier origins of these very series tell how
surprising what came was: z, the normal score of the chance that was given to lie below it, has mean square 1 when the
widths are right. Where it was larger on average, intervals are widened by its root; recent origins count more (each
`FADING` of the one after), and `TRUST` origins' worth of belief stays with what was learnt. Calm years narrow
nothing: they are no promise. (Adaptive conformal inference, Gibbs and Candès 2021, in the scale instead of the level.)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import numpy
import numpy.typing
from scipy.special import ndtri

from milepost.forecasts.calibration import Calibrations
from milepost.forecasts.model import Distributions, Numbers, Panel
from milepost.forecasts.origins import held_out
from milepost.forecasts.run import distributions
from milepost.forecasts.scoring import chance_below
from milepost.forecasts.table import METHODS

ORIGINS: Final = 6
FADING: Final = 0.8
TRUST: Final = 2.0
FARTHEST: Final = 3  # years ahead that are looked at: more would leave too little past
WIDEST: Final = 2.0
LEAST_SERIES: Final = 5  # of one kind, at an origin: with fewer, one odd series would decide
MOST_SERIES: Final = 100  # of one kind are looked at: more, that move together, tell nothing new
IN_ALL: Final = 1500  # about so many of all kinds together, but not fewer than 10 of each

Kinds = numpy.typing.NDArray[numpy.str_]


def factors(
    panel: Panel, kinds: Kinds, *, method: str = METHODS[0], calibrations: Calibrations | None = None
) -> Numbers:
    """By how much the intervals of each series must be widened, from 1 to WIDEST; shape (series,).

    Parameters
    ----------
    kinds : array (series,)
        What each series is of (its indicator): series of one kind are looked at together. Series of which nothing
        is known ("") need not live through the same years: their factor is 1.
    """
    if not (kinds != "").any():
        return numpy.ones(len(kinds))
    names, place = numpy.unique(kinds, return_inverse=True)
    surprise, weight = numpy.zeros(len(names)), numpy.zeros(len(names))
    chosen = _sample(place)
    sampled, of = panel.rows(chosen), place[chosen]
    for origin in range(1, ORIGINS + 1):
        for kind, square in _surprises(sampled, of, origin, method, calibrations):
            surprise[kind] += FADING ** (origin - 1) * square
            weight[kind] += FADING ** (origin - 1)
    found = numpy.sqrt((TRUST + surprise) / (TRUST + weight))
    wider: Numbers = numpy.clip(found, 1.0, WIDEST)[place]
    return numpy.where(kinds == "", 1.0, wider)


def widened(found: Distributions, factor: Numbers) -> Distributions:
    """Distributions with every quantile moved away from the middle by the factor of its series, within the limits."""
    panel = found.panel
    away = (found.quantiles - found.point[:, :, None]) * factor[:, None, None]
    quantiles = numpy.clip(found.point[:, :, None] + away, panel.low[:, None, None], panel.high[:, None, None])
    return replace(found, quantiles=quantiles)


def _sample(place: numpy.typing.NDArray[numpy.intp]) -> numpy.typing.NDArray[numpy.bool_]:
    """Series that are looked at: all of a kind, or so many evenly spread over them."""
    count = numpy.bincount(place)
    most = int(numpy.clip(IN_ALL // max(len(count), 1), 10, MOST_SERIES))
    order = numpy.argsort(place, kind="stable")
    # Where each series stands among those of its kind.
    rank = numpy.empty(len(place), numpy.int64)
    rank[order] = numpy.arange(len(place)) - numpy.repeat(numpy.cumsum(count) - count, count)
    step = -(-count // most)
    chosen: numpy.typing.NDArray[numpy.bool_] = rank % numpy.maximum(step, 1)[place] == 0
    return chosen


def _surprises(
    panel: Panel, of: numpy.typing.NDArray[numpy.intp], origin: int, method: str, calibrations: Calibrations | None
) -> Iterator[tuple[int, float]]:
    """Each kind and the mean square of its normal scores, at the origin so many points back."""
    held = held_out(panel, origin)
    whole = numpy.isfinite(held.actual).all(axis=1) & (held.years[:, -1] == origin)
    if whole.sum() < LEAST_SERIES:
        return
    past, kinds = held.panel.rows(whole), of[held.rows[whole]]
    ahead = min(origin, FARTHEST)
    found = distributions(past, ahead, method=method, calibrations=calibrations)
    chance = numpy.clip(chance_below(found.quantiles, held.actual[whole, :ahead]), 0.001, 0.999)
    squares = numpy.mean(ndtri(chance) ** 2, axis=1)
    for kind in numpy.unique(kinds):
        if (kinds == kind).sum() >= LEAST_SERIES:
            yield int(kind), float(squares[kinds == kind].mean())
