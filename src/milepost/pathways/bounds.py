"""Bounds of parts: what holds without them, and which of them cannot be kept together."""

from __future__ import annotations

import numpy
import polars

from milepost.pathways.ruling import Floats
from milepost.pathways.tying import BoundsConflict, Conflict, conflict
from milepost.pathways.whole import Whole


def bounds_of(parts: polars.DataFrame, whole: Whole) -> tuple[Floats, Floats]:
    """Lower and upper bounds of the parts, in the form that ties; those of amounts on a whole last digit.

    Printed amounts must lie within the bounds too: a bound between two printable amounts is taken inwards.
    """
    low, high = (parts[name].cast(polars.Float64).fill_null(numpy.nan).to_numpy() for name in ("low", "high"))
    low, high = whole.over_period(low), whole.over_period(high)
    low = numpy.fmax(numpy.where(numpy.isnan(low), -numpy.inf, low), whole.least)
    high = numpy.fmin(numpy.where(numpy.isnan(high), numpy.inf, high), whole.most)
    if whole.tie == "sum":
        power = 10.0**whole.digits
        low = numpy.ceil(numpy.round(low * power, 6)) / power
        high = numpy.floor(numpy.round(high * power, 6)) / power
    return low, high


def refuse_conflict(parts: polars.DataFrame, whole: Whole, tie: Floats, low: Floats, high: Floats) -> None:
    """Raise for bounds that do not let the parts tie.

    Raises
    ------
    BoundsConflict
        Names a least set of bounds that cannot be kept together, and the totals that all bounds allow.
    """
    least, most = numpy.full_like(low, whole.least), numpy.full_like(high, whole.most)
    found = conflict(tie, whole.total, low, high, least, most)
    if found is None:
        return
    names = parts["region_name"].to_list()
    kind = "the whole" if whole.tie == "sum" else "the weighted mean"
    accepted = f"{kind} from {_figure(found.least, whole)} to {_figure(found.most, whole)} with all bounds as they are"
    told = _crossed if found.parts[0] == found.parts[-1] and len(found.parts) > 1 else _too_tight
    what, which = told(found, names, whole, low, high)
    raise BoundsConflict(what, where=whole.name, found=which, accepted=accepted)


def _crossed(found: Conflict, names: list[str], whole: Whole, low: Floats, high: Floats) -> tuple[str, str]:
    place = found.parts[0]
    which = f"{names[place]}: {_figure(low[place], whole)} to {_figure(high[place], whole)}"
    return "a lower bound is above the upper one", which


def _too_tight(found: Conflict, names: list[str], whole: Whole, low: Floats, high: Floats) -> tuple[str, str]:
    is_low = found.sides[0] == "low"
    bounds, sign = (low, "≥") if is_low else (high, "≤")
    which = ", ".join(f"{names[place]} {sign} {_figure(bounds[place], whole)}" for place in found.parts)
    amount = "more" if is_low else "less"
    what = f"these bounds cannot be kept together: they add up to {amount} than the whole"
    if whole.tie == "mean":
        what = f"these bounds cannot be kept together: their weighted mean is {amount} than the whole"
    return what, f"{which}; the whole is {_figure(whole.total, whole)}"


def _figure(value: float, whole: Whole) -> str:
    if not numpy.isfinite(value):
        return "any amount"
    return f"{float(whole.as_printed(numpy.array([value]))[0]):.10g}"
