"""Targets of plans in one form: what is followed, from where, to what."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import polars
import pytest

from assessing_support import planned
from milepost.kernel.errors import UsageError
from milepost.observations.decisions import decisions_of
from milepost.pathways.model import TARGETS
from milepost.pathways.obstacles import OBSTACLES
from milepost.pathways.targets import targets_of, targets_table


def first(text: str, **options: Any) -> dict[str, Any]:
    """The first target of a plan of 2021 to 2025."""
    return targets_of(planned(text), **options).row(0, named=True)


@pytest.mark.parametrize(
    ("text", "measure", "scale", "start", "goal", "wanted"),
    [
        ("到2025年，森林覆盖率达到15%以上。", "value", "linear", None, 0.15, 1),
        ("到2025年，城镇登记失业率控制在4%以内。", "value", "linear", None, 0.04, -1),
        ("到2025年，森林覆盖率提高3个百分点。", "change", "linear", 0.0, 0.03, 1),
        ("到2025年，失业率下降1个百分点。", "change", "linear", 0.0, -0.01, -1),
        ("到2025年，城镇新增就业累计10万人。", "sum", "linear", 0.0, 100_000, 1),
        ("到2025年，城镇新增就业年均2万人。", "sum", "linear", 0.0, 100_000, 1),
        ("到2025年，地区生产总值年均增长6%以上。", "index", "log", 1.0, 1.06**5, 1),
        ("到2025年，地区生产总值翻一番。", "index", "log", 1.0, 2.0, 1),
        ("到2025年，单位GDP能耗累计降低13.5%。", "reduction", "log", 1.0, 0.865, -1),
        ("到2025年，单位GDP能耗年均下降3%。", "reduction", "log", 1.0, 0.97**5, -1),
        ("到2025年，PM2.5浓度下降10%。", "reduction", "log", 1.0, 0.9, -1),
        ("“十四五”期间，空气质量优良天数比率保持在95%以上。", "worst", "linear", None, 0.95, 1),
        ("到2025年，新建学校20所。", "value", "linear", 0.0, 20, 1),
        ("到2025年，城市污水管网实现全覆盖。", "value", "linear", None, 1.0, 1),
    ],
)
def test_each_kind_is_followed_by_what_it_means(
    text: str, measure: str, scale: str, start: float | None, goal: float, wanted: int
) -> None:
    """Sums start at nothing, indices at one, reductions and growth compound, a fall runs downwards."""
    row = first(text)
    assert (row["measure"], row["scale"], row["start"], row["wanted"]) == (measure, scale, start, wanted)
    assert math.isclose(row["goal"], goal, rel_tol=1e-12)
    assert (row["start_time"], row["goal_time"]) == (2020.0, 2025.0)


def test_a_range_of_a_fall_has_its_weaker_end_above() -> None:
    """Of a fall by 13 to 14 % the index of 0.87 is reached first."""
    row = first("到2025年，单位GDP能耗累计降低13%—14%。")
    assert (round(row["goal"], 12), round(row["goal_high"], 12)) == (0.86, 0.87)


def test_what_the_baseline_satisfies_is_to_be_held() -> None:
    """A target that was met when the plan began is kept, not approached."""
    columns = {"target": ["a", "b", "c"], "value": [0.15, 0.55, 0.04], "comparator": ["eq", "eq", "le"]}
    columns |= {
        "baseline": [0.15, 0.5, 0.03],
        "concept": ["forest_cover", "urbanisation_rate", "registered_unemployment"],
    }
    assert targets_table(polars.DataFrame(columns))["form"].to_list() == ["hold", "path", "hold"]


def test_a_baseline_that_is_a_bound_proves_nothing_on_its_open_side() -> None:
    """At most 3 % shows that a cap of 4 % was kept, and not that a floor of 2 % was."""
    columns = {"target": ["cap", "floor"], "value": [0.04, 0.02], "comparator": ["le", "ge"]}
    columns |= {"baseline": [0.03, 0.03], "baseline_comparator": ["le", "le"]}
    assert targets_table(polars.DataFrame(columns))["form"].to_list() == ["hold", "path"]


@pytest.mark.parametrize(
    ("text", "obstacle"),
    [
        ("易地搬迁安置1200户。", "safeguard"),
        ("到2025年，转移农村富余劳动力7万人次。", "safeguard"),
        ("到2025年，单位GDP能耗控制在自治区约束指标内。", "deferred"),
    ],
)
def test_obstacles_leave_a_target_without_a_form(text: str, obstacle: str) -> None:
    """What counts people being moved, and what is decided elsewhere, is never rated."""
    row = first(text)
    assert (row["obstacle"], row["form"]) == (obstacle, "none")
    assert obstacle in OBSTACLES


DECIDED = """target,year,value,unit,document,date
{name},2022,3,%,2022年计划,2022-01-20
{name},2023,4,%,2023年计划,2023-01-20
"""


def test_a_decision_a_year_makes_a_deferred_target_held_every_year() -> None:
    """Each year's figure is a target of its own, and the deferred one is held by its worst margin."""
    plan = planned("到2025年，地区生产总值增速各年度视情提出。")
    name = targets_of(plan)["item"][0]
    decisions = decisions_of(DECIDED.format(name=name).encode())
    rows = targets_of(plan, decisions, date(2023, 6, 1))
    assert rows.select("target", "measure", "form", "goal", "goal_time").rows() == [
        (name, "margin", "hold", 0.0, 2025.0),
        (f"{name}:2022", "value", "path", 0.03, 2022.0),
        (f"{name}:2023", "value", "path", 0.04, 2023.0),
    ]


