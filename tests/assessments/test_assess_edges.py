"""What lowers confidence, what forbids a rating, and what was not known on the day."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars
import pytest

from assessing_support import REGION, assessed, planned, stands, statistics, yearly
from milepost.assessments.gate import gate_counts
from milepost.assessments.run import assess, assess_targets
from milepost.assessments.settings import AssessSettings
from milepost.kernel.errors import UsageError
from milepost.observations.decisions import decisions_of
from milepost.pathways.targets import targets_of

FOREST = "到2025年，森林覆盖率达到15%。"
OUTPUT = "到2025年，地区生产总值达到1000亿元。"


def targets(**columns: Any) -> polars.DataFrame:
    """One target `a`, of 60 in 2030 from 50 in 2020, at least."""
    usual = {"target": "a", "value": 60.0, "baseline": 50.0, "baseline_year": 2020, "period_start": 2021}
    return polars.DataFrame([usual | {"period_end": 2030, "comparator": "ge"} | columns])


def stand(rows: polars.DataFrame, day: date = date(2026, 1, 1), **columns: Any) -> dict[str, Any]:
    """Where that target stands."""
    return assess_targets(targets(**columns), rows, as_of=day).targets.row(0, named=True)


def test_no_data_is_never_zero() -> None:
    """Without statistics there is no value, no share of the way and no confidence."""
    row = stands(FOREST, statistics("粮食产量", yearly(5), "万吨"))
    assert (row["status"], row["reason"], row["current"], row["way"]) == ("no_data", "no_series", None, None)
    assert row["confidence"] is None


def test_a_value_of_the_base_year_is_no_progress() -> None:
    """Only what came after the base counts."""
    row = stands(FOREST, statistics("森林覆盖率", yearly(12, first=2020), "%"))
    assert (row["status"], row["reason"]) == ("no_data", "no_value_since_base")


def test_without_a_base_only_the_distance_is_given() -> None:
    """The way cannot be measured, what is still needed can."""
    row = stands(FOREST, statistics("森林覆盖率", yearly(13, 14), "%"))
    assert (row["status"], row["reason"]) == ("not_assessable", "no_base")
    assert row["still_needed"] == pytest.approx(0.01)
    assert stands(FOREST, statistics("森林覆盖率", yearly(13, 16), "%"))["status"] == "reached"


def test_a_missed_date_without_a_base_is_still_missed() -> None:
    """When its time has come a value is simply held against the target."""
    row = stands(FOREST, statistics("森林覆盖率", yearly(13, first=2025), "%"), as_of=date(2026, 6, 1))
    assert (row["status"], row["method"], row["national"]) == ("off_track", "comparison", "missed")


def test_a_known_difference_of_basis_forbids_a_rating() -> None:
    """Registered population does not tell of resident population; both bases are shown."""
    row = stands(
        "到2025年，常住人口城镇化率达到55%。", statistics("城镇化率", yearly(50, 52, first=2020), "%", basis="户籍人口")
    )
    assert (row["status"], row["reason"], row["basis_compared"]) == ("not_assessable", "basis_differs", "differs")
    assert (row["series_basis"], row["basis"]) == (["registered_population"], ["resident_population"])
    assert row["latest"] == 0.52


def test_an_unknown_basis_is_a_doubt() -> None:
    """It is assessed, with lower confidence."""
    text = "到2025年，地区生产总值年均增长6%以上。"
    silent = stands(text, statistics("地区生产总值增速", yearly(6.5, 6.4, 6.3), "%"))
    stated = stands(text, statistics("地区生产总值增速", yearly(6.5, 6.4, 6.3), "%", basis="可比价"))
    assert (silent["doubts"], stated["doubts"]) == (["basis_unknown"], [])
    assert silent["confidence"] < stated["confidence"]


def test_the_series_on_the_right_basis_is_taken_though_another_is_newer() -> None:
    """Two bases never form one series."""
    rows = [
        statistics("城镇化率", yearly(50, 52, first=2020), "%", basis="常住人口"),
        statistics("城镇化率", yearly(40, 41, 42, first=2020), "%", basis="户籍人口"),
    ]
    row = stands("到2025年，常住人口城镇化率达到55%。", *rows)
    assert (row["latest"], row["basis_compared"]) == (0.52, "same")


def test_two_sources_are_both_kept_and_the_declared_order_decides() -> None:
    """The other value is told; another order turns them."""
    text = OUTPUT
    rows = polars.concat(
        [
            statistics(
                "地区生产总值", yearly(700, first=2020), "亿元", basis="当年价", source="年鉴", source_kind="yearbook"
            ),
            statistics(
                "地区生产总值", yearly(900, first=2023), "亿元", basis="当年价", source="年鉴", source_kind="yearbook"
            ),
            statistics(
                "地区生产总值", yearly(880, first=2023), "亿元", basis="当年价", source="报纸", source_kind="media"
            ),
        ]
    )
    first = stands(text, rows)
    assert (first["latest"], first["rivals"], first["rival_low"]) == (9e10, 1, 8.8e10)
    assert "sources_differ" in first["doubts"]
    turned = stands(text, rows, settings=AssessSettings(sources=("报纸", "yearbook")))
    assert (turned["latest"], turned["latest_source"]) == (8.8e10, "报纸")


def test_a_contradicted_baseline_is_told_with_both_figures() -> None:
    """The plan's 50 % stay the base; the 59.09 % of the statistics are shown, and that the target was met before."""
    rows = statistics("a", {2020: 59.09, 2023: 62.18}, "")
    row = stand(rows, value=55.0)
    assert (row["base"], row["base_observed"], row["status"], row["early"]) == (50.0, 59.09, "reached", True)
    assert row["doubts"] == ["baseline_contradicted", "met_before", "stale"]
    assert row["confidence"] < 0.6


