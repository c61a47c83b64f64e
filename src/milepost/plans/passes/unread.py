"""Figures that no pass could place, each with the reason: nothing is dropped in silence."""

from __future__ import annotations

from milepost.plans.model import Unread
from milepost.plans.reading import Reading


def find(reading: Reading) -> tuple[Unread, ...]:
    """The figures of the running text that became neither commitment nor fact."""
    placed = {commitment.value_span for commitment in reading.commitments}
    placed |= {fact.value_span for fact in reading.facts}
    placed |= {row.baseline.span for row in reading.commitments if row.baseline and row.baseline.span}
    return tuple(
        Unread(each.statement.mention.span, each.statement.why or "a figure no pass could place")
        for each in reading.statements
        if each.statement.mention.span not in placed
    )
