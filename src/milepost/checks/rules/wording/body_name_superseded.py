"""A department is called by a name that a reform did away with.

## 查什么
规划期开始时已随机构改革撤并、更名的部门仍以旧名出现，如2018年机构改革前的环保局、国土资源局、卫计委。回顾过去的章节不
查。

## 为什么要紧
任务交给已不存在的机构，无人承接；也说明文字沿用旧稿，其他内容可能同样过时。

## What it checks
A department appears under a name that it no longer bears when the plan begins. Sections on the past are left alone.

## Why it matters
A task for a body that no longer exists falls to nobody; and the text was taken over from an older plan.

## References
《深化党和国家机构改革方案》（2018年）
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.standing_names import standing_names

RULE = Rule(
    code="WO04",
    name="body-name-superseded",
    severity="warning",
    title=Words("机构名称已变更", "a department's name is out of date"),
    advice=Words("改用机构改革后的名称。", "Use the department's present name."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Old names of departments in a plan that begins after they were changed."""
    former, start = inspection.words.naming.former_bodies, inspection.plan.period.start
    if start is None:
        return
    for name, place in standing_names(inspection, former):
        year, now = former[name]
        section = inspection.section_at(place.start)
        if start < year or now in (section.title if section else "") or (section and section.id in inspection.past):
            continue
        yield Fault(
            Words(
                f"“{inner(name)}”是机构改革前的名称，现为“{inner(now)}”",
                f"{quoted(name)} was renamed by {year}; it is now {quoted(now)}",
            ),
            (place,),
        )


FINDS = [
    "青禾市发展规划纲要（2021—2025年）\n第一章  生态环境\n由市⟦环保局⟧、⟦国土资源局⟧牵头落实。\n",
]
PASSES = [
    "青禾市发展规划纲要（2021—2025年）\n第一章  生态环境\n由市生态环境局、自然资源局、农业农村局牵头落实。\n",
    "青禾市发展规划纲要（2011—2015年）\n第一章  生态环境\n由市环保局、国土资源局牵头落实。\n",
]
