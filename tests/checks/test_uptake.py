"""Where the chapters take up an indicator of the table."""

from __future__ import annotations

import pytest

from checks_support import plan_of_case
from milepost.checks.inspection import Inspection
from milepost.checks.uptake import uptakes

_HEAD = (
    "# 青禾市“十四五”规划纲要（2021—2025年）\n\n## 第一章  主要目标\n\n| 指标 | 2020年 | 2025年 | 属性 |\n"
    "| --- | --- | --- | --- |\n"
)


@pytest.mark.parametrize(
    ("row", "chapter", "mention", "has_figure"),
    [
        ("1.森林覆盖率（%） | 20 | 21 | 约束性", "森林覆盖率达到21%。", "森林覆盖率达到21%", True),
        ("1.学前教育毛入园率（%） | 90 | 95 | 预期性", "新建一批幼儿园。", "幼儿园", False),
        ("1.每万人口发明专利拥有量（件） | 1 | 2 | 预期性", "支持企业申请专利。", "专利", False),
        ("1.劳动年龄人口平均受教育年限（年） | 10 | 11 | 约束性", "发展职业教育。", None, False),
    ],
)
def test_a_chapter_takes_an_indicator_up(row: str, chapter: str, mention: str | None, has_figure: bool) -> None:
    """By a target of the same concept, by its name, by words on the same matter, or not at all."""
    inspection = Inspection.of(plan_of_case(f"{_HEAD}| {row} |\n\n## 第二章  任务\n\n{chapter}加快补短板。\n"))
    (uptake,) = uptakes(inspection)
    assert (uptake.mention.of(inspection.text) if uptake.mention else None) == mention
    assert uptake.has_figure is has_figure


def test_outcomes_of_everything_are_left_out() -> None:
    """No single chapter must take up the gross regional product."""
    text = f"{_HEAD}| 1.地区生产总值（亿元） | 100 | 150 | 预期性 |\n\n## 第二章  任务\n\n发展农业。加快补短板。\n"
    assert uptakes(Inspection.of(plan_of_case(text))) == ()


def test_a_table_with_hardly_any_text_is_left_out() -> None:
    """Where the text has fewer measures than the table has rows, it is not there to take them up."""
    rows = "| 1.森林覆盖率（%） | 20 | 21 | 约束性 |\n| 2.耕地保有量（万亩） | 9 | 9 | 约束性 |\n"
    text = f"{_HEAD}{rows}\n## 第二章  说明\n\n见附件。\n"
    assert uptakes(Inspection.of(plan_of_case(text))) == ()
