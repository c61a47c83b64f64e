"""Forecasts of parts and wholes that add up."""

from __future__ import annotations

import numpy
import pytest

from milepost.forecasts.model import LEVELS, Numbers, Panel
from milepost.forecasts.reconciling import Family, families, parts_by_code, reconciled
from milepost.pathways.reconciliation import reconciled as general


def panel_of(count: int, low: float = 0.0) -> Panel:
    """Series that end in 2023, the first the sum of the others."""
    parts = numpy.arange(1.0, 5 * count - 4).reshape(-1, 5)
    values = numpy.vstack([parts.sum(axis=0), parts])
    names = tuple(f"s{row}" for row in range(count))
    return Panel(names, values, numpy.full(count, 2023), numpy.full(count, low), numpy.full(count, numpy.inf))


def spread(point: Numbers, deviation: Numbers) -> Numbers:
    """Quantiles around points, in proportion to a deviation."""
    levels = (numpy.array(LEVELS) - 0.5) * 2.563 / 0.8
    return point[:, :, None] + deviation[:, None, None] * levels


def test_it_is_weighted_least_squares_with_the_variances() -> None:
    """The result equals the published formula with the variances of the errors on the diagonal of W."""
    point = numpy.array([[100.0], [30.0], [35.0], [40.0]])
    deviation = numpy.array([4.0, 1.0, 2.0, 3.0])
    moved, _ = reconciled(panel_of(4), point, spread(point, deviation), Family(0, (1, 2, 3), 1.0))
    summing = numpy.vstack([numpy.ones(3), numpy.eye(3)])
    assert moved[:, 0] == pytest.approx(general(point[:, 0], summing, deviation**2))


def test_nothing_falls_below_its_limit_and_all_still_adds_up() -> None:
    """A small part beside an unsure whole stays at zero, and the others take the rest."""
    point = numpy.array([[50.0], [1.0], [60.0], [20.0]])
    deviation = numpy.array([1.0, 30.0, 5.0, 5.0])
    moved, quantiles = reconciled(panel_of(4), point, spread(point, deviation), Family(0, (1, 2, 3), 1.0))
    assert (moved >= 0).all()
    assert (quantiles >= 0).all()
    assert moved[0, 0] == pytest.approx(moved[1:, 0].sum())
    assert moved[1, 0] == 0


def test_quantiles_stay_in_order_and_in_proportion() -> None:
    """An interval is moved with its middle and keeps its share of it."""
    point = numpy.array([[110.0], [50.0], [50.0]])
    given = spread(point, numpy.array([5.0, 5.0, 5.0]))
    moved, quantiles = reconciled(panel_of(3), point, given, Family(0, (1, 2), 1.0))
    assert (numpy.diff(quantiles, axis=2) > 0).all()
    assert (quantiles / moved[:, :, None]) == pytest.approx(given / point[:, :, None])


def test_a_whole_that_was_moved_before_stays() -> None:
    """A part of a larger whole is not moved again when its own parts follow it."""
    point = numpy.array([[110.0], [50.0], [50.0]])
    moved, _ = reconciled(panel_of(3), point, spread(point, numpy.ones(3)), Family(0, (1, 2), 1.0), fixed=True)
    assert moved[:, 0].tolist() == pytest.approx([110.0, 55.0, 55.0])


def test_only_what_added_up_before_is_a_family_that_does() -> None:
    """Parts that made up nine tenths of the whole are told, and do not add up."""
    panel = panel_of(4)
    (whole,) = families(panel, ["g"] * 4, ["w", "a", "b", "c"], {"w": ["a", "b", "c"]})
    assert whole.adds_up
    (less,) = families(panel, ["g"] * 4, ["w", "a", "b", "c"], {"w": ["b", "c"]})
    assert not less.adds_up
    assert (less.sum_share or 1) < 1
    assert families(panel, [None] * 4, ["w", "a", "b", "c"], {"w": ["a", "b", "c"]}) == []


def test_official_codes_tell_provinces_prefectures_and_counties() -> None:
    """A province is made of prefectures, a prefecture of counties; other codes make up nothing."""
    codes = ["650000", "654200", "654201", "654202", "659000", "110000", "EU", "65420"]
    assert parts_by_code(codes) == {"650000": ["654200", "659000"], "654200": ["654201", "654202"]}
