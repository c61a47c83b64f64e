"""The text sets one and the same target twice, with two values.

## 查什么
正文两处（或多处）就同一事项、同一地区、同一年份提出目标，数字不同。同一句中的分项不比较。

## 为什么要紧
各章由不同部门起草，后改的一处往往没有带动另一处。两个目标并存，责任单位会各取所需。

## What it checks
Two places of the text set a target for the same thing, region and year, with different values. Figures of one
sentence are not held against each other: they are mostly parts, or a change.

## Why it matters
Chapters are drafted by different departments, and a figure changed in one is easily left in another. Whoever answers
for it will take the one that suits.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.statements import MOST_CONTRADICTIONS, contradictions, mixed_up

RULE = Rule(
    code="CO03",
    name="targets-disagree",
    severity="error",
    title=Words("同一目标前后不一", "one target is set twice with different values"),
    advice=Words(
        "核定一个数值；确属不同口径的，在两处写明口径。",
        "Settle on one value; where two different things are meant, say so in both places.",
    ),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each thing for which the text sets two different values."""
    groups = list(contradictions(inspection, "goal"))
    if len(groups) > MOST_CONTRADICTIONS:
        yield mixed_up(groups, Words("目标", "targets for"))
        return
    for group in groups:
        values = list(dict.fromkeys(each.printed for each in group))
        message = Words(
            f"“{inner(group[0].subject)}”的目标前后不一：{'、'.join(f'“{inner(value)}”' for value in values)}",
            f"target for {quoted(group[0].subject)} is given as {' and as '.join(map(quoted, values))}",
        )
        yield Fault(message, tuple(each.span for each in group))


FINDS = [
    "第一章  发展目标\n到2025年，森林覆盖率达到⟦22.5%⟧。\n第二章  生态建设\n力争到2025年森林覆盖率达到⟦23%⟧以上。\n",
    (
        "第一章  发展目标\n到2025年，累计新建社区养老服务驿站⟦40个⟧。\n第二章  养老服务\n"
        "到2025年，累计新建社区养老服务驿站⟦30个⟧。\n"
    ),
    (
        "# Northfield District Plan 2026-2030\n## Goals\nThe literacy rate will reach ⟦90%⟧ by 2030.\n## Education\n"
        "By 2030, the literacy rate will reach ⟦92%⟧.\n"
    ),
]
PASSES = [
    "第一章  发展目标\n到2025年，森林覆盖率达到22.5%。\n第二章  生态建设\n到2035年，森林覆盖率达到25%。\n",
    "第一章  城市\n到2025年，城市污水处理率达到98%。\n第二章  县城\n到2025年，县城污水处理率达到95%。\n",
    "第一章  发展目标\n到2025年，森林覆盖率达到22.5%。\n第二章  东岭县\n到2025年，东岭县森林覆盖率达到45%。\n",
]
