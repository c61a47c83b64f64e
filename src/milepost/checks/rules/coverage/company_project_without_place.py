"""A project goes by the name of a company and names no place.

## 查什么
专栏中的项目只写“某某公司……项目”，没有写明在哪个县（市）或园区。全文合并为一条。

## 为什么要紧
公司注册地不等于建设地；不写地点，属地责任、用地和环评都无从落实，企业变更后项目也难以辨认。

## What it checks
Projects of a box that are known by the name of a firm only and say nothing of the place.

## Why it matters
A firm's seat is not the site. Without a place no county answers for the project, and it cannot be recognised once the
firm changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.boxed import boxed_projects
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="CV10",
    name="company-project-without-place",
    severity="info",
    title=Words("企业项目没有地点", "a company's project without a place"),
    advice=Words("在企业名称前写明建设地点。", "Put the site before the firm's name."),
    remedy="note",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding with all projects that name a firm and no place."""
    company = inspection.words.coverage.company
    found = [
        project
        for each in inspection.derived(boxed_projects)
        for project in each.placeless
        if company.match(inspection.language.fold(project.name))
    ]
    if not found:
        return
    names = "、".join(inner(each.name) for each in found)
    listed = ", ".join(quoted(each.name) for each in found)
    message = Words(
        f"项目只有企业名称，没有写明建在哪里：{names}", f"known by a company's name only, no site given: {listed}"
    )
    yield Fault(message, tuple(each.span for each in found))


_HEAD = "# 青禾市“十四五”规划纲要（2021—2025年）\n\n## 第一章  发展工业\n\n抓好工业生产。\n\n专栏1 工业重点项目\n\n"

FINDS = [
    _HEAD + "青禾市建材产业园、⟦华晟新材料有限公司生产线扩建⟧、东山县农机产业园项目。\n",
]
PASSES = [
    _HEAD + "青禾市建材产业园、东山县华晟新材料有限公司生产线扩建、柳河县农机产业园项目。\n",
    _HEAD + "青禾市建材产业园、东山县农机产业园项目。\n",
]
