"""A binding target asks for less than its own baseline.

## 查什么
约束性指标的目标值弱于文中给出的基期值：越高越好的指标目标低于基期，越低越好的指标上限高于基期；五年累计和年均目标折算成每年平均，
与基期年份的数值比较。表内和正文的同一目标一并列出。基期落在目标区间之内的不查。

## 为什么要紧
约束性指标是政府必须兑现的承诺；目标弱于起点，等于以承诺的形式允许倒退。多半是目标沿用了上级下限，或数字有误。

## What it checks
The target of a binding indicator is weaker than the baseline that the plan states: lower where higher is better, a
ceiling above the start where lower is better. Sums over the period and yearly averages are compared by the mean of a
year. A range that holds the baseline is left alone.

## Why it matters
A binding indicator is what the government must deliver. Behind its own start it is a promise that things may get worse:
mostly a floor from above was copied, or a figure is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.weakening import weakened

RULE = Rule(
    code="TA34",
    name="binding-target-weaker-than-baseline",
    severity="error",
    title=Words("约束性目标弱于基期", "a binding target is weaker than its baseline"),
    advice=Words(
        "核对基期和目标的口径、数字；确需放宽的，在指标说明中写明理由。",
        "Check coverage and figures of both; where the target is meant to give way, say why.",
    ),
    remedy="revise",
    parameters=(
        Parameter(
            "margin",
            0.0,
            0.0,
            0.5,
            Words("目标可弱于基期的幅度（占基期的比例）", "share of the baseline by which a target may fall behind it"),
        ),
    ),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """The name, the baseline and the target, with the same target said in the text and the same fact."""
    yield from weakened(inspection, inspection.parameter(RULE, "margin"), binding=True)


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| ⟦基本养老保险参保率（%）⟧ | ⟦95.8⟧ | ⟦>95⟧ | 约束性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
    """\
# Headline indicators

| Indicator | Baseline (2020) | Target (2025) | Attribute |
|---|---|---|---|
| ⟦Forest cover (%)⟧ | ⟦31.5⟧ | ⟦30⟧ | binding |
| Life expectancy (years) | 74.2 | 76 | expected |
""",
]
PASSES = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 基本养老保险参保率（%） | 94.2 | >95 | 约束性 |
| 城镇登记失业率（%） | 3以内 | 4以内 | 预期性 |
""",
    """\
# Headline indicators

| Indicator | Baseline (2020) | Target (2025) | Attribute |
|---|---|---|---|
| Unemployment rate (%) | 4.2 | 3 - 5 | binding |
| Life expectancy (years) | 74.2 | 76 | expected |
""",
]
