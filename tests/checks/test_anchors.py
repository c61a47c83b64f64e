"""What a relative target hangs on."""

from __future__ import annotations

from checks_support import plan_of_case
from milepost.checks.anchors import anchors, is_set
from milepost.checks.goals import goals
from milepost.checks.inspection import Inspection

TABLE = """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 地区生产总值增长（%） | 5.1 | {growth} | 预期性 |
| 全员劳动生产率增长（%） | — | 高于GDP增长 | 预期性 |

# 民生

到2025年，实现劳动报酬提高与劳动生产率同步。
"""


def test_a_target_hangs_on_a_number_by_way_of_another() -> None:
    """Pay hangs on productivity, productivity on growth, and growth has a number."""
    inspection = Inspection.of(plan_of_case(TABLE.format(growth="6左右")))
    pay = goals(inspection)[-1]
    assert [goal.name for goal in anchors(pay, inspection)] == ["全员劳动生产率增长"]
    assert is_set(anchors(pay, inspection), inspection)


def test_a_chain_without_a_number_is_not_set() -> None:
    """Where the last link is left open, all that hang on it are."""
    inspection = Inspection.of(plan_of_case(TABLE.format(growth="保持在合理区间")))
    pay = goals(inspection)[-1]
    assert not is_set(anchors(pay, inspection), inspection)


def test_two_targets_that_hang_on_each_other_are_not_set() -> None:
    """A circle of relations ends, and gives no number."""
    text = "第一章  民生\n到2025年，劳动报酬提高与劳动生产率同步，劳动生产率增长与劳动报酬提高同步。\n"
    inspection = Inspection.of(plan_of_case(text))
    for goal in goals(inspection):
        assert not is_set(anchors(goal, inspection), inspection)
