"""The look back gives headline figures for which the plan sets no target.

## 查什么
回顾部分列出固定资产投资、社会消费品零售总额、外贸进出口、一般公共预算收入等主要经济指标的完成数，而指标表和正文都没有同类目标
（默认缺两项以上才提示）。

## 为什么要紧
上一个五年列为成绩的指标，这一个五年不提目标，前后无法对照，增长由什么支撑也说不清。

## What it checks
The look back gives figures for headline aggregates (investment, retail sales, foreign trade, budget revenue), and
neither the table nor the text sets a target for them. By default two or more must be missing.

## Why it matters
What counted as a success of the last period cannot be compared with this one, and it stays open what growth rests on.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.tasks import spans_years
from milepost.checks.uptake import base_of
from milepost.kernel.span import Span
from milepost.plans.concepts.matching import concept_of
from milepost.plans.concepts.table import concept

RULE = Rule(
    code="CV07",
    name="achieved-figure-without-target",
    severity="warning",
    title=Words("回顾中的主要指标没有目标", "headline figures of the past without a target"),
    advice=Words(
        "补上这些指标的规划期目标，或说明不再设置的理由。",
        "Set targets for these aggregates, or say why there are none any more.",
    ),
    remedy="note",
    parameters=(Parameter("least", 2, 1, 10, Words("至少缺几项目标时提示", "how many must be missing to be named")),),
)

_HEADLINE = ("fixed_investment", "public_budget_revenue", "retail_sales", "goods_trade", "foreign_investment")
_SURE = 0.7


def check(inspection: Inspection) -> Iterator[Fault]:
    """One finding with the past figures of all headline aggregates that have no target."""
    plan, code = inspection.plan, inspection.language.code
    if not spans_years(plan) or not (plan.indicators or plan.commitments):
        return
    aimed = [(base_of(each.concept), each.name) for each in plan.indicators]
    aimed += [(base_of(each.concept), each.subject) for each in plan.commitments]
    places: list[Span] = []
    missing: list[str] = []
    for identity in _HEADLINE:
        known = concept(identity)
        names = known.names(code) if known else ()
        if not names or any(base == identity or names[0] in name for base, name in aimed):
            continue
        figures = [
            fact.span
            for fact in plan.facts
            if fact.section in inspection.past
            and fact.confidence >= _SURE
            and (names[0] in fact.subject or base_of(concept_of(fact.subject, fact.unit, code)) == identity)
        ]
        if figures:
            places.append(figures[0])
            missing.append(names[0])
    if len(missing) >= inspection.parameter(RULE, "least"):
        message = Words(
            f"回顾中有{'、'.join(missing)}的完成数，规划期没有设目标",
            f"the look back gives figures for {', '.join(missing)}; the plan sets no target for them",
        )
        yield Fault(message, tuple(places))


_HEAD = "青禾市“十四五”规划纲要（2021—2025年）\n第一章  发展基础\n"

FINDS = [
    _HEAD + "2020年，⟦社会消费品零售总额64.9亿元⟧，⟦进出口总额达到2.9亿美元⟧。\n第二章  主要目标\n"
    "到2025年，森林覆盖率达到21%。\n",
]
PASSES = [
    _HEAD + "2020年，社会消费品零售总额64.9亿元，进出口总额达到2.9亿美元。\n第二章  主要目标\n"
    "社会消费品零售总额年均增长8%，进出口总额年均增长10%。\n",
    _HEAD + "2020年，社会消费品零售总额64.9亿元。\n第二章  主要目标\n到2025年，森林覆盖率达到21%。\n",
]
