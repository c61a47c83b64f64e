"""Which targets ask for less than the baseline that the plan itself states."""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.achievements import best_fact, mean_of_year, of_baseline, of_goal, verdict
from milepost.checks.goals import Goal, goals, row_of, said_again
from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span


def weakened(inspection: Inspection, margin: float, *, binding: bool) -> Iterator[Fault]:
    """A fault for each target behind its baseline by more than a share of it: of binding indicators, or of all others.

    It rests on the name, the baseline and the target, with the same target said in the text and the same fact.
    """
    for goal in inspection.derived(goals):
        if (goal.attribute == "binding") != binding:
            continue
        start, target, way = of_baseline(goal), of_goal(goal, inspection), goal.way
        if start is None or target is None or way is None or start.unit != target.unit or goal.start is None:
            continue
        row = row_of(goal, inspection)
        if verdict(way, target, start) != "weaker" or (row is not None and row.baseline is not None):
            continue
        if abs(target.value - start.value) <= margin * abs(start.value) or _is_around(goal, start.value):
            continue
        yield Fault(_message(goal, goal.start.of(inspection.text)), _places(goal, inspection))


def _is_around(goal: Goal, start: float) -> bool:
    """Whether the target is a range that the baseline lies in: it allows for worse, and for better too."""
    amount = goal.target.normalized
    if goal.target.comparator != "range" or amount is None or amount.value_high is None:
        return False
    return amount.value <= start <= amount.value_high


def _message(goal: Goal, start: str) -> Words:
    mean = mean_of_year(goal.target.value, goal.target.period) if goal.target.kind == "cumulative" else None
    zh, en = (f"（每年平均{mean}）", f" ({mean} a year)") if mean else ("", "")
    binding = goal.attribute == "binding"
    return Words(
        f"“{inner(goal.name)}”的目标“{inner(goal.target.raw)}”{zh}弱于基期“{inner(start)}”"
        + ("，且为约束性指标" if binding else ""),
        f"the target {quoted(goal.target.raw)} of {quoted(goal.name)}{en} is weaker than its baseline {quoted(start)}"
        + (", though the indicator is binding" if binding else ""),
    )


def _places(goal: Goal, inspection: Inspection) -> tuple[Span, ...]:
    places = [goal.places[0], *([goal.start] if goal.start else []), *goal.places[1:]]
    places += [place for other in said_again(goal, inspection) for place in other.places]
    fact = best_fact(goal, inspection)
    if fact is not None and (start := of_baseline(goal)) and fact.amount.value == start.value:
        places.append(fact.place)
    return tuple(dict.fromkeys(places))
