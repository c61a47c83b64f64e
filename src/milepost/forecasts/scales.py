"""Scales on which a series may grow evenly: its own, the logarithm, the log-odds between two limits."""

from __future__ import annotations

import numpy

from milepost.forecasts.model import Numbers, Panel

_FARTHEST = 30.0  # log-odds or log steps beyond the data: what lies farther is the limit itself


def curved(panel: Panel) -> Numbers:
    """The values of a panel on the scale of each series (`Panel.curves`); NaN where they are missing.

    >>> panel = Panel(("a",), numpy.array([[0.5, 0.5]]), numpy.array([2023]), numpy.array([0.0]), numpy.array([1.0]))
    >>> curved(panel).tolist()
    [[0.0, 0.0]]
    """
    curves = panel.curves()[:, None]
    values, low, high = panel.values, panel.low[:, None], panel.high[:, None]
    with numpy.errstate(divide="ignore", invalid="ignore"):
        odds = numpy.log((values - low) / (high - values))
        logs = numpy.log(values)
    return numpy.select([curves == "logit", curves == "log"], [odds, logs], values)


def straightened(panel: Panel, points: Numbers) -> Numbers:
    """Points on the scale of each series, back in its own unit: the inverse of `curved`.

    What lies farther from the series than any data can tell is held back, so that no result overflows.
    """
    curves = panel.curves()[:, None]
    low, high = panel.low[:, None], panel.high[:, None]
    curve = curved(panel)
    # Each end on its own: how small a series once was says nothing of how large it may become.
    least = numpy.nanmin(curve, axis=1, keepdims=True) - _FARTHEST
    most = numpy.nanmax(curve, axis=1, keepdims=True) + _FARTHEST
    held = numpy.where(curves == "linear", points, numpy.clip(points, least, most))
    share = 1 / (1 + numpy.exp(-numpy.where(curves == "logit", held, 0.0)))
    with numpy.errstate(invalid="ignore"):
        between = numpy.where(curves == "logit", low + (high - low) * share, 0.0)
    grown = numpy.exp(numpy.where(curves == "log", held, 0.0))
    return numpy.select([curves == "logit", curves == "log"], [between, grown], held)
