"""Parts that tie to their whole exactly, as near to what a rule wishes as their bounds let them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from milepost.kernel.errors import MilepostError
from milepost.pathways.ruling import Floats

Whole = NDArray[numpy.int64]

HAIR: Final = 1e-9
"""Relative: what doubles leave behind of an exact sum decides nothing."""

_SECONDS = 2.0  # for rounding rates; what is found by then is used
_MOST_PARTS = 100


@dataclass(frozen=True, slots=True)
class Conflict:
    """Bounds that cannot be kept together: a least set of them, and which totals all bounds allow.

    `parts` are places of parts, `sides` says for each whether its lower or its upper bound takes part. Without any one
    of them the rest could be kept.
    """

    parts: tuple[int, ...]
    sides: tuple[str, ...]
    least: float
    most: float


class BoundsConflict(MilepostError):
    """The bounds of the parts and the total cannot be kept together (exit code 1: the answer is no)."""

    exit_code = 1


def tied(wish: Floats, gives: Floats, tie: Floats, total: float, low: Floats, high: Floats) -> Floats:
    """The values with `sum(tie * values) == total` within the bounds, nearest to the wish.

    All parts move by one number in proportion to `gives`, and stop at their bounds: values are clip(wish + m * gives).
    Among all that tie these have the least sum of tie * (value - wish)**2 / gives. The number m is found exactly, from
    the points where a part meets a bound. Where the parts that give are all at their bounds, the others give alike.

    Parameters
    ----------
    wish, gives, tie, low, high : arrays of n numbers
        `gives` is 0 or more, `tie` above 0; bounds may be infinite.
    total : float
        The bounds must allow it (`conflict`).

    >>> ones = numpy.ones(3)
    >>> tied(numpy.array([5.0, 3.0, 2.0]), numpy.array([5.0, 3.0, 2.0]), ones, 10.0, 0 * ones, numpy.array([4, 9, 9]))
    array([4. , 3.6, 2.4])
    """
    values = numpy.clip(wish, low, high)
    for moves in (gives, numpy.ones_like(wish)):
        start = wish if moves is gives else values
        values = _moved(start, moves, tie, total, low, high)
        if abs(float(tie @ values) - total) <= HAIR * max(abs(total), float(tie @ numpy.abs(values))):
            break
    return _settled(values, gives, tie, total, low, high)


def _moved(start: Floats, gives: Floats, tie: Floats, total: float, low: Floats, high: Floats) -> Floats:
    """clip(start + m * gives), with the m for which it ties; the nearest end where none does."""
    # What gives next to nothing beside the others would have to be moved beyond what doubles can hold.
    free = gives > 1e-12 * gives.max()
    gives = numpy.where(free, gives, 0.0)
    with numpy.errstate(all="ignore"):
        turns = numpy.concatenate([(low - start)[free] / gives[free], (high - start)[free] / gives[free]])
    turns = numpy.unique(numpy.append(turns[numpy.isfinite(turns)], 0.0))

    def at(moved: float) -> Floats:
        values: Floats = numpy.clip(start + moved * gives, low, high)
        return values

    sums = numpy.array([float(tie @ at(turn)) for turn in turns])
    after = int(numpy.searchsorted(sums, total))
    if 0 < after < turns.size:
        left, right = after - 1, after
        part = (total - sums[left]) / (sums[right] - sums[left])
        return at(turns[left] + part * (turns[right] - turns[left]))
    # Beyond all turns only parts without a bound on that side still move.
    end, edge = (turns[0], low) if after == 0 else (turns[-1], high)
    pull = float(tie @ numpy.where(numpy.isinf(edge), gives, 0.0))
    return at(end + (total - float(tie @ at(end))) / pull) if pull > 0 else at(end)


def _settled(values: Floats, gives: Floats, tie: Floats, total: float, low: Floats, high: Floats) -> Floats:
    """Take up what doubles left behind, by a part that has room for it; by one that gives, if there is one."""
    for _ in range(3):
        left = total - float(tie @ values)
        if left == 0:
            break
        settled = values + left / tie
        room = numpy.minimum(settled - low, high - settled)
        best = int(numpy.lexsort((gives, (gives > 0) & (room >= 0), room >= 0))[-1])
        if room[best] < 0:
            break
        values[best] = settled[best]
    return values


def conflict(tie: Floats, total: float, low: Floats, high: Floats, least: Floats, most: Floats) -> Conflict | None:
    """Which bounds make it impossible to tie; None when it is possible.

    Parameters
    ----------
    low, high : arrays of n numbers
        The bounds.
    least, most : arrays of n numbers
        What holds for a part without bounds (no amount is below zero, no share above 100 percent).

    >>> ones, none = numpy.ones(3), numpy.full(3, numpy.inf)
    >>> conflict(ones, 10.0, numpy.array([1.0, 8.0, 4.0]), none, 0 * ones, none)
    Conflict(parts=(1, 2), sides=('low', 'low'), least=13.0, most=inf)
    """
    lower, upper = float(tie @ low), float(tie @ high)
    crossed = numpy.flatnonzero(low > high + HAIR * numpy.abs(high))
    if crossed.size:
        place = int(crossed[0])
        return Conflict((place, place), ("low", "high"), lower, upper)
    slack = HAIR * max(abs(total), 1e-300)
    if lower > total + slack:
        return _least_set(tie * low, tie * least, total + slack, "low", lower, upper)
    if upper < total - slack:
        return _least_set(-tie * high, -tie * most, -total + slack, "high", lower, upper)
    return None


def _least_set(bound: Floats, free: Floats, allowed: float, side: str, lower: float, upper: float) -> Conflict:
    """The fewest bounds that are too much: those that add most, until they are; then none is left out for nothing."""
    adds = bound - free
    order = numpy.lexsort((numpy.arange(adds.size), -adds))
    chosen: list[int] = []
    for place in order:
        if adds[place] <= 0:
            break
        chosen.append(int(place))
        if float(sum(bound[chosen])) + float(numpy.delete(free, chosen).sum()) > allowed:
            break
    return Conflict(tuple(sorted(chosen)), (side,) * len(chosen), lower, upper)


def whole_parts(values: Floats, total: int, low: Whole, high: Whole, names: Sequence[str]) -> Whole:
    """Whole numbers nearest to the values that add up to the total: by largest remainder, within the bounds.

    Of equal remainders the larger value goes first, then the name, so that the order of the parts decides nothing.

    Parameters
    ----------
    values : array of n numbers
        They add up to `total` and lie within the bounds.
    names : sequence of str
        Codes of the parts.

    >>> bounds = numpy.zeros(3, dtype=int), numpy.full(3, 9)
    >>> whole_parts(numpy.array([3.5, 3.5, 3.0]), 10, *bounds, ["a", "b", "c"]).tolist()
    [4, 3, 3]
    """
    near = numpy.round(values)
    values = numpy.where(numpy.abs(values - near) < 1e-6, near, values)
    parts = numpy.clip(numpy.floor(values), low, high).astype(numpy.int64)
    rest = numpy.round(values - parts, 9)
    size = numpy.round(values, 6)
    order = sorted(range(len(names)), key=lambda place: (-rest[place], -size[place], names[place]))
    left = total - int(parts.sum())
    while left:
        step = 1 if left > 0 else -1
        moved = False
        for place in order if step > 0 else reversed(order):
            if left and low[place] <= parts[place] + step <= high[place]:
                parts[place] += step
                left -= step
                moved = True
        if not moved:
            break
    return parts


def rounded_rates(values: Floats, tie: Floats, total: float, unit: float, low: Floats, high: Floats) -> Floats:
    """Rates rounded to multiples of a unit within their bounds, so that their weighted mean rounds to the whole.

    Each goes to the nearest multiple: equal parts stay equal, and the mean is off by half a unit at most. Only where
    bounds between two multiples spoil that, some are rounded the other way: a mixed-integer problem for HiGHS, the
    least |mean - total|, and of equal ones the least rounding.
    """
    floors = numpy.floor(values / unit + 1e-9)
    can_rise = ((floors + 1) * unit <= high + HAIR) & (floors * unit + HAIR < values)
    must_rise = floors * unit < low - HAIR
    size = values.size
    nearest = numpy.where((numpy.round(values / unit) > floors) & can_rise | must_rise, floors + 1, floors)
    near: Floats = nearest * unit
    weights = tie / tie.sum()
    is_near = abs(float(weights @ near) - total / tie.sum()) <= unit / 2 * (1 + HAIR)
    if is_near or size > _MOST_PARTS or not can_rise.any():
        return near
    left = total / tie.sum() / unit - float(weights @ floors)
    up = values / unit - floors
    # Unknowns: which rise (0 or 1), then how far the mean is from the whole, in units.
    cost = numpy.append(1e-4 * (1 - 2 * up) / size, 1.0)
    rows = numpy.vstack([numpy.append(weights, -1.0), numpy.append(-weights, -1.0)])
    found = milp(
        cost,
        constraints=LinearConstraint(rows, ub=numpy.array([left, -left])),
        integrality=numpy.append(numpy.ones(size), 0),
        bounds=Bounds(numpy.append(must_rise & can_rise, 0.0), numpy.append(can_rise | must_rise, numpy.inf)),
        options={"time_limit": _SECONDS},
    )
    if found.x is None:
        return near
    rounded: Floats = (floors + numpy.round(found.x[:size])) * unit
    return rounded


def whole_table(values: Floats, rows: Whole, columns: Whole) -> Whole:
    """A table rounded to whole numbers, each cell down or up, whose rows and columns add up to whole totals.

    Controlled rounding (L. Cox, 1987, Journal of the American Statistical Association 82): a transport problem, whose
    corners are whole, for HiGHS. Cells with the larger remainders are rounded up.

    Parameters
    ----------
    values : array of n by m numbers, 0 or more
        Its rows and columns add up to `rows` and `columns`.

    >>> table = whole_table(numpy.array([[1.5, 1.5], [0.5, 0.5]]), numpy.array([3, 1]), numpy.array([2, 2]))
    >>> table.sum(axis=0).tolist(), table.sum(axis=1).tolist()
    ([2, 2], [3, 1])
    """
    near = numpy.round(values)
    values = numpy.where(numpy.abs(values - near) < 1e-7, near, values)
    floors = numpy.floor(values)
    rest = values - floors
    height, width = values.shape
    cells = numpy.arange(height * width).reshape(height, width)
    conditions = numpy.zeros((height + width, height * width))
    for place in range(height):
        conditions[place, cells[place]] = 1
    for place in range(width):
        conditions[height + place, cells[:, place]] = 1
    wanted = numpy.concatenate([rows - floors.sum(axis=1), columns - floors.sum(axis=0)])
    # A hair by place, so that equal remainders have one answer.
    cost = -rest.ravel() + 1e-7 * numpy.arange(height * width) / (height * width)
    ends = numpy.where(rest.ravel() > 0, 1.0, 0.0)
    found = linprog(cost, A_eq=conditions, b_eq=wanted, bounds=numpy.column_stack([0 * ends, ends]), method="highs-ds")
    if found.x is None:
        raise AssertionError("a table whose sides add up can always be rounded")
    result: Whole = (floors + numpy.round(found.x.reshape(height, width))).astype(numpy.int64)
    return result
