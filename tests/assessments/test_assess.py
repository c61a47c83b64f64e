"""Where targets stand: one case for each kind, with the figures that it rests on."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import polars
import pytest

from assessing_support import assessed, planned, stands, statistics, yearly
from milepost.observations.decisions import decisions_of
from milepost.pathways.targets import targets_of


def rounded(row: dict[str, Any], *names: str) -> tuple[Any, ...]:
    """Some columns of a row, numbers to four digits."""
    return tuple(round(row[name], 4) if isinstance(row[name], float) else row[name] for name in names)


def test_a_level_is_on_its_way_from_base_to_goal() -> None:
    """Two thirds of the way in three fifths of the time is faster than expected."""
    row = stands("到2025年，森林覆盖率达到15%。", statistics("森林覆盖率", yearly(12, 12.5, 13, 14, first=2020), "%"))
    assert rounded(row, "base", "current", "expected", "way", "time", "status", "national") == (
        0.12, 0.14, 0.138, 0.6667, 0.6, "on_track", "faster",
    )  # fmt: skip
    assert row["doubts"] == ["baseline_from_statistics"]


def test_a_cumulative_target_is_the_sum_so_far() -> None:
    """Flows are added up from the first year of the period, and held against the share of the time."""
    row = stands(
        "到2025年，城镇新增就业累计10万人。", statistics("城镇新增就业", yearly(3, 2.1, 2.2, 2.0, first=2020), "万人")
    )
    assert rounded(row, "current", "expected", "way", "status") == (63000, 60000, 0.63, "on_track")


def test_an_average_flow_is_its_years_times_as_much() -> None:
    """Two ten thousand a year are ten over the period; a quarter of a year counts for a quarter of its time."""
    rows = [
        statistics("城镇新增就业", yearly(2.1, 2.2, 2.0), "万人"),
        statistics("城镇新增就业", {"2024-03": 0.6}, "万人", period_kind="year_to_date"),
    ]
    row = stands("到2025年，城镇新增就业年均2万人。", *rows)
    assert rounded(row, "current", "current_time", "goal", "expected") == (69000, 2023.25, 100000, 65000)
    assert "part_year" in row["doubts"]


def test_a_year_to_date_is_never_a_yearly_value() -> None:
    """What was counted until September says nothing of the level at the end of the year."""
    rows = [
        statistics("肉类产量", yearly(10, 11, first=2020), "万吨"),
        statistics("肉类产量", {"2022-09": 14}, "万吨", period_kind="year_to_date"),
    ]
    assert stands("到2025年，肉类产量达到15万吨。", *rows)["latest_period"] == "2021"


def test_quarters_of_a_flow_add_up_to_a_year_only_when_all_are_there() -> None:
    """Three quarters are not a year."""
    three = {f"2021-Q{number}": 4.0 for number in (1, 2, 3)}
    base = statistics("肉类产量", yearly(10, first=2020), "万吨")
    text = "到2025年，肉类产量达到20万吨。"
    assert stands(text, base, statistics("肉类产量", three, "万吨", period_kind="quarter"))["status"] == "no_data"
    four = statistics("肉类产量", three | {"2021-Q4": 4.0}, "万吨", period_kind="quarter")
    row = stands(text, base, four)
    assert rounded(row, "current", "current_time") == (160000, 2021)
    assert "parts_added" in row["doubts"]


@pytest.mark.parametrize(
    ("observed", "current"),
    [
        (statistics("单位GDP能耗降低", yearly(2.7, 2.0, 3.0), "%"), 0.9249),
        (
            statistics("单位GDP能耗", yearly(0.5, 0.48, 0.47, 0.46, first=2020), "吨标准煤/万元", basis="2020年可比价"),
            0.92,
        ),
    ],
)
def test_a_reduction_compounds(observed: polars.DataFrame, current: float) -> None:
    """Yearly falls are multiplied, never added; levels at constant prices give the same."""
    row = stands("到2025年，单位GDP能耗累计降低13.5%。", observed)
    assert rounded(row, "measure", "current", "goal") == ("reduction", current, 0.865)
    assert row["way"] == pytest.approx(math.log(row["current"]) / math.log(0.865))


def test_average_growth_compounds_yearly_growth() -> None:
    """6.5, 5.2 and 6.3 % are held against 6 % a year, both compounded."""
    row = stands(
        "到2025年，地区生产总值年均增长6%以上。",
        statistics("地区生产总值增速", yearly(6.5, 5.2, 6.3), "%", basis="可比价"),
    )
    assert rounded(row, "current", "expected", "status", "national") == (1.191, 1.191, "on_track", "as_expected")
    assert row["doubts"] == []


def test_growth_that_a_source_states_beside_a_level_is_used() -> None:
    """The communiqué's own growth at constant prices serves, its level at current prices does not."""
    levels = statistics("地区生产总值", yearly(110, 120, 130), "亿元", basis="当年价", growth_percent=6.5)
    row = stands("到2025年，地区生产总值年均增长6%以上。", levels)
    assert rounded(row, "role", "current") == ("rate", 1.2079)


