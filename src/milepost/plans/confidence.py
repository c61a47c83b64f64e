"""How far an item can be trusted, and why not further.

Confidence is an estimate of the chance that a row is right in value, unit, comparator, kind and subject. The base and
the factor of each doubt are shares of right rows measured on annotated plans (docs/explanation/confidence.md); doubts
multiply as if they were independent.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from milepost.plans.model import Box, Indicator, Measure, Place, Project, Section, Structure
from milepost.plans.placed import PlacedStatement

BASE = 0.97
_LONG_SUBJECT = 20
_SHORT_SUBJECT = 3
_LONG_TITLE = 40


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason to trust a row less: its words, the factor on the confidence, and when it holds."""

    reason: str
    factor: float
    holds: Callable[[PlacedStatement], bool]


def _implied(*names: str) -> Callable[[PlacedStatement], bool]:
    return lambda placed: placed.statement.mention.implied in names


_MAGNITUDES = ("万", "亿", "万亿")


def _in_words(placed: PlacedStatement) -> bool:
    mention = placed.statement.mention
    return mention.worded and mention.implied is None


DOUBTS: tuple[Doubt, ...] = (
    Doubt("subject carried over from the clause before", 0.6, lambda placed: placed.statement.carried),
    Doubt("subject is hardly more than a word", 0.7, lambda placed: len(placed.statement.subject) <= _SHORT_SUBJECT),
    Doubt("subject is long", 0.9, lambda placed: len(placed.statement.subject) > _LONG_SUBJECT),
    Doubt("subject is a list", 0.92, lambda placed: "、" in placed.statement.subject),
    Doubt("unit inferred: none behind the number", 0.8, lambda placed: placed.statement.mention.unit in _MAGNITUDES),
    Doubt("kind guessed: part and whole", 0.88, lambda placed: placed.statement.kind == "share"),
    Doubt("value implied by words", 0.9, _implied("completion", "half", "multiple")),
    Doubt("left to another decision", 0.9, _implied("deferred")),
    Doubt("no number can settle it", 0.5, _implied("discretionary")),
    Doubt("a class of size, not a figure", 0.85, _implied("magnitude")),
    Doubt("parts of a ratio", 0.6, _implied("ratio")),
    Doubt("numeral in words", 0.9, _in_words),
)


def judge(placed: PlacedStatement) -> tuple[float, tuple[str, ...]]:
    """Confidence between 0 and 1 of the row made from a statement, and the reasons for less than the base."""
    confidence = BASE
    reasons = []
    for doubt in DOUBTS:
        if doubt.holds(placed):
            confidence *= doubt.factor
            reasons.append(doubt.reason)
    return round(confidence, 2), tuple(reasons)


# Shares of right items by kind, measured on annotated plans; for measures and structures by reading samples.
ITEM_BASE: dict[type, float] = {
    Section: 0.98,
    Indicator: 0.98,
    Box: 0.98,
    Project: 0.97,
    Place: 0.95,
    Measure: 0.9,
    Structure: 0.85,
}


def of_item(item: object) -> tuple[float, tuple[str, ...]]:
    """Confidence of an item that is not made from a statement, and the reasons for less than its kind's base.

    >>> from milepost.kernel.span import Span
    >>> of_item(Section("s1", "chapter", 1, "总则", Span(0, 6), Span(6, 9), None))
    (0.98, ())
    """
    confidence, reasons = ITEM_BASE[type(item)], []
    if isinstance(item, Indicator) and item.target is None and item.baseline is None:
        confidence, reasons = confidence * 0.7, ["no figure in the row"]
    if isinstance(item, Project):
        if "、" in item.name:
            confidence, reasons = confidence * 0.9, ["the name may be several projects"]
        if item.quote and item.quote != item.name:
            confidence, reasons = confidence * 0.95, [*reasons, "a shared part of the name given back"]
    if isinstance(item, Measure) and len(item.title) > _LONG_TITLE:
        confidence, reasons = confidence * 0.9, ["the title may hold more than it should"]
    return round(confidence, 2), tuple(reasons)
