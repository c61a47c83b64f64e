"""The yearly series behind each case, ready to be forecast, and what is followed along the years ahead.

What is forecast is the followed quantity itself, or the flows that a sum is made of: from these the sum is worked out,
along whole paths. Of yearly rates an index is made first, back to the first of them: levels are what forecasts and
their widths were learnt from, and a rate forecast alone says too little of how rates of several years hang together.

A series with a negative sum is forecast upside down, so that a unit with another sign gives the same chances.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy
import polars
from numpy.typing import NDArray
from polars import col, when

from milepost.assessments.series import Flags, Floats, Points, points_of
from milepost.forecasts.breaks import mended
from milepost.forecasts.calibration import Calibrations
from milepost.forecasts.model import LEAST_POINTS, Distributions, Panel
from milepost.forecasts.packing import LARGEST
from milepost.forecasts.run import distributions

LEVEL, SUM = 0, 1
"""Kinds of series: the followed quantity itself, the flows of a sum."""

_LONGEST: Final = 150  # years of a series that are looked at
_WHOLE: Final = 1e-6  # years: a day is more
_SIGNED: Final = ("change", "margin")  # measures that pass through zero


@dataclass(frozen=True, slots=True)
class Outlooks:
    """The series of many cases, a row for each.

    `values` are right-aligned, NaN where nothing is known, each series' own last year (`last`) in the last column;
    `kind` is LEVEL or SUM; `sign` −1 where the series stands upside down; `low` and `high` are its limits as it
    stands. `current` and `current_time` are those of the case: what the sum or index has come to.
    """

    values: Floats
    last: Floats
    kind: NDArray[numpy.int8]
    sign: Floats
    low: Floats
    high: Floats
    current: Floats
    current_time: Floats

    def rows(self, chosen: NDArray[numpy.int64] | Flags) -> Outlooks:
        """Some of them."""
        return Outlooks(*(getattr(self, name)[chosen] for name in self.__slots__))

    @property
    def count(self) -> NDArray[numpy.int64]:
        """How many values each series has."""
        counted: NDArray[numpy.int64] = numpy.isfinite(self.values).sum(axis=1)
        return counted

    @property
    def too_few(self) -> Flags:
        """Whether a series is too short to be forecast."""
        return self.count < LEAST_POINTS

    @property
    def all_zero(self) -> Flags:
        """Whether all values are zero: nothing tells in what unit, or how far, the series may move."""
        zero: Flags = numpy.nanmax(numpy.abs(self.values), axis=1, initial=0.0) == 0
        return zero

    @property
    def too_large(self) -> Flags:
        """Whether a series has values that no statistic has."""
        large: Flags = numpy.nanmax(numpy.abs(self.values), axis=1, initial=0.0) > LARGEST
        return large

    def panel(self) -> Panel:
        """The series as a panel, upside down where their sign says so."""
        names = tuple(str(row) for row in range(len(self.last)))
        known = numpy.isfinite(self.values).any(axis=0)
        first = int(numpy.argmax(known)) if known.any() else 0
        values = (self.values * self.sign[:, None])[:, first:]
        return Panel(names, values, self.last.astype(numpy.int64), self.low, self.high)

    def forecast(self, horizon: int, calibrations: Calibrations | None = None) -> Distributions:
        """What the years ahead may bring, the right way up; breaks spliced and years off bridged before."""
        mend = mended(self.panel())
        return self.upright(distributions(mend.panel, horizon, calibrations=calibrations, measured=mend.measured))

    def upright(self, found: Distributions) -> Distributions:
        """Distributions of `panel`, turned back where a series stands upside down."""
        turned = self.sign < 0
        quantiles = numpy.where(turned[:, None, None], -found.quantiles[:, :, ::-1], found.quantiles)
        point = numpy.where(turned[:, None], -found.point, found.point)
        low, high = numpy.where(turned, -self.high, self.low), numpy.where(turned, -self.low, self.high)
        panel = Panel(found.panel.names, found.panel.values * self.sign[:, None], found.panel.last, low, high)
        return Distributions(panel, found.method, point, quantiles)

    def followed(self, paths: Floats) -> Floats:
        """What is followed at the end of each year ahead, before them its latest value.

        Parameters
        ----------
        paths : array (series, …, horizon)
            Of the series that is forecast.

        Returns
        -------
        array (series, …, horizon + 1)
        """
        shape = (-1, *(1,) * (paths.ndim - 1))
        kind, current = self.kind.reshape(shape), self.current.reshape(shape)
        start = numpy.where(kind == LEVEL, self.values[:, -1].reshape(shape), current)
        first = numpy.broadcast_to(start, (*paths.shape[:-1], 1))
        if (self.kind == LEVEL).all():
            return numpy.concatenate([first, paths], axis=-1)
        gone = numpy.where(self.kind == SUM, numpy.clip(self.current_time - self.last, 0.0, 1.0), 0.0).reshape(shape)
        # Of the year that has begun only the rest is still to come.
        parts = numpy.concatenate([paths[..., :1] * (1 - gone), paths[..., 1:]], axis=-1)
        with numpy.errstate(over="ignore", invalid="ignore"):
            sums = current + numpy.cumsum(parts, axis=-1)
        return numpy.concatenate([first, numpy.where(kind == LEVEL, paths, sums)], axis=-1)

    def at(self, followed: Floats, goal_time: Floats) -> Floats:
        """What is followed at a time, between the ends of years straight; shape (series, …)."""
        ahead = numpy.clip(goal_time - self.last, 0.0, followed.shape[-1] - 1)
        before = numpy.maximum(numpy.ceil(ahead - _WHOLE) - 1, 0.0)
        # What has been followed up to within a year goes on from there.
        begun = numpy.where(before == 0, numpy.where(self.kind == SUM, self.current_time - self.last, 0.0), before)
        part = (ahead - begun) / numpy.maximum(before + 1 - begun, _WHOLE)
        part = numpy.clip(numpy.where(numpy.abs(part - 1) < _WHOLE, 1.0, part), 0.0, 1.0)
        shape = (-1, *(1,) * (followed.ndim - 1))
        place = before.astype(int).reshape(shape)
        earlier = numpy.take_along_axis(followed, place, -1)[..., 0]
        later = numpy.take_along_axis(followed, place + 1, -1)[..., 0]
        share = part.reshape(shape[:-1])
        return numpy.where(share >= 1, later, earlier + (later - earlier) * share)


def outlooks(cases: polars.DataFrame) -> Outlooks:
    """The series behind cases, as their columns give them (`milepost.assessments.model.CASES`).

    Yearly flows where the case has them (`yearly`), and the index of yearly rates; else the values followed, of a sum
    their differences. Only values of whole years count.
    """
    told = (col("yearly").list.len() > 0).fill_null(value=False)
    summed = (col("measure") == "sum").fill_null(value=False)
    table = cases.select(
        "measure", "current", "current_time",
        kind=when(summed).then(SUM).otherwise(LEVEL).cast(polars.Int8),
        differ=summed & ~told,
        rated=~summed & told,
        times=when(told).then("yearly_times").otherwise("times"),
        values=when(told).then("yearly").otherwise("values"),
        limit=col("limit"), direction=col("direction").fill_null(0).cast(polars.Float64),
    )  # fmt: skip
    values, last = _placed(_differences(points_of(table), table["differ"].to_numpy()))
    kind = table["kind"].to_numpy()
    current, current_time = (table[name].to_numpy() for name in ("current", "current_time"))
    values = _compounded(values, table["rated"].to_numpy(), current)
    sign = numpy.where(numpy.nansum(values, axis=1) < 0, -1.0, 1.0)
    low, high = _limits(table, values * sign[:, None], kind, sign)
    return Outlooks(values, last, kind, sign, low, high, current, current_time)


def _differences(points: Points, wanted: Flags) -> Points:
    """Points of sums made into those of their flows, where they stand a year apart."""
    if not wanted.any():
        return points
    behind = numpy.diff(points.row, prepend=-1) == 0
    step = numpy.diff(points.value, prepend=0.0)
    apart = numpy.abs(numpy.diff(points.time, prepend=0.0) - 1) < _WHOLE
    flows = wanted[points.row]
    values = numpy.where(flows, step, points.value)
    return Points(points.height, points.row, points.time, values).chosen(~flows | (behind & apart))


def _placed(points: Points) -> tuple[Floats, Floats]:
    """Values of whole years in the last columns, and each series' last year (0 for one without values)."""
    year = numpy.round(points.time)
    kept = points.chosen((numpy.abs(points.time - year) < _WHOLE) & (year >= 1) & (year <= 9999))
    year = numpy.round(kept.time)
    last = -kept.lowest(-year)
    back = (kept.at(last) - year).astype(int)
    near = back < _LONGEST
    width = int(back[near].max(initial=0)) + 1
    values = numpy.full((points.height, width), numpy.nan)
    values[kept.row[near], width - 1 - back[near]] = kept.value[near]
    return values, numpy.nan_to_num(last)


