"""A goal set out beside others has neither a figure nor an indicator.

## 查什么
发展目标以“——某某取得新成效。”逐条列出，有的目标带数值或在指标表中有对应类别，有的既无数值也无指标。全文合并为一条。
党建、宗教、民族、治安、国防等不宜用数值衡量的目标不查。

## 为什么要紧
目标没有可衡量的标志，规划期末无法判断是否实现。

## What it checks
Goals are set out point by point; some have a figure or a category of the table, others have neither. One finding for
the document. Goals on party work, faith, ethnic unity, policing and defence are left out.

## Why it matters
At the end of the period nobody can tell whether such a goal was reached.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from re import Match

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner
from milepost.checks.tasks import spans_years
from milepost.kernel.span import Span

RULE = Rule(
    code="CV12",
    name="goal-without-figure",
    severity="info",
    title=Words("目标没有数值或指标", "a goal without a figure or an indicator"),
    advice=Words("为这些目标各设一两项可衡量的指标。", "Give each of these goals an indicator or two."),
    remedy="none",
)

_VAGUE = frozenset(("deferred", "discretionary"))


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding with all goals that have no figure, where others have one."""
    goals = _goals(inspection)
    if not spans_years(inspection.plan) or not goals:
        return
    figures = sorted(each.span.start for each in inspection.plan.commitments if each.target.kind not in _VAGUE)
    without = []
    for lead, body in goals:
        measured = bisect_left(figures, body.start) < bisect_left(figures, body.end)
        if not measured and not _has_category(lead["lead"], inspection):
            without.append(lead)
    asked = [each for each in without if not inspection.words.coverage.unscored_goal.search(each["lead"])]
    if not asked or len(without) == len(goals):
        return
    names = [inner(each["lead"].strip()) for each in asked]
    left_out = [inner(each["lead"].strip()) for each in without if each not in asked]
    message = Words(
        f"{len(goals)}条目标中，以下{len(names)}条没有数值，指标表也没有对应类别：{'、'.join(names)}"
        + (f"（{'、'.join(left_out)}不宜用数值衡量，不计）" if left_out else ""),
        f"of {len(goals)} goals these have neither a figure nor a category of the table: {'; '.join(names)}"
        + (f" (not counted, no figure is asked of: {'; '.join(left_out)})" if left_out else ""),
    )
    yield Fault(message, tuple(Span(each.start("lead"), each.end("lead")) for each in asked))


def _goals(inspection: Inspection) -> list[tuple[Match[str], Span]]:
    """The points under the headings on goals, each with its paragraph."""
    words, found = inspection.words.coverage, []
    for section in inspection.plan.sections:
        if not words.goal_title.search(section.title) or section.id in inspection.past:
            continue
        inner = [each.span.start for each in inspection.plan.sections if each.parent == section.id]
        end = min(inner, default=section.body.end)
        for lead in words.goal_lead.finditer(inspection.folded, section.span.end, end):
            line = inspection.folded.find("\n", lead.end())
            found.append((lead, Span(lead.start(), line if line >= 0 else len(inspection.text))))
    return found


def _has_category(lead: str, inspection: Inspection) -> bool:
    """Whether the table has a category on the goal: a piece of its name stands in the goal's words."""
    words = inspection.words.coverage
    return any(
        match[1] in lead.lower()
        for category in {each.category for each in inspection.plan.indicators if each.category}
        for match in words.gram.finditer(category.lower())
        if not words.generic_gram.match(match[1])
    )


FINDS = [
    (
        "青禾市“十四五”规划纲要（2021—2025年）\n第一章  主要目标\n——经济发展取得新成效。地区生产总值年均增长7%。\n"
        "——⟦改革开放迈出新步伐⟧。对外开放形成新格局。\n——民族团结实现新加强。基石更加坚实。\n"
    ),
    (
        "# Northfield District Plan 2021–2025\n\n## Objectives\n\n- Better roads. Build 120 km of roads by 2025.\n"
        "- ⟦Stronger farms⟧. Farming becomes more resilient and profitable.\n"
    ),
]
PASSES = [
    (
        "青禾市“十四五”规划纲要（2021—2025年）\n第一章  主要目标\n——经济发展取得新成效。地区生产总值年均增长7%。\n"
        "——改革开放迈出新步伐。进出口总额年均增长10%。\n"
    ),
    "青禾市“十四五”规划纲要（2021—2025年）\n第一章  基本原则\n——坚持深化改革。增强动力。\n——坚持系统观念。统筹谋划。\n",
]
