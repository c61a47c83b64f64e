"""The same target is stated once firmly and the other time only roughly.

## 查什么
同一目标两处数值相同而要求不一：一处为“以上、不低于”，另一处为“左右、约”；或一处为“同步”，另一处为“基本同步”。
“以上”与“>”“≥”一类写法之别不计。

## 为什么要紧
结果略低于该数值时，一处算完成，另一处算未完成，评估结论取决于引用哪一处。

## What it checks
The same target has one value in two places but is firm in one only: at least here and about there, or in step here and
broadly in step there. Signs and words for one demand ("95 and more", ">95", "≥95") do not count as different.

## Why it matters
When the value is missed by little, one place counts it as reached and the other as missed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.statements import Statement, by_key, statements

RULE = Rule(
    code="CO05",
    name="strictness-differs",
    severity="info",
    title=Words("同一目标要求不一致", "one target is stated with two degrees of strictness"),
    advice=Words("统一为一种表述，并以指标表为准。", "Use one wording, that of the indicator table."),
    remedy="note",
)

# Of two that are bounds or bare values, both are firm: signs, "and more" and a bare value demand the same of a target.
_BOUNDS = frozenset(("ge", "gt", "le", "lt"))
_RELATIVE = _BOUNDS | {"eq"}


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each target whose next statement has the same value and another strictness."""
    goals = (each for each in inspection.derived(statements) if each.source != "past")
    for group in by_key(goals).values():
        for first, second in pairwise(group):
            if first.sentence != second.sentence and _apart(first, second):
                one, other = _words(first, inspection), _words(second, inspection)
                message = Words(
                    f"“{inner(first.subject)}”一处为“{inner(one)}”，另一处为“{inner(other)}”，要求不一致",
                    f"{quoted(first.subject)} is {quoted(one)} in one place and {quoted(other)} in another",
                )
                yield Fault(message, (first.span, second.span))


def _apart(first: Statement, second: Statement) -> bool:
    """Whether one of two statements of one value is firm and the other a rough one."""
    firm = _RELATIVE if first.key[3] == "relative" else _BOUNDS
    comparators = {first.comparator, second.comparator}
    return first.says_the_same_value(second) and "approx" in comparators and bool(comparators & firm)


def _words(statement: Statement, inspection: Inspection) -> str:
    """The figure with the word before or behind it that says how strictly it is meant."""
    if statement.source == "table" or statement.key[3] == "relative":
        return inspection.words.consistency.clause_end.split(statement.printed)[0]
    before = inspection.words.consistency.bound_before.search(
        inspection.folded, max(0, statement.span.start - 4), statement.span.start
    )
    behind = inspection.words.consistency.bound_behind.match(inspection.folded, statement.span.end)
    return f"{before[0] if before else ''}{statement.printed}{behind[0] if behind else ''}"


TABLE = "| 指标 | 2020年 | 2025年 | 属性 |\n|---|---|---|---|\n"

FINDS = [
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n到2025年，基本养老保险参保率达到⟦95%⟧左右。\n## 主要指标\n"
        f"{TABLE}| 基本养老保险参保率（%） | 93 | ⟦≥95⟧ | 约束性 |\n"
    ),
    (
        "# Northfield District Plan 2026-2030\n## Goals\nBy 2030, the literacy rate will be at least ⟦90%⟧.\n"
        "## Education\nBy 2030, the literacy rate will be about ⟦90%⟧.\n"
    ),
]
PASSES = [
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n到2025年，基本养老保险参保率达到95%以上。\n## 主要指标\n"
        f"{TABLE}| 基本养老保险参保率（%） | 93 | >95 | 约束性 |\n"
    ),
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n到2025年，每千人口拥有执业医师数达到3.2人以上。\n## 主要指标\n"
        f"{TABLE}| 每千人口拥有执业医师数（人） | 2.9 | 3.2 | 预期性 |\n"
    ),
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n到2025年，基本养老保险参保率达到95%左右。\n## 主要指标\n"
        f"{TABLE}| 基本医疗保险参保率（%） | 93 | ≥95 | 约束性 |\n"
    ),
]
