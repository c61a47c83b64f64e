"""The probable misprints of a plan's text, found once for all rules that tell of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Words

if TYPE_CHECKING:
    from milepost.checks.spelling import Kind, Suspicion


def misprints(inspection: Inspection) -> tuple[Suspicion, ...]:
    """All probable misprints, in the order of the text; nothing is reported inside the names that the plan knows."""
    # NumPy comes with it and takes a tenth of a second: who lists the rules or checks an English plan does not pay.
    from milepost.checks.spelling import suspicions

    return tuple(suspicions(inspection.text, _names(inspection)))


def _names(inspection: Inspection) -> frozenset[str]:
    """Names of places, bodies and companies as the text prints them."""
    plan, text = inspection.plan, inspection.text
    printed = {place.span.of(text) for place in plan.places}
    return frozenset(printed | {body.name for body in plan.bodies})


def faults_of(kind: Kind, inspection: Inspection, say: Callable[[str, str], Words]) -> Iterator[Fault]:
    """A fault for each misprint of a kind; `say` gets what is printed around it and how that would read mended."""
    for each in inspection.derived(misprints):
        if each.kind == kind:
            before, behind = _around(each, inspection)
            yield Fault(say(f"{before}{each.found}{behind}", f"{before}{each.proposed}{behind}"), (each.span,))


def _around(each: Suspicion, inspection: Inspection) -> tuple[str, str]:
    """A few characters on both sides of a misprint, as far as the text runs on without a sign."""
    text, near = inspection.text, 3
    before = text[max(0, each.span.start - near) : each.span.start]
    behind = text[each.span.end : each.span.end + near]
    while before and not all(sign.isalnum() for sign in before):
        before = before[1:]
    while behind and not all(sign.isalnum() for sign in behind):
        behind = behind[:-1]
    return before, behind
