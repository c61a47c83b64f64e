"""How large the economy of a region is by its plan, and which goals of single industries are as large."""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.achievements import achieved
from milepost.checks.goals import Goal, by_topic, goals
from milepost.checks.inspection import Inspection
from milepost.kernel.span import Span
from milepost.plans.concepts.matching import concept_of

_ECONOMY = "gdp"


def outgrowing(inspection: Inspection, share: float) -> Iterator[tuple[Goal, Span]]:
    """The goals of industries that reach a share of the gross product, each with the place of the gross product."""
    known = inspection.derived(economy)
    if known is None:
        return
    size, unit, place = known
    for goal in inspection.derived(goals):
        value = goal.target.normalized
        if value is not None and value.unit == unit and value.value >= share * size and _is_industry(goal, inspection):
            yield goal, place


def _is_industry(goal: Goal, inspection: Inspection) -> bool:
    return (
        goal.target.kind == "level"
        and goal.topic != _ECONOMY
        and inspection.words.targets.industry.search(goal.name) is not None
    )


def economy(inspection: Inspection) -> tuple[float, str, Span] | None:
    """The gross product of today in base units, its unit and its place; None where the plan does not give it."""
    region = inspection.plan.region.code if inspection.plan.region else None
    facts = [
        each
        for (_, place), members in inspection.derived(achieved).items()
        if place == region
        for each in members
        # Without its unit: the table of concepts knows the product in one currency, a plan may give it in another.
        if not each.is_flow and concept_of(each.fact.subject, None, inspection.language.code) == _ECONOMY
    ]
    if facts:
        last = max(facts, key=lambda each: (each.fact.period or ("", ""), each.place))
        return last.amount.value, last.amount.unit, last.place
    for goal in inspection.derived(by_topic).get(_ECONOMY, ()):
        if goal.in_table and goal.baseline and goal.baseline.normalized and goal.start:
            return goal.baseline.normalized.value, goal.baseline.normalized.unit, goal.start
    return None
