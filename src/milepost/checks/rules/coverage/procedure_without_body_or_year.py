"""A procedure for carrying out the plan names nobody, or an evaluation has no year.

## 查什么
规划实施中的分解落实、责任制、监测、评估、修订没有写明由谁负责；中期评估、总结评估没有写明年份。全文合并为一条。

## 为什么要紧
没有责任单位和年份的程序，到时候无人发起，人大也无从督促。

## What it checks
Yearly shares, duties, monitoring, evaluation or revision for which nobody is named, and evaluations without a year. One
finding for the document.

## Why it matters
A procedure without a body and a year is started by nobody, and nobody can be reminded of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.tasks import spans_years
from milepost.plans.undertakings import Procedure

RULE = Rule(
    code="CV14",
    name="procedure-without-body-or-year",
    severity="info",
    title=Words("实施程序没有责任单位或年份", "a procedure without a body or a year"),
    advice=Words("写明由哪个单位负责、何时完成。", "Say which body does it and when."),
    remedy="note",
)

_NAMES = {
    "annual_split": Words("年度分解", "yearly shares"),
    "duty_system": Words("责任制", "duties"),
    "monitoring": Words("监测", "monitoring"),
    "midterm": Words("中期评估", "mid-term evaluation"),
    "final": Words("总结评估", "final evaluation"),
    "revision": Words("修订", "revision"),
}
_EVALUATIONS = frozenset(("midterm", "final"))
_SURE = 0.7


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding with all procedures for which no other mention names a body, or an evaluation's year."""
    plan = inspection.plan
    sure = [each for each in plan.procedures if each.confidence >= _SURE and each.kind in _NAMES]
    somebody = inspection.words.coverage.somebody
    manned = {
        each.kind
        for each in sure
        if _has_body(each) or somebody.search(inspection.sentence_at(each.span.start).of(inspection.folded))
    }
    dated = {each.kind for each in sure if any(sign.isdigit() for sign in each.when or "")}
    without_body = [each for each in sure if each.kind not in manned]
    without_year = [each for each in sure if each.kind in _EVALUATIONS and each.kind not in dated]
    if not spans_years(plan) or not (without_body or without_year):
        return
    bodies = list(dict.fromkeys(_NAMES[each.kind] for each in without_body))
    years = list(dict.fromkeys(_NAMES[each.kind] for each in without_year))
    zh = [f"{'、'.join(each.zh for each in bodies)}没有写明由谁负责"] if bodies else []
    zh += [f"{'、'.join(each.zh for each in years)}没有写明年份"] if years else []
    en = [f"nobody is named for: {', '.join(each.en for each in bodies)}"] if bodies else []
    en += [f"no year for: {', '.join(each.en for each in years)}"] if years else []
    places = dict.fromkeys(each.span for each in sorted((*without_body, *without_year), key=lambda one: one.span))
    yield Fault(Words("；".join(zh), "; ".join(en)), tuple(places))


def _has_body(procedure: Procedure) -> bool:
    return bool(procedure.organiser or procedure.lead or procedure.receiver or procedure.approver)


FINDS = [
    (
        "青禾市“十四五”规划纲要（2021—2025年）\n第一章  发展农业\n抓好粮食生产。\n第二章  加强规划实施\n"
        "⟦在规划实施的中期阶段，由市政府组织开展全面评估⟧。\n"
    ),
]
PASSES = [
    (
        "青禾市“十四五”规划纲要（2021—2025年）\n第一章  发展农业\n抓好粮食生产。\n第二章  加强规划实施\n"
        "2023年由市政府组织开展中期评估。\n"
    ),
    "青禾市“十四五”规划纲要（2021—2025年）\n第一章  发展农业\n抓好粮食生产。\n",
]
