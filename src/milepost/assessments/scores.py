"""Scores of forecasts that rows of worked figures ask for, whichever of them a row's inputs allow."""

from __future__ import annotations

from typing import Any, Final

import numpy

from milepost.assessments.worked import Kind, Row, is_number
from milepost.forecasts.scoring import interval_score, normal_chance_below, normal_crps

INPUTS: Final[dict[str, Kind]] = dict.fromkeys(
    ("mu", "sigma", "y", "target", "direction", "lower", "upper", "alpha", "smape", "mase"), "number"
)
"""Everything that a row may give."""


def figures(row: Row, meta: Row) -> dict[str, Any]:
    """Of a row the figures that its inputs allow.

    A normal forecast (`mu`, `sigma`) with what came (`y`) has a `crps` and a `pit`, with a `target` a chance to reach
    it (`p_reach`; `direction` is -1 where less is better); an interval (`lower`, `upper`, `alpha`) with what came has
    an `interval_score`; errors (`smape`, `mase`) with those of the benchmark in `meta.naive2` have an `owa`
    (Makridakis, Spiliotis and Assimakopoulos 2020).

    Raises
    ------
    ValueError
        If a deviation is negative or a probability none.
    """
    given = {key: float(row[key]) for key in INPUTS if row.get(key) is not None}
    return _of_normal(given) | _of_interval(given) | _of_errors(given, meta)


def _of_normal(given: dict[str, float]) -> dict[str, Any]:
    if not {"mu", "sigma"} <= given.keys():
        return {}
    if given["sigma"] < 0:
        raise ValueError("sigma is negative")
    mean, deviation = numpy.array(given["mu"]), numpy.array(given["sigma"])
    found: dict[str, Any] = {}
    if "y" in given:
        actual = numpy.array(given["y"])
        found["crps"] = float(normal_crps(mean, deviation, actual))
        found["pit"] = float(normal_chance_below(mean, deviation, actual))
    if "target" in given:
        below = float(normal_chance_below(mean, deviation, numpy.array(given["target"])))
        found["p_reach"] = below if given.get("direction", 1) < 0 else 1 - below
    return found


def _of_interval(given: dict[str, float]) -> dict[str, Any]:
    if not {"lower", "upper", "alpha", "y"} <= given.keys():
        return {}
    if not 0 < given["alpha"] < 1:
        raise ValueError("alpha is no probability")
    actual, low, high = (numpy.array(given[key]) for key in ("y", "lower", "upper"))
    return {"interval_score": float(interval_score(actual, low, high, given["alpha"]))}


def _of_errors(given: dict[str, float], meta: Row) -> dict[str, Any]:
    benchmark = meta.get("naive2")
    if not isinstance(benchmark, dict) or not {"smape", "mase"} <= given.keys():
        return {}
    if not all(is_number(benchmark.get(key)) for key in ("smape", "mase")):
        return {}
    return {"owa": (given["smape"] / float(benchmark["smape"]) + given["mase"] / float(benchmark["mase"])) / 2}
