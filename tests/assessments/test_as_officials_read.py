"""What is asked for and what is said, as whoever has to sign it reads it."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars
import pytest

from assessed_support import named, qinghe
from assessing_support import assessed, planned, stands, statistics, yearly
from milepost.assessments.report import Report
from milepost.assessments.rollup import rollup
from milepost.assessments.run import assess
from milepost.assessments.sentences import sentences
from milepost.assessments.whereabouts import placed
from milepost.observations.decisions import decisions_of
from milepost.observations.fitting import Thing, unit_note
from milepost.observations.series import may_grow, measured
from milepost.pathways.targets import targets_of, targets_table

HEADING = "target,year,value,unit,document,date\n"


def told(text: str, *rows: Any, tongue: Any = "zh", **options: Any) -> str:
    """The sentence on the first target of a text."""
    return sentences(assessed(text, *rows, **options), tongue)[0]


def test_so_many_times_the_base_is_growth_at_constant_prices() -> None:
    """翻一番 is followed by the growth of each year, and not by levels at current prices."""
    text = "到2025年，地区生产总值比2020年翻一番。"
    row = stands(text, statistics("地区生产总值增长", yearly(8, 4, 5), "%"))
    assert (row["measure"], row["goal"]) == ("index", 2.0)
    assert row["current"] == pytest.approx(1.08 * 1.04 * 1.05)
    levels = statistics("地区生产总值", yearly(100, 120, 150, first=2020), "亿元", basis="当年价")
    assert stands(text, levels)["status"] == "not_assessable"


def test_twice_as_many_firms_are_twice_their_number_at_the_start() -> None:
    """A number of firms is held against that of the base year, and never against the multiple itself."""
    rows = statistics("高新技术企业数量", yearly(200, 320, 450, 600, first=2020), "家")
    row = stands("到2025年，高新技术企业数量翻两番。", rows)
    assert (row["measure"], row["goal"], row["current"], row["status"]) == ("index", 4.0, 3.0, "on_track")
    assert "2023年为600家" in told("到2025年，高新技术企业数量翻两番。", rows)


def test_prices_that_hardly_rise_keep_their_target() -> None:
    """居民消费价格涨幅 3% 左右 is a ceiling of each year, which is neither compounded nor missed by less."""
    text = "“十四五”时期，居民消费价格年均涨幅控制在3%左右。"
    low = stands(text, statistics("居民消费价格涨幅", yearly(0.9, 2.0, 0.2), "%"))
    assert (low["measure"], low["wanted"], low["status"]) == ("worst", -1, "on_track")
    assert stands(text, statistics("居民消费价格涨幅", yearly(0.9, 4.8, 0.2), "%"))["status"] == "off_track"


def test_a_gain_of_what_stands_at_a_level_is_no_level() -> None:
    """人均预期寿命提高 1 岁 is followed from the base year on."""
    rows = statistics("人均预期寿命", yearly(74.0, 74.2, 74.4, 74.7, first=2020), "岁")
    row = stands("到2025年，人均预期寿命提高1岁。", rows)
    assert (row["measure"], row["goal"], round(row["current"], 6)) == ("change", 1.0, 0.7)


def test_growth_beside_a_level_is_followed_by_growth() -> None:
    """Both targets of one item of the table are assessed: the level by levels, its growth by the growth stated."""
    found = named(qinghe(), "地区生产总值").filter(polars.col("item_kind") == "indicator")
    level, growth = found.sort("measure", descending=True).iter_rows(named=True)
    assert (level["concept"], level["status"]) == ("gdp", "at_risk")
    assert (growth["concept"], growth["measure"], growth["status"]) == ("gdp_growth", "index", "at_risk")
    assert growth["current"] == pytest.approx(1.068 * 1.051 * 1.064)


def test_what_lies_beyond_its_baseline_is_no_gain_on_it() -> None:
    """From 3,200 hectares to 5,000 is a gain of 1,800; 0.3 beside 10.8 is one of 0.3."""
    rows = {
        "target": ["area", "years"], "concept": ["irrigated_area", "schooling_years"], "kind": ["cumulative"] * 2,
        "value": [75000.0, 0.3], "baseline": [48000.0, 10.8], "period_start": [2023] * 2, "period_end": [2027] * 2,
    }  # fmt: skip
    made = targets_table(polars.DataFrame(rows)).select("measure", "start", "goal").rows()
    assert made == [("value", 48000.0, 75000.0), ("change", 0.0, 0.3)]


def test_a_figure_decided_for_the_last_year_is_the_goal_of_the_plan() -> None:
    """A single quota for the end of the period is on its way from now on; figures for single years are met or not."""
    text = "到2025年，用水总量控制在自治区下达指标以内。"
    rows = statistics("用水总量", yearly(37.0, 36.8, 36.5, 36.4, first=2020), "亿立方米")
    last = decisions_of(f"{HEADING}用水总量,2025,36.2,亿立方米,通知,2022-06-01\n".encode())
    row = stands(text, rows, decisions=last)
    assert (row["measure"], row["goal_time"], row["status"]) == ("value", 2025.0, "on_track")
    single = f"{HEADING}用水总量,2022,36.4,亿立方米,通知,2022-01-05\n用水总量,2023,36.5,亿立方米,通知,2023-01-05\n"
    found = assessed(text, rows, decisions=decisions_of(single.encode())).targets
    assert found.select("measure", "way", "status").rows() == [
        ("margin", None, "off_track"), ("value", None, "off_track"), ("value", None, "reached"),
    ]  # fmt: skip


def test_a_decision_is_about_every_item_of_its_matter() -> None:
    """The growth that is decided under the name of the headline table holds for the text, which words it otherwise."""
    plan = planned("地区生产总值增长各年度视情提出。\n\n到2025年，地区生产总值年均增速按自治区下达指标执行。")
    year = decisions_of(f"{HEADING}地区生产总值增长,2022,6,%,政府工作报告,2022-01-25\n".encode())
    items = plan.commitments
    targets = targets_of(plan, year, date(2023, 1, 1))["target"].to_list()
    assert len(items) == 2
    assert [target for target in targets if target.endswith(":2022")] == [f"{item.id}:2022" for item in items]


def test_the_whole_region_is_no_part_of_it() -> None:
    """全市地区生产总值 is observed as 地区生产总值 of the region that the observations are about."""
    targets = targets_of(planned("到2025年，全市地区生产总值达到2000亿元，地区生产总值年均增长6%。"))
    rows = statistics("地区生产总值", yearly(1000), "亿元")
    assert placed(targets, rows, "zh")["region"].null_count() == 0


def test_things_without_a_unit_may_be_counted_in_any() -> None:
    """零就业家庭动态清零 names no unit: households fit, percentages do not."""
    text = "到2025年，零就业家庭动态清零。"
    assert stands(text, statistics("零就业家庭", yearly(0, 0, first=2021), "户"))["status"] != "no_data"
    assert stands(text, statistics("零就业家庭", yearly(0, 0, first=2021), "%"))["status"] == "no_data"


def test_a_lead_in_growth_is_the_difference_of_two_averages() -> None:
    """Both averages are said, and what lies between them in percentage points."""
    rows = [
        statistics("居民人均可支配收入增长", yearly(6.5, 4.5, 7.0), "%"),
        statistics("地区生产总值增长", yearly(5.7, 3.9, 6.1), "%"),
    ]
    said = told("“十四五”时期，居民人均可支配收入增长高于经济增长。", *rows)
    assert "年均增长5.99%，比地区生产总值年均增速5.23%高0.77个百分点" in said


@pytest.mark.parametrize(
    ("text", "rows", "words"),
    [
        (
            "到2025年，耕地保有量不低于450万亩。",
            statistics("耕地保有量", yearly(455, 453, 449, first=2020), "万亩"),
            "低于目标值",
        ),
        (
            "到2025年，能源消费总量控制在1200万吨标准煤以内。",
            statistics("能源消费总量", yearly(1000, 1100, 1250, first=2020), "万吨标准煤"),
            "超出控制目标",
        ),
    ],
)  # fmt: skip
def test_a_floor_is_fallen_below_and_a_ceiling_exceeded(text: str, rows: Any, words: str) -> None:
    """突破 of a floor reads as good news, so the sentence says on which side the value lies."""
    said = told(text, rows)
    assert words in said
    assert "突破" not in said


def test_a_small_difference_in_a_fall_is_not_rounded_away() -> None:
    """11.7 % of the 12.2 % that was due are not both 12 %."""
    levels = yearly(0.6, 0.585, 0.565, 0.545, first=2020)
    rows = statistics("单位GDP能耗", levels, "吨标准煤/万元", basis="2020年可比价")
    said = told("到2025年，单位GDP能耗累计降低15%。", rows)
    assert "累计下降9.2%" in said
    assert "按进度应累计下降9.3%" in said


def test_one_of_a_thing_is_singular() -> None:
    """A gain of one year is no gain of one years."""
    rows = statistics("人均预期寿命", yearly(74.0, 74.5, 75.0, first=2020), "岁")
    assert "up 1 year on the 74 years of 2020" in told("到2025年，人均预期寿命达到76岁。", rows, tongue="en")


def test_the_side_of_a_range_is_that_on_which_it_lies() -> None:
    """A share that nobody knows a concept for is to rise when the goal lies above the statistics' base."""
    rows = statistics("山区通邮点达标率", yearly(80, 83, 86, first=2020), "%")
    row = stands("到2025年，山区通邮点达标率达到90—95%。", rows)
    assert (row["concept"], row["wanted"], row["goal"]) == (None, 1, 0.9)


