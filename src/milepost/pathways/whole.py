"""The whole that parts have to tie to, in the unit that the plan prints."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy
import polars

from milepost.kernel.errors import UsageError
from milepost.pathways.model import TARGETS
from milepost.pathways.parts import Tie, tie_of
from milepost.pathways.printing import digits, is_whole, printed_value
from milepost.pathways.ruling import Floats
from milepost.plans.concepts.table import concept

_LEAST_DIGITS = 2


class Whole(NamedTuple):
    """The whole, and how its parts are printed."""

    name: str
    measure: str
    total: float  # in the printed unit; of growth and falls over the whole period
    factor: float  # printed unit in base units
    digits: int
    is_whole: bool  # what is counted comes in whole numbers
    tie: Tie
    least: float  # what no part can be below or above, whatever its bounds
    most: float
    years: float | None  # of an average yearly rate: over how many years it compounds

    def followed(self, printed: Floats) -> Floats:
        """Printed values as values of what is followed, in base units."""
        if self.measure == "index":
            return 1 + printed * self.factor
        if self.measure == "reduction":
            return 1 - printed * self.factor
        return printed * self.factor

    def over_period(self, rates: Floats) -> Floats:
        """Figures as the plan prints them in the form that ties: yearly rates compounded over the period.

        >>> whole = Whole("x", "index", 21.0, 0.01, 2, False, "mean", -100.0, numpy.inf, 2.0)
        >>> whole.over_period(numpy.array([10.0])).round(9).tolist()
        [21.0]
        """
        if self.years is None:
            return rates
        sign = -1 if self.measure == "reduction" else 1
        compounded: Floats = ((1 + sign * rates * self.factor) ** self.years - 1) * sign / self.factor
        return compounded

    def as_printed(self, figures: Floats) -> Floats:
        """The other way round: what growth over the period is by the year, where the plan prints that."""
        if self.years is None:
            return figures
        sign = -1 if self.measure == "reduction" else 1
        ends = numpy.maximum(1 + sign * figures * self.factor, 0.0)
        rates: Floats = (ends ** (1 / self.years) - 1) * sign / self.factor
        return rates


def whole_of(target: Mapping[str, Any], tie: Tie | None = None, places: int | None = None) -> Whole:
    """The whole of a target.

    Parameters
    ----------
    target : mapping
        A row of the table of targets (`milepost.pathways.model.TARGETS`).
    tie : {"sum", "mean"}, optional
        How the parts make it up; left out, by what it counts.
    places : int, optional
        Decimals that parts are printed with; left out, as many as the plan prints, or as make things counted whole.

    Raises
    ------
    UsageError
        If there is nothing to share out, or the whole itself would be rounded.
    """
    name = str(target.get("name") or target["target"])
    _refuse(target, name)
    row = polars.DataFrame([{**dict.fromkeys(TARGETS), **target}], schema=TARGETS)
    row = row.with_columns(_goal_printed=polars.col("goal"), _start_printed=polars.col("start"))
    row = row.with_columns(printed_value("_goal_printed"), printed_value("_start_printed"), is_whole())
    told = row.with_columns(digits()).row(0, named=True)
    tie = tie or tie_of(target)
    total, factor = float(f"{told['_goal_printed']:.14g}"), target.get("unit_factor") or 1.0
    counted = bool(told["is_whole"]) and places is None and tie == "sum"
    shown = int(told["digits"]) if counted else max(int(told["digits"]), _LEAST_DIGITS)
    shown = shown if places is None else places
    if tie == "sum" and abs(round(total, shown) - total) > 1e-12 * abs(total):
        found, accepted = f"{total:.12g} at {shown} decimals", "as many decimals as the whole has"
        raise UsageError("the whole itself would be rounded", where=name, found=found, accepted=accepted)
    least, most = _limits(target, tie, total, factor)
    return Whole(name, target["measure"], total, factor, shown, counted, tie, least, most, _compounds(target))


def _refuse(target: Mapping[str, Any], name: str) -> None:
    if target.get("obstacle") == "safeguard":
        what = "people being moved, resettled or transferred are under safeguard review: their number is not shared out"
        raise UsageError(what, where=name)
    if target.get("goal") is None or target["measure"] in ("ratio", "margin"):
        found = repr(target.get("raw") or "")
        raise UsageError("there is no number to share out", where=name, found=found, accepted="a number of its own")


def _limits(target: Mapping[str, Any], tie: Tie, total: float, factor: float) -> tuple[float, float]:
    """No amount is below zero, no share above 100 percent, and nothing falls by more than all of it."""
    if tie == "sum":
        return (0.0 if total >= 0 else -math.inf), math.inf
    if target["measure"] in ("index", "reduction"):
        return (-1 / factor, math.inf) if target["measure"] == "index" else (-math.inf, 1 / factor)
    known = concept(target["concept"]) if target.get("concept") else None
    if known is None or target["measure"] not in ("value", "worst"):
        return -math.inf, math.inf
    low, high = known.low, known.high
    return (-math.inf if low is None else low / factor), (math.inf if high is None else high / factor)


def _compounds(target: Mapping[str, Any]) -> float | None:
    """Over how many years an average yearly rate compounds; None for what is no such rate."""
    if target.get("kind") != "annual_growth" or target["measure"] not in ("index", "reduction"):
        return None
    start, end = target.get("start_time"), target.get("goal_time")
    return end - start if start is not None and end is not None and end > start else None
