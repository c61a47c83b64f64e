"""`milepost.forecast`: what it takes, what it answers, and what it says of bad input."""

from __future__ import annotations

from datetime import date

import hypothesis
import hypothesis.strategies as st
import numpy
import polars
import polars.selectors
import pytest

import milepost
from milepost.forecasts.api import forecasts
from milepost.forecasts.table import METHODS
from milepost.kernel.errors import UsageError

NUMBERS = polars.selectors.float()


def series(name: str, values: list[float | None], first: int = 2012, **told: str) -> polars.DataFrame:
    """One plain series."""
    years = list(range(first, first + len(values)))
    rows = {"series": [name] * len(values), "year": years, "value": values}
    return polars.DataFrame(
        rows | {key: [word] * len(values) for key, word in told.items()}, schema_overrides={"value": polars.Float64}
    )


def observed(
    indicator: str, unit: str, values: dict[str, float], region: str = "654200", **more: str
) -> polars.DataFrame:
    """Observations of one indicator; periods like `2023-09` are sums to date."""
    kinds = ["year_to_date" if "-" in period else "year" for period in values]
    return polars.DataFrame(
        {
            "indicator": indicator, "region": region, "period_kind": kinds, "period": list(values),
            "value": list(map(float, values.values())), "unit": unit, **more,
        }
    )  # fmt: skip


def growth(first: int, values: int, start: float = 100.0, factor: float = 1.05) -> dict[str, float]:
    """Values that grow evenly, with a little unrest."""
    noise = numpy.random.default_rng(3).normal(0, 0.01, values)
    return {str(first + year): start * factor**year * (1 + noise[year]) for year in range(values)}


BAD = {
    "constant": [5.0] * 10,
    "zeros": [0.0] * 10,
    "missing": [None] * 10,
    "one": [3.0],
    "two": [3.0, 4.0],
    "gaps": [1.0, None, 3.0, None, None, 6.0, 7.0],
    "infinite": [1.0, 2.0, float("inf"), 4.0, float("nan"), 6.0, float("-inf"), 8.0],
    "huge": [1e300, 2e300, 1e300, 1e308],
    "least": [5e-324, 1.0, 1.0, 1e-310, 1.0],
    "far apart": [1e-300, 1e-2, 1e90, 1e99, 1e99],
    "wide": [1e140, 2e-300, 3e149, 4.0, 5e149, 1.0],
    "below share": [10.0, 20.0, -5.0, 30.0, 40.0],
}


@pytest.mark.parametrize("method", METHODS)
def test_bad_series_get_a_stated_answer(method: str) -> None:
    """Of every bad series there is a finite forecast or a reason, whatever the method, and never a NaN."""
    rows = polars.concat([series(name, values, unit="%") for name, values in BAD.items()])
    found = milepost.forecast(rows, 6, method=method)
    assert set(found["series"]) == set(BAD)
    made, others = found.filter(status="forecast"), found.filter(status="not_assessable")
    assert numpy.isfinite(made.select(NUMBERS).to_numpy()).all()
    assert set(others["series"]) >= {"missing", "one", "two", "huge"}
    assert (others["doubt"].str.len_chars() > 0).all()
    assert others.select(NUMBERS).null_count().row(0) == (others.height,) * len(others.select(NUMBERS).columns)
    flat = made.filter(series="constant")
    assert flat["point"].to_list() == pytest.approx([5.0] * 6, abs=1e-6)
    assert (flat["high95"] > flat["low95"]).all()


@hypothesis.settings(max_examples=40, deadline=None)
@hypothesis.given(st.lists(st.one_of(st.none(), st.floats(width=64)), min_size=1, max_size=14), st.integers(1, 12))
def test_any_values_give_finite_forecasts_in_order(values: list[float | None], horizon: int) -> None:
    """Whatever a series holds, lows lie below highs, wider intervals hold narrower ones, and nothing is NaN."""
    found = milepost.forecast(series("s", values), horizon)
    made = found.filter(status="forecast")
    assert made.height in (0, horizon)
    figures = made.select("low95", "low80", "low50", "high50", "high80", "high95").to_numpy()
    assert numpy.isfinite(figures).all()
    assert (numpy.diff(figures, axis=1) >= 0).all()


