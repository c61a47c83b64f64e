"""Forecasts of many yearly series at once: `forecast`."""

from __future__ import annotations

import numpy
import polars

from milepost.forecasts.calibration import Calibrations, quantiles, shipped
from milepost.forecasts.members import member_points
from milepost.forecasts.model import LEVELS, Distributions, Numbers, Panel
from milepost.forecasts.table import METHODS, points_by
from milepost.kernel.errors import UsageError

LONGEST_HORIZON = 50
_BLOCK = 4096  # series at once, so that memory does not grow with their number


def distributions(
    panel: Panel,
    horizon: int,
    *,
    method: str = METHODS[0],
    calibrations: Calibrations | None = None,
    measured: Panel | None = None,
) -> Distributions:
    """What the years ahead may bring, for each series of a panel.

    Parameters
    ----------
    horizon : int
        How many years behind each series' own last value.
    method : str, default "combination"
        A name of `milepost.forecasts.table.METHODS`.
    calibrations : Calibrations, optional
        What the width of intervals was learnt from; left out, the one that comes with Milepost.
    measured : Panel, optional
        The same series, from which the width is to be told where it differs (`milepost.forecasts.breaks.Mended`).

    Raises
    ------
    UsageError
        If there is no such method, or the horizon is out of range.
    """
    if not 1 <= horizon <= LONGEST_HORIZON:
        raise UsageError("how many years?", where="horizon", found=str(horizon), accepted=f"1 to {LONGEST_HORIZON}")
    learnt = (calibrations or shipped()).of(method)
    points, spreads = [], []
    for start in range(0, len(panel.names), _BLOCK):
        block = panel.rows(slice(start, start + _BLOCK))
        members = member_points(block, horizon)
        middle: Numbers = numpy.median(members, axis=2) if method == METHODS[0] else points_by(method, block, horizon)
        points.append(middle)
        told = block if measured is None else measured.rows(slice(start, start + _BLOCK))
        spreads.append(quantiles(learnt, told, middle, members))
    empty = numpy.empty((0, horizon))
    return Distributions(
        panel,
        method,
        numpy.concatenate(points) if points else empty,
        numpy.concatenate(spreads) if spreads else empty[:, :, None].repeat(len(LEVELS), axis=2),
    )


def table_of(found: Distributions, intervals: tuple[float, ...] = (0.5, 0.8, 0.95)) -> polars.DataFrame:
    """A row for each series and year ahead: `series`, `year`, `point`, and `low80`, `high80` … for each interval.

    Parameters
    ----------
    intervals : tuple of float
        Shares of probability that the intervals hold, between 0 and 0.99.
    """
    horizon = found.point.shape[1]
    columns: dict[str, object] = {
        "series": numpy.repeat(numpy.array(found.panel.names, dtype=object), horizon),
        "year": (found.panel.last[:, None] + numpy.arange(1, horizon + 1)).ravel(),
        "point": found.point.ravel(),
    }
    for share in intervals:
        name = f"{share * 100:g}"
        for side, level in (("low", (1 - share) / 2), ("high", (1 + share) / 2)):
            columns[f"{side}{name}"] = quantile_at(found, level).ravel()
    schema = {"series": polars.String, "year": polars.Int64}
    return polars.DataFrame(columns, schema_overrides=schema)


def quantile_at(found: Distributions, level: float) -> Numbers:
    """The quantile at one probability, between those kept in proportion; shape (series, horizon).

    Raises
    ------
    UsageError
        If the probability lies beyond those kept.
    """
    if not LEVELS[0] <= level <= LEVELS[-1]:
        accepted = f"{LEVELS[0]} to {LEVELS[-1]}"
        raise UsageError("beyond the quantiles kept", where="level", found=f"{level:g}", accepted=accepted)
    upper = int(numpy.searchsorted(LEVELS, level))
    if abs(LEVELS[upper] - level) < 1e-9:
        return found.quantiles[:, :, upper]
    part = (level - LEVELS[upper - 1]) / (LEVELS[upper] - LEVELS[upper - 1])
    between: Numbers = found.quantiles[:, :, upper - 1] * (1 - part) + found.quantiles[:, :, upper] * part
    return between
