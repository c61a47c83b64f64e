"""Figures of a whole and its parts, made to add up: y~ = S (S' W^-1 S)^-1 S' W^-1 y^.

Source: S. Wickramasuriya, G. Athanasopoulos, R. Hyndman (2019), Optimal forecast reconciliation, Journal of the
American Statistical Association 114. W = identity is ordinary least squares; the row sums of S on its diagonal weigh by
structure; variances of the errors on it weigh by how sure each figure is.
"""

from __future__ import annotations

import numpy
from numpy.typing import ArrayLike
from scipy.linalg import LinAlgError, lstsq, solve

from milepost.kernel.errors import UsageError
from milepost.pathways.ruling import Floats


def reconciled(figures: ArrayLike, summing: ArrayLike, weights: ArrayLike | None = None) -> Floats:
    """The figures nearest to those given that add up.

    Parameters
    ----------
    figures : array of n numbers
        Those of all levels, which need not add up.
    summing : array of n rows and m columns
        S: how each figure is made of the m figures of the lowest level.
    weights : array of n numbers, or n by n, optional
        W, or its diagonal: how unsure each figure is. Left out, all alike.

    Returns
    -------
    numpy.ndarray
        n numbers: S times figures of the lowest level.

    Raises
    ------
    UsageError
        If the sizes do not fit, a number is not finite, or W cannot be inverted.

    >>> reconciled([100, 30, 35, 40], [[1, 1, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1]]).round(6).tolist()
    [101.25, 28.75, 33.75, 38.75]
    """
    y, s = numpy.asarray(figures, dtype=numpy.float64), numpy.asarray(summing, dtype=numpy.float64)
    w = numpy.ones(y.size) if weights is None else numpy.asarray(weights, dtype=numpy.float64)
    if y.ndim != 1 or s.ndim != 2 or s.shape[0] != y.size or w.shape not in {(y.size,), (y.size, y.size)}:
        found = f"{y.shape} figures, S {s.shape}, W {w.shape}"
        raise UsageError("the sizes do not fit", found=found, accepted="n figures, S n×m, W n or n×n")
    if not all(numpy.isfinite(each).all() for each in (y, s, w)):
        raise UsageError("not all numbers are finite", where="reconciliation")
    if w.ndim == 1:
        if not (w > 0).all():
            raise UsageError("a weight is not above zero", where="W", found=repr(w.min()), accepted="above zero")
        # Least squares on rows scaled by how sure they are, rather than S'W^-1 S, whose condition is squared.
        root = 1 / numpy.sqrt(w / w.max())
        lowest = lstsq(s * root[:, None], y * root)[0]
    else:
        lowest = _general(y, s, w)
    result: Floats = s @ lowest
    return result


def _general(y: Floats, s: Floats, w: Floats) -> Floats:
    try:
        weighed = solve(w, numpy.column_stack([s, y]))
        lowest: Floats = solve(s.T @ weighed[:, :-1], s.T @ weighed[:, -1])
    except LinAlgError as error:
        what = "W cannot be inverted, or S does not tell its columns apart"
        raise UsageError(what, where="reconciliation") from error
    return lowest


def shared_out(total: float, parts: ArrayLike) -> Floats:
    """A total shared out in proportion to figures of the parts, which need not add up to it.

    Raises
    ------
    UsageError
        If the parts add up to zero, or are no finite numbers.

    >>> shared_out(100, [30, 35, 40]).round(4).tolist()
    [28.5714, 33.3333, 38.0952]
    """
    figures = numpy.asarray(parts, dtype=numpy.float64)
    whole = float(figures.sum()) if figures.size else 0.0
    if not numpy.isfinite(whole) or whole == 0:
        raise UsageError("no proportion can be made of these", where="parts", found=repr(parts)[:80])
    result: Floats = figures * (total / whole)
    return result
