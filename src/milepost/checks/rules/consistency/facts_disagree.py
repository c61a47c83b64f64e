"""The text reports one and the same figure of the past twice, with two values.

## 查什么
正文两处（或多处）陈述同一地区、同一时期的同一数据，数字不同。“超过”“约”等概数与精确数相符的不算。

## 为什么要紧
现状数据是确定目标的依据。前后两个数，必有一处未经核实，读者对其余数据也会起疑。

## What it checks
Two places of the text report the same figure for the same region and period with different values. A rounded figure
(more than, about) that fits the exact one is no fault.

## Why it matters
Targets are derived from what was achieved. Of two values one was never checked, and the reader doubts the others too.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.statements import MOST_CONTRADICTIONS, contradictions, mixed_up

RULE = Rule(
    code="CO04",
    name="facts-disagree",
    severity="error",
    title=Words("同一数据前后不一", "one figure is reported twice with different values"),
    advice=Words(
        "与数据提供部门核实，前后改为同一数值；口径不同的写明口径。",
        "Check with the office that supplied the figure and use one value; where the bases differ, name them.",
    ),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each figure of the past that the text has with two values."""
    groups = list(contradictions(inspection, "past"))
    if len(groups) > MOST_CONTRADICTIONS:
        yield mixed_up(groups, Words("数据", "figures for"))
        return
    for group in groups:
        values = list(dict.fromkeys(each.printed for each in group))
        message = Words(
            f"“{inner(group[0].subject)}”的数据前后不一：{'、'.join(f'“{inner(value)}”' for value in values)}",
            f"{quoted(group[0].subject)} is reported as {' and as '.join(map(quoted, values))}",
        )
        yield Fault(message, tuple(each.span for each in group))


FINDS = [
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n## 发展基础\n2020年，地区生产总值达到⟦486.3亿元⟧。结构更优。\n"
        "## 发展环境\n2020年全市地区生产总值仅⟦468.3亿元⟧，经济总量偏小。\n"
    ),
]
PASSES = [
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n## 发展基础\n2020年，地区生产总值达到486.3亿元。\n"
        "## 2035年远景目标\n展望2035年，基本实现现代化。按2020年价格计算，地区生产总值达到1000亿元。\n"
    ),
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n## 发展基础\n2020年，地区生产总值达到486.3亿元。\n"
        "## 发展环境\n2020年地区生产总值超过480亿元。\n"
    ),
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n## 发展基础\n2020年，地区生产总值达到486.3亿元。\n"
        "## 发展环境\n2019年地区生产总值为455亿元。\n"
    ),
]
