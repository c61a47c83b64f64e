"""Projects of a box name no place, while those of the other boxes do.

## 查什么
其他专栏的项目大多写明所在地，而某些专栏的项目（默认三个以上、八成以上）没有地点，如“普通高中”“体育公园”。全文合并为一条。

## 为什么要紧
没有地点的项目分不到县（市），多半还停留在设想阶段；读者也不知道会建在哪里。

## What it checks
Boxes of three projects or more, eight in ten of which name no place ("sports parks"), in a plan most of whose projects
do. One finding for the document.

## Why it matters
A project without a place falls to no county, and is mostly no more than an idea.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.boxed import boxed_projects
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words

RULE = Rule(
    code="CV09",
    name="projects-without-place",
    severity="info",
    title=Words("专栏项目没有地点", "projects without a place"),
    advice=Words("写明项目所在县（市）或建设地点。", "Say in which county or at which site each project lies."),
    remedy="note",
    parameters=(
        Parameter("share", 0.8, 0.1, 1.0, Words("没有地点的项目所占比例", "share of the projects without a place")),
        Parameter("least", 3, 1, 100, Words("专栏至少有几个项目", "how many projects a box must have")),
    ),
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding for the boxes whose projects name no place, unless that is how the plan writes them all."""
    share, least = inspection.parameter(RULE, "share"), inspection.parameter(RULE, "least")
    boxes = inspection.derived(boxed_projects)
    if 2 * sum(len(each.placeless) for each in boxes) > sum(len(each.projects) for each in boxes):
        return
    vague = [
        each for each in boxes if len(each.projects) >= least and len(each.placeless) >= share * len(each.projects)
    ]
    if not vague:
        return
    counts = [f"{each.box.title}（{len(each.projects)}个中{len(each.placeless)}个）" for each in vague]
    message = Words(
        f"项目没有写明地点：{'、'.join(counts)}",
        "projects name no place: "
        + "; ".join(f"{each.box.title} ({len(each.placeless)} of {len(each.projects)})" for each in vague),
    )
    yield Fault(
        message, tuple(span for each in vague for span in (each.box.span, *(one.span for one in each.placeless)))
    )


_HEAD = "# 青禾市“十四五”规划纲要（2021—2025年）\n\n## 第一章  发展农业\n\n抓好粮食生产。\n\n专栏1 农业重点项目\n\n"
_PLACED = "青禾市种业基地、东山县冷链物流园、柳河县畜牧产业园、石桥县农机服务中心项目。\n\n"

FINDS = [
    _HEAD + _PLACED + "## 第二章  发展体育\n\n开展全民健身。\n\n⟦专栏2 体育重点项目⟧\n\n"
    "⟦体育公园⟧、⟦健身步道⟧、⟦全民健身场地⟧等项目。\n",
]
PASSES = [
    _HEAD + _PLACED + "## 第二章  发展体育\n\n开展全民健身。\n\n专栏2 体育重点项目\n\n"
    "青禾市体育公园、东山县健身步道、柳河县全民健身场地等项目。\n",
    _HEAD + "种业基地、冷链物流园、畜牧产业园、农机服务中心项目。\n",
]
