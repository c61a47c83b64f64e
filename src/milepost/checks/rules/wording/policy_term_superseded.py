"""A policy is named for the future by a term that another has taken the place of.

## 查什么
规划期开始时已被取代的政策用语仍用于今后的任务，如2021年以后的“产业扶贫”“建档立卡”、“五保户”（现为特困人员）。回
顾过去的章节不查，每个用语报一次。

## 为什么要紧
用语过时，措施就难以同现行政策、资金渠道对接。

## What it checks
A term of policy that no longer holds when the plan begins is used for what is to be done. Sections on the past are
left alone; one finding for each term.

## Why it matters
A measure in terms of a policy that is over finds neither rules nor money.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span

RULE = Rule(
    code="WO05",
    name="policy-term-superseded",
    severity="info",
    title=Words("政策用语已过时", "a policy term is out of date"),
    advice=Words("改用现行用语；确指过去的，说明是原有提法。", "Use the present term, or call it the old one."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each outdated term with all the places outside the sections on the past."""
    start = inspection.plan.period.start
    if start is None:
        return
    for pattern, (year, now) in inspection.words.naming.former_terms:
        if start < year:
            continue
        places: dict[str, list[Span]] = {}
        for found in pattern.finditer(inspection.folded):
            section = inspection.section_at(found.start("term"))
            if section is not None and section.id not in inspection.past:
                places.setdefault(found["term"], []).append(Span(*found.span("term")))
        for term, each in places.items():
            zh = f"“{inner(term)}”{year}年起改为“{inner(now)}”"
            yield Fault(Words(zh, f"{quoted(term)} was replaced by {quoted(now)} in {year}"), tuple(each))


FINDS = [
    "青禾市发展规划纲要（2021—2025年）\n第一章  乡村\n大力推进⟦产业扶贫⟧，提高⟦五保户⟧供养标准。\n",
    "Northfield District Plan 2021-2025\n\nChapter 1 Health\nWe work for the ⟦Millennium Development Goals⟧.\n",
]
PASSES = [
    "青禾市发展规划纲要（2021—2025年）\n第一章  乡村\n巩固拓展脱贫攻坚成果，加强扶贫项目资产管理，保障特困人员。\n",
    "青禾市发展规划纲要（2011—2015年）\n第一章  乡村\n大力推进产业扶贫，提高五保户供养标准。\n",
]
