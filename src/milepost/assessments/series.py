"""The series of many cases as flat arrays: every point of every case in one row, so that NumPy works on all at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy
import polars
from numpy.typing import NDArray
from polars import Expr, col, lit, when

Floats = NDArray[numpy.float64]
Flags = NDArray[numpy.bool_]


@dataclass(frozen=True, slots=True)
class Points:
    """Points of the series of `height` cases: of which case each is, its time (years) and its value.

    Points stand in the order of the cases, within a case in that of time. `row`, `time` and `value` have one length,
    that of all series together.
    """

    height: int
    row: NDArray[numpy.int64]
    time: Floats
    value: Floats

    def at(self, figures: Floats) -> Floats:
        """The figure of a point's case, for each point; `figures` has one for each case."""
        return figures[self.row]

    def chosen(self, flags: Flags) -> Points:
        """Only the points that are flagged."""
        return Points(self.height, self.row[flags], self.time[flags], self.value[flags])

    def total(self, figures: Floats) -> Floats:
        """The sum of a figure of the points over each case; 0 for a case without points."""
        sums = numpy.bincount(self.row, weights=figures, minlength=self.height)[: self.height]
        return numpy.asarray(sums, dtype=numpy.float64)

    def count(self) -> Floats:
        """How many points each case has."""
        return self.total(numpy.ones_like(self.time))

    def lowest(self, figures: Floats) -> Floats:
        """The least of a figure of the points over each case; not a number for a case without points.

        >>> points_of(polars.DataFrame({"times": [[1.0, 2.0], []], "values": [[5.0, 3.0], []]})).lowest(
        ...     numpy.array([5.0, 3.0])).tolist()
        [3.0, nan]
        """
        least = numpy.full(self.height, numpy.nan)
        if self.row.size:
            starts = numpy.flatnonzero(numpy.diff(self.row, prepend=-1))
            least[self.row[starts]] = numpy.minimum.reduceat(figures, starts)
        return least

    def before_last(self, steps: int) -> tuple[Floats, Floats]:
        """Time and value of the point so many steps before each case's last; not a number where there is none."""
        time, value = numpy.full(self.height, numpy.nan), numpy.full(self.height, numpy.nan)
        ends = numpy.cumsum(self.count()).astype(numpy.int64)
        has = self.count() > steps
        places = ends[has] - 1 - steps
        time[has], value[has] = self.time[places], self.value[places]
        return time, value


def points_of(cases: polars.DataFrame) -> Points:
    """The points of the series of all cases (`times`, `values`); what is null or no number is left out.

    Lists of unlike lengths are no series. Where a case has none but its base or latest value with their times (columns
    `base`, `base_time`, `current`, `current_time`), these are its points.

    >>> table = polars.DataFrame({"times": [[2020.0, 2021.0], None], "values": [[1.0, None], None]})
    >>> points = points_of(table)
    >>> points.row.tolist(), points.value.tolist()
    ([0], [1.0])
    """
    whole = (col("times").list.len() == col("values").list.len()) & (col("times").list.len() > 0)
    otherwise: tuple[Expr, Expr] = (lit(None), lit(None))
    if {"base", "base_time", "current", "current_time"} <= set(cases.columns):
        otherwise = polars.concat_list("base_time", "current_time"), polars.concat_list("base", "current")
    flat = (
        cases.lazy()
        .select(
            row=polars.int_range(polars.len(), dtype=polars.Int64),
            time=when(whole).then("times").otherwise(otherwise[0]),
            value=when(whole).then("values").otherwise(otherwise[1]),
        )
        .explode("time", "value")
        .filter(col("time").is_finite() & col("value").is_finite())
        .collect()
    )
    return Points(cases.height, *(flat.get_column(name).to_numpy() for name in ("row", "time", "value")))


def predicted(points: Points, until: Floats, weights: Floats | None = None) -> Floats:
    """The value at a time, on each case's own straight line through its points (weighted least squares).

    Parameters
    ----------
    points : Points
        The series.
    until : array of float, one for each case
        The time to predict for.
    weights : array of float, one for each point, optional
        How much each point counts; all alike when left out.

    Returns
    -------
    array of float, one for each case
        Not a number for a case of fewer than two times.

    >>> table = polars.DataFrame({"times": [[2020.0, 2021.0, 2022.0]], "values": [[1.0, 2.0, 3.0]]})
    >>> predicted(points_of(table), numpy.array([2025.0])).tolist()
    [6.0]
    """
    share = numpy.ones_like(points.time) if weights is None else weights
    with numpy.errstate(invalid="ignore", divide="ignore", over="ignore"):
        whole = points.total(share)
        middle = points.total(share * points.time) / whole
        mean = points.total(share * points.value) / whole
        away = points.time - points.at(middle)
        spread = points.total(share * away**2)
        slope = points.total(share * away * (points.value - points.at(mean))) / spread
        # Times that are all alike leave dust, never a spread of a day.
        return numpy.where(spread > 1e-9 * whole, mean + slope * (until - middle), numpy.nan)