def test_a_bad_series_changes_nothing_for_the_others() -> None:
    """What is wrong with one series, values below 0 or thousands of years apart, is its own matter."""
    good = polars.concat([series("count", [9.0, 4.0, 6.0, 2.0, 3.0, 1.0], unit="个"),
                          series("share", [90.0, 93.0, 95.0, 97.0, 98.0, 99.0], unit="%")])  # fmt: skip
    below = series("below", [3.0, -2.0, 1.0, 4.0], unit="%")
    apart = series("apart", [1.0, 2.0], 3, unit="个")
    late = series("apart", [3.0], 2024, unit="个")
    both = milepost.forecast(polars.concat([good, below, apart, late]), 10)
    assert both.filter(polars.col("series").is_in(["count", "share"])).equals(milepost.forecast(good, 10))
    assert both.filter(series="count")["low95"].min() == pytest.approx(0.0, abs=1e-9)
    assert both.filter(series="share")["high95"].max() <= 100.0  # type: ignore[operator]
    assert both.filter(series="apart")["doubt"].to_list() == ["fewer than 3 yearly values"]


def test_a_percentage_below_zero_is_told_to_be_no_share() -> None:
    """It is forecast as a rate without limits, and that is said."""
    found = milepost.forecast(series("rate", [3.0, 2.0, -1.0, 0.5, 1.0, 2.0, 3.0], unit="%"), 2)
    assert found["doubt"][0] == "values below 0 % or above 100 %: taken as a rate without limits, not as a share"


def test_values_beyond_limits_that_were_given_are_left_out() -> None:
    """A value above its upper limit does not count, and is told; a limit that is no number is none."""
    limited = series("share", [0.5, 0.6, 1.2, 0.7, 0.72]).with_columns(low=0.0, high=1.0)
    found = milepost.forecast(limited, 3)
    assert found["points"].to_list() == [4] * 3
    assert "left out: 1 beyond what can be true" in found["doubt"][0]
    without = milepost.forecast(limited.with_columns(low=float("nan"), high=float("nan")), 3)
    assert without.equals(milepost.forecast(limited.drop("low", "high"), 3))


@pytest.mark.parametrize("points", [4, 5, 8, 12, 20])
def test_what_grows_in_even_steps_is_not_surely_exponential(points: int) -> None:
    """Of 1, 2, 3 … nobody knows whether it goes on in steps or in percent: the interval holds the line."""
    found = milepost.forecast(series("s", [float(year) for year in range(1, points + 1)]), 5)
    line = points + numpy.arange(1, 6)
    assert (found["low80"].to_numpy() <= line).all()
    assert (line <= found["high80"].to_numpy()).all()


def test_two_values_for_one_year_are_no_series() -> None:
    """A period given twice with two values is named as the reason; given twice alike, it counts once."""
    twice = polars.concat([series("a", [1.0, 2.0, 3.0, 4.0]), series("a", [9.0])])
    alike = polars.concat([series("b", [1.0, 2.0, 3.0, 4.0]), series("b", [1.0])])
    found = milepost.forecast(polars.concat([twice, alike]), 1)
    assert found.filter(series="a")["doubt"].to_list() == ["two different values for one year"]
    assert found.filter(series="b")["points"].to_list() == [4]


def test_a_last_year_is_met_by_every_series() -> None:
    """Series that end in different years are forecast to the same; one that has the year already is told apart."""
    rows = polars.concat([series("a", [1.0, 2.0, 3.0, 4.0], 2018), series("b", [1.0, 2.0, 3.0], 2018)])
    found = milepost.forecast(rows, to=2023)
    assert found.group_by("series").agg(polars.col("year")).sort("series")["year"].to_list() == [
        [2022, 2023], [2021, 2022, 2023],
    ]  # fmt: skip
    assert milepost.forecast(rows, to=2021).filter(series="a")["status"].to_list() == ["not_assessable"]
    assert milepost.forecast(rows, to=3000)["status"].unique().to_list() == ["not_assessable"]


def test_shares_and_counts_keep_their_limits() -> None:
    """A percentage near 100 stays at or below it, and a falling count at or above 0."""
    share = observed("森林覆盖率", "%", {str(2015 + year): 97 + 0.4 * year for year in range(8)})
    count = observed("常住人口", "万人", {str(2015 + year): 9 - 1.2 * year for year in range(8)})
    found = milepost.forecast(polars.concat([share, count]), 15)
    of_share, of_count = found.filter(unit="%"), found.filter(unit="万人")
    assert of_share["high95"].max() <= 100 + 1e-9  # type: ignore[operator]
    assert of_count["low95"].min() >= 0  # type: ignore[operator]


