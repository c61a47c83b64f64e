"""A railway or road is to have one kind of works in the text and another in the box.

## 查什么
同一条铁路、公路（全称或“首字+首字”简称），正文写“提速改造”，专栏写“电气化改造”等，建设内容不同。

## 为什么要紧
建设内容不同，投资和立项就不同。读者无法判断是同一项目的两种说法，还是两个项目。

## What it checks
One railway or road, in full or under its short name, has other works in the text than in the box.

## Why it matters
Money and approval depend on the works. The reader cannot tell whether it is one project or two.
"""

from __future__ import annotations

from collections.abc import Iterator
from re import escape

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.project_names import spelled
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="CO16",
    name="line-with-other-works",
    severity="warning",
    title=Words("同一线路建设内容不一", "one line has two kinds of works"),
    advice=Words(
        "统一线路名称和建设内容；确有两项工程的分别写明。", "Use one name and one description, or name the two works."
    ),
    remedy="note",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each line of a box whose works the text describes otherwise."""
    words = inspection.words.consistency
    for project in inspection.plan.projects:
        line = words.line.fullmatch(spelled(inspection.language.fold(project.name), words))
        if line is None:
            continue
        start, end, kind = line["start"], line["end"], line["kind"]
        names = f"(?:{escape(start)}{words.dash_class}{escape(end)}|{escape(start[0] + end[0])}){escape(kind)}"
        for told in words.line_works(names).finditer(inspection.folded):
            place = Span(*told.span())
            if told["works"] != line["works"] and inspection.box_at(place.start) is None:
                said = place.of(inspection.text)
                message = Words(
                    f"“{inner(said)}”与专栏“{inner(project.name)}”为同一线路，建设内容不同",
                    f"{quoted(said)} in the text and {quoted(project.name)} in the box are one line with other works",
                )
                yield Fault(message, (place, project.span))


FINDS = [
    (
        "第一章  交通\n推动⟦石北铁路提速改造⟧。\n专栏1：交通重点项目\n重点实施⟦石桥至北山口铁路电气化改造⟧、"
        "清河大桥等项目。\n"
    ),
]
PASSES = [
    (
        "第一章  交通\n推动石北铁路电气化改造。\n专栏1：交通重点项目\n重点实施石桥至北山口铁路电气化改造、"
        "清河大桥等项目。\n"
    ),
    "第一章  交通\n石北铁路建成通车。\n专栏1：交通重点项目\n重点实施石桥至北山口铁路电气化改造、清河大桥等项目。\n",
]
