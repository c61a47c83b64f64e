"""A project is listed twice with two sizes.

## 查什么
同一地点、同一名称的项目出现两次，名称中的规模、产能或数量不同。

## 为什么要紧
规模决定用地、投资和能耗指标。两个数必有一个不对，审批和统计都会出错。

## What it checks
The same project, by name and place, stands in the boxes twice with different figures in its name.

## Why it matters
Land, money and energy follow from the size. One of the two is wrong, and so is whatever is derived from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.project_names import NamedProject, named_projects
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="CO10",
    name="project-with-two-sizes",
    severity="error",
    title=Words("同一项目规模不一", "one project has two sizes"),
    advice=Words(
        "核实规模并改为一致；分期建设的写明各期规模。", "Check the size and use one; name the stages if there are two."
    ),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each pair of projects that differ only in the figures of their names."""
    same: dict[tuple[str | None, str], list[NamedProject]] = {}
    for named in inspection.derived(named_projects):
        if named.project.quantities and named.shape != named.rest:
            same.setdefault((named.place, named.shape), []).append(named)
    for group in same.values():
        different = list({each.rest: each for each in group}.values())
        if len(different) == 2:
            one, other = different[0].project, different[1].project
            message = Words(
                f"“{inner(one.name)}”与“{inner(other.name)}”除规模外相同，疑为同一项目两个规模",
                f"{quoted(one.name)} and {quoted(other.name)} differ only in size",
            )
            yield Fault(message, (one.span, other.span))


FINDS = [
    (
        "第一章  农业\n专栏1：农业重点项目\n⟦柳湾县年产20万吨优质大米加工⟧、石桥县中心粮库等项目。\n第二章  工业\n"
        "专栏2：工业重点项目\n"
        "⟦柳湾县年产30万吨优质大米加工项目⟧、东岭县竹材加工等项目。\n"
    ),
    (
        "# Northfield District Plan 2026-2030\n## Trade\nBox 1: Trade projects\n"
        "⟦Harbour solar plant (20 MW)⟧; Mill Lane bridge.\n## Towns\nBox 2: Town projects\n"
        "⟦Harbour solar plant (30 MW)⟧; Church Hill park.\n"
    ),
]
PASSES = [
    "第一章  农业\n专栏1：农业重点项目\n柳湾县年产20万吨优质大米加工、石桥县年产30万吨优质大米加工等项目。\n",
    "第一章  工业\n专栏1：工业重点项目\n柳湾县年产20万吨优质大米加工、柳湾县年产30万吨专用面粉加工等项目。\n",
]
