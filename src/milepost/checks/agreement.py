"""How far findings agree with a review that was made by reading: what of it is found, and what it does not have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from milepost.checks.model import Finding, Severity
from milepost.checks.table import FAMILIES
from milepost.kernel.span import Span

# A reviewer's family → families of rules that may say the same: a list that is announced and never given is one
# reader's arithmetic and the other's consistency.
KINDRED: dict[str, frozenset[str]] = {
    "layout": frozenset({"layout", "consistency", "wording"}),
    "targets": frozenset({"targets", "coverage", "consistency"}),
    "arithmetic": frozenset({"arithmetic", "consistency", "targets"}),
    "consistency": frozenset({"consistency", "arithmetic", "wording", "targets", "coverage", "layout"}),
    "coverage": frozenset({"coverage", "targets", "consistency", "arithmetic"}),
    "wording": frozenset({"wording", "layout", "consistency", "arithmetic"}),
    "references": frozenset({"references", "wording", "coverage", "consistency"}),
    "safeguards": frozenset({"safeguards"}),
}


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One finding of a reviewer: how grave, on which subject, what, and the places that it rests on."""

    severity: Severity
    family: str
    what: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What of a review rules found too, what they did not, and the findings that are in no review."""

    found: tuple[Reviewed, ...]
    missed: tuple[Reviewed, ...]
    beyond: tuple[Finding, ...]

    def recall(self, severity: Severity) -> tuple[int, int]:
        """How many of the reviewer's findings of a severity were found, and how many there are."""
        found = sum(each.severity == severity for each in self.found)
        return found, found + sum(each.severity == severity for each in self.missed)


def agreement(findings: Sequence[Finding], review: Sequence[Reviewed]) -> Agreement:
    """Compare findings with a review of the same text.

    A reviewer's finding is found when one of a kindred family rests on a place that shares characters with one of its
    places. What is said there is not compared, so the recall is an upper bound.

    >>> from milepost.checks.model import Evidence, Words
    >>> finding = Finding("AR01-0", "AR01", "x", "error", Words("", ""), (Evidence(Span(3, 5), "ab"),), Words("", ""))
    >>> result = agreement([finding], [Reviewed("error", "arithmetic", "does not tie", (Span(4, 9),))])
    >>> result.recall("error"), result.beyond
    ((1, 1), ())
    """
    names = {family.letters: family.name for family in FAMILIES}
    answered: set[str] = set()
    found: list[Reviewed] = []
    missed: list[Reviewed] = []
    for each in review:
        kindred = KINDRED[each.family]
        hits = [one.id for one in findings if names[one.code[:2]] in kindred and _meets(one, each)]
        answered.update(hits)
        (found if hits else missed).append(each)
    return Agreement(tuple(found), tuple(missed), tuple(one for one in findings if one.id not in answered))


def _meets(finding: Finding, reviewed: Reviewed) -> bool:
    return any(place.span.overlaps(span) for place in finding.evidence for span in reviewed.spans)
