"""The box has more projects of a kind than the list of key projects in the text.

## 查什么
正文“重点推进……”列出的同类项目全部在专栏的一个小类中，而专栏该小类还多出若干项目，正文没有提到。

## 为什么要紧
正文与专栏对“重点”的说法不一，读者不知道多出来的是同样重点，还是后来加入、未经论证。

## What it checks
All projects that the text lists as key ones stand in one group of a box, and that group has others which the section
does not mention.

## Why it matters
Text and box differ on what the key projects are. The reader cannot tell whether the others are meant alike or were
added later.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.project_mentions import ProjectIndex, TextList, running_clauses, text_lists
from milepost.checks.quoting import inner, quoted
from milepost.plans.model import Project

RULE = Rule(
    code="CO13",
    name="box-wider-than-text",
    severity="info",
    title=Words("专栏项目多于正文重点项目", "the box has more than the text's list of key projects"),
    advice=Words(
        "使正文与专栏的重点项目一致，或在正文写明其余见专栏。",
        "Let the two lists agree, or refer to the box in the text.",
    ),
    remedy="note",
    languages=("zh",),
)

_SEVERAL = 3  # so many members of one group make a list of that group


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each list of key projects that is a part of a group of a box."""
    for listed in inspection.derived(text_lists):
        known = listed.known()
        first = known[0].projects[-1].project if known else None
        if first is None or listed.unknown() or len(known) < _SEVERAL or not _says_key(listed, inspection):
            continue
        if _is_open(listed, inspection):
            continue
        members = {each.project.span for member in known for each in member.projects}
        group = [each for each in inspection.plan.projects if _key(each) == _key(first)]
        listed_here = [each for each in group if each.span in members]
        mentioned = _mentioned_near(listed, inspection)
        others = [each for each in group if each.span not in members and each.span not in mentioned]
        if len(listed_here) >= _SEVERAL and 0 < len(others) <= len(listed_here):
            names = "、".join(each.name for each in others)
            message = Words(
                f"专栏比正文所列重点项目多出“{inner(names)}”",
                f"the box has {quoted(names)} beyond the key projects that the text lists",
            )
            yield Fault(message, (*(each.span for each in others), *(each.span for each in known)))


def _key(project: Project) -> tuple[int | None, str | None, str | None]:
    return project.box, project.box_title, project.group


def _says_key(listed: TextList, inspection: Inspection) -> bool:
    """Whether the words before the list call its members the key ones."""
    before = inspection.folded[listed.clause.start : listed.members[0].span.start]
    return inspection.words.consistency.key_list.search(before) is not None


def _is_open(listed: TextList, inspection: Inspection) -> bool:
    """Whether the words behind the list leave room for others: a box is expected to have more then."""
    start = listed.members[0].span.start
    return inspection.words.consistency.list_open.search(inspection.folded, start, listed.clause.end) is not None


def _mentioned_near(listed: TextList, inspection: Inspection) -> set[object]:
    """Where the projects stand that the text of the same section names."""
    section = inspection.section_at(listed.clause.start)
    index = inspection.derived(ProjectIndex)
    if section is None:
        return set()
    near = (each for each in inspection.derived(running_clauses) if section.body.contains(each))
    return {named.project.span for clause in near for _, named in index.mentioned(clause)}


FINDS = [
    (
        "第一章  交通\n重点推进⟦G219石桥至柳湾段⟧、⟦S225东岭至榆泉⟧、⟦S317云汀至石桥三条国省干线建设⟧。\n"
        "专栏1：交通重点项目\n"
        "公路方面：G219石桥至柳湾段、S225东岭至榆泉段、S317云汀至石桥公路、⟦S258柳湾至东岭公路⟧等项目。\n"
    ),
]
PASSES = [
    (
        "第一章  交通\n重点推进G219石桥至柳湾段、S225东岭至榆泉、S317云汀至石桥等国省干线项目建设。\n"
        "专栏1：交通重点项目\n"
        "公路方面：G219石桥至柳湾段、S225东岭至榆泉段、S317云汀至石桥公路、S258柳湾至东岭公路等项目。\n"
    ),
    (
        "第一章  交通\n推进G219石桥至柳湾段、S225东岭至榆泉、S317云汀至石桥等国省干线项目建设。\n专栏1：交通重点项目\n"
        "公路方面：G219石桥至柳湾段、S225东岭至榆泉段、S317云汀至石桥公路、S258柳湾至东岭公路等项目。\n"
    ),
    (
        "第一章  交通\n重点推进G219石桥至柳湾段、S225东岭至榆泉、S317云汀至石桥等国省干线。\n专栏1：交通重点项目\n"
        "公路方面：G219石桥至柳湾段、S225东岭至榆泉段、S317云汀至石桥公路等项目。\n"
    ),
]
