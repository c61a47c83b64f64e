"""The chapter on carrying out leaves several things open that such a chapter settles.

## 查什么
规划实施的章节没有写到下列事项中的两项以上（可调）：任务分工和考核、监测、中期评估、总结评估、信息公开、资金保障。全文合并为一条。

## 为什么要紧
规划靠这些制度落实：没有分工就没有责任人，没有总结评估就没有交代，没有资金安排任务就悬空。

## What it checks
The chapters on carrying out the plan are silent on two or more of: duties and their assessment, monitoring, mid-term
evaluation, final evaluation, publication, funding. One finding for the document.

## Why it matters
The plan works by these provisions: without duties nobody is responsible, without a final evaluation nobody accounts
for it, without funding the tasks hang in the air.

## References
中共中央 国务院关于统一规划体系更好发挥国家发展规划战略导向作用的意见（2018年）。
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.tasks import spans_years
from milepost.plans.model import Section

RULE = Rule(
    code="CV13",
    name="carrying-out-left-open",
    severity="warning",
    title=Words("规划实施的安排不全", "gaps in how the plan is carried out"),
    advice=Words("在规划实施一章补写所缺的安排。", "Add to the chapter on carrying out what is missing."),
    remedy="note",
    parameters=(Parameter("least", 2, 1, 6, Words("缺几项时提示", "how many must be missing")),),
)

_NAMES = {
    "duties": Words("任务分工和考核", "duties and their assessment"),
    "monitoring": Words("监测", "monitoring"),
    "midterm": Words("中期评估", "a mid-term evaluation"),
    "final": Words("总结评估", "a final evaluation"),
    "publication": Words("信息公开", "publication"),
    "funding": Words("资金保障", "funding"),
}


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding at the heading of the chapter on carrying out, with all that it leaves open."""
    sections = _carrying_out(inspection)
    if not sections or not spans_years(inspection.plan):
        return
    said = "\n".join(_widest(each, inspection).body.of(inspection.folded) for each in sections)
    kinds = {each.kind for each in inspection.plan.procedures}
    missing = [
        _NAMES[name]
        for name, pattern in inspection.words.coverage.provisions.items()
        if name not in kinds and not pattern.search(said)
    ]
    if len(missing) < inspection.parameter(RULE, "least"):
        return
    message = Words(
        f"“{inner(sections[-1].title)}”没有写到：{'、'.join(each.zh for each in missing)}",
        f"{quoted(sections[-1].title)} says nothing of: {', '.join(each.en for each in missing)}",
    )
    yield Fault(message, (sections[-1].span,))


def _widest(section: Section, inspection: Inspection) -> Section:
    """The section or the widest around it that is called so: funding may stand in a chapter beside it."""
    widest, above = section, section.parent
    while above is not None and above in inspection.sections:
        around = inspection.sections[above]
        if inspection.words.coverage.implementation_title.search(inspection.language.fold(around.title)):
            widest = around
        above = around.parent
    return widest


def _carrying_out(inspection: Inspection) -> list[Section]:
    """The sections on carrying out: those that hold procedures and are so called, innermost; else those so called."""
    title = inspection.words.coverage.implementation_title
    named = [
        each for each in inspection.plan.sections
        if each.id not in inspection.past and title.search(inspection.language.fold(each.title))
    ]  # fmt: skip
    holding = {
        section.id
        for each in inspection.plan.procedures
        if (section := inspection.section_at(each.span.start)) is not None
    }
    parents = {each.parent for each in named}
    inner = [each for each in named if each.id in holding]
    if inner:
        return [each for each in named if each.id in holding or each.id not in parents]
    return [each for each in named if each.id not in parents] if holding else []


FINDS = [
    (
        "青禾市“十四五”规划纲要（2021—2025年）\n第一章  发展农业\n抓好粮食生产。\n⟦第二章  加强规划实施⟧\n"
        "实行目标责任制。加强规划实施情况监测。在规划实施的中期阶段，由市政府组织开展全面评估。\n"
    ),
    (
        "# Northfield District Plan 2021–2025\n\n## Roads\n\nBuild rural roads.\n\n## ⟦Implementation of the plan⟧\n\n"
        "The district council is responsible for the plan and monitors it. A mid-term evaluation is held in 2023.\n"
    ),
]
PASSES = [
    (
        "青禾市“十四五”规划纲要（2021—2025年）\n第一章  发展农业\n抓好粮食生产。\n第二章  加强规划实施\n"
        "实行目标责任制，强化资金保障。加强规划实施情况监测。2023年开展中期评估，2025年开展总结评估，结果向社会公布。\n"
    ),
    "青禾市“十四五”规划纲要（2021—2025年）\n第一章  发展农业\n抓好粮食生产。\n第二章  推进改革\n实施各项改革。\n",
]
