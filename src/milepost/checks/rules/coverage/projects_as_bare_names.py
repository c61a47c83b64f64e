"""Boxes list projects by name only: no size, no money, no date, nobody responsible.

## 查什么
专栏中的项目（默认三个以上、八成以上）只有名称，没有建设规模、投资、起止时间或责任单位。全文合并为一条，列出这些专栏。

## 为什么要紧
只有名称的项目难以落实要素保障，也无法跟踪进度、判断是否完成。

## What it checks
Boxes of three projects or more, of which eight in ten or more give neither a size nor money, date or responsible body.
One finding for the document names the boxes.

## Why it matters
A name alone secures neither land nor money, and nobody can follow the project or tell when it is done.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.boxed import boxed_projects
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import inner

RULE = Rule(
    code="CV08",
    name="projects-as-bare-names",
    severity="info",
    title=Words("专栏项目只有名称", "projects as bare names"),
    advice=Words(
        "为重点项目注明建设规模、总投资、起止年限和责任单位，或附项目表。",
        "Give size, investment, years and responsible body of the key projects, or annex a table of them.",
    ),
    remedy="note",
    parameters=(
        Parameter("share", 0.8, 0.1, 1.0, Words("只有名称的项目所占比例", "share of the projects with a name only")),
        Parameter("least", 3, 1, 100, Words("专栏至少有几个项目", "how many projects a box must have")),
    ),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding that names the boxes whose projects are mostly bare names."""
    share, least = inspection.parameter(RULE, "share"), inspection.parameter(RULE, "least")
    bare = [
        each
        for each in inspection.derived(boxed_projects)
        if len(each.projects) >= least and len(each.bare) >= share * len(each.projects)
    ]
    if not bare:
        return
    total, without = sum(len(each.projects) for each in bare), sum(len(each.bare) for each in bare)
    titles = [inner(each.box.title) for each in bare]
    message = Words(
        f"{len(bare)}个专栏的{total}个项目中有{without}个只有名称，没有规模、投资、时间或责任单位：{'、'.join(titles)}",
        f"{without} of {total} projects in {len(bare)} {'box' if len(bare) == 1 else 'boxes'} have a name only, "
        f"without size, money, date or body responsible: {'; '.join(titles)}",
    )
    yield Fault(message, tuple(each.box.span for each in bare))


FINDS = [
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n\n## 第一章  发展农业\n\n抓好粮食生产。\n\n⟦专栏1 农业重点项目⟧\n\n"
        "青禾市种业基地、东山县冷链物流园、柳河县畜牧产业园项目。\n"
    ),
]
PASSES = [
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n\n## 第一章  发展农业\n\n抓好粮食生产。\n\n专栏1 农业重点项目\n\n"
        "青禾市10万亩种业基地、东山县冷链物流园（仓容5万吨）、柳河县年出栏2万头畜牧产业园项目。\n"
    ),
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n\n## 第一章  发展农业\n\n抓好粮食生产。\n\n专栏1 农业重点项目\n\n"
        "青禾市种业基地。\n"
    ),
]
