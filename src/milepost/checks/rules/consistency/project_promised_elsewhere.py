"""A project of a box is a task only in the text of another part.

## 查什么
专栏所列的某个具体项目，本篇（无篇的为本章）正文没有提到，却在另一篇的正文中以同一名称作为建设任务提出。

## 为什么要紧
同一项目由两篇分别部署，责任、资金来源和阶段可能各说各话；统计任务时也会重复。

## What it checks
The text of the part (or chapter, where there are no parts) in which a box lists a project says nothing of it, and the
text of another part sets it, by the same name, as a task.

## Why it matters
Two parts mean two departments, two sources of money and perhaps two stages; and the task is counted twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.project_mentions import ProjectIndex, running_clauses
from milepost.checks.project_names import NamedProject, boxes_of, spelled
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.plans.model import Section

RULE = Rule(
    code="CO21",
    name="project-promised-elsewhere",
    severity="info",
    title=Words("专栏项目只在另一篇部署", "a project of a box is promised in another part only"),
    advice=Words(
        "确认为同一项目，明确主责和阶段，另一处改为引用。",
        "Make sure that it is one project, name who leads and how far it is, and refer to it in the second place.",
    ),
    remedy="note",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each clause that sets a project of another part's box as a task."""
    index, words = inspection.derived(ProjectIndex), inspection.words.consistency
    told: dict[Span, list[int]] = {}
    for clause in inspection.derived(running_clauses) if inspection.plan.projects else ():
        for place, named in index.mentioned(clause):
            told.setdefault(named.project.span, []).append(place.start)
    for clause in inspection.derived(running_clauses) if inspection.plan.projects else ():
        part = _part_at(clause.start, inspection)
        if part is None or part.id in inspection.past or not words.list_lead.search(inspection.folded, *clause):
            continue
        for place, named in index.mentioned(clause):
            other = _part_at(named.span.start, inspection)
            if other is None or other.id == part.id or not _is_named(place, named, inspection):
                continue
            box = boxes_of([named])
            if any(_part_at(at, inspection) == other for at in told[named.project.span]):
                continue
            message = Words(
                f"“{inner(named.project.name)}”列入{box.zh}，作为任务却只在“{inner(part.title)}”中提出",
                f"{quoted(named.project.name)} stands in {box.en}, but is a task only in part {quoted(part.title)}",
            )
            yield Fault(message, (place, named.span))


def _part_at(offset: int, inspection: Inspection) -> Section | None:
    """The highest section around a character."""
    section = inspection.section_at(offset)
    while section is not None and section.parent is not None:
        section = inspection.sections.get(section.parent)
    return section


def _is_named(place: Span, named: NamedProject, inspection: Inspection) -> bool:
    """Whether a project with a place, or a line, is named just as in its box."""
    spelling, fold = inspection.words.consistency, inspection.language.fold
    in_full = spelled(fold(place.of(inspection.text)), spelling) == spelled(fold(named.project.name), spelling)
    line = spelling.line_dash in named.rest
    return in_full and (line or named.place not in (None, "whole"))


FINDS = [
    (
        "第一篇  创新\n第一章  创业\n支持创业。\n专栏1：创业重点项目\n⟦石桥县营丰创业园⟧、柳湾县科技园等项目。\n"
        "第二篇  协作\n第一章  产业协作\n加快建设⟦石桥县营丰创业园⟧和协作基地。\n"
    ),
]
PASSES = [
    (
        "第一篇  交通\n第一章  铁路\n开展石桥至北山口铁路前期工作。\n专栏1：铁路重点项目\n"
        "石桥至北山口铁路、柳湾县客运站等项目。\n第二篇  开放\n第一章  通道\n加快建设石桥至北山口铁路。\n"
    ),
    (
        "第一篇  交通\n第一章  铁路\n完善铁路网。\n专栏1：铁路重点项目\n"
        "石桥至北山口铁路（境内段）、柳湾县客运站等项目。\n第二篇  开放\n第一章  通道\n加快建设石桥至北山口铁路。\n"
    ),
    "第一篇  创新\n第一章  创业\n加快建设石桥县营丰创业园。\n专栏1：创业重点项目\n重点实施石桥县营丰创业园等项目。\n",
    (
        "第一篇  创新\n第一章  创业\n支持创业。\n专栏1：农村重点项目\n农村人居环境整治项目、柳湾县科技园等项目。\n"
        "第二篇  乡村\n第一章  乡村建设\n加快农村人居环境整治。\n"
    ),
]
