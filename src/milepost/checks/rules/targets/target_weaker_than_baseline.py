"""A target asks for less than its own baseline.

## 查什么
预期性指标（或未注明属性的目标）的目标值弱于文中给出的基期值：越高越好的指标目标低于基期，越低越好的指标上限高于基期；五年累计和年均目标折算成每年平均，
与基期年份的数值比较。表内和正文的同一目标一并列出。基期落在目标区间之内的不查，约束性指标另行报告。

## 为什么要紧
目标弱于起点，等于允许倒退，指标从一开始就“完成”了，考核失去意义；多半是基期口径不同、目标沿用上级下限或数字有误，应写明原因。

## What it checks
The target of an expected indicator, or of one of unstated nature, is weaker than the baseline that the plan states:
lower where higher is better, a ceiling above the start where lower is better. Sums over the period and yearly averages
are compared by the mean of a year. A range that holds the baseline is left alone; binding indicators are another rule.

## Why it matters
A target behind its own start allows things to get worse and is met on the first day. Mostly the baseline has another
coverage, a floor from above was copied, or a figure is wrong; each needs a word of explanation.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Parameter, Rule, Words
from milepost.checks.weakening import weakened

RULE = Rule(
    code="TA01",
    name="target-weaker-than-baseline",
    severity="warning",
    title=Words("目标弱于基期", "a target is weaker than its baseline"),
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
    yield from weakened(inspection, inspection.parameter(RULE, "margin"), binding=False)


FINDS = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| ⟦城镇登记失业率（%）⟧ | ⟦3以内⟧ | ⟦4以内⟧ | 预期性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
    """\
# Headline indicators

| Indicator | Baseline (2020) | Target (2025) |
|---|---|---|
| ⟦Forest cover (%)⟧ | ⟦31.5⟧ | ⟦30⟧ |
| Life expectancy (years) | 74.2 | 76 |
""",
]
PASSES = [
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 基本养老保险参保率（%） | 94.2 | >95 | 约束性 |
| 城镇登记失业率（%） | 4.1 | 4以内 | 预期性 |
""",
    """\
# Headline indicators

| Indicator | Baseline (2020) | Target (2025) |
|---|---|---|
| Unemployment rate (%) | 4.2 | 3 - 5 |
| Life expectancy (years) | 74.2 | 76 |
""",
    """\
# 主要指标

| 指标 | 2020年 | 2025年 | 属性 |
|---|---|---|---|
| 城镇新增就业（万人） | 1.2 | 〔7〕 | 预期性 |
| 人均预期寿命（岁） | 76.1 | 78 | 预期性 |
""",
    """\
# Headline indicators

| Indicator | Baseline (2020) | Target (2025) |
|---|---|---|
| Unemployment rate (%) | 6.2 | 5 |
| Life expectancy (years) | 74.2 | 76 |
""",
]
