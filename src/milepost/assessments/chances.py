"""The chance that each target is reached by its date, from forecasts of the series that it is followed by.

What the value will be at the date is a distribution; its part within the target's bounds is the chance. Where years
count together (sums, compounded rates, bounds that hold in every year, dates within a year), whole paths are drawn, the
same scores for every case, so that a harder goal is never likelier. Where the date has come the chance is 1 or 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy
import polars
from numpy.typing import NDArray
from polars import Expr, col, lit, when

from milepost.assessments.bounds import Bounds, bounds_of
from milepost.assessments.outlooks import LEVEL, Outlooks, outlooks
from milepost.assessments.series import Flags, Floats, points_of
from milepost.assessments.thresholds import HAIR, IN_STEP
from milepost.forecasts.calibration import Calibrations, shipped
from milepost.forecasts.model import LEVELS, Distributions
from milepost.forecasts.paths import drawn_alike, innovations, scores
from milepost.forecasts.run import LONGEST_HORIZON
from milepost.forecasts.scoring import chance_below

TOLD: Final = (0.1, 0.2, 0.5, 0.8, 0.9)
"""Probabilities of which the followed quantity at the date is told."""

EACH_YEAR: Final = ("worst", "margin")
_BLOCK: Final = 128  # series of which paths are drawn at once
_DIGITS: Final = 6
_WHOLE: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Asked:
    """What cases ask for, a row for each: bounds of what is followed at `goal_time`, in each year where `each_year`.

    `side` is +1 where a rise is wanted, −1 a fall, 0 neither; `settled` says that the date has come, `kept` that the
    bounds hold so far (at the latest value, and in every year behind the base where each counts).
    """

    bounds: Bounds
    side: Floats
    goal_time: Floats
    each_year: Flags
    settled: Flags
    kept: Flags

    def rows(self, chosen: NDArray[numpy.int64]) -> Asked:
        """Some of them."""
        return Asked(self.bounds.of(chosen), *(getattr(self, name)[chosen] for name in self.__slots__[1:]))


class Ahead(NamedTuple):
    """What lies ahead of cases that share a horizon: which rows, what they ask, their series, forecasts and chances.

    `told` has the followed quantity at the date at the probabilities TOLD, shape (cases, 5); `middle` what is followed
    at the end of each year if every year comes out in the middle, shape (cases, horizon + 1), the latest value first.
    """

    rows: NDArray[numpy.int64]
    asked: Asked
    series: Outlooks
    chance: Floats
    told: Floats
    middle: Floats


class Chances(NamedTuple):
    """`chance` of each case, NaN without one; `reason` why there is none; `ahead` what was forecast, by horizon.

    `told` is that of `Ahead`, for all cases.
    """

    chance: Floats
    reason: polars.Series
    told: Floats
    ahead: tuple[Ahead, ...]
    series: Outlooks


def chances(cases: polars.DataFrame, calibrations: Calibrations | None = None) -> Chances:
    """The chance that each case reaches its goal by its date.

    Parameters
    ----------
    cases : polars.DataFrame
        Columns of `milepost.assessments.model.CASES`.
    calibrations : Calibrations, optional
        What the width of forecasts was learnt from; left out, the one that comes with Milepost.
    """
    learnt = calibrations or shipped()
    series, wanted = outlooks(cases), asked(cases)
    reason = _reasons(cases, series, wanted)
    open_cases = reason.is_null().to_numpy() & ~wanted.settled
    chance = numpy.where(wanted.settled & reason.is_null().to_numpy(), wanted.kept.astype(float), numpy.nan)
    with numpy.errstate(invalid="ignore"):
        horizon = numpy.ceil(wanted.goal_time - series.last - _WHOLE)
    told = numpy.full((cases.height, len(TOLD)), numpy.nan)
    found = []
    for years in numpy.unique(horizon[open_cases]):
        rows = numpy.flatnonzero(open_cases & (horizon == years))
        ahead = _ahead(rows, wanted.rows(rows), series.rows(rows), max(int(years), 1), learnt)
        chance[rows], told[rows] = ahead.chance, ahead.told
        found.append(ahead)
    lost = reason.is_null().to_numpy() & numpy.isnan(chance)
    with_lost = cases.select(when(polars.Series(lost)).then(lit("not_finite")).otherwise(reason)).to_series()
    return Chances(chance.round(_DIGITS), with_lost, told, tuple(found), series)


def asked(cases: polars.DataFrame) -> Asked:
    """What the cases ask for, and whether it holds so far."""
    relation = (col("form") == "relation").fill_null(value=False)
    towards = polars.coalesce(_sign(col("goal") - col("base")), _sign(col("goal") - col("current")), lit(0.0))
    stated = when(col("direction") != 0).then(col("direction").cast(polars.Float64))
    # A plain value on the way is reached from where it is; left and right of it, or in a range, both ends count.
    on_the_way = ~col("form").is_in(["hold", "relation"]).fill_null(value=False)
    plain = on_the_way & (col("comparator").fill_null("eq") == "eq") & col("goal_high").is_null()
    side = polars.coalesce(stated, when(plain).then(towards), lit(0.0))
    # Of 7 % a year 左右 leaves a part of the growth, not of all that has grown.
    grown = col("measure").is_in(["index", "reduction"]) & (col("comparator") == "approx")
    frame = cases.with_columns(
        goal=when(relation).then("base").otherwise("goal"),
        goal_high=when(~relation).then("goal_high"),
        _about=when(grown.fill_null(value=False)).then((col("goal") - col("base")).abs()),
        _in_step=relation & col("comparator").is_in(["approx", "eq"]).fill_null(value=False),
        comparator=when(relation & (col("comparator") == "approx")).then(lit("eq")).otherwise("comparator"),
        _side=side,
        _each=col("measure").is_in(EACH_YEAR).fill_null(value=False),
        due=polars.coalesce("due", col("current_time") >= col("goal_time")).fill_null(value=False),
    )
    bounds = _with_tolerance(bounds_of(frame, col("_side"), col("_about")), frame)
    sides = frame.select(
        when(col("comparator").is_in(["ge", "gt"])).then(1.0).when(col("comparator").is_in(["le", "lt"])).then(-1.0)
        .otherwise("_side").alias("side")
    )["side"].to_numpy()  # fmt: skip
    each = frame["_each"].to_numpy()
    kept = ~bounds.broken(frame["current"].to_numpy()) & ~(each & _ever_broken(frame, bounds))
    # What the case says of its value tells more than the bounds do (左右 as the settings have it).
    plain = ~each & frame["form"].fill_null("path").eq("path").to_numpy()
    said = frame["met"]
    kept = numpy.where(plain & said.is_not_null().to_numpy(), said.fill_null(value=False).to_numpy(), kept)
    return Asked(bounds, sides, frame["goal_time"].to_numpy(), each, frame["due"].to_numpy(), kept)


def _sign(difference: Expr) -> Expr:
    return when((difference != 0) & difference.is_finite()).then(difference.sign())


def _with_tolerance(bounds: Bounds, frame: polars.DataFrame) -> Bounds:
    """Bounds of series that keep in step: half a percentage point a year on either side, open on the wanted one."""
    in_step = frame["_in_step"].to_numpy()
    years = (frame["goal_time"] - frame["base_time"]).fill_null(0.0).to_numpy()
    with numpy.errstate(over="ignore", invalid="ignore"):
        ends = [end * (1 + rate) ** years for end in (bounds.low, bounds.high) for rate in (-IN_STEP, IN_STEP)]
    low = numpy.where(numpy.isfinite(bounds.low), numpy.fmin(ends[0], ends[1]), bounds.low)
    high = numpy.where(numpy.isfinite(bounds.high), numpy.fmax(ends[2], ends[3]), bounds.high)
    return Bounds(numpy.where(in_step, low, bounds.low), numpy.where(in_step, high, bounds.high), bounds.strict)


def _ever_broken(frame: polars.DataFrame, bounds: Bounds) -> Flags:
    """Whether any year behind the base lies outside the bounds."""
    points = points_of(frame.with_columns(when("_each").then(name).alias(name) for name in ("times", "values")))
    since = points.chosen(points.time > points.at(frame["base_time"].fill_null(-numpy.inf).to_numpy()) + HAIR)
    broken: Flags = since.chosen(bounds.of(since.row).broken(since.value)).count() > 0
    return broken


def _reasons(cases: polars.DataFrame, series: Outlooks, wanted: Asked) -> polars.Series:
    """Why a case has no chance; null where it has one."""
    relation = (col("form") == "relation").fill_null(value=False)
    with numpy.errstate(invalid="ignore"):
        ahead = wanted.goal_time - series.last
    bounds = wanted.bounds
    frame = cases.select("form", "current", "current_time", "goal", "goal_time", "base", "base_time").with_columns(
        bound=cases["current_bound"].is_in(["at_least", "at_most"]).fill_null(value=False),
        settled=polars.Series(wanted.settled),
        few=polars.Series(series.too_few),
        zero=polars.Series(series.all_zero),
        large=polars.Series(series.too_large | ~(_told(bounds.low) & _told(bounds.high))),
        far=polars.Series(ahead > LONGEST_HORIZON),
        past=polars.Series(~(ahead > 0)),
    )
    open_case = ~col("settled")
    rules = [
        (col("current").is_null(), "no_current"),
        (col("current_time").is_null(), "no_current_time"),
        (col("goal").is_null() & ~relation, "no_goal"),
        (relation & col("base").is_null(), "no_base"),
        (relation & col("base_time").is_null(), "no_base_time"),
        (col("goal_time").is_null(), "no_goal_time"),
        (col("bound"), "only_a_bound"),
        (col("large") | ~col("current").is_finite() | ~col("goal_time").is_finite(), "not_finite"),
        (open_case & (col("few") | col("past")), "too_few_values"),
        (open_case & col("zero"), "all_zero"),
        (open_case & col("far"), "too_far_ahead"),
    ]
    codes = (when(holds).then(lit(code)) for holds, code in rules)
    return frame.select(polars.coalesce(*codes, lit(None, dtype=polars.String)).alias("reason")).to_series()


def _told(end: Floats) -> Flags:
    # An open end is infinite; a goal that is not a number is none.
    told: Flags = ~numpy.isnan(end) & ~(numpy.isfinite(end) & (numpy.abs(end) > 1e150))
    return told


def _ahead(
    rows: NDArray[numpy.int64], wanted: Asked, series: Outlooks, horizon: int, calibrations: Calibrations
) -> Ahead:
    """Chances of cases whose date lies the same number of years ahead."""
    found = series.forecast(horizon, calibrations)
    chance = numpy.full(len(rows), numpy.nan)
    told = numpy.full((len(rows), len(TOLD)), numpy.nan)
    whole = numpy.abs(wanted.goal_time - series.last - horizon) < _WHOLE
    plain = (series.kind == LEVEL) & whole & ~wanted.each_year
    chance[plain] = within(found.quantiles[plain, -1], wanted.rows(numpy.flatnonzero(plain)).bounds)
    told[plain] = found.quantiles[plain, -1][:, [LEVELS.index(level) for level in TOLD]]
    others = numpy.flatnonzero(~plain)
    normal = scores(innovations(horizon), calibrations.dependence)
    for start in range(0, len(others), _BLOCK):
        block = others[start : start + _BLOCK]
        paths = drawn_alike(_of(found, block), normal)
        at_date, holds = along(paths, wanted.rows(block), series.rows(block))
        chance[block] = holds.mean(axis=1)
        told[block] = numpy.quantile(at_date, TOLD, axis=1).T
    return Ahead(rows, wanted, series, chance, told, series.followed(found.point))


def along(paths: Floats, wanted: Asked, series: Outlooks) -> tuple[Floats, Flags]:
    """What is followed at the date along each path, and whether the target is reached; shape (cases, samples).

    Parameters
    ----------
    paths : array (cases, samples, horizon)
        Of the series that is forecast, the right way up.
    """
    followed = series.followed(paths)
    at_date = series.at(followed, wanted.goal_time)
    holds = ~wanted.bounds.wide().broken(at_date)
    if wanted.each_year.any():
        ahead = followed[:, :, 1:]
        counts = numpy.arange(1, ahead.shape[2] + 1) <= (wanted.goal_time - series.last)[:, None] + _WHOLE
        every = (~wanted.bounds.wide(2).broken(ahead) | ~counts[:, None, :]).all(axis=2) & wanted.kept[:, None]
        holds = numpy.where(wanted.each_year[:, None], every, holds)
    return at_date, holds


def within(quantiles: Floats, bounds: Bounds) -> Floats:
    """Chance that each quantity lies within its bounds; `quantiles` has the shape (cases, levels)."""
    # A hair, as where values are held against bounds: a share at its limit of 100 % has all of it.
    sign = numpy.where(bounds.strict, -1.0, 1.0) * HAIR
    floor, ceiling = numpy.isfinite(bounds.low), numpy.isfinite(bounds.high)
    low, high = numpy.where(floor, bounds.low, 0.0), numpy.where(ceiling, bounds.high, 0.0)
    below = chance_below(quantiles, low - sign * numpy.abs(low), equal=False)
    up_to = chance_below(quantiles, high + sign * numpy.abs(high))
    below, up_to = numpy.where(floor, below, 0.0), numpy.where(ceiling, up_to, 1.0)
    chance: Floats = numpy.clip(up_to - below, 0.0, 1.0)
    return chance


def _of(found: Distributions, rows: NDArray[numpy.int64]) -> Distributions:
    flags = numpy.zeros(len(found.panel.names), bool)
    flags[rows] = True
    return Distributions(found.panel.rows(flags), found.method, found.point[rows], found.quantiles[rows])
