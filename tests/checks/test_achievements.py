"""How what was achieved is set beside what is aimed at."""

from __future__ import annotations

import pytest

from checks_support import plan_of_case
from milepost.checks.achievements import Amount, best_fact, of_baseline, of_goal, verdict
from milepost.checks.goals import Goal, Way, goals
from milepost.checks.inspection import Inspection
from milepost.checks.starts import known_starts

HEAD = "青禾市“十四五”规划纲要（2021—2025年）\n第一章  发展基础\n"


def goal_named(text: str, name: str) -> tuple[Inspection, Goal]:
    """The inspection of a text, and its first target with a name."""
    inspection = Inspection.of(plan_of_case(text))
    return inspection, next(goal for goal in goals(inspection) if goal.name == name)


@pytest.mark.parametrize(
    ("way", "target", "past", "expected"),
    [
        ("up", (95, "ge"), (95.8, "eq"), "weaker"),
        ("up", (98, "ge"), (98, "eq"), "equal"),
        ("up", (98, "gt"), (98, "eq"), "stronger"),
        ("down", (4, "le"), (3, "le"), "weaker"),
        ("down", (4, "lt"), (4, "eq"), "stronger"),
        ("up", (100, "approx"), (102, "eq"), "equal"),
        ("up", (90, "approx"), (102, "eq"), "weaker"),
    ],
)
def test_a_target_is_weaker_equal_or_stronger(
    way: Way, target: tuple[float, str], past: tuple[float, str], expected: str
) -> None:
    """The wanted direction decides; a strict bound asks for more than the same value, a rough one for no more."""
    assert verdict(way, Amount(target[0], "1", target[1]), Amount(past[0], "1", past[1])) == expected


def test_sums_are_compared_by_the_mean_of_a_year() -> None:
    """A yearly average and the sum of five years come to one measure."""
    text = (
        HEAD + "“十三五”时期，五年累计实现城镇新增就业10.5万人。\n第二章  目标\n“十四五”期间年均城镇新增就业2万人。\n"
    )
    inspection, goal = goal_named(text, "城镇新增就业")
    target, fact = of_goal(goal, inspection), best_fact(goal, inspection)
    assert target is not None
    assert fact is not None
    assert (target.value, fact.amount.value) == (20_000, 21_000)


def test_a_gain_is_no_level() -> None:
    """By how much a thing is to change, and a sum that tells the gain of its own row, set no level."""
    inspection, goal = goal_named("第一章  目标\n到2015年，城镇化率提高4个百分点。\n", "城镇化率提高")
    assert of_goal(goal, inspection) is None


def test_the_start_of_a_stock_is_not_compared_with_what_is_added_to_it() -> None:
    """A baseline of a stock says nothing of the sum to be added."""
    table = "# 主要指标\n\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 公路总里程（公里） | 1300 | 〔200〕 |\n"
    inspection, goal = goal_named(table, "公路总里程")
    assert of_baseline(goal) is None
    assert inspection.plan.indicators[0].baseline is not None


def test_the_last_of_several_facts_is_the_one_to_measure_by() -> None:
    """Where the past is told from one value to another, the later value counts."""
    text = HEAD + "企业开办时间由8个工作日压缩到1个工作日。\n第二章  目标\n企业开办时间缩短至0.5个工作日。\n"
    inspection, goal = goal_named(text, "企业开办时间")
    fact = best_fact(goal, inspection)
    assert fact is not None
    assert fact.fact.value == 1


def test_words_that_add_no_meaning_do_not_hide_a_fact() -> None:
    """境内公路里程 is the start of 公路总里程."""
    text = HEAD + "境内公路里程达到1.3万公里。\n第二章  目标\n到2025年，公路总里程达到1.5万公里。\n"
    inspection, goal = goal_named(text, "公路总里程")
    assert goal.topic in inspection.derived(known_starts)
    assert best_fact(goal, inspection) is not None