def _compounded(values: Floats, rated: Flags, current: Floats) -> Floats:
    """Rows of rates made into indices that end at the latest value; a year without a rate is where they begin."""
    if not rated.any():
        return values
    padded = numpy.concatenate([numpy.full((len(values), 1), numpy.nan), values], axis=1)
    rates = padded[rated]
    # From the last year back to the first of an unbroken row of years, and the year before it.
    logs = numpy.log1p(numpy.where(rates > -1, rates, numpy.nan))
    back = numpy.cumsum(logs[:, ::-1], axis=1)[:, ::-1]
    behind = numpy.concatenate([back[:, 1:], numpy.zeros((len(back), 1))], axis=1)
    padded[rated] = current[rated][:, None] * numpy.exp(-behind)
    return padded


def _limits(
    table: polars.DataFrame, values: Floats, kind: NDArray[numpy.int8], sign: Floats
) -> tuple[Floats, Floats]:
    """What each series can be: nothing falls below zero that never was there; a natural limit holds on its side."""
    least = numpy.nanmin(values, axis=1, initial=numpy.inf)
    most = numpy.nanmax(values, axis=1, initial=-numpy.inf)
    signed = table["measure"].is_in(_SIGNED).fill_null(value=False).to_numpy()
    limit = table["limit"].to_numpy() * sign
    side = table["direction"].to_numpy() * sign
    high = numpy.where((kind == LEVEL) & (side > 0) & (most <= limit), limit, numpy.inf)
    low = numpy.where((least >= 0) & ~signed, 0.0, -numpy.inf)
    return numpy.where((kind == LEVEL) & (side < 0) & (least >= limit), numpy.fmax(low, limit), low), high
