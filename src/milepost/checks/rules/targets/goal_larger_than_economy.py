"""One industry is to be larger than the whole economy of today.

## 查什么
某个产业、产业链、集群或园区的产值（收入）目标，达到或超过规划给出的整个地区生产总值。

## 为什么要紧
口径（产值与增加值）不同固然可以解释一部分，但一个产业超过全部经济总量，多半是口号或数量级有误，应给出现状、期限和测算依据。

## What it checks
The output or turnover aimed at for one industry, chain, cluster or park is as large as the gross product that the plan
gives for the whole region.

## Why it matters
Output is not value added, yet one industry larger than the whole economy is mostly a slogan or a slip of magnitude. It
needs a present value, a date and a reckoning.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.economy import outgrowing
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="TA22",
    name="goal-larger-than-economy",
    severity="warning",
    title=Words("单项产业目标超过地区经济总量", "the goal of one industry exceeds the whole economy"),
    advice=Words(
        "核对数量级，补充现状值、完成年份和测算依据。",
        "Check the magnitude; give the present value, the year and the reckoning.",
    ),
    remedy="note",
    parameters=(
        Parameter(
            "share", 1.0, 0.1, 10.0, Words("产业目标与地区生产总值之比", "the goal as a share of the gross product")
        ),
    ),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The goal of the industry and the place of the gross product."""
    for goal, place in outgrowing(inspection, inspection.parameter(RULE, "share")):
        seen = inner(place.of(inspection.text))
        yield Fault(
            Words(
                f"“{inner(goal.name)}”的目标“{inner(goal.target.raw)}”不小于整个地区的经济总量（{seen}）",
                f"the goal {quoted(goal.target.raw)} of {quoted(goal.name)} is as large as the whole economy ({seen})",
            ),
            (*goal.places, place),
        )


FINDS = [
    """\
第一章  发展基础
2020年，⟦地区生产总值486.3亿元⟧。
第二章  工业
到2025年，⟦新材料产业集群产值达到1000亿元⟧。
""",
    """\
Chapter 1 Achievements
In 2020, the ⟦gross domestic product reached 480 million dollars⟧.
Chapter 2 Industry
By 2025, the ⟦output of the chemical industry will reach 900 million dollars⟧.
""",
]
PASSES = [
    """\
第一章  发展基础
2020年，地区生产总值486.3亿元。
第二章  工业
到2025年，新材料产业集群产值达到100亿元。
""",
    """\
第一章  发展基础
2020年，地区生产总值486.3亿元。
第二章  目标
到2025年，地区生产总值达到680亿元。
""",
]
