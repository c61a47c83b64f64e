"""Breaks of a series (a census, a change of base) and years off and back (a pandemic): told, or found in the data.

Both are judged on the scale on which a series grows evenly. Each step, or each value against the line between its
neighbours, is held against all the others of its series: the residual over the standard deviation of the rest (the
externally studentised residual; Cook and Weisberg 1982, Residuals and Influence in Regression, section 2.2.1), by
Student's t at a level shared out among the years (Bonferroni). Only what is next to impossible as chance counts, for in
a wandering series every step is for good.

Before a break the series is moved so that the step across it is a usual one, as statisticians splice series: level and
width then rest on the new base, growth on both. A year off and back is replaced by the line between its neighbours. In
the widths it still counts while it is recent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy
import numpy.typing
from scipy.special import stdtrit

from milepost.forecasts.drifts import yearly_steps
from milepost.forecasts.model import Numbers, Panel
from milepost.forecasts.scales import curved, straightened

Flags = numpy.typing.NDArray[numpy.bool_]

_LEAST_POINTS: Final = 8  # with fewer values, nothing is found: any of them may be the odd one
_SURE_BREAK: Final = 1e-5  # chance that a series without any has a step as far off
_SURE_OFF: Final = 1e-4
_BEHIND: Final = 2  # values that must stand behind a break: one may be a year off
_BACK: Final = 0.35  # of the way off is how far a series may be from where it would be, and still be back
_RECENT: Final = 5  # years in which a year off and back still widens the intervals
_MOST: Final = 3  # breaks, and years off, of one series
_EXACT: Final = 1e-3  # no series is surer than a thousandth, on a scale of growth; of its steps, on its own


@dataclass(frozen=True, slots=True)
class Mended:
    """Series without breaks and years off.

    `panel` is what to forecast, `measured` what the widths rest on. `declared`, `found` and `off` have the shape
    (series, years): a declared and a found break in the first year on the new base, and years off and back.
    """

    panel: Panel
    measured: Panel
    declared: Flags
    found: Flags
    off: Flags

    def years(self, flags: Flags, row: int) -> list[int]:
        """The years marked in a series.

        >>> values = numpy.array([[1.0, 2.0, 3.0]])
        >>> panel = Panel(("a",), values, numpy.array([2023]), numpy.array([-numpy.inf]), numpy.array([numpy.inf]))
        >>> same = mended(panel, {"a": [2022]})
        >>> same.years(same.declared, 0)
        [2022]
        """
        first = int(self.panel.last[row]) - self.panel.values.shape[1] + 1
        return [first + int(column) for column in numpy.flatnonzero(flags[row])]


def mended(panel: Panel, declared: Mapping[str, Sequence[int]] | None = None, *, finding: bool = True) -> Mended:
    """Series with breaks spliced, and years off and back replaced.

    Parameters
    ----------
    declared : mapping of a series' name to years, optional
        The first year on a new base. A year outside of the series, or its first, changes nothing.
    finding : bool, default True
        Whether breaks and years off are looked for as well.
    """
    told = _declared(panel, declared or {})
    growth = curved(panel)
    found, off = numpy.zeros_like(told), numpy.zeros_like(told)
    spliced = _spliced(growth, told)
    if finding and growth.size:
        usable = (panel.lengths >= _LEAST_POINTS) & _moving(growth)
        smallest = _smallest(panel, growth)
        off[usable] = _off_and_back(spliced[usable], smallest[usable])
        level = _bridged(spliced, off)
        found[usable] = _breaks(level[usable], smallest[usable])
        level = _spliced(level, found)
    else:
        level = spliced
    recent = off & (numpy.arange(panel.values.shape[1]) >= panel.values.shape[1] - _RECENT)
    kept = numpy.where(recent, _spliced(spliced, found), level)
    touched: Flags = numpy.asarray((told | found | off).any(axis=1))
    return Mended(_with(panel, level, touched), _with(panel, kept, touched), told, found, off)


def _with(panel: Panel, growth: Numbers, touched: Flags) -> Panel:
    """A panel with other values, where anything was changed."""
    if not touched.any():
        return panel
    values = panel.values.copy()
    values[touched] = straightened(panel.rows(touched), growth[touched])
    values[~numpy.isfinite(panel.values)] = numpy.nan
    return Panel(panel.names, values, panel.last, panel.low, panel.high)


def _declared(panel: Panel, declared: Mapping[str, Sequence[int]]) -> Flags:
    flags = numpy.zeros(panel.values.shape, dtype=bool)
    years = panel.values.shape[1]
    for row, name in enumerate(panel.names if declared else ()):
        for year in declared.get(name, ()):
            column = years - 1 - (int(panel.last[row]) - year)
            if 0 < column < years:
                flags[row, column] = True
    # A break must have values on both sides.
    observed = numpy.isfinite(panel.values)
    before = numpy.cumsum(observed, axis=1) - observed > 0
    return flags & before


def _spliced(growth: Numbers, breaks: Flags) -> Numbers:
    """The series with all before each break moved, so that the step across it is the median of the others."""
    result = growth.copy()
    for row in numpy.flatnonzero(breaks.any(axis=1)):
        series = growth[row : row + 1]
        observed = numpy.flatnonzero(numpy.isfinite(series[0]))
        # In a gap, the break is where the series goes on.
        places = {int(observed[observed >= column][0]) for column in numpy.flatnonzero(breaks[row])}
        steps = yearly_steps(series)[0]
        own = numpy.ones(len(steps), dtype=bool)
        own[[place - 1 for place in places]] = False
        known = steps[own & numpy.isfinite(steps)]
        usual = float(numpy.median(known)) if len(known) else 0.0
        for place in places:
            former = int(observed[observed < place][-1])
            moved = growth[row, place] - growth[row, former] - usual * (place - former)
            result[row, :place] += moved
    return result


def _moving(growth: Numbers) -> Flags:
    """Whether a series changes in most years: one that stands still and jumps now and then has no odd jump."""
    steps = yearly_steps(growth)
    moves: Flags = numpy.nanmedian(numpy.abs(steps), axis=1) > 0
    return moves


def _smallest(panel: Panel, growth: Numbers) -> Numbers:
    """The least deviation that can be told from rounding, on the scale of each series; shape (series,)."""
    linear = panel.curves() == "linear"
    level = numpy.nanmean(numpy.abs(growth), axis=1)
    return numpy.where(linear, _EXACT * numpy.maximum(level, 1e-300), _EXACT)


def _filled(growth: Numbers) -> Numbers:
    """Gaps bridged by straight lines; NaN before the first value."""
    years = numpy.arange(growth.shape[1])
    result = growth.copy()
    observed = numpy.isfinite(growth)
    inner = numpy.maximum.accumulate(observed, axis=1) & ~observed
    for row in numpy.flatnonzero(inner.any(axis=1)):
        known = years[observed[row]]
        inside = years >= known[0]
        result[row, inside] = numpy.interp(years[inside], known, growth[row, known])
    return result


def _studentised(residuals: Numbers, smallest: Numbers, near: int) -> Numbers:
    """Each residual over the standard deviation of those more than `near` places away, in quantiles of no chance.

    Residuals are taken from the median of the others' centre: of the whole row, which one year does not move.
    """
    known = numpy.isfinite(residuals)
    away = numpy.where(known, residuals - numpy.nanmedian(residuals, axis=1, keepdims=True), 0.0)
    squares, count = _without(away**2, near), _without(known.astype(float), near)
    spread = numpy.sqrt(squares / numpy.maximum(count - 1, 1))
    floor = numpy.maximum(spread, smallest[:, None])
    return numpy.where(known & (count >= _LEAST_POINTS - 4), numpy.abs(away) / floor, 0.0)


def _without(amounts: Numbers, near: int) -> Numbers:
    """The sum of each row without the places around each."""
    total = amounts.sum(axis=1, keepdims=True)
    padded = numpy.pad(amounts, ((0, 0), (near, near)))
    width = amounts.shape[1]
    local = sum(padded[:, shift : shift + width] for shift in range(2 * near + 1))
    rest: Numbers = numpy.maximum(total - local, 0.0)
    return rest


def _bar(counts: Numbers, sure: float) -> Numbers:
    """How far off is next to impossible, with so many residuals; shape (series, 1)."""
    number = numpy.maximum(counts, 4.0)
    bar: Numbers = stdtrit(number - 2, 1 - sure / (2 * number))[:, None]
    return bar


def _off_and_back(growth: Numbers, smallest: Numbers) -> Flags:
    """Years, one or two at a time, that are far off the line between their neighbours, which carry on as before."""
    flags = numpy.zeros(growth.shape, dtype=bool)
    level = _filled(growth)
    for _ in range(_MOST):
        found = numpy.zeros_like(flags)
        for years in (1, 2):
            found |= _one_spell(level, smallest, years) & ~found.any(axis=1, keepdims=True)
        found &= numpy.isfinite(growth)
        if not found.any():
            break
        flags |= found
        level = _bridged(level, found)
    return flags


def _one_spell(level: Numbers, smallest: Numbers, years: int) -> Flags:
    """The spell of so many years that is furthest off in each series, if it is off and back."""
    flags = numpy.zeros(level.shape, dtype=bool)
    width = level.shape[1] - years - 1
    if width < 1:
        return flags
    before, behind = level[:, :width], level[:, years + 1 :]
    line = [before + (behind - before) * part / (years + 1) for part in range(1, years + 1)]
    offs = numpy.stack([level[:, part : part + width] - line[part - 1] for part in range(1, years + 1)])
    # All years of a spell must be off, and to one side.
    least = numpy.where((numpy.sign(offs) == numpy.sign(offs[0])).all(axis=0), numpy.abs(offs).min(axis=0), 0.0)
    single = _line_residuals(level)
    spread = _spread_beside(single, smallest, years, width)
    steps = numpy.diff(level, axis=1)
    usual = numpy.nanmedian(steps, axis=1, keepdims=True) * (years + 1)
    is_back = numpy.abs(behind - before - usual) < _BACK * least
    counts = numpy.isfinite(single).sum(axis=1).astype(float)
    score = numpy.where(is_back & numpy.isfinite(least), least / spread, 0.0)
    place = numpy.argmax(score, axis=1)
    sure = score.max(axis=1) > _bar(counts, _SURE_OFF)[:, 0]
    for part in range(1, years + 1):
        flags[numpy.flatnonzero(sure), place[sure] + part] = True
    return flags


def _line_residuals(level: Numbers) -> Numbers:
    """Each value less the middle of its neighbours; shape (series, years - 2)."""
    return level[:, 1:-1] - (level[:, :-2] + level[:, 2:]) / 2


def _spread_beside(single: Numbers, smallest: Numbers, years: int, width: int) -> Numbers:
    """The standard deviation of the residuals that a spell at each place does not touch."""
    known = numpy.isfinite(single)
    squares = numpy.where(known, single, 0.0) ** 2
    totals, counts = squares.sum(axis=1, keepdims=True), known.sum(axis=1, keepdims=True).astype(float)
    found = numpy.empty((len(single), width))
    for place in range(width):
        # A spell at the years `place + 1` … touches the residuals one year beside it as well.
        touched = slice(max(place - 1, 0), place + years + 1)
        rest = totals[:, 0] - squares[:, touched].sum(axis=1)
        left = counts[:, 0] - known[:, touched].sum(axis=1)
        spread = numpy.sqrt(numpy.maximum(rest, 0.0) / numpy.maximum(left - 1, 1))
        found[:, place] = numpy.where(left >= _LEAST_POINTS - 5, spread, numpy.inf)
    widest: Numbers = numpy.maximum(found, smallest[:, None])
    return widest


def _bridged(growth: Numbers, off: Flags) -> Numbers:
    """The years marked replaced by the line between their neighbours; gaps stay."""
    if not off.any():
        return growth
    result = growth.copy()
    rows = off.any(axis=1)
    result[rows] = _filled(numpy.where(off[rows], numpy.nan, growth[rows]))
    kept: Numbers = numpy.where(off | numpy.isfinite(growth), result, growth)
    return kept


def _breaks(growth: Numbers, smallest: Numbers) -> Flags:
    """First years on a new base: a step that is next to impossible among the others, with usual ones beside it."""
    flags = numpy.zeros(growth.shape, dtype=bool)
    level = growth
    for _ in range(_MOST):
        steps = yearly_steps(level)
        score = _studentised(steps, smallest, 0)
        counts = numpy.isfinite(steps).sum(axis=1).astype(float)
        behind = numpy.isfinite(level)[:, ::-1].cumsum(axis=1)[:, ::-1][:, 1:] >= _BEHIND
        front = numpy.isfinite(level).cumsum(axis=1)[:, :-1] >= _BEHIND
        score = numpy.where(behind & front & _stands_alone(steps), score, 0.0)
        place = numpy.argmax(score, axis=1)
        sure = numpy.flatnonzero(score.max(axis=1, initial=0.0) > _bar(counts, _SURE_BREAK)[:, 0])
        if not len(sure):
            break
        found = numpy.zeros_like(flags)
        found[sure, place[sure] + 1] = True
        flags |= found
        level = _spliced(level, found)
    return flags


def _stands_alone(steps: Numbers) -> Flags:
    """Whether the steps beside one do not take it back: else the year is off, and no new base."""
    away = numpy.nan_to_num(steps - numpy.nanmedian(steps, axis=1, keepdims=True))
    beside = numpy.pad(away, ((0, 0), (1, 1)))
    largest = numpy.maximum(numpy.abs(beside[:, :-2]), numpy.abs(beside[:, 2:]))
    alone: Flags = largest < _BACK * numpy.abs(away)
    return alone
