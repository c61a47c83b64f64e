"""Which parts lay down tasks, and which of their chapters have something that can be measured."""

from __future__ import annotations

from milepost.checks.inspection import Inspection
from milepost.checks.tasks import divisions, task_sections
from milepost.plans.run import read_text

_PLAN = (
    "青禾市“十四五”规划纲要（2021—2025年）\n第一篇  发展基础\n第一章  主要成就\n成绩显著。\n第二篇  总体要求\n"
    "第一章  指导思想\n坚持稳中求进。\n第二章  主要目标\n粮食产量达到20万吨。\n第三篇  发展农业\n第一章  粮食\n"
    "到2025年建成高标准农田5万亩。\n第二章  畜牧\n扩大养殖。\n第三章  加强农村党的建设\n强化基层组织。\n"
    "第四篇  保障规划实施\n第一章  加强监测评估\n开展监测。\n"
)


def _inspection(text: str) -> Inspection:
    return Inspection.of(read_text(text, "zh"))


def test_the_past_the_goals_and_the_carrying_out_lay_down_no_tasks() -> None:
    """Of a plan's parts only those remain that say what is to be done."""
    inspection = _inspection(_PLAN)
    titles = [section.title for section in inspection.plan.sections if section.id in task_sections(inspection)]
    assert titles == ["发展农业", "粮食", "畜牧", "加强农村党的建设"]


def test_a_division_knows_its_chapters_with_and_without_figures() -> None:
    """Chapters for which no figure is asked are left out; of the others those without one are known."""
    (division,) = divisions(_inspection(_PLAN))
    assert [chapter.title for chapter in division.chapters] == ["粮食", "畜牧"]
    assert [chapter.title for chapter in division.unmeasured] == ["畜牧"]


def test_chapters_under_no_part_are_one_division() -> None:
    """A plan without parts has one division without a section."""
    text = "青禾市“十四五”规划纲要（2021—2025年）\n第一章  农业\n粮食产量达到20万吨。\n第二章  工业\n壮大工业。\n"
    (division,) = divisions(_inspection(text))
    assert division.section is None
    assert len(division.unmeasured) == 1


def test_a_report_on_one_year_has_no_divisions() -> None:
    """Yearly reports have another anatomy."""
    assert divisions(_inspection("2025年青禾市政府工作报告\n一、农业\n抓好粮食生产。\n")) == ()
