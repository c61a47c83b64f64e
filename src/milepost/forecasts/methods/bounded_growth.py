"""Growth towards a limit: the slope of the log-odds fades as the series nears the end of its scale.

A share that has gone from 50 % to 60 % does not reach 110 %. On the log-odds between the two limits a straight line is
a logistic curve (Verhulst 1838). A series without limits is forecast on its logarithm or on its own scale.
"""

from __future__ import annotations

from milepost.checks.model import Words
from milepost.forecasts.drifts import carried_on, median_step
from milepost.forecasts.model import Method, Numbers, Panel
from milepost.forecasts.scales import curved, straightened

METHOD = Method(
    "bounded_growth",
    Words("有限增长", "growth towards a limit"),
    "Verhulst (1838), the logistic curve, with the median step of the log-odds",
)


def points(panel: Panel, horizon: int) -> Numbers:
    """The logistic curve that goes on from the last value; shape (series, horizon)."""
    values = curved(panel)
    return straightened(panel, carried_on(values, median_step(values), horizon))
