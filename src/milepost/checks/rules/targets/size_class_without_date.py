"""A class of size (a hundred-billion industry) is to be reached, without date or present value.

## 查什么
“千亿级产业链”“百万级牛猪产业”一类以数量级表述的目标，没有写明完成年份，也没有现状值。
已超过整个地区经济总量的另行报告。

## 为什么要紧
数量级既可理解为接近，也可理解为超过；没有年份和现状，就只是口号，无法评估。

## What it checks
A goal given as a class of size ("a billion-dollar cluster") for which the plan says neither by when nor where it stands
today. One that exceeds the whole economy is another finding.

## Why it matters
A class of size may mean nearly as much or more. Without a year and a present value it is a slogan, and cannot be
assessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.economy import outgrowing
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import quoted
from milepost.kernel.span import Span
from milepost.plans.model import Commitment

RULE = Rule(
    code="TA33",
    name="size-class-without-date",
    severity="info",
    title=Words("数量级目标没有年份和现状", "a goal of a class of size has neither date nor start"),
    advice=Words("写明数值、完成年份和现状值。", "Give the value, the year and the present value."),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The clause, however many classes it names."""
    size_class, fold = inspection.words.targets.size_class, inspection.language.fold
    clauses: dict[Span, list[Commitment]] = {}
    # One industry larger than the whole economy: date and start are asked for there already.
    asked = {goal.item.id for goal, _ in outgrowing(inspection, 1.0)}
    # Such goals are read with some doubt (a slogan, or a value), and it is the doubt that is reported.
    for commitment in inspection.plan.commitments:
        target = commitment.target
        if commitment.id in asked:
            continue
        if target.by is None and commitment.baseline is None and size_class.search(fold(target.raw)):
            clauses.setdefault(commitment.span, []).append(commitment)
    for clause, members in clauses.items():
        classes = list(dict.fromkeys(member.target.raw for member in members))
        yield Fault(
            Words(
                f"{'、'.join(classes)}：以数量级为目标，没有完成年份和现状值",
                f"{', '.join(map(quoted, classes))}: a class of size, with neither a date nor a present value",
            ),
            (clause,),
        )


FINDS = [
    "第一章  工业\n⟦打造千亿级新材料产业集群⟧。\n",
]
PASSES = [
    "第一章  发展基础\n2020年，地区生产总值486.3亿元。\n第二章  工业\n打造千亿级新材料产业链。\n",
    "第一章  工业\n到2025年，打造千亿级新材料产业集群。\n",
    "第一章  工业\n新材料产业集群产值由640亿元提高到1000亿元。\n",
]
