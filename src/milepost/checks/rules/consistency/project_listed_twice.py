"""A project is listed twice.

## 查什么
同一项目（去掉“工程”“项目”“建设”等尾词和引号、破折号写法的差别后同名、同地）在专栏或项目清单中出现两次以上。两个专栏共有
三个以上项目的，合并为一条。

## 为什么要紧
项目个数、投资和产能会重复统计；两处以后改动不同步，进度也不知以哪一处为准。

## What it checks
The same project, by name and place, stands in the boxes or lists of projects more than once. Words like "project" at
the end and ways of writing do not count. Three projects and more that two boxes share are one finding.

## Why it matters
Its money and capacity are counted twice, and once one of the two is changed nobody knows which holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.project_names import NamedProject, boxes_of, named_parts, named_projects, shared_by_boxes
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="CO08",
    name="project-listed-twice",
    severity="warning",
    title=Words("项目重复列出", "a project is listed twice"),
    advice=Words(
        "只保留一处；须在两处出现的，注明“同专栏×”，统计时只计一次。",
        "Keep it in one place, or say in the second that it is the one of the first, and count it once.",
    ),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each project that stands in two places, those that two boxes share in number together."""
    same: dict[tuple[str | None, str], list[NamedProject]] = {}
    for named in inspection.derived(named_projects):
        same.setdefault((named.place, named.rest), []).append(named)
    for part in named_parts(inspection):
        if (part.place, part.rest) in same:
            same[part.place, part.rest].append(part)
    for groups in shared_by_boxes([group for group in same.values() if len(group) > 1]):
        first = groups[0]
        where = boxes_of(first)
        if len(groups) > 1:
            message = Words(
                f"{where.zh}重复列出“{inner(first[0].project.name)}”等{len(groups)}个项目",
                f"{len(groups)} projects, among them {quoted(first[0].project.name)}, are listed in {where.en}",
            )
        else:
            message = Words(
                f"项目“{inner(first[0].project.name)}”在{where.zh}列出{len(first)}次",
                f"project {quoted(first[0].project.name)} is listed {len(first)} times: {where.en}",
            )
        yield Fault(message, tuple(sorted({each.span for group in groups for each in group})))


FINDS = [
    (
        "第一章  农业\n专栏1：农业重点项目\n重点实施⟦石桥县冷链物流中心⟧、柳湾县中心粮库等项目。\n第二章  商贸\n"
        "专栏2：商贸重点项目\n"
        "重点实施⟦石桥县冷链物流中心建设项目⟧、东岭县农贸市场改造等项目。\n"
    ),
    "第一章  生态\n专栏1：生态重点项目\n⟦“三北”防护林工程⟧、湿地修复、矿山治理、⟦三北防护林工程⟧等项目。\n",
    (
        "# Northfield District Plan 2026-2030\n## Roads\nBox 1: Key projects\n"
        "⟦Mill Lane bridge⟧; Harbour market; ⟦Mill Lane bridge project⟧.\n"
    ),
]
PASSES = [
    "第一章  能源\n专栏1：能源重点项目\n重点实施石桥县垃圾焚烧发电、柳湾县垃圾焚烧发电等项目。\n",
    "第一章  能源\n专栏1：能源重点项目\n重点实施金水河七级水电站、金水河十级水电站等项目。\n",
]
