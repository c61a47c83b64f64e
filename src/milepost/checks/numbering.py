"""Headings that count on from each other: those of one level under one parent, in order."""

from __future__ import annotations

from milepost.plans.model import Plan, Section


def siblings(plan: Plan) -> list[tuple[Section, ...]]:
    """The numbered headings of each level under each parent, in the order of the text."""
    groups: dict[tuple[str | None, str], list[Section]] = {}
    for section in plan.sections:
        if section.number is not None:
            groups.setdefault((section.parent, section.level), []).append(section)
    return [tuple(group) for group in groups.values()]
