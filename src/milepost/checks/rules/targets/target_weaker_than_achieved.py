"""A target asks for less than the plan says has been achieved.

## 查什么
正文在回顾部分给出的实绩（同一事项、同一地区）已好于规划目标；累计数和年均数折算成每年平均后比较。
分母不同的比重、只差四舍五入的年均数、搬迁和劳动力转移的人数不比较。

## 为什么要紧
目标低于已有成绩，规划期内不做任何工作也算完成；也可能是两处口径（分子、分母、范围）不同，应当写明。

## What it checks
A figure achieved, told where the plan looks back, is already better than the target on the same matter for the same
region. Sums and yearly averages are compared by the mean of a year. Shares of different wholes, averages that differ by
rounding only, and numbers of people being moved are not compared.

## Why it matters
A target behind the record is met without any work. Often the two are measured on different bases: then the plan
should say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.achievements import FLOWS, Achieved, best_fact, mean_of_year, of_baseline, of_goal, verdict
from milepost.checks.goals import Goal, goals, row_of
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.plans.model import Fact, Target

RULE = Rule(
    code="TA03",
    name="target-weaker-than-achieved",
    severity="warning",
    title=Words("目标弱于已有实绩", "a target is weaker than what has been achieved"),
    advice=Words(
        "核对两处口径和数字；目标确为底线的，写明理由。",
        "Check the bases and figures of both places; where the target is a mere floor, say why.",
    ),
    remedy="note",
    parameters=(
        # A year's harvest or price is no floor that the next must pass: who plans one year plans it with care.
        Parameter(
            "yearly_margin",
            0.2,
            0.0,
            1.0,
            Words("年度计划的目标可低于上年实绩的幅度", "share by which a yearly plan may stay behind the year before"),
        ),
    ),
)

_DECIMALS = re.compile(r"\d[.．](\d+)")


def check(inspection: Inspection) -> Iterator[Fault]:
    """The target and the fact, with the row of the table that the text says again."""
    period = inspection.plan.period
    margin = inspection.parameter(RULE, "yearly_margin") if period.start and period.start == period.end else 0.0
    for goal in inspection.derived(goals):
        target, way, fact = of_goal(goal, inspection), goal.way, best_fact(goal, inspection)
        row = row_of(goal, inspection)
        if target is None or way is None or fact is None or _has_baseline(row or goal):
            continue
        if verdict(way, target, fact.amount) != "weaker" or not _is_likely(target.value, fact.amount.value):
            continue
        if abs(target.value - fact.amount.value) <= margin * abs(fact.amount.value):
            continue
        if _moves_people(goal, inspection) or _is_rounded(goal, fact) or _has_another_whole(goal, fact, inspection):
            continue
        yield Fault(
            _message(goal, fact, inspection),
            tuple(dict.fromkeys((*goal.places, *(row.places if row else ()), fact.place))),
        )


def _moves_people(goal: Goal, inspection: Inspection) -> bool:
    """Whether the figure counts people being moved, which is not the better the more of them there are."""
    if goal.concept is not None and goal.concept.safeguard:
        return True
    words, name = inspection.words.safeguards, inspection.language.fold(goal.name)
    return words.moved.search(name) is not None or words.structural.search(name) is not None


def _is_rounded(goal: Goal, fact: Achieved) -> bool:
    """Whether a yearly average is what was achieved, rounded to the digits that the target is printed with."""
    target = goal.target
    if target.kind != "annual_average" or not target.value or target.normalized is None or not target.normalized.value:
        return False
    digits = _DECIMALS.search(target.raw)
    mean = fact.amount.value * target.value / target.normalized.value
    return round(mean, len(digits[1]) if digits else 0) == target.value


def _has_another_whole(goal: Goal, fact: Achieved, inspection: Inspection) -> bool:
    """Whether both are shares, and the wholes that they name differ."""
    wholes = []
    for name in (goal.name, fact.fact.subject):
        found = inspection.words.consistency.whole.search(name)
        if found is None:
            return False
        wholes.append(found["whole"] or found["whole_before"])
    return wholes[0] not in wholes[1] and wholes[1] not in wholes[0]


def _message(goal: Goal, fact: Achieved, inspection: Inspection) -> Words:
    printed = fact.place.of(inspection.text)
    wanted, reached = _mean(goal.target.kind, goal.target), _mean(fact.fact.kind, fact.fact)
    return Words(
        f"“{inner(goal.name)}”的目标“{inner(goal.target.raw)}”{wanted.zh}弱于已有实绩“{inner(printed)}”{reached.zh}",
        f"the target {quoted(goal.target.raw)}{wanted.en} of {quoted(goal.name)} is weaker than what has been "
        f"achieved: {quoted(printed)}{reached.en}",
    )


def _mean(kind: str, said: Target | Fact) -> Words:
    """What a sum over some years comes to in a year, in brackets; nothing for other figures."""
    mean = mean_of_year(said.value, said.period) if kind == "cumulative" else None
    return Words(f"（每年平均{mean}）", f" ({mean} a year)") if mean else Words("", "")


def _has_baseline(goal: Goal) -> bool:
    # A target with a baseline is compared with that; a yearly flow says nothing of the sum of five years.
    return of_baseline(goal) is not None and goal.target.kind not in FLOWS


def _is_likely(target: float, past: float) -> bool:
    # A third of the past or less is another thing measured under the same name, or a slip: not a weak target.
    return past != 0 and 1 / 3 < target / past < 3


FINDS = [
    """\
第一章  发展基础
“十三五”时期，生活垃圾无害化处理率达到98.2%。五年累计实现城镇新增就业10.5万人。
⟦城市污水处理率达到96.4%⟧。
第二章  主要目标
到2025年，⟦城市污水处理率达到95%以上⟧。
""",
    """\
Chapter 1 Achievements
In 2020, the ⟦literacy rate reached 85.5%⟧.
Chapter 2 Targets
By 2025, the ⟦literacy rate will reach 84%⟧.
""",
]
PASSES = [
    """\
第一章  发展基础
“十三五”时期，城镇新增就业累计10.5万人，农村富余劳动力转移就业45.2万人次。
民生支出占一般公共预算支出的74%。
第二章  民生
“十四五”期间，年均城镇新增就业2万人，年均转移农村富余劳动力8万人次。每年本级财政支出的72%以上用于民生。
""",
    """\
第一章  发展基础
“十三五”时期，城市污水处理率达到94.1%。
第二章  主要目标
到2025年，城市污水处理率达到95%以上。
""",
    """\
第一章  发展基础
“十三五”时期，贫困人口基本医疗保险参保率达到100%。
第二章  主要目标
到2025年，基本医疗保险参保率达到97%以上。
""",
    """\
Chapter 1 Achievements
In 2020, the literacy rate reached 85.5%.
Chapter 2 Targets
By 2025, the literacy rate will reach 90%.
""",
]
