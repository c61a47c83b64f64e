"""Documents that a plan names with their years, and whether they are named in what it tells of the past."""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.plans.model import Plan
from milepost.plans.undertakings import Reference

LEAST_CONFIDENCE = 0.6


def dated_references(inspection: Inspection) -> Iterator[tuple[Reference, int, bool]]:
    """References with years, once each: the reference, its last year, whether it stands where the past is told.

    A plan for one year is left out: whatever it cites ends soon.
    """
    if _is_yearly(inspection.plan):
        return
    seen: set[tuple[str, bool]] = set()
    for reference in inspection.plan.references:
        if reference.period is None or reference.confidence < LEAST_CONFIDENCE:
            continue
        last = _year(reference.period[1])
        section = inspection.section_at(reference.span.start)
        told_of_past = section is None or section.id in inspection.past
        if last is None or (reference.title, told_of_past) in seen:
            continue
        seen.add((reference.title, told_of_past))
        yield reference, last, told_of_past


def shown(reference: Reference) -> str:
    """A title as a message quotes it: without marks around it, cut where it is very long.

    >>> from milepost.kernel.span import Span
    >>> shown(Reference("《规划》", None, None, "upper", Span(0, 4)))
    '规划'
    """
    title = reference.title.strip("《》")
    return title if len(title) <= 60 else title[:59] + "…"


def _is_yearly(plan: Plan) -> bool:
    return plan.period.start is not None and plan.period.start == plan.period.end


def _year(period: str) -> int | None:
    return int(period[:4]) if period[:4].isdigit() else None
