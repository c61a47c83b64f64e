"""The stages of an indicator row (quarters, years) and its target, each with the characters of its own cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from milepost.checks.inspection import Inspection
from milepost.checks.printed import half_step
from milepost.kernel.span import Span
from milepost.plans.model import Indicator, Target

_LOWEST_CONFIDENCE = 0.7


@dataclass(frozen=True, slots=True)
class Stage:
    """One value on the way: the year or quarter by which it is due, how far rounding may put it off, its place."""

    by: str | None
    value: float
    half: float
    span: Span


@dataclass(frozen=True, slots=True)
class StagedRow:
    """A row with its stages in order, and its target; `is_flow` says that the target is a sum or a count."""

    name: str
    stages: tuple[Stage, ...]
    target: Stage
    is_flow: bool

    @property
    def is_complete(self) -> bool:
        """Whether the last stage is due when the target is: its fourth quarter, or the same year."""
        last = self.stages[-1].by
        return last is not None and (last == self.target.by or last.endswith("Q4"))


def staged_rows(inspection: Inspection) -> tuple[StagedRow, ...]:
    """The rows whose stages and target can all be found in the text. Ask through `inspection.derived`."""
    return tuple(row for each in inspection.plan.indicators if (row := _row(inspection, each)) is not None)


def _row(inspection: Inspection, row: Indicator) -> StagedRow | None:
    target = row.target
    if target is None or target.value is None or not row.milestones or row.confidence < _LOWEST_CONFIDENCE:
        return None
    # A single year on the way to a later one tells nothing; a single quarter is all that is due in the year.
    if len(row.milestones) == 1 and "Q" not in (row.milestones[0].by or ""):
        return None
    exact = all(each.comparator == "eq" and each.value is not None for each in (target, *row.milestones))
    units = {each.normalized.unit if each.normalized else each.unit for each in (target, *row.milestones)}
    if not exact or len(units) > 1:
        return None
    stages, at = [], row.span.start
    for each in (*row.milestones, target):
        span = _cell(inspection.text, each, at, row.span.end)
        if span is None or each.value is None:
            return None
        stages.append(Stage(each.by, each.value, half_step(each.raw, counted="." not in each.raw), span))
        at = span.end
    return StagedRow(row.name, tuple(stages[:-1]), stages[-1], target.kind in ("cumulative", "count"))


def _cell(text: str, target: Target, start: int, end: int) -> Span | None:
    """Where the figure stands that was read from a cell, behind the cells before it."""
    raw = target.raw.strip()
    if not raw:
        return None
    # A figure's own digits only: the 0 of a cell is not the last one of 1,250.
    found = re.compile(rf"(?<![\d.,Q]){re.escape(raw)}(?![\d.:]|,\d)").search(text, start, end)
    return Span(*found.span()) if found else None