@pytest.mark.parametrize(("unit", "note"), [("people", None), ("number", None), ("%", "unit_differs")])
def test_arrivals_may_be_counted_as_people(unit: str, note: str | None) -> None:
    """A plain number asked for is met by people counted, never by a share."""
    assert unit_note(unit, Thing("Tourist arrivals", "visitors", "1", "number", 1.0)) == note


def test_money_of_any_currency_is_money() -> None:
    """Output in pesos is output, and its growth is not taken from levels whose prices nobody states."""
    assert measured("GDP", "million pesos") == "gdp"
    assert not may_grow(None, frozenset(), "PHP").allowed


def test_a_target_decided_year_by_year_counts_once() -> None:
    """Three years of growth targets are one target of the plan, in counts, in the gate and among the chances."""
    years = "".join(f"地区生产总值增长,{year},6,%,政府工作报告,{year}-01-20\n" for year in (2021, 2022, 2023))
    plan = planned("地区生产总值增长各年度视情提出。")
    found = assess(plan, statistics("地区生产总值增长", yearly(7, 5, 6), "%"), as_of=date(2024, 6, 1),
                   decisions=decisions_of(f"{HEADING}{years}".encode()))  # fmt: skip
    report = Report(found, plan, "zh")
    assert found.targets.height == 4
    assert rollup(found)["targets"].to_list() == [1]
    assert sum(report.counts.values()) == 1
    assert report.needs["have"][0] == 1
