"""Which values cannot be true: beyond the limits that the table of concepts gives, or over the whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from milepost.checks.achievements import is_change
from milepost.checks.goals import SURE, telling
from milepost.checks.inspection import Inspection
from milepost.kernel.span import Span
from milepost.plans.concepts.matching import concept_of
from milepost.plans.concepts.model import Concept
from milepost.plans.concepts.table import concept
from milepost.plans.model import Fact, Normalized

_ROOM: Final = 1e-9  # what arithmetic with decimal fractions may be out by
_FACT_KINDS: Final = frozenset(("level", "share"))


def beyond(name: str, known: Concept | None, value: Normalized | None, inspection: Inspection) -> str | None:
    """The limit that a value passes, as it is printed; None where it passes none or none is known.

    Limits of the concept hold for levels in its own unit; a rate whose name says that it is a part of a whole cannot
    pass 100 %.
    """
    if value is None or (known is not None and known.change is not None):
        return None
    highest = max(value.value, value.value_high if value.value_high is not None else value.value)
    is_rate = value.unit == "1"
    in_its_unit = known is not None and value.unit in known.units and not _is_of_a_part(value.unit, known)
    if known is not None and in_its_unit and not is_change(name, None, inspection):
        # Limits of rates and of lives are those of the thing; a count has none above, and is never negative.
        if known.high is not None and highest > known.high + _ROOM:
            return _printed(known.high, is_rate)
        if known.low is not None and value.value < known.low - _ROOM:
            return _printed(known.low, is_rate)
    words = inspection.words.targets
    is_part = words.bounded.search(name) is not None and words.loose_rate.search(name) is None
    return "100%" if known is None and is_rate and is_part and highest > 1 + _ROOM else None


def facts_beyond(inspection: Inspection) -> Iterator[tuple[Fact, Span, str]]:
    """The facts beyond a limit, each with its place and the limit."""
    for fact in inspection.plan.facts:
        if fact.confidence < SURE or fact.kind not in _FACT_KINDS or is_change(fact.subject, fact.unit, inspection):
            continue
        if fact.normalized is None or fact.normalized.unit != "1":
            continue
        identity = concept_of(fact.subject, fact.unit, inspection.language.code)
        limit = beyond(fact.subject, concept(identity) if identity else None, fact.normalized, inspection)
        if limit is not None:
            yield fact, telling(inspection.text, fact.span, fact.value_span, fact.subject), limit


def _is_of_a_part(unit: str, known: Concept) -> bool:
    """Whether a unit is only the upper part of the concept's (m3 of m3/CNY): the rest is in the name."""
    return any(other.startswith(f"{unit}/") for other in known.units)


def _printed(limit: float, is_rate: bool) -> str:
    return f"{limit * 100:g}%" if is_rate else f"{limit:g}"
