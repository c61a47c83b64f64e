"""A headline indicator of the region looks at one place only.

## 查什么
主要指标表中的指标名称限定在“行署所在地城市”“中心城区”“市本级”等一处，而规划覆盖整个地区。

## 为什么要紧
一处达标不能代表全域；其余县市没有目标，也无从分解。

## What it checks
An indicator of the headline table is limited by its name to the seat of government, the central city and the like,
while the plan covers a whole region.

## Why it matters
One place does not stand for all. The others have no target, and nothing can be shared out to them.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.goals import goals
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="TA27",
    name="one-place-for-the-region",
    severity="info",
    title=Words("全域指标只看一处", "an indicator of the region looks at one place"),
    advice=Words(
        "增加全域口径的指标，或说明其余地方的要求。",
        "Add an indicator for all of the region, or say what holds elsewhere.",
    ),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name of the indicator."""
    one_place = inspection.words.targets.one_place
    for name, place in {goal.name: goal.places[0] for goal in inspection.derived(goals) if goal.in_table}.items():
        if found := one_place.search(name):
            yield Fault(
                Words(
                    f"主要指标“{inner(name)}”只覆盖“{inner(found[0])}”，不是全域",
                    f"the headline indicator {quoted(name)} covers {quoted(found[0])} only, not the whole region",
                ),
                (place,),
            )


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| ⟦中心城区空气优良天数比率（%）⟧ | 88.5 | 90 | 约束性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
    """\
# Headline indicators

| Indicator | Baseline (2020) | Target (2025) |
|---|---|---|
| ⟦Share of good air quality days in the district capital (%)⟧ | 74.2 | 76 |
| Life expectancy (years) | 74.2 | 76 |
""",
]
PASSES = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 县级以上城市空气质量优良天数比率（%） | 88.5 | 90 | 约束性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
    """\
# 生态

到2025年，中心城区空气质量优良天数比率达到90%。
""",
]