def test_rounding_contradicts_no_baseline() -> None:
    """50 may be 50.4."""
    assert "baseline_contradicted" not in stand(statistics("a", {2020: 50.4, 2025: 55}, ""))["doubts"]


@pytest.mark.parametrize(
    ("bound", "value", "status"),
    [
        ("at_least", 60, "reached"),
        ("at_least", 56, "on_track"),
        ("at_least", 51, "not_assessable"),
        ("at_most", 61, "not_assessable"),
        ("at_most", 51, "off_track"),
        ("at_most", 49, "moving_away"),
    ],
)
def test_a_bound_decides_only_on_its_own_side(bound: str, value: float, status: str) -> None:
    """A lower bound shows that a target is reached, never that it is missed; an upper bound the other way round."""
    row = stand(statistics("a", {2025: (value, bound)}, ""))
    assert row["status"] == status
    assert (row["reason"] == "only_a_bound") is (status == "not_assessable")


def test_a_sum_with_a_missing_year_is_a_lower_bound() -> None:
    """It reaches the target or decides nothing, for the reason that years are missing."""
    text = "到2025年，城镇新增就业累计10万人。"
    few = stands(text, statistics("城镇新增就业", yearly(2.1, None, 2.0), "万人"))
    assert (few["current_bound"], few["status"], few["reason"]) == ("at_least", "not_assessable", "years_missing")
    many = stands(text, statistics("城镇新增就业", yearly(6, None, 5), "万人"))
    assert (many["status"], many["doubts"]) == ("reached", ["years_missing", "bound"])


def test_compounded_rates_need_every_year() -> None:
    """What 2022 brought nobody knows."""
    text = "到2025年，地区生产总值年均增长6%以上。"
    row = stands(text, statistics("地区生产总值增速", yearly(6.5, None, 6.3), "%"))
    assert (row["status"], row["reason"], row["current"]) == ("not_assessable", "years_missing", None)


@pytest.mark.parametrize(
    ("columns", "values", "status"),
    [
        ({"baseline": 0.0, "value": 10.0}, {2025: 6.0}, "on_track"),
        ({"baseline": 10.0, "value": 0.0, "comparator": "le"}, {2025: 5.0}, "on_track"),
        ({"baseline": 10.0, "value": 0.0, "comparator": "le"}, {2025: 0.0}, "reached"),
        ({"baseline": 50.0, "value": 40.0, "comparator": "le"}, {2025: 52.0}, "moving_away"),
        ({"baseline": 50.0, "value": 60.0, "comparator": "range", "value_high": 70.0}, {2025: 65.0}, "reached"),
        ({"baseline": 50.0, "value": 60.0, "comparator": "approx"}, {2025: 58.0}, "reached"),
        ({"baseline": 50.0, "value": 60.0, "comparator": "gt"}, {2025: 60.0}, "on_track"),
    ],
)
def test_edges_of_base_and_goal(columns: dict[str, Any], values: dict[int | str, float], status: str) -> None:
    """A base of zero, a goal of zero, a fall, a range, about so much, more than so much."""
    assert stand(statistics("a", values, ""), **columns)["status"] == status


