"""The text lists projects to be built, and the box beside it has some of them and not the others.

## 查什么
正文成串列出要建的项目（“推进甲、乙、丙通用机场项目”），专栏列了其中一部分，其余没有列入。

## 为什么要紧
专栏是要素保障、资金安排和考核的清单。正文承诺而专栏没有的项目，往往落空；也可能正文是旧稿，项目已经取消。

## What it checks
The running text names several projects in one list. The boxes have some of them, and nothing of the others.

## Why it matters
Land, money and assessment follow the boxes. What the text promises and the box leaves out is mostly not built; or the
project was dropped and the text is an old one.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.project_mentions import Member, TextList, text_lists
from milepost.checks.project_names import place_named
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="CO12",
    name="project-missing-from-box",
    severity="warning",
    title=Words("正文所列项目未进专栏", "a project of the text is missing from the box"),
    advice=Words(
        "将缺的项目补入专栏，或从正文删去；暂不具备条件的写明“开展前期工作”。",
        "Add the missing ones to the box or take them out of the text; say so where only preparation is meant.",
    ),
    remedy="note",
    languages=("zh",),
)

_RARE = 3  # a name of a project stands in few places; what is said oftener is a common noun


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each list of the running text of which the boxes have a part."""
    names = "\n".join(project.name for project in inspection.plan.projects)
    for listed in inspection.derived(text_lists):
        section = inspection.section_at(listed.clause.start)
        if section is not None and section.id in inspection.past:
            continue
        missing = [each for each in listed.unknown() if _is_missing(each, listed, names, inspection)]
        there = {each.project.span: each.project for member in listed.known() for each in member.projects}
        there = there or {each.project.span: each.project for each in listed.kin}
        if not missing or not (listed.kin or _is_of_the_section(listed, inspection)):
            continue
        called = "、".join(_called(each, inspection) for each in missing)
        found = "、".join(project.name for project in there.values())
        clause = inner(listed.clause.of(inspection.text).strip())
        message = Words(
            f"正文“{inner(clause)}”中的“{inner(called)}”未列入专栏，专栏只有“{inner(found)}”",
            f"{quoted(called)} of the list in the text {'is' if len(missing) == 1 else 'are'} in no box; "
            f"the box has {quoted(found)}",
        )
        yield Fault(message, (*(each.span for each in missing), *there))


def _called(member: Member, inspection: Inspection) -> str:
    """What is missing: only the place where a member is one, with what all of the list have behind it."""
    written = member.span.of(inspection.text).strip()
    placed = place_named(member.name, inspection) if member.bare else None
    return member.name.removesuffix(placed[1]) if placed and placed[1] else written


def _is_missing(member: Member, listed: TextList, names: str, inspection: Inspection) -> bool:
    """Whether a member is a project by itself that no box has: a place, or a name that is hardly said elsewhere."""
    if member.bare and all(other.place for other in listed.members):
        return bool(listed.kin) or any(other.bare for other in listed.known())
    written = member.span.of(inspection.text).strip()
    named = member.place is None or not member.bare
    return named and _is_rare(written, inspection) and written not in names and member.span != listed.tail


def _is_of_the_section(listed: TextList, inspection: Inspection) -> bool:
    """Whether a member that the boxes have is a name of its own, in a box of the same section or among places."""
    section = inspection.section_at(listed.clause.start)
    for member in listed.known():
        for each in member.projects:
            nearby = section is not None and inspection.section_at(each.project.span.start) == section
            own = member.bare or member.place is not None or each.place is None
            if nearby and own and (member.bare or _is_rare(member.span.of(inspection.text), inspection)):
                return True
    return False


def _is_rare(written: str, inspection: Inspection) -> bool:
    return len(written) > 1 and inspection.text.count(written) <= _RARE


FINDS = [
    (
        "第一章  交通\n推进⟦柳湾县⟧、石桥县通用机场项目。\n专栏1：交通重点项目\n重点实施⟦石桥县金鹰通用机场⟧、"
        "清河大桥等项目。\n"
    ),
    "第一章  水利\n重点实施⟦卧牛⟧、青崖等一批中小型水库。\n专栏1：水利重点项目\n重点实施⟦青崖水库⟧、防洪治理等项目。\n",
]
PASSES = [
    (
        "第一章  交通\n推进柳湾县、石桥县通用机场项目。\n专栏1：交通重点项目\n重点实施石桥县通用机场、"
        "柳湾县通用机场等项目。\n"
    ),
    "第一章  民生\n推进就业、教育、医疗等惠民工程。\n专栏1：民生重点项目\n重点实施教育信息化工程、体育公园等项目。\n",
]
