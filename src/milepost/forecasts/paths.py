"""Whole paths drawn from forecasts: years of one series hang together, and so do series that moved together before.

A path is drawn by normal scores. With the exponent d of `Calibrations.dependence`, the score of the year h is
B(h ** 2d) / h ** d for a Brownian motion B, so that scores of the years h < k have the correlation (h / k) ** d; what
is new in each year is independent of the years before. Each score is brought to the unit of its series by the
quantiles kept: between them straight, beyond them falling off as an exponential (`milepost.forecasts.scoring`).

Across series what is new in one calendar year is shared as far as their past steps went together. With e the steps of
a series on its own scale, less their mean and of length 1, two series have the correlation w_i w_j <e_i, e_j> + v_i
v_j r, where w ** 2 = n / (n + 10) for n steps: what few years say of one pair is trusted little. The rest of the
trust, v ** 2 = 1 - w ** 2, goes to r, the mean of <e_i, e_j> over all pairs (0 if that is negative), which many short
series tell better than two do. Such a table of correlations is positive semidefinite however the years overlap, and
needs no table: with g drawn once for each past year, and once more, (w e, v sqrt(r)) · g is the shared part.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import numpy
import numpy.typing
from scipy.special import ndtr, ndtri

from milepost.forecasts.drifts import yearly_steps
from milepost.forecasts.model import LEVELS, Distributions, Numbers, Panel
from milepost.forecasts.run import LONGEST_HORIZON
from milepost.forecasts.scales import curved

SAMPLES: Final = 1024
"""Paths that are drawn of one series: half of them, and their mirror images."""

BELIEF: Final = 10.0
"""Steps that count as much as the belief that series do not move together."""

_SEED: Final = 2024
_SURELY: Final = 1e-12  # a chance nearer to 0 or 1 than that is no draw


def innovations(years: int, samples: int = SAMPLES) -> Numbers:
    """What is new in each year, as standard normal scores, evenly spread in each (Latin hypercube), with mirror images.

    Shape (samples, years), the same on every call; the first years are the same however many are asked for.
    """
    return _innovations(samples)[:, :years]


@lru_cache(maxsize=4)
def _innovations(samples: int) -> Numbers:
    dice = numpy.random.default_rng(_SEED)
    half = samples // 2
    even = ndtri((numpy.arange(half) + 0.5) / half)
    columns = numpy.stack([dice.permutation(even) for _ in range(LONGEST_HORIZON)], axis=1)
    # Each year is made independent of those before it, exactly: what is left of chance would widen sums or narrow them.
    apart, mixed = numpy.linalg.qr(columns)
    columns = apart * numpy.sign(numpy.diag(mixed)) * numpy.sqrt(half)
    return numpy.concatenate([columns, -columns])


def scores(new: Numbers, dependence: float) -> Numbers:
    """Normal scores of each year from what is new in each; the last axis is the years ahead.

    >>> scores(numpy.array([[1.0, 1.0]]), 0.5).round(3).tolist()
    [[1.0, 1.414]]
    """
    years = numpy.arange(1.0, new.shape[-1] + 1)
    spread = years ** (2 * dependence)
    steps = numpy.sqrt(numpy.diff(spread, prepend=0.0))
    found: Numbers = numpy.cumsum(new * steps, axis=-1) / years**dependence
    return found


def drawn_alike(found: Distributions, normal: Numbers) -> Numbers:
    """Paths of every series from the same scores: for questions that are put to each series alone.

    Parameters
    ----------
    normal : array (samples, horizon)
        Normal scores (`scores`).

    Returns
    -------
    array (series, samples, horizon)
    """
    paths = numpy.stack(
        [found.quantiles[:, year] @ _parts(ndtr(normal[:, year])) for year in range(found.point.shape[1])], axis=2
    )
    return _within(found.panel, paths)


def drawn(found: Distributions, normal: Numbers) -> Numbers:
    """Paths of every series from its own scores; shape (series, samples, horizon), as that of `normal`."""
    chance = numpy.clip(ndtr(normal), _SURELY, 1 - _SURELY)
    levels = numpy.array(LEVELS)
    upper = numpy.clip(numpy.searchsorted(levels, chance), 1, len(levels) - 1)
    kept = found.quantiles[:, None]
    high = numpy.take_along_axis(kept, upper[..., None], 3)[..., 0]
    low = numpy.take_along_axis(kept, upper[..., None] - 1, 3)[..., 0]
    return _within(found.panel, low + (high - low) * _place(chance, levels[upper - 1], levels[upper]))


def shared_scores(panel: Panel, horizon: int, samples: int, dependence: float, seed: int = _SEED) -> Iterator[Numbers]:
    """Normal scores of all series together, in blocks of samples; each of shape (series, block, horizon).

    Calendar years are those of each series: two series that end in different years meet in the same ones.
    """
    dice = numpy.random.default_rng(seed)
    moved = movements(panel)
    alone = numpy.sqrt(1 - numpy.minimum((moved**2).sum(axis=1), 1.0))[:, None, None]
    first = int(panel.last.min()) if len(panel.last) else 0
    behind = (panel.last - first).astype(int)
    years = int(behind.max(initial=0)) + horizon
    columns = behind[:, None] + numpy.arange(horizon)
    for size in _blocks(samples, max(1, len(panel.last)) * years):
        common = dice.standard_normal((size, years, moved.shape[1]))
        new = numpy.einsum("st,nyt->sny", moved, common)
        new += alone * dice.standard_normal(new.shape)
        yield scores(numpy.take_along_axis(new, columns[:, None, :], 2), dependence)


def movements(panel: Panel) -> Numbers:
    """Past steps of each series by calendar year, so that the product of two rows is their correlation.

    Shape (series, years + 1); 0 where a series has no step, in the last column what all have in common. What a row's
    own square lacks to 1 moves alone.

    >>> both = numpy.array([[1.0, 2.0, 4.0, 5.0], [1.0, 2.0, 4.0, 5.0]])
    >>> rows = movements(Panel(("a", "b"), both, numpy.array([2023, 2023]), -numpy.ones(2), numpy.full(2, numpy.inf)))
    >>> round(float(rows[0] @ rows[1]), 3)
    1.0
    """
    if not panel.names:
        return numpy.zeros((0, 0))
    steps = yearly_steps(curved(panel))
    known = numpy.isfinite(steps)
    count = known.sum(axis=1)
    mean = numpy.where(known, steps, 0.0).sum(axis=1) / numpy.maximum(count, 1)
    away = numpy.where(known, steps - mean[:, None], 0.0)
    length = numpy.sqrt((away**2).sum(axis=1))
    size = numpy.abs(numpy.where(known, steps, 0.0)).max(axis=1, initial=0.0)
    moves = length > 1e-9 * size
    rows = numpy.where(moves[:, None], away / numpy.where(moves, length, 1.0)[:, None], 0.0)
    table = _by_year(rows, panel.last)
    trust = numpy.where(moves, count / (count + BELIEF), 0.0)
    common = numpy.sqrt((1 - trust) * _mean_product(table[moves])) * moves
    return numpy.concatenate([table * numpy.sqrt(trust)[:, None], common[:, None]], axis=1)


def _mean_product(rows: Numbers) -> float:
    """Mean product of two different rows, each of length 1; 0 when it is negative or there are no two."""
    count = len(rows)
    if count < 2:
        return 0.0
    return max(0.0, float((rows.sum(axis=0) ** 2).sum() - count) / (count * (count - 1)))


def _by_year(rows: Numbers, last: numpy.typing.NDArray[numpy.int64]) -> Numbers:
    """Rows that end with each series' own last year, side by side by calendar year."""
    late = (last.max() - last).astype(int)
    places = numpy.arange(rows.shape[1])[None, :] + late.max() - late[:, None]
    table = numpy.zeros((len(rows), rows.shape[1] + int(late.max())))
    numpy.put_along_axis(table, places, rows, 1)
    return table