def test_an_old_value_is_called_old() -> None:
    """After the years that the settings allow; a target whose date has passed was judged by the value of its day."""
    rows = statistics("a", {2021: 55}, "")
    assert stand(rows, date(2023, 6, 1))["doubts"] == []
    assert stand(rows, date(2026, 6, 1))["doubts"] == ["stale"]
    assert stand(rows, date(2026, 6, 1), period_end=2021)["doubts"] == []


def test_what_was_not_known_on_the_day_is_not_used() -> None:
    """Neither a later vintage, nor a later period, nor a later decision."""
    rows = polars.concat(
        [
            statistics("a", {2022: 51}, "", vintage="2023-03-01"),
            statistics("a", {2022: 54}, "", vintage="2024-03-01"),
            statistics("a", {2023: 55}, "", vintage="2024-03-01"),
        ]
    )
    assert stand(rows, date(2023, 2, 1))["status"] == "no_data"
    assert stand(rows, date(2023, 6, 1))["latest"] == 51
    assert stand(rows, date(2024, 6, 1))["latest"] == 55


def test_a_planned_value_is_no_observation() -> None:
    """What is planned for a year has not happened."""
    assert stand(statistics("a", {2025: 58}, "", status="plan"))["status"] == "no_data"


def test_what_is_not_public_leaves_no_trace_in_a_public_assessment() -> None:
    """Neither in the figures nor in the evidence nor in the matches."""
    rows = polars.concat(
        [
            statistics("a", {2024: 52}, "", access="public", source="年鉴"),
            statistics("a", {2025: 58}, "", access="internal", source="内部快报"),
        ]
    )
    inside = assess_targets(targets(), rows, as_of=date(2026, 1, 1))
    outside = assess_targets(targets(), rows, as_of=date(2026, 1, 1), audience="public")
    assert (inside.targets["latest"][0], outside.targets["latest"][0]) == (58, 52)
    told = [outside.targets, outside.evidence, outside.matches, outside.gate, *outside.outcomes.values()]
    assert not any("内部快报" in str(frame.to_dicts()) or "58" in str(frame.to_dicts()) for frame in told)


def test_a_value_after_the_target_s_date_is_not_held_against_it() -> None:
    """A target for 2023 is judged by 2023, though 2024 is known."""
    row = stand(statistics("a", {2023: 60, 2024: 40}, ""), period_end=2023)
    assert (row["latest"], row["status"], row["early"]) == (60, "reached", False)


def test_a_pathway_takes_the_place_of_the_even_way() -> None:
    """What the year asks for is the pathway's value."""
    pathway = polars.DataFrame({"target": ["a"], "year": [2025], "value": [51.0]})
    of_whole = pathway.with_columns(region=polars.lit(None, dtype=polars.String))
    rows, day = statistics("a", {2025: 52}, ""), date(2026, 1, 1)
    for given in (of_whole, of_whole.with_columns(region=polars.lit(REGION))):
        assert assess_targets(targets(), rows, as_of=day, pathways=given).targets["expected"].to_list() == [51.0]
    elsewhere = of_whole.with_columns(region=polars.lit("1"))
    assert assess_targets(targets(), rows, as_of=day, pathways=elsewhere).targets["expected"].to_list() == [55.0]
    found = assess_targets(targets(), rows, as_of=day, pathways=pathway)
    assert found.outcomes["pathway"]["status"][0] == "on_track"


def test_the_policy_decides_which_method_leads() -> None:
    """Declared methods lead, and each must be one that there is."""
    rows = statistics("a", {2025: 53}, "")
    found = assess_targets(
        targets(),
        rows,
        as_of=date(2026, 1, 1),
        settings=AssessSettings(leading=("eurostat_target",), reason="欧盟口径"),
    )
    assert (found.targets["method"][0], found.leading_reason) == ("eurostat_target", "欧盟口径")
    with pytest.raises(UsageError, match="no such method"):
        assess_targets(targets(), rows, methods=["magic"])


def test_own_cut_points_change_the_class() -> None:
    """A stricter policy calls behind what the default calls as expected."""
    rows, day = statistics("a", {2025: 54.8}, ""), date(2026, 1, 1)
    strict = AssessSettings(thresholds={"time_progress": {"as_expected": 1.0}})
    assert assess_targets(targets(), rows, as_of=day).targets["label"].to_list() == ["as_expected"]
    assert assess_targets(targets(), rows, as_of=day, settings=strict).targets["label"].to_list() == ["behind"]


def test_methods_that_disagree_are_told_with_why() -> None:
    """One expects equal amounts, one equal rates, one looks at the direction only."""
    found = assess_targets(targets(), statistics("a", {2025: 53}, ""), as_of=date(2026, 1, 1))
    assert found.targets["disagree"].to_list() == [True]
    row = found.disagreements.row(0, named=True)
    assert row["best"] != row["worst"]
    assert row["why"]


