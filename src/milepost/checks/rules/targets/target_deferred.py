"""A target is left to another document or a later decision.

## 查什么
正文或表内非约束性的目标没有数值，由上级指标、红线或以后的年度安排确定（“根据年度指标落实”“控制在红线以内”）。

## 为什么要紧
本规划内无法评估；引用的文件一旦变化，目标随之变化而规划不改。应写明数值，至少写明由哪份文件确定。

## What it checks
A target in the text, or one in the table that is not binding, has no number: a quota from above, a red line or a later
decision is to set it.

## Why it matters
Within this plan it cannot be assessed, and it moves whenever the other document does. The number belongs here, or at
least the name of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from milepost.checks.goals import Goal, goals, row_of
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.plans.model import Commitment

RULE = Rule(
    code="TA10",
    name="target-deferred",
    severity="warning",
    title=Words("目标留待其他文件确定", "a target is left to another decision"),
    advice=Words(
        "写明数值；尚未确定的，注明由哪份文件、何时确定。",
        "Give the number; where it is not yet set, say which document will set it, and when.",
    ),
    remedy="note",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The place of each; several that one clause leaves open are one finding."""
    period = inspection.plan.period
    if period.start is not None and period.start == period.end:
        return  # the figures of one year come from above after the report
    clauses: dict[Span, list[Goal]] = {}
    vague = inspection.words.targets.vague
    for goal in inspection.derived(goals):
        if goal.target.kind != "deferred" or goal.attribute == "binding" or row_of(goal, inspection):
            continue
        if not vague.search(inspection.language.fold(goal.target.raw)):
            item = goal.item
            figure = item.value_span if isinstance(item, Commitment) else item.span
            clauses.setdefault(figure, []).append(goal)
    for members in clauses.values():
        names = list(dict.fromkeys(goal.name for goal in members))
        yield Fault(
            Words(
                f"{''.join(f'“{inner(name)}”' for name in names)}没有数值，只写“{inner(members[0].target.raw)}”",
                f"{', '.join(map(quoted, names))} {'have' if len(names) > 1 else 'has'} no number, only "
                f"{quoted(members[0].target.raw)}",
            ),
            _places(members),
        )


def _places(members: Sequence[Goal]) -> tuple[Span, ...]:
    """The places of the targets; of the text, from the first name to the words that leave all of them open."""
    spans = [place for goal in members for place in goal.places]
    if members[0].in_table:
        return tuple(dict.fromkeys(spans))
    return (Span(min(span.start for span in spans), max(span.end for span in spans)),)


FINDS = [
    """\
第一章  健康
到2025年，⟦孕产妇死亡率、婴儿死亡率根据年度省指标严格落实⟧。
""",
]
PASSES = [
    """\
2025年青禾市政府工作报告
一、2025年目标
主要污染物排放完成省下达目标。
""",
    """\
第一章  健康
到2025年，孕产妇死亡率、婴儿死亡率分别控制在12/10万和5‰以内。
""",
    """\
第一章  水
加强用水总量管理，落实各项制度。
""",
]
