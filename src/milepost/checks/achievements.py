"""What a plan says has been achieved, set beside what it aims at: is a target weaker than the past, or the same?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from milepost.checks.goals import Goal, Way, telling, topic_of
from milepost.checks.inspection import Inspection
from milepost.kernel.span import Span
from milepost.plans.concepts.matching import concept_of
from milepost.plans.model import Fact, Indicator

Verdict = Literal["weaker", "equal", "stronger"]

LEVELS: Final = frozenset(("level", "share", "every_year", "completion"))
FLOWS: Final = frozenset(("cumulative", "annual_average"))
_FACT_LEVELS: Final = frozenset(("level", "share"))
# A subject carried over from the clause before is right far more often than not, and its fact is worth comparing.
_SURE_FACT: Final = 0.55
_NEAR: Final = 0.03  # 左右, 约: within three parts in a hundred a rough figure is no other figure


class Amount(NamedTuple):
    """A figure in base units, as it is compared; `unit` is its code."""

    value: float
    unit: str
    comparator: str


@dataclass(frozen=True, slots=True)
class Achieved:
    """A fact, the characters that tell it, and its amount: of a flow the mean of a year."""

    fact: Fact
    place: Span
    amount: Amount
    is_flow: bool


def achieved(inspection: Inspection) -> dict[tuple[str, str | None], tuple[Achieved, ...]]:
    """The figures that the past sections give: topic and region → facts in the order of the text.

    Asked for by `inspection.derived(achieved)`.
    """
    found: dict[tuple[str, str | None], list[Achieved]] = {}
    for fact in inspection.plan.facts:
        if (
            fact.section not in inspection.past
            or fact.confidence < _SURE_FACT
            or is_change(fact.subject, fact.unit, inspection)
        ):
            continue
        read = _of_fact(fact, inspection.text)
        if read is not None:
            found.setdefault((fact_topic(fact, inspection), fact.region), []).append(read)
    return {key: tuple(facts) for key, facts in found.items()}


def fact_topic(fact: Fact, inspection: Inspection) -> str:
    """The matter that a fact is on, as `topic_of` names it; words that add no meaning are read away if need be."""
    code = inspection.language.code
    found = concept_of(fact.subject, fact.unit, code)
    if found is None:
        bare = inspection.words.targets.needless.sub("", fact.subject)
        found = concept_of(bare, fact.unit, code) if bare != fact.subject else None
    return topic_of(found, fact.subject)


def best_fact(goal: Goal, inspection: Inspection) -> Achieved | None:
    """The fact that a target is to be measured by: the latest of its kind, one of the same name first."""
    flow = goal.target.kind in FLOWS
    amount = of_goal(goal, inspection)
    if amount is None:
        return None
    best = inspection.derived(_best_facts)
    key = (goal.topic, goal.region, flow, amount.unit, goal.name)
    if key not in best:
        best[key] = _latest(goal, flow, amount.unit, inspection)
    return best[key]


def _best_facts(_: Inspection) -> dict[tuple[str, str | None, bool, str, str], Achieved | None]:
    """Best facts found so far: many targets may bear one name."""
    return {}


def _latest(goal: Goal, flow: bool, unit: str, inspection: Inspection) -> Achieved | None:
    facts = [
        each
        for each in inspection.derived(achieved).get((goal.topic, goal.region), ())
        if each.is_flow == flow and each.amount.unit == unit
    ]
    if not facts:
        return None
    same = [each for each in facts if _is_part(each.fact.subject, goal.name)]
    return max(same or facts, key=lambda each: (each.fact.period or ("", ""), each.fact.value_span))


def of_goal(goal: Goal, inspection: Inspection) -> Amount | None:
    """The bound that a target sets, in base units: of a flow the mean of a year; None where it sets none."""
    target = goal.target
    if target.normalized is None or is_change(goal.name, target.unit, inspection):
        return None
    if goal.concept and goal.concept.change in ("growth", "fall"):
        return None
    if is_gain(goal):
        return None
    value = target.normalized.value
    if target.comparator == "range" and target.normalized.value_high is not None and goal.way == "down":
        value = target.normalized.value_high
    if target.kind == "cumulative":
        years = years_of(target.period)
        return Amount(value / years, target.normalized.unit, target.comparator) if years else None
    if target.kind not in LEVELS and target.kind != "annual_average":
        return None
    return Amount(value, target.normalized.unit, target.comparator)


def of_baseline(goal: Goal) -> Amount | None:
    """The baseline of a target in base units; None where there is none, or only a percentage of something else."""
    baseline = goal.baseline
    if baseline is None or baseline.normalized is None:
        return None
    is_flow = goal.concept is not None and goal.concept.nature == "flow" and not isinstance(baseline.period, tuple)
    if goal.target.kind in FLOWS and not is_flow:
        return None  # the start of a stock, beside what is to be added to it
    return Amount(baseline.normalized.value, baseline.normalized.unit, baseline.comparator)


def mean_of_year(value: float | None, period: tuple[str, str] | None) -> str | None:
    """A sum over a period as the mean of a year, printed; None where it is no sum over several years.

    >>> mean_of_year(10.5, ("2021", "2025")), mean_of_year(10.5, ("2025", "2025"))
    ('2.1', None)
    """
    years = years_of(period)
    return f"{value / years:.4g}" if value is not None and years is not None and years > 1 else None


def verdict(way: Way, target: Amount, past: Amount) -> Verdict:
    """How a target stands to the past.

    >>> verdict("up", Amount(0.95, "1", "gt"), Amount(0.958, "1", "eq"))
    'weaker'
    >>> verdict("down", Amount(0.055, "1", "le"), Amount(0.056, "1", "eq"))
    'stronger'
    >>> verdict("up", Amount(0.98, "1", "ge"), Amount(0.98, "1", "eq"))
    'equal'
    """
    ahead = target.value - past.value if way == "up" else past.value - target.value
    slack = _NEAR * abs(past.value) if "approx" in (target.comparator, past.comparator) else 1e-9 * abs(past.value)
    if abs(ahead) <= slack:
        # More than what was reached is asked where the target excludes it, unless the past too was beyond it.
        return "stronger" if target.comparator in ("gt", "lt") and past.comparator not in ("gt", "lt") else "equal"
    return "stronger" if ahead > 0 else "weaker"


def is_full(amount: Amount, way: Way) -> bool:
    """Whether nothing better is possible: all of something, or none of what is unwanted.

    >>> is_full(Amount(1.0, "1", "eq"), "up"), is_full(Amount(0.98, "1", "eq"), "up")
    (True, False)
    """
    return amount.value >= 1 and amount.unit == "1" if way == "up" else amount.value <= 0


def is_change(name: str, unit: str | None, inspection: Inspection) -> bool:
    """Whether a figure says by how much a thing changes, not where it stands."""
    words = inspection.words.targets
    return bool(words.change_unit.search(unit or "") or words.change_end.search(name))


def years_of(period: tuple[str, str] | None) -> int | None:
    """How many years a period has, None where its ends are no years.

    >>> years_of(("2021", "2025")), years_of(None), years_of(("Q1", "Q2"))
    (5, None, None)
    """
    if period is None or not all(end[:4].isdigit() and len(end) >= 4 for end in period):
        return None
    years = int(period[1][:4]) - int(period[0][:4]) + 1
    return years if years > 0 else None


def is_gain(goal: Goal) -> bool:
    """Whether a sum of a row only says by how much its own level is to rise."""
    row = goal.item
    return (
        isinstance(row, Indicator)
        and goal.target.kind == "cumulative"
        and row.target is not None
        and row.target is not goal.target
        and row.target.kind in LEVELS
    )


def _of_fact(fact: Fact, text: str) -> Achieved | None:
    if fact.normalized is None or fact.kind not in {*_FACT_LEVELS, "cumulative"}:
        return None
    amount = Amount(fact.normalized.value, fact.normalized.unit, fact.comparator)
    place = telling(text, fact.span, fact.value_span, fact.subject)
    if fact.kind in _FACT_LEVELS:
        return Achieved(fact, place, amount, is_flow=False)
    years = years_of(fact.period)
    return Achieved(fact, place, amount._replace(value=amount.value / years), is_flow=True) if years else None


def _is_part(one: str, other: str) -> bool:
    return one in other or other in one