def test_a_later_decision_is_not_known_before_its_day() -> None:
    """On the last day before, the target is still deferred."""
    plan = planned("到2025年，地区生产总值增速各年度视情提出。")
    decisions = decisions_of(DECIDED.format(name=targets_of(plan)["item"][0]).encode())
    assert targets_of(plan, decisions, date(2022, 1, 19))["obstacle"].to_list() == ["deferred"]
    assert targets_of(plan, decisions, date(2022, 6, 1)).height == 2


def test_a_decision_for_the_whole_period_fills_the_target() -> None:
    """The quota of the upper level is a reduction like any other."""
    plan = planned("到2025年，单位GDP能耗控制在自治区约束指标内。")
    name = targets_of(plan)["item"][0]
    decisions = decisions_of(f"target,value,unit,document,date\n{name},14,%,分解方案,2021-09-01\n".encode())
    row = targets_of(plan, decisions, date(2024, 1, 1)).row(0, named=True)
    assert (row["measure"], row["form"], row["raw"]) == ("reduction", "path", "分解方案")
    assert math.isclose(row["goal"], 0.86)


def test_a_decision_in_another_dimension_is_not_used() -> None:
    """So many yuan decide nothing on growth in percent."""
    plan = planned("到2025年，单位GDP能耗控制在自治区约束指标内。")
    name = targets_of(plan)["item"][0]
    decisions = decisions_of(f"target,value,unit,document,date\n{name},14,亿元,分解方案,2021-09-01\n".encode())
    assert targets_of(plan, decisions, date(2024, 1, 1))["obstacle"].to_list() == ["deferred"]


def test_a_table_made_directly_needs_a_name_and_a_number_only() -> None:
    """Everything else is worked out or stays null."""
    made = targets_table(polars.DataFrame({"target": ["a"], "value": [5]}))
    assert made.schema == polars.Schema(TARGETS)
    assert made.select("item", "kind", "comparator", "measure", "form", "goal").row(0) == (
        "a", "level", "eq", "value", "path", 5.0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"target": ["a"]}, "a column is missing"),
        ({"target": ["a", "a"], "value": [1.0, 2.0]}, "targets must differ"),
        ({"target": ["a"], "value": ["much"]}, "value: not as it should be"),
        ({"target": ["a"], "value": [math.inf]}, "not a number"),
        ({"target": ["a"], "value": [1.0], "colour": ["red"]}, "unknown columns"),
    ],
)
def test_a_wrong_table_is_told_what_is_wrong(columns: dict[str, list[Any]], told: str) -> None:
    """The column, what stands there and what would be accepted are named."""
    with pytest.raises(UsageError, match=told):
        targets_table(polars.DataFrame(columns))
