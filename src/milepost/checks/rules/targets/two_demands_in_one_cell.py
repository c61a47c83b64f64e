"""One cell of the headline table asks for two things.

## 查什么
主要指标表的一个目标单元格里写了两个要求，如“>7、力争投入强度高于上一规划期”“6%以上，力争更高”。

## 为什么要紧
两个要求哪一个算数、是否要同时达到，没有说明；第二个往往是另一个指标，应单列一行。

## What it checks
One target cell of the headline table holds two demands, such as "above 7, striving for a higher share".

## Why it matters
Which of the two counts is left open. The second is often another indicator, which should have its own row.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.goals import goals
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted

RULE = Rule(
    code="TA26",
    name="two-demands-in-one-cell",
    severity="info",
    title=Words("一格内有两个目标要求", "one cell asks for two things"),
    advice=Words(
        "保留一个考核要求，另一个单列或写入正文。",
        "Keep one demand; give the other its own row, or leave it to the text.",
    ),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name and the cell."""
    second = inspection.words.targets.second_demand
    for goal in inspection.derived(goals):
        if not goal.in_table or goal.target.value is None:
            continue
        found = second.search(inspection.language.fold(goal.target.raw))
        if found is not None:
            yield Fault(
                Words(
                    f"“{inner(goal.name)}”的目标格内另有要求“{inner(found['other'])}”",
                    f"the target cell of {quoted(goal.name)} also asks for {quoted(found['other'])}",
                ),
                goal.places,
            )


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| ⟦全社会研发经费投入增长（%）⟧ | 6.3 | ⟦>7、力争投入强度高于全省平均水平⟧ | 预期性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
    """\
# Headline indicators

| Indicator | Baseline (2020) | Target (2025) |
|---|---|---|
| ⟦GDP growth (%)⟧ | 5.1 | ⟦6 or more, striving for above 7⟧ |
| Life expectancy (years) | 74.2 | 76 |
""",
]
PASSES = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 全社会研发经费投入增长（%） | 6.3 | >7 | 预期性 |
| 地区生产总值增长（%） | 5.1 | 保持在合理水平、逐年确定 | 预期性 |
""",
    """\
第一章  目标
研发经费年均增长7%以上，力争投入强度高于全省平均水平。
""",
]