def test_a_series_comes_in_the_unit_last_printed() -> None:
    """Values in 万元 and 亿元 are one series, in the unit of the last."""
    early = observed("一般公共预算收入", "万元", growth(2012, 5, 1e5))
    late = observed("一般公共预算收入", "亿元", growth(2017, 5, 12.8))
    found = milepost.forecast(polars.concat([early, late]), 1)
    assert found["unit"].to_list() == ["亿元"]
    assert found["points"].to_list() == [10]
    assert 14 < found["point"][0] < 18


def test_bases_are_never_mixed() -> None:
    """Levels at current and at constant prices are two series."""
    rows = [observed("地区生产总值", "亿元", growth(2012, 8), basis=basis) for basis in ("当年价", "2020年可比价")]
    found = milepost.forecast(polars.concat(rows), 1)
    assert found["series"].n_unique() == 2
    assert set(found["basis"]) == {"current_prices", "constant_prices:2020"}


def test_impossible_values_bounds_and_plans_do_not_count() -> None:
    """A share of 160 percent, a value "at least" and a planned one are left out, the first two told."""
    rows = observed("森林覆盖率", "%", {"2015": 20, "2016": 20.4, "2017": 160, "2018": 21, "2019": 21.3, "2020": 21.7})
    rows = rows.with_columns(bound=polars.lit("exact"), status=polars.lit("final"))
    more = observed("森林覆盖率", "%", {"2021": 22}, bound="at_least", status="final")
    plan = observed("森林覆盖率", "%", {"2022": 30}, bound="exact", status="plan")
    found = milepost.forecast(polars.concat([rows, more, plan]), 1)
    assert found["year"].to_list() == [2021]
    assert found["points"].to_list() == [5]
    assert "beyond what can be true" in found["doubt"][0]
    assert '"at least"' in found["doubt"][0]


def test_only_what_was_known_is_used() -> None:
    """A value of a later vintage is not used before its day."""
    rows = observed("常住人口", "万人", growth(2012, 8)).with_columns(vintage=polars.lit("2020-02-01"))
    late = observed("常住人口", "万人", {"2020": 200.0}).with_columns(vintage=polars.lit("2021-02-01"))
    both = polars.concat([rows, late])
    assert milepost.forecast(both, 1, as_of=date(2020, 12, 31))["year"].to_list() == [2020]
    assert milepost.forecast(both, 1, as_of=date(2021, 12, 31))["year"].to_list() == [2021]


def test_the_running_year_is_told_from_its_months() -> None:
    """Nine months of a flow make its first year surer, never below them, and are told; of a stock they are no year."""
    flow = observed("一般公共预算收入", "亿元", growth(2014, 10, 40) | {"2024-09": 52.0})
    plain = milepost.forecast(flow.filter(period_kind="year"), 3)
    found = milepost.forecast(flow, 3)
    assert found["year"].to_list() == [2024, 2025, 2026]
    assert found["low95"][0] >= 52
    assert "first 9 months" in found["doubt"][0]
    assert found["point"][0] != pytest.approx(plain["point"][0])
    stock = observed("常住人口", "万人", growth(2014, 10) | {"2024-09": 52.0})
    assert "months" not in milepost.forecast(stock, 1)["doubt"][0]


def test_december_to_date_is_the_year() -> None:
    """A sum of January to December stands for the year where no yearly figure does."""
    flow = observed("一般公共预算收入", "亿元", growth(2014, 9, 40) | {"2023-12": 63.0})
    assert milepost.forecast(flow, 1)["year"].to_list() == [2024]


def test_declared_breaks_are_named_by_series_indicator_or_concept() -> None:
    """All three names reach the series; an unknown one is refused."""
    rows = observed("常住人口", "万人", growth(2012, 9))
    for name in ("常住人口", "resident_population", milepost.forecast(rows, 1)["series"][0]):
        assert "another basis from 2016" in milepost.forecast(rows, 1, breaks={name: 2016})["doubt"][0]
    with pytest.raises(UsageError, match="no such series"):
        milepost.forecast(rows, 1, breaks={"x": 2016})


def test_breaks_are_not_looked_for_when_that_is_not_wanted() -> None:
    """A fall of a fifth is told as a break, or left as it is."""
    values = list(growth(2008, 16).values())
    rows = series("s", values[:8] + [value * 0.7 for value in values[8:]])
    assert "the level breaks in 2020" in milepost.forecast(rows, 1)["doubt"][0]
    assert milepost.forecast(rows, 1, find_breaks=False)["doubt"][0] == ""