def test_real_growth_is_never_computed_from_levels_at_current_prices() -> None:
    """The reason says so; at constant prices it is computed."""
    text = "到2025年，地区生产总值年均增长6%以上。"
    nominal = statistics("地区生产总值", yearly(100, 110, 121, first=2020), "亿元", basis="当年价")
    assert rounded(stands(text, nominal), "status", "reason") == ("not_assessable", "nominal_levels")
    real = statistics("地区生产总值", yearly(100, 110, 121, first=2020), "亿元", basis="2020年可比价")
    assert rounded(stands(text, real), "role", "current", "status") == ("level", 1.21, "on_track")


def test_what_holds_every_year_is_judged_by_its_worst_year() -> None:
    """One year below the bound breaks it, whatever the last year says; a year of the past period does not count."""
    text = "“十四五”期间，空气质量优良天数比率保持在95%以上。"
    broken = stands(text, statistics("空气质量优良天数比率", yearly(97, 94, 98), "%"))
    assert rounded(broken, "current", "status", "method") == (0.94, "off_track", "holding")
    kept = stands(text, statistics("空气质量优良天数比率", yearly(80, 97, 97, 98, first=2020), "%"))
    assert rounded(kept, "current", "status") == (0.97, "on_track")


def test_what_holds_every_year_is_reached_when_its_time_is_over() -> None:
    """Kept in all years until the end is reached."""
    text = "“十四五”期间，空气质量优良天数比率保持在95%以上。"
    row = stands(text, statistics("空气质量优良天数比率", yearly(97, 97, 98, 97, 98), "%"), as_of=date(2026, 3, 1))
    assert rounded(row, "status", "early", "national") == ("reached", False, "achieved")


def test_a_gain_in_points_is_the_change_from_the_base() -> None:
    """Percentage points are followed by what is measured in percent, less its base."""
    row = stands(
        "到2025年，森林覆盖率提高3个百分点。", statistics("森林覆盖率", yearly(12, 12.5, 13, 14, first=2020), "%")
    )
    assert rounded(row, "indicator", "current", "goal", "way") == ("森林覆盖率", 0.02, 0.03, 0.6667)


def test_a_relative_target_is_held_against_the_other_series() -> None:
    """Incomes grew faster than the economy; that they are at current prices is a doubt."""
    text = "到2025年，居民人均可支配收入增长高于地区生产总值增长。到2025年，地区生产总值年均增长5%。"
    rows = [
        statistics("居民人均可支配收入增长", yearly(7, 6, 6.5), "%"),
        statistics("地区生产总值增速", yearly(6.5, 5.2, 6.3), "%"),
    ]
    row = stands(text, *rows)
    assert rounded(row, "measure", "current", "status", "method") == ("ratio", 1.0142, "on_track", "relation")
    assert "nominal_against_real" in row["doubts"]
    uses = assessed(text, *rows).evidence.filter(polars.col("target") == row["target"])["use"].unique().sort().to_list()
    assert uses == ["reference", "value"]


