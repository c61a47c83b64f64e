"""Which targets have no start: no baseline of their own, no fact of the past on the same matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from milepost.checks.achievements import fact_topic
from milepost.checks.goals import Goal, goals
from milepost.checks.inspection import Inspection
from milepost.kernel.span import Span
from milepost.plans.model import PlanTable

_FEWEST: Final = 3  # rows: a table with fewer says nothing by having no baselines


def known_starts(inspection: Inspection) -> frozenset[str]:
    """The topics on which the text gives a figure of the past or present. Asked for by `inspection.derived`."""
    return frozenset(fact_topic(fact, inspection) for fact in inspection.plan.facts if fact.value is not None)


def rows_without_start(inspection: Inspection) -> Iterator[Goal]:
    """The first target of each row of the headline table without a baseline, in tables where other rows have one."""
    known = inspection.derived(known_starts)
    bare = inspection.derived(tables_without_start)
    seen = set()
    for goal in inspection.derived(goals):
        if not goal.in_table or goal.baseline is not None or goal.item.id in seen:
            continue
        seen.add(goal.item.id)
        table = inspection.table_at(goal.item.span.start)
        if goal.topic not in known and (table is None or table.span not in bare):
            yield goal


def tables_without_start(inspection: Inspection) -> dict[Span, tuple[Span, int]]:
    """The indicator tables without any baseline: span of the table → where to point, number of rows.

    Asked for by `inspection.derived(tables_without_start)`.
    """
    rows: dict[Span, list[bool]] = {}
    tables = {}
    for indicator in inspection.plan.indicators:
        table = inspection.table_at(indicator.span.start)
        if table is not None:
            tables[table.span] = table
            rows.setdefault(table.span, []).append(indicator.baseline is not None)
    return {
        span: (_heading_of(tables[span], inspection), len(has))
        for span, has in rows.items()
        if len(has) >= _FEWEST and not any(has)
    }


def _heading_of(table: PlanTable, inspection: Inspection) -> Span:
    section = inspection.section_at(table.span.start)
    first = next((cell.span for row in table.rows for cell in row if cell.span.length), table.span)
    return section.span if section else first
