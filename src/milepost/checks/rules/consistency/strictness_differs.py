"""The same target is stated once more strictly than the other time.

## 查什么
同一目标两处数值相同而松紧不同：一处为“高于、超过”，另一处为“以上、不低于”；或表中是一个定值，
正文带“以上”“以内”；或一处为“同步”，另一处为“基本同步”。

## 为什么要紧
恰好等于该数值时，一处算完成，另一处算未完成，评估结论取决于引用哪一处。

## What it checks
The same target has one value in two places but not the same strictness: more than here and at least there, a bare
value in the table and that and more in the text, or in step here and broadly in step there.

## Why it matters
When the value is just met, one place counts it as reached and the other as missed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.statements import Statement, by_key, statements

RULE = Rule(
    code="CO05",
    name="strictness-differs",
    severity="info",
    title=Words("同一目标松紧不一", "one target is stated with two degrees of strictness"),
    advice=Words("统一为一种表述，并以指标表为准。", "Use one wording, that of the indicator table."),
    remedy="note",
)

# Exactly meeting the value satisfies one of the two and not the other. In running text "reach 95" and "95 and more"
# mean the same; a table says what is meant.
_APART = (frozenset(("ge", "gt")), frozenset(("le", "lt")))
_BARE = (frozenset(("eq", "ge")), frozenset(("eq", "le")))
_RELATIVE = (*_APART, frozenset(("eq", "approx")))


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each target whose next statement has the same value and another strictness."""
    goals = (each for each in inspection.derived(statements) if each.source != "past")
    for group in by_key(goals).values():
        for first, second in pairwise(group):
            if first.sentence != second.sentence and _apart(first, second):
                one, other = _words(first, inspection), _words(second, inspection)
                message = Words(
                    f"“{first.subject}”一处为“{one}”，另一处为“{other}”，松紧不同",
                    f"{first.subject!r} reads {one!r} in one place and {other!r} in another",
                )
                yield Fault(message, (first.span, second.span))


def _apart(first: Statement, second: Statement) -> bool:
    pairs = _RELATIVE if first.key[3] == "relative" else _APART
    if "table" in (first.source, second.source):
        pairs = (*pairs, *_BARE)
    return first.says_the_same_value(second) and frozenset((first.comparator, second.comparator)) in pairs


def _words(statement: Statement, inspection: Inspection) -> str:
    """The figure with the word before or behind it that says how strictly it is meant."""
    if statement.source == "table" or statement.key[3] == "relative":
        return statement.printed
    before = inspection.words.consistency.bound_before.search(
        inspection.folded, max(0, statement.span.start - 4), statement.span.start
    )
    behind = inspection.words.consistency.bound_behind.match(inspection.folded, statement.span.end)
    return f"{before[0] if before else ''}{statement.printed}{behind[0] if behind else ''}"


TABLE = "| 指标 | 2020年 | 2025年 | 属性 |\n|---|---|---|---|\n"

FINDS = [
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n到2025年，基本养老保险参保率达到⟦95%⟧以上。\n## 主要指标\n"
        f"{TABLE}| 基本养老保险参保率（%） | 93 | ⟦>95⟧ | 约束性 |\n"
    ),
    (
        "# Northfield District Plan 2026-2030\n## Goals\nBy 2030, the literacy rate will be at least ⟦90%⟧.\n"
        "## Education\nBy 2030, the literacy rate will exceed ⟦90%⟧.\n"
    ),
]
PASSES = [
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n到2025年，基本养老保险参保率达到95%以上。\n## 主要指标\n"
        f"{TABLE}| 基本养老保险参保率（%） | 93 | ≥95 | 约束性 |\n"
    ),
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n到2025年，基本养老保险参保率达到95%以上。\n## 主要指标\n"
        f"{TABLE}| 基本医疗保险参保率（%） | 93 | 95 | 约束性 |\n"
    ),
]