def test_a_relative_target_without_the_other_series_says_so() -> None:
    """It is not assessable, for that reason."""
    text = "到2025年，居民人均可支配收入增长高于地区生产总值增长。到2025年，地区生产总值年均增长5%。"
    row = stands(text, statistics("居民人均可支配收入增长", yearly(7, 6, 6.5), "%"))
    assert rounded(row, "status", "reason") == ("not_assessable", "reference_missing")


def test_things_to_be_made_start_at_none() -> None:
    """Figures of each year are taken for totals, which is a doubt; falling ones cannot be totals."""
    text = "到2025年，新建学校20所。"
    row = stands(text, statistics("新建学校", yearly(5, 9, 14), "所"))
    assert rounded(row, "base", "way", "status") == (0.0, 0.7, "on_track")
    assert "taken_as_total" in row["doubts"]
    assert stands(text, statistics("新建学校", yearly(5, 4, 5), "所"))["reason"] == "count_falls"


def test_completion_is_all_of_it() -> None:
    """Full coverage is reached with 100 %, and not before."""
    text = "到2025年，城市污水管网实现全覆盖。"
    almost = stands(text, statistics("城市污水管网覆盖率", yearly(90, 95, 99, first=2020), "%"))
    assert rounded(almost, "status", "early") == ("on_track", False)
    whole = stands(text, statistics("城市污水管网覆盖率", yearly(90, 95, 100, first=2020), "%"))
    assert rounded(whole, "status", "early", "national") == ("reached", True, "early")


def test_a_falling_series_is_better_the_lower_it_is() -> None:
    """Unemployment below its cap from the start is held, and a rise above it is off track."""
    text = "到2025年，城镇登记失业率控制在4%以内。"
    kept = stands(text, statistics("城镇登记失业率", yearly(3, 3.1, 2.8, first=2020), "%"))
    assert rounded(kept, "form", "status") == ("hold", "on_track")
    assert stands(text, statistics("城镇登记失业率", yearly(3, 3.1, 4.2, first=2020), "%"))["status"] == "off_track"


def test_yearly_decisions_are_held_against_their_years() -> None:
    """The deferred target shows the worst margin; each year is a target of its own."""
    text = "到2025年，地区生产总值增速各年度视情提出。"
    name = targets_of(planned(text))["item"][0]
    decided = (
        f"target,year,value,unit,document,date\n{name},2022,3,%,计划,2022-01-20\n{name},2023,4,%,计划,2023-01-20\n"
    )
    rows = statistics("地区生产总值增速", yearly(9, 5, 3.5), "%", basis="可比价")
    found = assessed(text, rows, decisions=decisions_of(decided.encode())).targets
    assert [rounded(row, "current", "status") for row in found.iter_rows(named=True)] == [
        (-0.005, "off_track"), (0.05, "reached"), (0.035, "off_track"),
    ]  # fmt: skip
    assert found["early"].to_list() == [False, False, False]
    assert found["method"][2] == "comparison"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("易地搬迁安置1200户。", "safeguard"),
        ("到2025年，单位GDP能耗控制在自治区约束指标内。", "deferred"),
    ],
)
def test_what_may_not_be_rated_is_not_rated_whatever_the_data_say(text: str, reason: str) -> None:
    """Statistics do not open what is closed; no method says anything."""
    rows = [
        statistics("易地搬迁安置", yearly(100, 1200), "户"),
        statistics("单位GDP能耗", yearly(1, 0.5), "吨标准煤/万元"),
    ]
    found = assessed(text, *rows)
    row = found.targets.row(0, named=True)
    assert rounded(row, "status", "reason", "confidence") == ("not_assessable", reason, None)
    assert found.methods["status"].null_count() == found.methods.height
