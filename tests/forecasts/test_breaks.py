"""Breaks of a series, and years off and back: what is found, what is left alone, and what it does to forecasts."""

from __future__ import annotations

import numpy
import pytest

from milepost.forecasts.breaks import mended
from milepost.forecasts.model import Numbers, Panel
from milepost.forecasts.run import distributions, quantile_at


def panel_of(values: Numbers, *, low: float = 0.0) -> Panel:
    """Series that end in 2023."""
    count = len(values)
    names = tuple(f"s{row}" for row in range(count))
    return Panel(names, values, numpy.full(count, 2023), numpy.full(count, low), numpy.full(count, numpy.inf))


def growing(count: int, years: int = 16, noise: float = 0.01, seed: int = 1) -> Numbers:
    """Series that grow by five percent, more or less."""
    steps = numpy.random.default_rng(seed).normal(0.05, noise, (count, years))
    return 100 * numpy.exp(numpy.cumsum(steps, axis=1))


def test_what_wanders_without_a_break_is_left_alone() -> None:
    """Of 4,000 random walks fewer than one in 500 is touched, and the others stay the very same panel."""
    found = mended(panel_of(growing(4000)))
    assert (found.found | found.off).any(axis=1).mean() < 1 / 500
    assert mended(panel_of(growing(20))).panel.values.shape == (20, 16)


@pytest.mark.parametrize("place", [5, 8, 12])
def test_a_level_shift_is_found_in_its_year(place: int) -> None:
    """A fall of a fifth that stays, as a census brings it, is found in nearly all series, in the right year."""
    values = growing(200)
    values[:, place:] *= 0.8
    found = mended(panel_of(values)).found
    assert found[:, place].mean() > 0.9
    assert found.sum() <= found[:, place].sum() + 2


@pytest.mark.parametrize("years", [1, 2])
def test_years_off_and_back_are_found(years: int) -> None:
    """One or two years at half the level, as a pandemic brings them, are years off and no break."""
    values = growing(200)
    values[:, 9 : 9 + years] *= 0.5
    found = mended(panel_of(values))
    assert found.off[:, 9 : 9 + years].all(axis=1).mean() > 0.9
    assert found.found.any(axis=1).mean() < 0.05


def test_a_break_no_longer_bends_the_trend_nor_widens_the_interval() -> None:
    """With a level shift spliced the forecasts are nearer to what comes, and the 80 % intervals narrower."""
    values = growing(300, years=18)
    came = values[:, 15:] * 0.8
    values[:, 9:] *= 0.8
    panel = panel_of(values[:, :15])
    fixed = mended(panel)
    raw, better = distributions(panel, 3), distributions(fixed.panel, 3, measured=fixed.measured)
    errors = [numpy.abs(each.point - came).mean() for each in (raw, better)]
    widths = [(quantile_at(each, 0.9) - quantile_at(each, 0.1)).mean() for each in (raw, better)]
    inside = (came >= quantile_at(better, 0.1)) & (came <= quantile_at(better, 0.9))
    assert errors[1] < 0.75 * errors[0]
    assert widths[1] < 0.75 * widths[0]
    assert inside.mean() > 0.75


def test_a_year_off_widens_intervals_only_while_it_is_recent() -> None:
    """The year after a pandemic the interval is wide; ten years later it is that of a series without one."""
    quiet = growing(200, years=20)
    recent, old = quiet.copy(), quiet.copy()
    recent[:, -3] *= 0.5
    old[:, -12] *= 0.5

    def width(values: Numbers) -> float:
        fixed = mended(panel_of(values))
        found = distributions(fixed.panel, 1, measured=fixed.measured)
        return float(numpy.median(quantile_at(found, 0.9) - quantile_at(found, 0.1)))

    assert width(recent) > 1.5 * width(quiet)
    assert width(old) < 1.1 * width(quiet)


def test_a_declared_break_is_taken_at_its_word() -> None:
    """The step into the year declared becomes the usual one, growth before it stays, and the last value too."""
    values = numpy.array([[100.0, 110.0, 121.0, 242.0, 266.2, 292.82]])
    fixed = mended(panel_of(values), {"s0": [2021]}, finding=False)
    steps = numpy.diff(numpy.log(fixed.panel.values[0]))
    assert numpy.allclose(steps, numpy.log(1.1))
    assert fixed.panel.values[0, -1] == pytest.approx(292.82)
    assert fixed.years(fixed.declared, 0) == [2021]


@pytest.mark.parametrize("year", [1900, 2018, 2024, 3000])
def test_a_break_outside_of_a_series_changes_nothing(year: int) -> None:
    """A year before the second value, or behind the last one, is no break."""
    panel = panel_of(growing(1, years=6))
    assert mended(panel, {"s0": [year]}, finding=False).panel is panel


def test_a_break_in_a_gap_is_where_the_series_goes_on() -> None:
    """When the year declared has no value, what lies before is moved to the value behind it, and gaps stay gaps."""
    values = numpy.array([[100.0, 110.0, numpy.nan, 242.0, 266.2]])
    fixed = mended(panel_of(values), {"s0": [2021]}, finding=False)
    assert numpy.isnan(fixed.panel.values[0, 2])
    assert fixed.panel.values[0, 0] == pytest.approx(242 / 1.1**3)


@pytest.mark.parametrize(
    "values",
    [
        [5.0] * 12,
        [0.0] * 12,
        [5.0] * 9 + [6.0] * 3,
        [1e150, 1.0, 1e-300] * 4,
        [0.0, 1.0] * 6,
        [numpy.nan] * 9 + [1.0, 2.0, 3.0],
        [-1e149, 1e149] * 6,
        [1e-320, 2e-320, 1e-320] * 4,
    ],
)
def test_nothing_that_a_series_holds_breaks_it(values: list[float]) -> None:
    """Series that never move, jump now and then, or hold the largest numbers stay finite, with gaps where they were."""
    panel = panel_of(numpy.array([values]), low=-numpy.inf)
    fixed = mended(panel)
    for each in (fixed.panel, fixed.measured):
        assert numpy.array_equal(numpy.isfinite(each.values), numpy.isfinite(panel.values))


def test_series_of_a_share_stay_within_their_limits() -> None:
    """What lies before a break is moved on the scale of the log-odds, so that no share exceeds one."""
    values = numpy.array([[0.5, 0.52, 0.55, 0.57, 0.95, 0.955, 0.96, 0.962]])
    panel = Panel(("s",), values, numpy.array([2023]), numpy.zeros(1), numpy.ones(1))
    fixed = mended(panel, {"s": [2020]}, finding=False)
    assert ((fixed.panel.values > 0) & (fixed.panel.values < 1)).all()


def test_no_series_at_all_is_no_fault() -> None:
    """An empty panel stays an empty one."""
    empty = panel_of(numpy.empty((0, 5)))
    assert mended(empty, {"s": [2020]}).panel.values.shape == (0, 5)
