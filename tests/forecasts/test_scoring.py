"""Scores against figures worked out by hand or known in closed form."""

from __future__ import annotations

import numpy
import pytest
from scipy.stats import norm

from forecasts_support import panel_of
from milepost.forecasts.model import LEVELS, Distributions
from milepost.forecasts.scoring import (
    brier,
    chance_above,
    chance_below,
    covered,
    interval_score,
    mase,
    normal_chance_below,
    normal_crps,
    quantile_crps,
    smape,
    step_scale,
)

BELL = numpy.asarray(norm.ppf(LEVELS))


def array(*numbers: float) -> numpy.ndarray:
    """Numbers as one row."""
    return numpy.array([numbers])


def test_smape_and_mase_by_hand() -> None:
    """Two errors of 10 on 100 and 0 on 0; the steps are 2 on average, the missing value counts nowhere."""
    actual, point = array(100, 0, numpy.nan), array(110, 0, 5)
    assert smape(actual, point)[0] == pytest.approx((200 * 10 / 210 + 0) / 2)
    scale = step_scale(array(1, 4, 3))
    assert scale[0] == 2
    assert mase(actual, point, scale)[0] == pytest.approx((10 + 0) / 2 / 2)


def test_a_series_that_never_moved_has_no_scale() -> None:
    """Its MASE is not known, instead of infinite."""
    assert numpy.isnan(mase(array(1.0), array(2.0), step_scale(array(3, 3, 3)))).all()


def test_smape_of_very_large_values_does_not_overflow() -> None:
    """Twice the largest number is infinite, its half is not."""
    assert smape(array(1.7e308), array(1.7e308))[0] == 0


def test_coverage_counts_the_edges_and_leaves_the_unknown_out() -> None:
    """A value on the edge lies within; one that is missing is neither in nor out."""
    found = covered(array(1, 2, 3.5, numpy.nan), array(1, 1, 1, 1), array(3, 3, 3, 3))
    assert found[0, :3].tolist() == [1, 1, 0]
    assert numpy.isnan(found[0, 3])


def test_interval_score_punishes_by_two_over_alpha() -> None:
    """Below by 10 at 80 %: the width of 20 and ten times 10."""
    assert interval_score(array(30.0), array(40.0), array(60.0), 0.2)[0, 0] == pytest.approx(120)


@pytest.mark.parametrize(("mean", "deviation", "actual"), [(0.0, 1.0, 0.3), (65.0, 1.5, 66.0), (13.5, 2.0, 10.0)])
def test_crps_from_quantiles_comes_near_the_closed_form(mean: float, deviation: float, actual: float) -> None:
    """25 quantiles of a normal distribution tell its CRPS to within two parts in a hundred."""
    closed = float(normal_crps(numpy.array(mean), numpy.array(deviation), numpy.array(actual)))
    quantiles = (mean + deviation * BELL)[None, None, :]
    assert float(quantile_crps(array(actual), quantiles)[0, 0]) == pytest.approx(closed, rel=0.02)


def test_crps_of_a_sure_forecast_is_the_error() -> None:
    """A distribution without spread scores its absolute error, in both forms."""
    assert normal_crps(numpy.array(3.0), numpy.array(0.0), numpy.array(5.0)) == 2
    assert quantile_crps(array(5.0), numpy.full((1, 1, len(LEVELS)), 3.0))[0, 0] == pytest.approx(2)


@pytest.mark.parametrize("value", [-3.5, -1.0, 0.0, 0.4, 2.2, 3.0])
def test_chances_from_quantiles_come_near_the_normal_ones(value: float) -> None:
    """Between the quantiles and beyond the outermost."""
    expected = float(normal_chance_below(numpy.array(0.0), numpy.array(1.0), numpy.array(value)))
    assert float(chance_below(BELL[None, None, :], array(value))[0, 0]) == pytest.approx(expected, abs=0.004)


def test_chances_fall_as_the_value_rises() -> None:
    """A harder value is never likelier, far out in the tails neither."""
    values = numpy.linspace(-30, 30, 601)
    chances = chance_below(numpy.broadcast_to(BELL, (1, 601, len(LEVELS))), values[None])
    assert (numpy.diff(chances[0]) >= 0).all()
    assert 0 <= chances.min() <= chances.max() <= 1


def test_a_limit_holds_its_mass() -> None:
    """Where quantiles meet at a limit, nothing lies beyond, and the chance to lie at it is what meets there."""
    quantiles = numpy.maximum(BELL, 0.0)[None, None, :]
    assert chance_below(quantiles, array(0.0), equal=False)[0, 0] == 0
    assert chance_below(quantiles, array(0.0))[0, 0] == pytest.approx(0.5)
    assert chance_below(quantiles, array(-1.0))[0, 0] == 0


def test_chance_above_takes_one_value_for_all_years_or_one_for_each() -> None:
    """Both shapes are taken; to lie at the value counts only when asked."""
    panel = panel_of([[1.0, 2.0, 3.0]])
    found = Distributions(panel, "naive", numpy.full((1, 2), 3.0), numpy.full((1, 2, len(LEVELS)), 3.0))
    assert chance_above(found, numpy.array([3.0])).tolist() == [[0.0, 0.0]]
    assert chance_above(found, numpy.array([3.0]), equal=True).tolist() == [[1.0, 1.0]]
    assert chance_above(found, array(2.0, 4.0)).tolist() == [[1.0, 0.0]]


def test_the_parts_of_the_brier_score_add_up() -> None:
    """With one chance in each class, score = reliability - resolution + uncertainty (Murphy 1973)."""
    random = numpy.random.default_rng(3)
    chances = random.choice([0.05, 0.35, 0.65, 0.95], 2000)
    happened = (random.random(2000) < chances * 0.8 + 0.1).astype(float)
    found = brier(chances, happened)
    assert found is not None
    assert found.score == pytest.approx(found.reliability - found.resolution + found.uncertainty)
    assert sum(each.events for each in found.bins) == 2000


def test_no_event_has_no_score() -> None:
    """Nothing known gives nothing, instead of a division by zero."""
    assert brier(array(0.5), array(numpy.nan)) is None
