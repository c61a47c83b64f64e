"""The same plant, with the same capacity, is listed for two places.

## 查什么
两个县（市）各列一个产品、原料和规模完全相同的项目，除地名外名称一致。

## 为什么要紧
同一投资意向常被两地同时申报，只会建成一个；如各建一个，资源、市场和用能是否够两个，应当说明。

## What it checks
Two projects in different places have the same product, process and capacity: but for the place their names agree.

## Why it matters
One investor is often claimed by two places and builds once. If both are meant, the plan should say whether resources,
market and energy suffice for two.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.project_names import NamedProject, named_projects
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="CO11",
    name="same-plant-in-two-places",
    severity="info",
    title=Words("两地项目雷同", "the same plant is listed for two places"),
    advice=Words(
        "核实是一个项目还是两个项目，是一个的明确落在哪里。",
        "Find out whether it is one plant or two, and if one, where it is to stand.",
    ),
    remedy="note",
)

_ALIKE = 8  # characters from the end of the name, the capacity among them, that must agree


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each pair of projects in different places with the same capacity and the same words before and behind it."""
    same: dict[tuple[str, tuple[tuple[float, str], ...]], list[NamedProject]] = {}
    for named in inspection.derived(named_projects):
        sizes = tuple((each.value, each.unit) for each in named.project.quantities)
        if sizes and named.place is not None and len(named.rest) >= _ALIKE and named.shape != named.rest:
            same.setdefault((named.rest[-_ALIKE:], sizes), []).append(named)
    for group in same.values():
        for one, other in pairwise(group):
            if one.place != other.place and _made_alike(one, other, inspection):
                first, second = one.project.name, other.project.name
                message = Words(
                    f"“{inner(first)}”与“{inner(second)}”产品、规模相同，仅地点不同",
                    f"{quoted(first)} and {quoted(second)} agree in product and capacity; only the place differs",
                )
                yield Fault(message, (one.project.span, other.project.span))


def _made_alike(one: NamedProject, other: NamedProject, inspection: Inspection) -> bool:
    """Whether more than a size agrees, and the two are no list of places before one name (A and B reservoir)."""
    shorter, longer = sorted((one.rest, other.rest), key=len)
    apart = other.project.span.start - one.project.span.end
    joined = apart <= 1 and inspection.text[one.project.span.end : other.project.span.start] in {"、", ""}
    alike = longer.endswith(shorter) and not one.rest[0].isdigit()
    return alike and not (joined and one.project.span.length < len(one.rest))


FINDS = [
    (
        "第一章  工业\n专栏1：工业重点项目\n⟦石桥县以竹材为原料年产20万立方米复合板材⟧、柳湾县农机产业园、"
        "⟦东岭县以竹材为原料年产20万立方米复合板材⟧等项目。\n"
    ),
]
PASSES = [
    (
        "第一章  工业\n专栏1：工业重点项目\n石桥县以竹材为原料年产20万立方米复合板材、"
        "东岭县以白云石为原料年产50万吨镁系产品等项目。\n"
    ),
    "第一章  工业\n专栏1：工业重点项目\n石桥县农机产业园、东岭县农机产业园等项目。\n",
]
