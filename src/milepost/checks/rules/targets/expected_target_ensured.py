"""A target is expected in the table and ensured in the text.

## 查什么
主要指标表中标为预期性的指标，在正文中写成“确保”“必须”。

## 为什么要紧
预期性指标主要靠市场主体实现，不作硬性考核；正文写“确保”，性质就变了。两处以哪处为准，应当明确。

## What it checks
An indicator that the headline table calls expected is promised firmly ("ensure", "must") where the text says it.

## Why it matters
An expected indicator is a forecast that others bring about; to ensure it makes it an obligation. The plan should say
which of the two holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.goals import goals, said_again
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.promising import with_word, word_before
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="TA17",
    name="expected-target-ensured",
    severity="info",
    title=Words("预期性指标在正文中写成确保", "an expected target is ensured in the text"),
    advice=Words("统一两处的性质：改表中属性，或改正文用词。", "Let both places have one force."),
    remedy="note",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name, the target and the nature in the table; the sentence of the text from its promising word on."""
    ensured = inspection.words.targets.ensured
    for goal in inspection.derived(goals):
        if not goal.in_table or goal.attribute != "expected":
            continue
        for other in said_again(goal, inspection):
            word = word_before(other, ensured, inspection)
            if word is None or other.target.certainty == "strive":
                continue
            promise = word.of(inspection.text)
            places = with_word(other, ensured, inspection)
            yield Fault(
                Words(
                    f"“{inner(goal.name)}”在表中是预期性指标，正文写“{inner(promise)}”",
                    f"{quoted(goal.name)} is expected in the table, and the text says {quoted(promise)}",
                ),
                tuple(dict.fromkeys((*goal.places, *([goal.nature] if goal.nature else []), *places))),
            )


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 森林覆盖率（%） | 21.3 | 22.5 | 约束性 |
| ⟦人均预期寿命（岁）⟧ | 76.1 | ⟦78⟧ | ⟦预期性⟧ |

# 健康

到2025年，⟦确保人均预期寿命达到78岁⟧。
""",
]
PASSES = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 森林覆盖率（%） | 21.3 | 22.5 | 约束性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |

# 健康

确保森林覆盖率达到22.5%。到2025年，人均预期寿命达到78岁。
""",
    """\
# 健康

到2025年，确保人均预期寿命达到78岁。
""",
]
