"""A procedure of the plan has no body that is responsible.

## 查什么
规划实施中的年度分解、责任制、监测、评估、修订等程序，全文没有写明由哪个单位负责（本句、前一句都没有）。由年度计划落实的年度分解不查。
全文合并为一条。

## 为什么要紧
没有责任单位的程序，到时没有人启动。

## What it checks
Procedures of carrying out the plan (yearly breakdown, duties, monitoring, evaluations, revision) for which no mention
names a body, neither in its sentence nor in the one before. A breakdown that the yearly plan makes is left alone. One
finding for the document.

## Why it matters
Nobody starts a procedure that nobody is responsible for.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.tasks import spans_years
from milepost.plans.undertakings import Procedure

RULE = Rule(
    code="CV14",
    name="procedure-without-body",
    severity="info",
    title=Words("实施程序没有责任单位", "a procedure without a body"),
    advice=Words("写明由哪个单位负责。", "Say which body does it."),
    remedy="note",
)

_NAMES = {
    "annual_split": Words("年度分解", "the yearly breakdown"),
    "duty_system": Words("责任制", "duties"),
    "monitoring": Words("监测", "monitoring"),
    "midterm": Words("中期评估", "the mid-term evaluation"),
    "final": Words("总结评估", "the final evaluation"),
    "revision": Words("修订", "revision"),
}
_SURE = 0.7


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding with all procedures for which no mention names a body."""
    plan = inspection.plan
    sure = [each for each in plan.procedures if each.confidence >= _SURE and each.kind in _NAMES]
    manned = {each.kind for each in sure if _has_body(each) or _is_manned(each, inspection)}
    without = [each for each in sure if each.kind not in manned]
    if not spans_years(plan) or not without:
        return
    names = list(dict.fromkeys(_NAMES[each.kind] for each in without))
    message = Words(
        f"{'、'.join(each.zh for each in names)}没有写明由谁负责",
        f"no body is named for {', '.join(each.en for each in names)}",
    )
    yield Fault(message, tuple(dict.fromkeys(sorted(each.span for each in without))))


def _is_manned(procedure: Procedure, inspection: Inspection) -> bool:
    """Whether the sentence or the one before speaks of a body, or leaves the breakdown to the yearly plan."""
    words, sentence = inspection.words.coverage, inspection.sentence_at(procedure.span.start)
    section = inspection.section_at(sentence.start)
    before = inspection.sentence_at(sentence.start - 1) if sentence.start else sentence
    if section is not None and before.start >= section.body.start and words.somebody.search(inspection.folded, *before):
        return True
    said = sentence.of(inspection.folded)
    if procedure.kind == "annual_split" and words.yearly_plan.search(said):
        return True
    return words.somebody.search(said) is not None


def _has_body(procedure: Procedure) -> bool:
    return bool(procedure.organiser or procedure.lead or procedure.receiver or procedure.approver)


_HEAD = "青禾市“十四五”规划纲要（2021—2025年）\n第一章  发展农业\n抓好粮食生产。\n第二章  加强规划实施\n"

FINDS = [
    _HEAD + "⟦在规划实施的中期阶段开展全面评估⟧。\n",
    _HEAD + "⟦将目标任务分解到年度⟧。2023年由市政府组织开展中期评估。\n",
]
PASSES = [
    _HEAD + "在规划实施的中期阶段，由市政府组织开展全面评估。\n",
    _HEAD + "加强年度计划与本规划的衔接，将目标任务分解到年度。\n",
    _HEAD + "市发展改革部门负责组织实施。在规划实施的中期阶段开展全面评估。\n",
    "青禾市“十四五”规划纲要（2021—2025年）\n第一章  发展农业\n抓好粮食生产。\n",
]
