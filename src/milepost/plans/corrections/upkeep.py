"""What follows from corrections elsewhere in the plan: bodies and parents of sections, and who refers to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from milepost.kernel.span import Span
from milepost.plans.corrections.fields import hints, kinds
from milepost.plans.model import Plan, Section, Target
from milepost.plans.sections import SectionIndex

_RANKS = {"preface": 1, "part": 1, "chapter": 2, "section": 3, "heading": 4}


def kept_up(before: Plan, after: Plan, length: int) -> Plan:
    """The corrected plan with what hangs on corrected items in order; `length` is that of the text."""
    if after.sections != before.sections:
        after = _in_sections(before, replace(after, sections=_sections(before.sections, after.sections, length)))
    gone = {row.id: row.name for row in before.indicators} | {row.id: "" for row in after.indicators}
    named = {identity: name for identity, name in gone.items() if name}
    return _renamed(after, named) if named else after


def _sections(before: Sequence[Section], after: Sequence[Section], length: int) -> tuple[Section, ...]:
    """The sections with bodies and parents worked out again where the old ones were as levels and order say.

    Numbered headings below the levels keep what they have, unless the section above them is gone.
    """
    old = {section.id: section for section in before}
    old_ways = dict(zip(old, _outline(before, length), strict=True))
    ids = {section.id for section in after}
    found = []
    for section, (body, parent) in zip(after, _outline(after, length), strict=True):
        known = old.get(section.id)
        if known is None or old_ways[section.id] == (known.body, known.parent) or known.level != section.level:
            found.append(replace(section, body=body, parent=parent))
            continue
        above = section.parent
        while above is not None and above not in ids:
            above = old[above].parent
        found.append(replace(section, parent=above))
    return tuple(found)


def _outline(sections: Sequence[Section], length: int) -> list[tuple[Span, str | None]]:
    """Body and parent of each section, from the levels in their order."""
    ends = [length] * len(sections)
    parents: list[str | None] = []
    opened: list[int] = []
    for index, section in enumerate(sections):
        rank = _RANKS[section.level]
        # Any heading ends a preface.
        while opened and (sections[opened[-1]].level == "preface" or _RANKS[sections[opened[-1]].level] >= rank):
            ends[opened.pop()] = section.span.start
        parents.append(sections[opened[-1]].id if opened else None)
        opened.append(index)
    bodies = [Span(section.span.end, end) for section, end in zip(sections, ends, strict=True)]
    return list(zip(bodies, parents, strict=True))


def _in_sections(before: Plan, after: Plan) -> Plan:
    """The plan whose items name the innermost section that they stand in."""
    old, new = SectionIndex(before.sections), SectionIndex(after.sections)
    ids = {section.id for section in after.sections}
    changed: dict[str, Any] = {}
    for name, kind in kinds().items():
        if "section" not in hints(kind):
            continue
        items = []
        for item in getattr(after, name):
            was, now = old.at(item.span.start), new.at(item.span.start)
            follows = item.section == (was.id if was else None) or item.section not in ids
            items.append(replace(item, section=now.id if now else None) if follows else item)
        changed[name] = tuple(items)
    return replace(after, **changed)


def _renamed(plan: Plan, gone: dict[str, str]) -> Plan:
    """The plan whose relative targets name a struck indicator by its words."""

    def renamed(target: Target | None) -> Target | None:
        relation = None if target is None else target.relative_to
        if target is None or relation is None or relation.indicator not in gone:
            return target
        return replace(target, relative_to=replace(relation, indicator=gone[relation.indicator]))

    return replace(
        plan,
        indicators=tuple(replace(row, target=renamed(row.target)) for row in plan.indicators),
        commitments=tuple(replace(row, target=renamed(row.target) or row.target) for row in plan.commitments),
    )