def test_counties_add_up_to_the_prefecture() -> None:
    """Forecasts of parts and whole add up in every year that all have, whichever ends first; shares are left alone."""
    first, second = growth(2012, 10), growth(2012, 9, 50, 1.02)
    whole = {year: first[year] + second.get(year, 60.0) for year in first}
    rows = [
        observed("地区生产总值", "亿元", values, region)
        for values, region in ((whole, "654200"), (first, "654201"), (second, "654202"))
    ]
    found = milepost.forecast(polars.concat(rows), to=2026)
    wide = found.pivot(on="region", index="year", values="point").drop_nulls()
    assert wide["year"].to_list() == [2022, 2023, 2024, 2025, 2026]
    assert wide["654200"].to_list() == pytest.approx((wide["654201"] + wide["654202"]).to_list())
    assert found["doubt"].str.contains("add up").all()
    share = {str(2012 + place): 20.0 + place for place in range(9)}
    shares = polars.concat([observed("森林覆盖率", "%", share, code) for code in ("654200", "654201", "654202")])
    assert not milepost.forecast(shares, 1)["doubt"].str.contains("add up").any()


def test_parts_that_never_made_up_the_whole_are_told_and_left() -> None:
    """When a third part is missing, the whole says what share there was, and nothing is moved."""
    rows = [
        observed("地区生产总值", "亿元", growth(2012, 10, start), region)
        for start, region in ((100, "654200"), (40, "654201"), (30, "654202"))
    ]
    alone = milepost.forecast(rows[0], 2)
    found = milepost.forecast(polars.concat(rows), 2).filter(region="654200")
    assert found["point"].to_list() == pytest.approx(alone["point"].to_list())
    assert "70.0% of the whole" in found["doubt"][0]


@pytest.mark.parametrize(
    ("arguments", "where"),
    [
        ({"horizon": 0}, "horizon"), ({"horizon": 51}, "horizon"), ({"horizon": 3, "to": 2030}, "horizon, to"),
        ({"to": 0}, "to"), ({"intervals": (0.0,)}, "intervals"), ({"intervals": (0.999,)}, "intervals"),
        ({"method": "crystal_ball"}, "method"), ({"horizon": 2.5}, "horizon"), ({"horizon": True}, "horizon"),
        ({"breaks": {"s": "2013"}}, "breaks"),
    ],
)  # fmt: skip
def test_wrong_arguments_are_refused(arguments: dict[str, object], where: str) -> None:
    """A horizon, year, interval or method that is none is named."""
    with pytest.raises(UsageError, match=f"^{where}:"):
        milepost.forecast(series("s", [1.0, 2.0, 3.0]), **arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "frame",
    [
        polars.DataFrame({"a": [1]}),
        polars.DataFrame({"series": ["a"], "year": ["x"], "value": [1.0]}),
        polars.DataFrame({"series": ["a"], "year": [2020], "value": ["x"]}),
        polars.DataFrame({"series": [None], "year": [2020], "value": [1.0]}),
        polars.DataFrame({"series": ["a"], "year": [None], "value": [1.0]}),
        polars.DataFrame({"series": ["a"], "year": [2020.5], "value": [1.0]}),
        polars.DataFrame({"series": ["a"], "year": [2020], "value": [0.5], "low": [1.0], "high": [0.0]}),
    ],
)
def test_wrong_frames_are_refused(frame: polars.DataFrame) -> None:
    """Missing columns, words for numbers, and rows without a series or a year are named."""
    with pytest.raises(UsageError, match=r"^frame:"):
        milepost.forecast(frame)


def test_no_rows_give_no_rows() -> None:
    """An empty frame is answered by an empty one, with the same columns."""
    empty = series("s", [1.0, 2.0, 3.0]).clear()
    assert milepost.forecast(empty).columns == milepost.forecast(series("s", [1.0, 2.0, 3.0])).columns
    assert milepost.forecast(empty).height == 0


def test_the_order_of_rows_never_matters() -> None:
    """Rows shuffled give the same forecasts."""
    rows = polars.concat([series(name, list(growth(2012, 9, start).values())) for name, start in (("a", 9), ("b", 5))])
    mixed = rows.sample(fraction=1, shuffle=True, seed=5)
    assert milepost.forecast(rows, 3).sort("series", "year").equals(milepost.forecast(mixed, 3).sort("series", "year"))


def test_history_tells_what_was_given_and_what_was_used() -> None:
    """Values before a break stand as given, and as the forecast takes them."""
    made = forecasts(series("s", list(growth(2012, 9).values())), 1, breaks={"s": 2016})
    given, used = made.history["value"].to_numpy(), made.history["used"].to_numpy()
    assert given[4:] == pytest.approx(used[4:])
    assert not numpy.allclose(given[:4], used[:4])
