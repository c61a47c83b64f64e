"""A project is listed twice under names that differ in little.

## 查什么
专栏或项目清单中两个项目名称只差一个字、几个字或词序，地点相同（或一处写全地区、一处写某县），很可能是同一项目。

## 为什么要紧
同一项目两个名称，会被当作两个项目统计；若确是两个项目，名称应当分得开。

## What it checks
Two projects of the boxes have the same place and names that differ in one character, a few characters or the order of
words; or the same name, once for the whole region and once for a part of it.

## Why it matters
One project with two names is counted as two. If they are two, their names must tell them apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.project_names import NamedProject, named_projects, near_pairs, shared_by_boxes
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="CO09",
    name="project-under-two-names",
    severity="warning",
    title=Words("疑为同一项目两个名称", "one project under two names"),
    advice=Words(
        "核实是否同一项目：是则统一名称、只列一处，否则在名称中写明区别。",
        "Find out whether they are one: if so use one name and list it once, if not let the names tell them apart.",
    ),
    remedy="note",
)

_LONG = 10  # characters of a name that differs in one from another of its list by mistake
_TELLING = 6  # characters of a name that is hardly given to two projects by chance


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each pair of projects that may well be one, those that two boxes share in number together."""
    named = inspection.derived(named_projects)
    pairs = [list(pair) for pair in near_pairs(named, inspection.words.consistency.apart) if _one_place(*pair)]
    pairs += [list(pair) for pair in _part_and_whole(named)]
    for groups in shared_by_boxes(pairs):
        one, other = (each.project.name for each in groups[0])
        count = len(groups)
        message = Words(
            f"“{inner(one)}”与“{inner(other)}”"
            + (f"等{count}对项目名称相近，" if count > 1 else "名称相近，")
            + "疑为同一项目",
            f"{quoted(one)} and {quoted(other)}"
            + (f" and {count - 1} other pairs" if count > 1 else "")
            + " may be one project",
        )
        yield Fault(message, tuple(sorted({each.project.span for group in groups for each in group})))


def _one_place(one: NamedProject, other: NamedProject) -> bool:
    """Whether the places agree; in one list a short name with another character was meant to be another."""
    one_list = (one.project.box, one.project.box_title) == (other.project.box, other.project.box_title)
    changed = len(one.rest) == len(other.rest)
    return one.place == other.place and not (one_list and changed and len(one.rest) < _LONG)


def _part_and_whole(named: tuple[NamedProject, ...]) -> Iterator[tuple[NamedProject, NamedProject]]:
    """Projects of one name, one of them for the whole region and the other for a part of it."""
    by_rest: dict[str, list[NamedProject]] = {}
    for each in named:
        if len(each.rest) >= _TELLING:
            by_rest.setdefault(each.rest, []).append(each)
    for members in by_rest.values():
        whole = [each for each in members if each.place == "whole"]
        parts = [each for each in members if each.place not in (None, "whole")]
        if len(whole) == len(parts) == 1:
            first, second = sorted((whole[0], parts[0]), key=lambda each: each.project.span)
            yield first, second


FINDS = [
    (
        "第一章  农业\n专栏1：林草重点项目\n⟦天然林保护工程⟧、退牧还草工程等项目。\n第二章  生态\n专栏2：生态重点项目\n"
        "⟦天然林资源保护工程⟧、矿山治理等项目。\n"
    ),
    (
        "第一章  农业\n专栏1：农业重点项目\n⟦石桥县现代肉牛产业园⟧、柳湾县中心粮库等项目。\n第二章  工业\n"
        "专栏2：工业重点项目\n"
        "⟦地区现代肉牛产业园⟧、东岭县竹材加工等项目。\n"
    ),
    (
        "# Northfield District Plan 2026-2030\n## Roads\nBox 1: Road projects\n⟦Mill Lane bridge⟧; Harbour market.\n"
        "## Towns\nBox 2: Town projects\n⟦Mill Line bridge⟧; Church Hill park.\n"
    ),
]
PASSES = [
    "第一章  农业\n专栏1：农业重点项目\n石桥县现代肉牛产业园、柳湾县现代肉羊产业园、柳湾县现代肉牛产业园等项目。\n",
    (
        "第一章  能源\n专栏1：能源重点项目\n重点实施金水河七级水电站、金水河十级水电站、石桥县第一中学、"
        "石桥县第三中学等项目。\n"
    ),
]