def test_the_gate_counts_what_is_missing() -> None:
    """Before any rating: how many targets have a number, a baseline, a date, a unit, a series, recent data."""
    text = FOREST + "实现城市污水管网全覆盖。到2025年，单位GDP能耗控制在自治区约束指标内。"
    found = assessed(text, statistics("森林覆盖率", yearly(12, 13, 14, 14, first=2020), "%"))
    assert found.gate["missing"].to_list() == [
        [], ["baseline", "date", "series", "recent"], ["number", "baseline", "unit", "series", "recent"],
    ]  # fmt: skip
    counts = dict(gate_counts(found.gate).select("need", "have").rows())
    assert (counts["number"], counts["date"], counts["series"], counts["assessable"]) == (2, 2, 1, 1)


def test_parts_are_held_against_rates_and_against_their_own_shares() -> None:
    """A share is asked of every part alike, an amount only where it was shared out."""
    text = FOREST + OUTPUT
    rows = [
        statistics("森林覆盖率", yearly(12, 13, first=2020), "%"),
        statistics("森林覆盖率", yearly(14, 15, first=2020), "%", region="990001"),
        statistics("地区生产总值", yearly(100, 120, first=2020), "亿元", region="990001", basis="当年价"),
    ]
    found = assessed(text, *rows, by_parts=True).targets
    shown = found.select("region", "status", "reason").rows()
    assert shown[:3] == [(REGION, "on_track", None), ("990001", "reached", None), ("990002", "no_data", "no_series")]
    assert shown[4] == ("990001", "not_assessable", "no_share_for_part")
    shares = polars.DataFrame({"target": [found["target"][3]], "region": ["990001"], "year": [2025], "value": [200e8]})
    given = assessed(text, *rows, by_parts=True, pathways=shares).targets
    assert given.select("region", "status", "goal").row(4) == ("990001", "on_track", 200e8)


def test_a_declared_name_serves_what_it_is_declared_for() -> None:
    """What only sounds alike is not used until somebody says so."""
    text = "到2025年，粮食综合生产能力达到330万吨。"
    rows = statistics("粮食总产", yearly(300, 310, first=2020), "万吨")
    found = assessed(text, rows)
    assert found.targets["status"].to_list() == ["no_data"]
    assert found.matches.select("certain", "note").rows() == [(False, "related_concept")]
    declared = assessed(text, rows, settings=AssessSettings(names={"粮食总产": "粮食综合生产能力"}))
    assert declared.targets["latest"].to_list() == [3_100_000]


def test_columns_that_are_missing_are_named() -> None:
    """Observations without a period are none."""
    with pytest.raises(UsageError, match="period"):
        assess(planned(FOREST), polars.DataFrame({"indicator": ["a"], "region": ["1"], "value": [1.0], "unit": [""]}))


def test_a_plan_without_targets_and_a_table_without_rows_are_assessed() -> None:
    """Nothing is found, and nothing breaks."""
    nothing = statistics("a", {2025: 1}, "").clear()
    assert assessed("本县位于西北。", nothing).targets.height == 0
    found = assessed(FOREST, nothing)
    assert found.targets["status"].to_list() == ["no_data"]
    assert (found.evidence.height, found.methods.height) == (0, len(found.outcomes))


def test_the_same_in_english() -> None:
    """An English plan with English statistics."""
    plan = planned("By 2025, forest cover will reach 15%.", "en")
    assert targets_of(plan)["concept"].to_list() == ["forest_cover"]
    rows = statistics("Forest cover", yearly(12, 12.5, 13, 14, first=2020), "%")
    assert assess(plan, rows, as_of=date(2024, 6, 1)).targets["status"].to_list() == ["on_track"]


def test_a_decision_of_a_later_day_is_not_used() -> None:
    """Before it was made, the target was deferred."""
    text = "到2025年，单位GDP能耗控制在自治区约束指标内。"
    name = targets_of(planned(text))["item"][0]
    decisions = decisions_of(f"target,value,unit,document,date\n{name},14,%,分解方案,2023-09-01\n".encode())
    rows = statistics("单位GDP能耗降低", yearly(3, 3, 3), "%")
    before = stands(text, rows, decisions=decisions, as_of=date(2023, 8, 31))
    after = stands(text, rows, decisions=decisions, as_of=date(2024, 3, 1))
    assert (before["status"], after["status"]) == ("not_assessable", "on_track")
