"""What it would take: the yearly pace that makes a target as likely as wanted, and until when a turn is still in time.

The forecast's distribution at the date, moved as a whole (in proportion where changes compound), gives the chance p
when its middle lies at T + (m − q): T the goal, m the middle now, q the quantile that is exceeded with the chance p.
The pace for p brings what is followed from its latest value there. With p = 50 % it is the pace that is needed at all.

The fastest pace that was ever kept is the best mean of `KEPT` successive yearly steps (of all where there are fewer).
The last turn is the last year at whose end, the middle of the forecast until then, that pace still reaches the goal by
its date: null where the middle reaches it anyway, and where even a turn at once would come too late.
"""

from __future__ import annotations

from typing import Final

import numpy
import polars

from milepost.assessments.chances import TOLD, Ahead, Chances
from milepost.assessments.outlooks import LEVEL, Outlooks
from milepost.assessments.series import Flags, Floats
from milepost.assessments.thresholds import HAIR
from milepost.forecasts.drifts import yearly_steps

KEPT: Final = 3
"""Successive years over which a pace counts as kept."""

FIGURES: Final = ("pace_even", "pace_likely", "fastest", "last_turn")
_MIDDLE: Final = TOLD.index(0.5)


def needed(cases: polars.DataFrame, found: Chances) -> dict[str, Floats]:
    """The figures named in FIGURES, one for each case; NaN where they have no meaning.

    Paces are amounts a year, rates where changes compound (`scale` is log), of what is followed; `last_turn` is a year.
    What is met, is to hold in each year, or to come close to a value from either side is not asked for a pace.
    """
    whole = {name: numpy.full(cases.height, numpy.nan) for name in FIGURES}
    compounds = cases["scale"].eq("log").fill_null(value=False).to_numpy()
    met = cases["met"].fill_null(value=False)
    on_the_way = (cases["form"].fill_null("path").eq("path") & ~met).to_numpy()
    for ahead in found.ahead:
        rows = ahead.rows
        of = on_the_way[rows] & ~ahead.asked.each_year & (ahead.asked.side != 0)
        with numpy.errstate(invalid="ignore", divide="ignore", over="ignore"):
            figures = _figures(ahead, compounds[rows])
        for name, values in zip(FIGURES, figures, strict=True):
            whole[name][rows] = numpy.where(of & numpy.isfinite(values), values, numpy.nan)
    return whole


def _figures(ahead: Ahead, compounds: Flags) -> tuple[Floats, Floats, Floats, Floats]:
    series, wanted = ahead.series, ahead.asked
    rising = wanted.side > 0
    goal = numpy.where(rising, wanted.bounds.low, wanted.bounds.high)
    left = wanted.goal_time - series.current_time
    middle = ahead.told[:, _MIDDLE]
    cautious = numpy.where(rising, ahead.told[:, TOLD.index(0.2)], ahead.told[:, TOLD.index(0.8)])
    aimed = numpy.where(compounds, goal * middle / cautious, goal + (middle - cautious))
    # What lies beyond what can be true no pace brings.
    aimed = numpy.where(_possible(series, aimed), aimed, numpy.nan)
    pace_even = _pace(series.current, goal, left, compounds)
    pace_likely = _pace(series.current, aimed, left, compounds)
    fastest = fastest_pace(series, wanted.side, compounds)
    return pace_even, pace_likely, fastest, _last_turn(ahead, goal, fastest, compounds)


def _possible(series: Outlooks, values: Floats) -> Flags:
    upright = values * series.sign
    inside: Flags = (series.kind != LEVEL) | ((upright >= series.low) & (upright <= series.high))
    return inside


def _pace(current: Floats, aim: Floats, left: Floats, compounds: Flags) -> Floats:
    ratio = aim / current
    rate = numpy.where(ratio > 0, numpy.abs(ratio), numpy.nan) ** (1 / left) - 1
    return numpy.where(left > 0, numpy.where(compounds, rate, (aim - current) / left), numpy.nan)


def fastest_pace(series: Outlooks, side: Floats, compounds: Flags) -> Floats:
    """The fastest change a year of what is followed that a series ever kept, in the direction wanted.

    An amount, or a rate where changes compound; NaN where the values allow no rate.
    """
    values = series.values
    positive = (numpy.where(numpy.isfinite(values), values, 1.0) > 0).all(axis=1)
    logs = numpy.log(numpy.where(values > 0, values, numpy.nan))
    steps = numpy.where((compounds & positive)[:, None], yearly_steps(logs), yearly_steps(values))
    own = numpy.concatenate([numpy.full((len(values), 1), numpy.nan), steps], axis=1)
    changes = numpy.where((series.kind == LEVEL)[:, None], own, values)
    kept = _best_mean(changes * numpy.where(side < 0, -1.0, 1.0)[:, None]) * numpy.where(side < 0, -1.0, 1.0)
    without = compounds & ~(positive & (series.kind == LEVEL))
    return numpy.where(without, numpy.nan, numpy.where(compounds, numpy.expm1(kept), kept))


def _best_mean(changes: Floats) -> Floats:
    """The largest mean of KEPT successive changes of each row; of all of them where it has fewer in a row."""
    known = numpy.isfinite(changes)
    filled = numpy.where(known, changes, 0.0)
    best = numpy.full(len(changes), -numpy.inf)
    if changes.shape[1] >= KEPT:
        sums = numpy.lib.stride_tricks.sliding_window_view(filled, KEPT, axis=1).sum(axis=2)
        whole = numpy.lib.stride_tricks.sliding_window_view(known, KEPT, axis=1).all(axis=2)
        best = numpy.where(whole, sums / KEPT, -numpy.inf).max(axis=1)
    count = known.sum(axis=1)
    mean = numpy.where(count > 0, filled.sum(axis=1) / numpy.maximum(count, 1), numpy.nan)
    return numpy.where(numpy.isfinite(best), best, mean)


def _last_turn(ahead: Ahead, goal: Floats, fastest: Floats, compounds: Flags) -> Floats:
    series, side = ahead.series, ahead.asked.side
    years = numpy.arange(ahead.middle.shape[1])
    # The turn at once is at the latest value, which may stand within a year.
    ends = numpy.concatenate([series.current_time[:, None], series.last[:, None] + years[1:]], axis=1)
    left = ahead.asked.goal_time[:, None] - ends
    pace = fastest[:, None]
    reach = numpy.where(compounds[:, None], ahead.middle * (1 + pace) ** left, ahead.middle + pace * left)
    dust = HAIR * numpy.abs(goal)[:, None]
    enough = (side[:, None] * (reach - goal[:, None]) >= -dust) & (left >= 0)
    anyway = side * (ahead.told[:, _MIDDLE] - goal) >= -HAIR * numpy.abs(goal)
    last = numpy.where(enough & (left > 0), ends, -numpy.inf).max(axis=1)
    return numpy.where(anyway | ~numpy.isfinite(last), numpy.nan, last)
