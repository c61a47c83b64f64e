"""What a year will come to, from what there is of it so far: flows only.

The figure of January to some month is divided by the share that such figures had in their years: of the last five for
which both are known. Where none is, by the months gone in twelve, which is far less sure. How sure the share is:
its variance over the known years, with a prior of three years' weight. The prior and the width for months gone were
measured on 3,700 monthly and quarterly series of the M1, M3 and Tourism competitions made yearly: the logarithm of the
share strays by 0.08 (0.3, for months gone) times the part of the year still to come.

The result is weighed with the forecast from past years, each by its precision, and never lies below what is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy
import numpy.typing
import polars
from scipy.special import ndtri, stdtr, stdtrit

from milepost.forecasts.model import LEVELS, Numbers, Panel

How = Literal["share", "last_year", "months"]
HOW: Final[tuple[How, ...]] = ("share", "last_year", "months")

_YEARS: Final = 5  # of which shares are taken
_STRAY: Final = 0.08
_STRAY_MONTHS: Final = 0.3
_PRIOR_YEARS: Final = 3.0
_LOW_LEVEL, _HIGH_LEVEL = LEVELS.index(0.15), LEVELS.index(0.85)
_FREEDOM: Final = 6.0  # of Student's t: on the series named above, the tails are heavier than the normal ones
_SCALE: Final = float(ndtri(0.9) / stdtrit(_FREEDOM, 0.9))  # 80 % intervals stay as the spread says
_BETWEEN: Final = float(ndtri(0.85) - ndtri(0.15))


@dataclass(frozen=True, slots=True)
class Nowcasts:
    """What the running year of some series will come to.

    `rows` are places in the panel, one array each for what follows: `months` gone, `so_far` the sum of them, `middle`
    and `spread` the centre and the standard deviation of the logarithm of the year's value, `how` a place in HOW,
    `years` how many the share rests on.
    """

    rows: numpy.typing.NDArray[numpy.intp]
    months: numpy.typing.NDArray[numpy.int64]
    so_far: Numbers
    middle: Numbers
    spread: Numbers
    how: numpy.typing.NDArray[numpy.int64]
    years: numpy.typing.NDArray[numpy.int64]


def nowcasts(panel: Panel, to_date: polars.DataFrame) -> Nowcasts:
    """Estimates of the year behind the last one of each series.

    Parameters
    ----------
    to_date : polars.DataFrame
        `series`, `year`, `month`, `value`: sums from January to the month, in the unit of the series; of flows only.

    >>> values = numpy.array([[100.0, 110.0, 120.0]])
    >>> panel = Panel(("a",), values, numpy.array([2023]), numpy.array([0.0]), numpy.array([numpy.inf]))
    >>> sums = polars.DataFrame({"series": ["a"] * 4, "year": [2021, 2022, 2023, 2024], "month": [6] * 4,
    ...     "value": [40.0, 44.0, 48.0, 52.0]})
    >>> found = nowcasts(panel, sums)
    >>> numpy.exp(found.middle).round(6).tolist(), found.years.tolist()
    ([130.0], [3])
    """
    names = polars.DataFrame({"series": panel.names, "_last": panel.last}, schema_overrides={"series": polars.String})
    known = to_date.join(names.with_row_index("_row"), on="series", how="inner").filter(polars.col("value") > 0)
    current = (
        known.filter(polars.col("year") == polars.col("_last") + 1, polars.col("month") < 12)
        .sort("_row", "month")
        .unique("_row", keep="last", maintain_order=True)
    )
    rows = current["_row"].to_numpy().astype(numpy.intp)
    months = current["month"].to_numpy().astype(numpy.int64)
    so_far = current["value"].to_numpy().astype(float)
    shares = _shares(panel, known, rows, months)
    count = numpy.isfinite(shares).sum(axis=1)
    left = 1 - months / 12
    any_known = count > 0
    filled = numpy.where(numpy.isfinite(shares), shares, 0.0)
    mean = filled.sum(axis=1) / numpy.maximum(count, 1)
    squares = numpy.where(numpy.isfinite(shares), (shares - mean[:, None]) ** 2, 0.0).sum(axis=1)
    weight = _PRIOR_YEARS + numpy.maximum(count - 1, 0)
    variance = (_PRIOR_YEARS * (_STRAY * left) ** 2 + squares) / weight
    # Student's t with so few degrees of freedom, by its variance; and the share's own mean is not sure either.
    wide = variance * weight / numpy.maximum(weight - 2, 1) * (1 + 1 / numpy.maximum(count, 1))
    spread = numpy.where(any_known, numpy.sqrt(wide), _STRAY_MONTHS * left)
    middle = numpy.log(so_far) - numpy.where(any_known, mean, numpy.log(months / 12))
    how = numpy.select([count > 1, any_known], [0, 1], 2)
    return Nowcasts(rows, months, so_far, middle, spread, how, count)


def _shares(
    panel: Panel, known: polars.DataFrame, rows: numpy.typing.NDArray[numpy.intp], months: numpy.ndarray
) -> Numbers:
    """Logarithms of the shares of past years, up to the month now known; shape (nowcasts, years of the panel)."""
    width = panel.values.shape[1]
    shares = numpy.full((len(rows), width), numpy.nan)
    asked = polars.DataFrame({"_row": rows, "month": months}, schema={"_row": polars.UInt32, "month": polars.Int64})
    past = known.with_columns(polars.col("_row").cast(polars.UInt32), polars.col("month").cast(polars.Int64)).join(
        asked.with_row_index("_place"), on=["_row", "month"], how="inner"
    )
    past = past.filter(polars.col("year") <= polars.col("_last"))
    place, row = past["_place"].to_numpy(), past["_row"].to_numpy()
    column = width - 1 - (past["_last"] - past["year"]).to_numpy()
    inside = (column >= 0) & (column > width - 1 - _YEARS)
    place, row, column = place[inside], row[inside], column[inside]
    whole, sums = panel.values[row, column], past["value"].to_numpy()[inside]
    # What is more than the whole year, or a year off its series, says nothing of shares.
    good = numpy.isfinite(whole) & (whole > 0) & (sums <= whole * (1 + 1e-9))
    shares[place[good], column[good]] = numpy.log(sums[good] / whole[good])
    return shares


def first_year(found: Nowcasts, quantiles: Numbers) -> Numbers:
    """Quantiles of the running year at LEVELS: the estimate weighed with the forecast; shape (nowcasts, levels).

    Parameters
    ----------
    quantiles : array (nowcasts, levels)
        The forecast of that year from the years before.
    """
    safe = numpy.maximum(quantiles, 1e-300)
    logs = numpy.log(safe)
    own = (logs[:, _HIGH_LEVEL] - logs[:, _LOW_LEVEL]) / _BETWEEN
    # A forecast that reaches zero has no logarithm to weigh: the estimate stands alone.
    weighed = (quantiles[:, _LOW_LEVEL] > 0) & (own > 0)
    precision = numpy.where(weighed, 1 / numpy.maximum(own, 1e-6) ** 2, 0.0)
    mine = 1 / numpy.maximum(found.spread, 1e-6) ** 2
    centre = (found.middle * mine + logs[:, LEVELS.index(0.5)] * precision) / (mine + precision)
    spread = 1 / numpy.sqrt(mine + precision)
    # What is there is the least that the year can come to: the distribution above it.
    unit = spread * _SCALE
    below = stdtr(_FREEDOM, (numpy.log(found.so_far) - centre) / unit)[:, None]
    levels = numpy.clip(below + numpy.array(LEVELS) * (1 - below), 1e-9, 1 - 1e-9)
    values = numpy.exp(centre[:, None] + unit[:, None] * stdtrit(_FREEDOM, levels))
    result: Numbers = numpy.maximum(values, found.so_far[:, None])
    return result