def _parts(chance: Numbers) -> Numbers:
    """How much of each quantile makes up the value at each chance; shape (levels, chances)."""
    levels = numpy.array(LEVELS)
    inside = numpy.clip(chance, _SURELY, 1 - _SURELY)
    upper = numpy.clip(numpy.searchsorted(levels, inside), 1, len(levels) - 1)
    place = _place(inside, levels[upper - 1], levels[upper])
    parts = numpy.zeros((len(levels), len(chance)))
    each = numpy.arange(len(chance))
    parts[upper, each] = place
    parts[upper - 1, each] = 1 - place
    return parts


def _place(chance: Numbers, low: Numbers, high: Numbers) -> Numbers:
    """Where the value lies between the quantiles of two levels: 0 at the lower, 1 at the upper; beyond, farther."""
    between = (chance - low) / (high - low)
    under = -numpy.log2(LEVELS[0] / numpy.minimum(chance, LEVELS[0]))
    over = 1 + numpy.log2((1 - LEVELS[-1]) / numpy.minimum(1 - chance, 1 - LEVELS[-1]))
    return numpy.select([chance < LEVELS[0], chance > LEVELS[-1]], [under, over], between)


def _within(panel: Panel, paths: Numbers) -> Numbers:
    within: Numbers = numpy.clip(paths, panel.low[:, None, None], panel.high[:, None, None])
    return within


def _blocks(samples: int, width: int, most: int = 2_000_000) -> Iterator[int]:
    """Sizes of blocks of samples, so that an array of that width stays small."""
    size = max(1, most // max(width, 1))
    for start in range(0, samples, size):
        yield min(size, samples - start)
