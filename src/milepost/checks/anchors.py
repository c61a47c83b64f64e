"""What a relative target hangs on: the target that it is measured by, and whether that one has a number."""

from __future__ import annotations

from collections.abc import Sequence

from milepost.checks.goals import Goal, by_topic, goals, topic_of
from milepost.checks.inspection import Inspection
from milepost.plans.concepts.matching import concept_of

_GROWTH_UNIT = "%"  # what a target is in step with is a rate: 经济增长, economic growth


def anchors(goal: Goal, inspection: Inspection) -> tuple[Goal, ...]:
    """The targets of the plan that a relative one is measured by; none where the plan has no target on that matter."""
    relation = goal.target.relative_to
    if relation is None:
        return ()
    row = inspection.derived(goals_by_id).get(relation.indicator)
    if row is not None:
        return inspection.derived(by_topic)[row.topic]
    words = relation.indicator
    found = concept_of(words, _GROWTH_UNIT, inspection.language.code)
    return inspection.derived(by_topic).get(topic_of(found, words), ())


def goals_by_id(inspection: Inspection) -> dict[str, Goal]:
    """The targets by the id of their row or commitment. Asked for by `inspection.derived(goals_by_id)`."""
    return {goal.item.id: goal for goal in reversed(inspection.derived(goals))}


def is_set(members: Sequence[Goal], inspection: Inspection, seen: frozenset[str] = frozenset()) -> bool:
    """Whether one of some targets has a number, or hangs on one that has."""
    if any(goal.target.value is not None for goal in members):
        return True
    # Targets on one matter may hang on several others: each matter is asked about once.
    others = {group[0].topic: group for goal in members if (group := anchors(goal, inspection))}
    known = seen.union(goal.topic for goal in members)
    return any(is_set(group, inspection, known) for topic, group in others.items() if topic not in known)
