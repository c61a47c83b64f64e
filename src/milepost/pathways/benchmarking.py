"""Proportional Denton benchmarking: a series that moves like an indicator and adds up to known totals.

Source: F. Denton (1971), Journal of the American Statistical Association 66; IMF, Quarterly National Accounts Manual
(2017), chapter 6. The same algebra splits a total of five years over its years (a group of five).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy
from numpy.typing import ArrayLike
from scipy.sparse import bmat, csc_array, diags_array
from scipy.sparse.linalg import splu

from milepost.kernel.errors import UsageError
from milepost.pathways.ruling import Floats


def denton(indicator: ArrayLike, benchmarks: ArrayLike, groups: Sequence[int] | int | None = None) -> Floats:
    """The series that keeps to the movement of an indicator and whose groups add up to the benchmarks.

    It minimises the sum of (x[t]/p[t] - x[t-1]/p[t-1])**2. In ratios r = x/p that is a least-squares problem with as
    many linear conditions as there are benchmarks, solved in one step. Values after the last benchmark keep the last
    ratio.

    Parameters
    ----------
    indicator : array of n numbers
        The series whose movement is kept.
    benchmarks : array of m numbers
        Totals of the groups.
    groups : int or sequence of m int, optional
        How many values each benchmark sums up: one number for all (4 for quarters of a year), or one for each. Left
        out, n/m, which must be whole.

    Returns
    -------
    numpy.ndarray
        n numbers.

    Raises
    ------
    UsageError
        If the sizes do not fit, a number is not finite, or the indicator is zero throughout a group.

    >>> denton([1, 2, 3, 2], [16.0]).round(9).tolist()
    [2.0, 4.0, 6.0, 4.0]
    """
    series, totals = _numbers(indicator, "indicator"), _numbers(benchmarks, "benchmarks")
    sizes = _sizes(groups, series.size, totals.size)
    # The unit of the ratios does not matter to the result, only to how well the system can be solved.
    unit = max(float(numpy.abs(series).max()), 1e-300)
    scale = max(float(numpy.abs(totals).max()), 1e-300)
    rows = numpy.repeat(numpy.arange(totals.size), sizes)
    places = (rows, numpy.arange(rows.size))
    conditions = csc_array((series[: rows.size] / unit, places), shape=(totals.size, series.size))
    if not (numpy.add.reduceat(numpy.abs(series), numpy.r_[0, numpy.cumsum(sizes)[:-1]]) > 0).all():
        raise UsageError("an indicator of zeros says nothing of how its total is spread", where="indicator")
    if series.size == 1:
        return totals.copy()
    difference = diags_array(
        [numpy.full(series.size - 1, -1.0), numpy.ones(series.size - 1)],
        offsets=[0, 1],
        shape=(series.size - 1, series.size),
    )
    system = bmat([[2 * difference.T @ difference, conditions.T], [conditions, None]], format="csc")
    right = numpy.r_[numpy.zeros(series.size), totals / scale]
    try:
        ratios = splu(system).solve(right)[: series.size]
    except RuntimeError as error:  # the factorisation says so of a singular system
        raise UsageError("the indicator cannot be fitted to these totals", where="indicator") from error
    result: Floats = ratios * series / unit * scale
    return result


def _numbers(given: ArrayLike, where: str) -> Floats:
    try:
        numbers = numpy.asarray(given, dtype=numpy.float64)
    except (TypeError, ValueError) as error:
        raise UsageError("these are no numbers", where=where, found=repr(given)[:80]) from error
    if numbers.ndim != 1 or not numbers.size or not numpy.isfinite(numbers).all():
        raise UsageError("no list of finite numbers", where=where, found=repr(given)[:80])
    return numbers


def _sizes(groups: Sequence[int] | int | None, values: int, totals: int) -> list[int]:
    accepted = f"numbers of values, at most {values} together, for {totals} benchmarks"
    if groups is None:
        if values % totals:
            raise UsageError("the groups are not of one size", found=f"{values} values, {totals} benchmarks")
        groups = values // totals
    sizes = [groups] * totals if isinstance(groups, int) else list(groups)
    sound = len(sizes) == totals and min(sizes) >= 1 and sum(sizes) <= values
    if not sound:
        raise UsageError("the groups do not fit", where="groups", found=repr(groups)[:80], accepted=accepted)
    return sizes
