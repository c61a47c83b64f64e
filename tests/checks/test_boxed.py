"""What the projects of a box say of themselves."""

from __future__ import annotations

from milepost.checks.boxed import boxed_projects
from milepost.checks.inspection import Inspection
from milepost.plans.run import read_text

_TEXT = (
    "青禾市“十四五”规划纲要（2021—2025年）\n第一章  民生\n补齐短板。\n专栏1 民生重点项目\n"
    "东山县第三中学、青禾市养老服务中心（500张床位）、体育公园、普通高中、青禾市至柳河县公路。\n"
)


def test_projects_without_a_place_and_with_a_name_only_are_known() -> None:
    """A county's name or a line between two is a place, a number of beds a size."""
    (boxed,) = boxed_projects(Inspection.of(read_text(_TEXT, "zh")))
    assert [project.name for project in boxed.placeless] == ["体育公园", "普通高中"]
    assert "青禾市养老服务中心（500张床位）" not in [project.name for project in boxed.bare]
    assert len(boxed.bare) == 4
