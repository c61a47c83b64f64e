"""A row of the headline table has a target and no baseline.

## 查什么
主要指标表中预期性指标（或未注明属性的指标）有目标，而基期栏是空格或短横线，正文也没有给出基期值。全表都没有基期时，只报一次，几张表都没有的合并为一条。

## 为什么要紧
进度是“已走的路”占“要走的路”的比例；没有起点，只能说“达到没有”，无法评估进展，也看不出目标高低。

## What it checks
An expected indicator (or one of unstated nature) in the headline table has a target, while its baseline is empty and
the text gives none. Where no row of a table has one, that is one finding, for all such tables together.

## Why it matters
Progress is a share of the way from start to target. Without a start only "reached or not" can be said, and nobody
can tell whether the target is high or low.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.starts import rows_without_start, tables_without_start

RULE = Rule(
    code="TA05",
    name="baseline-missing",
    severity="info",
    title=Words("指标缺基期值", "an indicator has no baseline"),
    advice=Words(
        "补上基期年份的数值及口径。",
        "Give the value of the base year and its coverage.",
    ),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name and target of each such row; the heading of a table that has no baselines at all."""
    bare = tuple(inspection.derived(tables_without_start).values())
    if bare:
        count, tables = sum(count for _, count in bare), len(bare)
        yield Fault(
            Words(
                f"{f'{tables}张表的' if tables > 1 else '表中'}{count}项指标都没有基期值，无法评估进展",
                f"none of the {count} indicators of {f'{tables} tables' if tables > 1 else 'the table'} has a "
                "baseline: progress cannot be assessed",
            ),
            tuple(dict.fromkeys(place for place, _ in bare)),
        )
    for goal in rows_without_start(inspection):
        if goal.attribute != "binding":
            yield Fault(
                Words(
                    f"“{inner(goal.name)}”目标为“{inner(goal.target.raw)}”，没有基期值",
                    f"{quoted(goal.name)} has the target {quoted(goal.target.raw)} and no baseline",
                ),
                goal.places,
            )


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| ⟦每千人口拥有执业（助理）医师数（人）⟧ | — | ⟦3.2⟧ | 预期性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
    """\
# Headline indicators

| Indicator | Baseline (2020) | Target (2025) |
|---|---|---|
| ⟦Forest cover (%)⟧ | - | ⟦30⟧ |
| Life expectancy (years) | 74.2 | 76 |
""",
]
PASSES = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 每千人口拥有执业（助理）医师数（人） | 2.8 | 3.2 | 预期性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
    """\
第一章  发展基础
2020年，每千人口执业（助理）医师数达到2.74人。
第二章  主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 每千人口拥有执业（助理）医师数（人） | 2.74 | 3.2 | 预期性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
]
