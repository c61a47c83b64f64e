"""The last stage of a level, due when its target is, has another value.

## 查什么
水平类指标分了阶段，最后一个阶段与总目标同时到期（末季、同一年），两个数却不同，也不是各阶段的平均数。

## 为什么要紧
同一时点有两个目标值，评估时以哪个为准会得出不同结论。

## What it checks
A level with stages of which the last one is due when the target is (the fourth quarter, the same year) and has another
value, the target not being the stages' mean either.

## Why it matters
Two values hold for one date: an evaluation by one may come to the opposite of one by the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.checks.stages import staged_rows
from milepost.kernel.span import Span

RULE = Rule(
    code="AR26",
    name="last-stage-unlike-target",
    severity="warning",
    title=Words("最后一期的值与目标值不同", "the last stage and the target differ"),
    advice=Words("核对最后一期的值和目标值。", "Check the last stage and the target."),
    remedy="correct",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Rows of levels whose end is stated with two values."""
    found: dict[tuple[str, str, str], tuple[Span, ...]] = {}
    for row in inspection.derived(staged_rows):
        values = [stage.value for stage in row.stages]
        last, target = row.stages[-1], row.target
        rounding = last.half + target.half + 1e-9
        if row.is_flow or not row.is_complete or abs(last.value - target.value) <= rounding:
            continue
        # Shares that make the target together, or a mean of them, are other ways to write it.
        if any(abs(made - target.value) <= rounding * len(values) for made in (sum(values), sum(values) / len(values))):
            continue
        end, goal = last.span.of(inspection.text), target.span.of(inspection.text)
        # A row that stands again in a block that is repeated has the same fault, not another one.
        key = (row.name, end, goal)
        found[key] = (*found.get(key, ()), last.span, target.span)
    for (name, end, goal), places in found.items():
        message = Words(
            f"“{inner(name)}”：最后一期的值为{end}，目标值却为{goal}",
            f"{quoted(name)}: the last stage is {end}, the target {goal}",
        )
        yield Fault(message, places)


_HEAD = "# Indicators\n\n| Indicator | Targets/Milestones | Annual Target |\n|---|---|---|\n"
FINDS = [
    _HEAD + "| Percentage of households with electricity (%) | Q1: 70 | Q2: 72 | Q3: 74 | Q4: ⟦76⟧ | ⟦86⟧ |\n"
    "| Area of rice insured (Ha) | Q1: 818 | Q2: 232 | Q3: 825 | Q4: 75 | 1,950 |\n",
    _HEAD + "| Percentage of households with electricity (%) | Q1: 70 | Q2: 72 | Q3: 74 | Q4: ⟦76⟧ | ⟦86⟧ |\n"
    "| Percentage of households with electricity (%) | Q1: 70 | Q2: 72 | Q3: 74 | Q4: ⟦76⟧ | ⟦86⟧ |\n",
]
PASSES = [
    _HEAD + "| Percentage of households with electricity (%) | Q1: 70 | Q2: 72 | Q3: 74 | Q4: 76 | 76 |\n"
    "| Area of rice insured (Ha) | Q1: 818 | Q2: 232 | Q3: 825 | Q4: 75 | 1,950 |\n",
    _HEAD + "| Percentage of farmers trained (%) | Q1: 20 | Q2: 30 | Q3: 40 | Q4: 10 | 100 |\n"
    "| Area of rice insured (Ha) | Q1: 818 | Q2: 232 | Q3: 825 | Q4: 75 | 1,950 |\n",
]
