"""How tests give a small text to one rule, and read the marks that say what it must rest on."""

from __future__ import annotations

import re

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault
from milepost.checks.table import RuleModule
from milepost.documents.run import read_bytes
from milepost.plans.model import Plan
from milepost.plans.run import plan_of

MARKED = re.compile("⟦([^⟦⟧]*)⟧")


def plan_of_case(text: str) -> Plan:
    """The plan that a case gives, its marks taken off; what kind of text it is, is told by its content."""
    return plan_of(read_bytes(MARKED.sub(r"\1", text).encode(), "case"))


def marked(text: str) -> list[str]:
    """What stands between the marks of a case, in order of the alphabet."""
    return sorted(MARKED.findall(text))


def faults(module: RuleModule, plan: Plan) -> list[Fault]:
    """What one rule finds in a plan."""
    return list(module.check(Inspection.of(plan)))


def quotes(found: list[Fault], plan: Plan) -> list[str]:
    """The characters that faults rest on, each place once, in order of the alphabet."""
    assert plan.document.text is not None
    text = plan.document.text
    return sorted(span.of(text) for span in {place for fault in found for place in fault.places})
