"""Paths drawn from forecasts: their marginals, how years hang together, and what series share."""

from __future__ import annotations

import numpy
import pytest

from milepost.forecasts.calibration import shipped
from milepost.forecasts.model import LEVELS, Panel
from milepost.forecasts.paths import drawn, drawn_alike, innovations, movements, scores, shared_scores
from milepost.forecasts.run import distributions


def panel(count: int, years: int = 20, common: float = 0.0, low: float = 0.0) -> Panel:
    """Series that grow, with steps that have so much in common."""
    dice = numpy.random.default_rng(5)
    together = dice.normal(0, 1, (1, years))
    steps = numpy.sqrt(common) * together + numpy.sqrt(1 - common) * dice.normal(0, 1, (count, years))
    values = 100 * numpy.exp(numpy.cumsum(0.02 + 0.02 * steps, axis=1))
    names = tuple(str(row) for row in range(count))
    return Panel(names, values, numpy.full(count, 2023), numpy.full(count, low), numpy.full(count, numpy.inf))


def normal_scores(horizon: int) -> numpy.ndarray:
    """The scores that every case is put to."""
    return scores(innovations(horizon), shipped().dependence)


def test_innovations_are_standard_independent_and_the_same_every_time() -> None:
    """Mean 0 and deviation 1 in each year, no correlation of two years; fewer years are the first of more."""
    new = innovations(20)
    assert numpy.allclose(new.mean(axis=0), 0)
    assert numpy.allclose(new.std(axis=0), 1)
    assert numpy.abs(numpy.corrcoef(new.T) - numpy.eye(20)).max() < 1e-9
    assert (innovations(3) == new[:, :3]).all()


def test_years_hang_together_as_was_learnt() -> None:
    """Scores of the years h and k have the correlation (h / k) ** dependence."""
    found = numpy.corrcoef(scores(innovations(6), 0.6).T)
    years = numpy.arange(1.0, 7.0)
    asked = (numpy.minimum.outer(years, years) / numpy.maximum.outer(years, years)) ** 0.6
    assert numpy.allclose(found, asked)


def test_paths_have_the_quantiles_of_the_forecast() -> None:
    """In every year, alike drawn or each for itself; half of the rest of each tail lies beyond its last quantile."""
    found = distributions(panel(30), 4)
    for paths in (drawn_alike(found, normal_scores(4)), drawn(found, numpy.tile(normal_scores(4), (30, 1, 1)))):
        for level in (0.1, 0.25, 0.5, 0.75, 0.9):
            shares = (paths <= found.quantiles[:, None, :, LEVELS.index(level)]).mean(axis=1)
            assert numpy.abs(shares - level).max() < 0.03
        outside = (paths < found.quantiles[:, None, :, 0]).mean()
        assert 0 < outside < 2 * LEVELS[0]


def test_both_ways_of_drawing_give_the_same_paths_from_the_same_scores() -> None:
    """One is a product of tables, the other looks each score up."""
    found, normal = distributions(panel(5), 3), normal_scores(3)
    assert numpy.allclose(drawn_alike(found, normal), drawn(found, numpy.tile(normal, (5, 1, 1))))


def test_paths_keep_limits() -> None:
    """A share never leaves 0 and 1, however far a tail reaches."""
    dice = numpy.random.default_rng(0)
    values = numpy.clip(0.97 + dice.normal(0, 0.02, (20, 10)), 0.5, 0.999)
    shares = Panel(tuple("abcdefghijklmnopqrst"), values, numpy.full(20, 2023), numpy.zeros(20), numpy.ones(20))
    paths = drawn_alike(distributions(shares, 6), normal_scores(6))
    assert paths.min() >= 0
    assert paths.max() <= 1


@pytest.mark.parametrize(("common", "least", "most"), [(0.8, 0.5, 0.95), (0.0, -0.12, 0.12)])
def test_series_share_what_their_past_steps_shared(common: float, least: float, most: float) -> None:
    """The mean correlation of drawn scores follows that of the past; what is alone stays alone."""
    normal = numpy.concatenate(list(shared_scores(panel(12, common=common), 3, 4000, 0.5)), axis=1)
    assert normal.shape == (12, 4000, 3)
    found = numpy.corrcoef(normal[:, :, 2])
    assert least < (found.sum() - 12) / (12 * 11) < most
    assert numpy.abs(normal.std(axis=1) - 1).max() < 0.06


def test_correlations_are_those_of_a_table_that_can_be() -> None:
    """No row's own square is above 1 and no eigenvalue of the table below 0, with gaps and unlike spans too."""
    series = panel(15, common=0.4)
    series.values[3, :12] = numpy.nan
    series.values[4, 5:9] = numpy.nan
    series.values[5] = 7.0
    rows = movements(Panel(series.names, series.values, series.last - numpy.arange(15) % 3, series.low, series.high))
    assert numpy.isfinite(rows).all()
    assert (rows**2).sum(axis=1).max() <= 1 + 1e-12
    assert (rows[5] == 0).all()
    assert numpy.linalg.eigvalsh(rows @ rows.T).min() > -1e-9


def test_series_meet_in_calendar_years() -> None:
    """Of two that moved alike, one known a year longer, 2024 is shared: the second year of one, the other's first."""
    values = numpy.tile(panel(1).values, (2, 1))
    values[0, 1:], values[0, 0] = values[1, :-1], numpy.nan
    two = Panel(("a", "b"), values, numpy.array([2022, 2023]), numpy.zeros(2), numpy.full(2, numpy.inf))
    normal = numpy.concatenate(list(shared_scores(two, 2, 8000, 0.5)), axis=1)
    first, second = (numpy.corrcoef(normal[0, :, year], normal[1, :, 0])[0, 1] for year in (0, 1))
    assert abs(first) < 0.05
    assert second > 0.5


def test_no_series_give_no_paths() -> None:
    """An empty panel is no error."""
    none = Panel((), numpy.empty((0, 5)), numpy.empty(0, int), numpy.empty(0), numpy.empty(0))
    assert drawn_alike(distributions(none, 2), normal_scores(2)).shape == (0, 1024, 2)
    assert movements(none).shape[0] == 0
