"""The plan says nothing of how it is carried out.

## 查什么
规划有多章任务（默认五章以上），却没有规划实施、监测评估一类的章节，全文也没有一处责任分工、监测、评估或修订的安排。

## 为什么要紧
没有实施安排，谁来做、谁来查、什么时候评估都无从谈起。

## What it checks
A plan of several chapters of tasks, five by default, without a chapter on carrying it out, and without a word on
duties, monitoring, evaluation or revision anywhere.

## Why it matters
It stays open who acts, who looks after it, and when it is evaluated.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.tasks import divisions

RULE = Rule(
    code="CV18",
    name="nothing-on-carrying-out",
    severity="warning",
    title=Words("没有规划实施的安排", "nothing on how the plan is carried out"),
    advice=Words(
        "增写规划实施一章，写明责任分工、资金、监测、中期评估、总结评估和修订程序。",
        "Add a chapter on carrying out: duties, funding, monitoring, evaluations and how the plan is revised.",
    ),
    remedy="note",
    parameters=(
        Parameter("least", 5, 1, 100, Words("至少几章任务时提示", "how many chapters of tasks there must be")),
    ),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding at the head of the document."""
    title = inspection.words.coverage.implementation_title
    if inspection.plan.procedures or any(
        title.search(inspection.language.fold(each.title)) for each in inspection.plan.sections
    ):
        return
    chapters = sum(len(each.chapters) for each in divisions(inspection))
    if chapters >= inspection.parameter(RULE, "least"):
        message = Words(
            f"规划有{chapters}章任务，没有规划实施、监测评估的章节或安排",
            f"{chapters} chapters of tasks, and nothing on carrying out, monitoring or evaluating the plan",
        )
        yield Fault(message, (inspection.title_span,))


_TASKS = "第二章  工业\n壮大工业。\n第三章  交通\n建设公路。\n第四章  教育\n新建学校。\n第五章  卫生\n新建医院。\n"

FINDS = [
    "青禾市“十四五”规划纲要（2021—2025年）\n⟦第一章  农业⟧\n抓好粮食生产。\n" + _TASKS,
]
PASSES = [
    "青禾市“十四五”规划纲要（2021—2025年）\n第一章  农业\n抓好粮食生产。\n"
    + _TASKS
    + "第六章  规划实施\n开展中期评估。\n",
    "青禾市“十四五”规划纲要（2021—2025年）\n第一章  农业\n抓好粮食生产。\n",
]
