"""People are counted in times, or one figure in people here and in times there.

## 查什么
以人计数的指标（如新增就业人数、人口）用了“人次”，或同一指标一处用“人”、一处用“人次”。

## 为什么要紧
人次按次累计，同一人可计多次；单位不同，数字就不能比较。

## What it checks
An indicator that counts people, such as new jobs, has the unit of times that something is done, or both units are
used for it.

## Why it matters
One person may be counted many times; figures in the two units cannot be compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.plans.concepts.table import concept

LEAST_CONFIDENCE = 0.7
PERSON = "person"
REACH = 60

RULE = Rule(
    code="WO31",
    name="persons-counted-as-visits",
    severity="info",
    title=Words("人与人次混用", "people and times are mixed up"),
    advice=Words("按统计口径改用“人”。", "Count people."),
    remedy="correct",
    languages=("zh",),
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Indicators in times whose concept is counted in people in the text, or whose name says people."""
    words = inspection.words.naming
    said: dict[str, Span] = {}
    for each in inspection.plan.commitments:
        unit = each.target.unit or ""
        if each.concept and unit.endswith(words.persons) and each.confidence >= LEAST_CONFIDENCE:
            said.setdefault(each.concept, each.value_span)
    for row in inspection.plan.indicators:
        if not row.unit or not row.unit.endswith(words.visits) or row.concept is None:
            continue
        concept_row = concept(row.concept)
        # The unit may stand in a cell for several rows, before the row itself.
        start = inspection.folded.find(words.visits, max(0, row.span.start - REACH), row.span.end)
        if concept_row is None or PERSON not in concept_row.units or start < 0:
            continue
        places = [Span(start, start + len(words.visits))]
        if row.concept in said:
            places.append(said[row.concept])
        elif not words.counts_people.search(row.name):
            continue
        zh = f"“{inner(row.name)}”以“{inner(row.unit)}”计，应以人计"
        message = Words(zh, f"{quoted(row.name)} counts people, but its unit is {quoted(row.unit)}")
        yield Fault(message, tuple(sorted(places)))


FINDS = [
    "# 指标\n\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 城镇新增就业人数（万⟦人次⟧） | 1.9 | 2.1 |\n",
]
PASSES = [
    "# 指标\n\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 城镇新增就业人数（万人） | 1.9 | 2.1 |\n",
    "# 指标\n\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 接待游客（万人次） | 190 | 210 |\n",
]
