"""The quarters or years of a sum do not add up to it.

## 查什么
累计数、个数类指标分了阶段（逐季、逐年），各阶段之和不等于总目标，最后一个阶段也不等于总目标（即不是逐期累加的写法）。

## 为什么要紧
各阶段都完成了，总目标仍完不成，或反过来；考核不知以哪个为准。

## What it checks
A sum or count with stages (quarters, years) that do not add up to its target, nor run up to it as a running total.

## Why it matters
With every stage met the target is still missed, or the other way round: an evaluation cannot tell which one holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.printed import shown
from milepost.checks.stages import StagedRow, staged_rows

RULE = Rule(
    code="AR25",
    name="stages-unlike-total",
    severity="error",
    title=Words("各阶段之和与总目标不等", "stages do not add up to their total"),
    advice=Words("核对各阶段数值和总目标。", "Check each stage and the total."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Rows whose stages make another total."""
    for row in inspection.derived(staged_rows):
        made = sum(stage.value for stage in row.stages)
        rounding = row.target.half + sum(stage.half for stage in row.stages)
        dust = 1e-9 * max(1.0, abs(row.target.value))
        if not row.is_flow or abs(made - row.target.value) <= rounding + dust or _runs_up(row):
            continue
        listed = [stage.span.of(inspection.text) for stage in row.stages]
        total = row.target.span.of(inspection.text)
        message = Words(
            f"{row.name}：各阶段（{'、'.join(listed)}）合计{shown(made, 8)}，总目标是{total}",
            f"{row.name}: the stages ({', '.join(listed)}) make {shown(made, 8)}, the target is {total}",
        )
        yield Fault(message, (*(stage.span for stage in row.stages), row.target.span))


def _runs_up(row: StagedRow) -> bool:
    """Whether the stages are a running total that ends in the target, or on the way to a later one."""
    values = [stage.value for stage in row.stages]
    rises = all(before <= behind for before, behind in pairwise(values)) and values[0] < values[-1]
    # Stages that are all alike are what is due in each, or the same total told again.
    alike = len(set(values)) == 1 and values[0] == row.target.value
    return alike or (rises and (values[-1] == row.target.value or not row.is_complete))


_HEAD = "# Indicators\n\n| Indicator | Targets/Milestones | Annual Target |\n|---|---|---|\n"
FINDS = [
    _HEAD + "| Area of maize insured (Ha) | Q1: ⟦10⟧ | Q2: ⟦205⟧ | Q3: ⟦5⟧ | Q4: ⟦0⟧ | ⟦250⟧ |\n"
    "| Area of rice insured (Ha) | Q1: 818 | Q2: 232 | Q3: 825 | Q4: 75 | 1,950 |\n",
]
PASSES = [
    _HEAD + "| Area of maize insured (Ha) | Q1: 10 | Q2: 205 | Q3: 5 | Q4: 0 | 220 |\n"
    "| Schools built | Q1: 2 | Q2: 5 | Q3: 9 | Q4: 12 | 12 |\n",
    _HEAD + "| Percentage of households with electricity (%) | Q1: 70 | Q2: 72 | Q3: 74 | Q4: 76 | 76 |\n"
    "| Area of rice insured (Ha) | Q1: 818 | Q2: 232 | Q3: 825 | Q4: 75 | 1,950 |\n",
]
