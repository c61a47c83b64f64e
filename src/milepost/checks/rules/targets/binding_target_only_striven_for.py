"""A target is binding in the table and only striven for in the text.

## 查什么
主要指标表中标为约束性的指标，在正文中写成“力争”“争取”。

## 为什么要紧
约束性指标必须完成；正文写“力争”，等于说可以完不成。两处效力不同，考核时各说各话。

## What it checks
An indicator that the headline table calls binding is only striven for where the text says its target again.

## Why it matters
A binding target must be met. To strive for it says that it may be missed; the two places differ in force.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.goals import goals, said_again
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.promising import with_word
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="TA16",
    name="binding-target-only-striven-for",
    severity="warning",
    title=Words("约束性指标在正文中只是力争", "a binding target is only striven for in the text"),
    advice=Words("正文改为“确保”或直接写“达到”。", "Let the text promise it as the table does."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name, the target and the nature in the table; the sentence of the text from its word of striving on."""
    for goal in inspection.derived(goals):
        if not goal.in_table or goal.attribute != "binding":
            continue
        for other in said_again(goal, inspection):
            if other.target.certainty != "strive":
                continue
            places = with_word(other, inspection.words.targets.striven, inspection)
            yield Fault(
                Words(
                    f"“{inner(goal.name)}”在表中是约束性指标，正文只写“力争”",
                    f"{quoted(goal.name)} is binding in the table and only striven for in the text",
                ),
                tuple(dict.fromkeys((*goal.places, *([goal.nature] if goal.nature else []), *places))),
            )


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| ⟦森林覆盖率（%）⟧ | 21.3 | ⟦22.5⟧ | ⟦约束性⟧ |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |

# 生态

到2025年，⟦力争森林覆盖率达到22.5%⟧。
""",
]
PASSES = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 森林覆盖率（%） | 21.3 | 22.5 | 约束性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |

# 生态

到2025年，森林覆盖率达到22.5%，力争人均预期寿命达到78岁。
""",
    """\
# 生态

到2025年，力争森林覆盖率达到22.5%。
""",
]
