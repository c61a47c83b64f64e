"""A share is reported of one whole and planned of another.

## 查什么
同一比重，一处以甲为分母（如一般公共预算支出），另一处以乙为分母（如本级财政支出）。

## 为什么要紧
分母不同，两个百分数不能比较，也就说不清目标是高于还是低于现状。

## What it checks
The same share is said of different wholes in two places: of general public spending here, of own-level spending there.

## Why it matters
The two percentages cannot be compared, so nobody can say whether the target is above what was achieved.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.plans.concepts.matching import concept_of
from milepost.plans.model import Commitment, Fact

RULE = Rule(
    code="CO18",
    name="share-of-another-whole",
    severity="warning",
    title=Words("同一比重分母不一", "one share is said of two wholes"),
    advice=Words("统一分母，或在两处写明口径。", "Use one whole, or name the basis in both places."),
    remedy="note",
    languages=("zh",),
)

_SURE = 0.7


def check(inspection: Inspection) -> Iterator[Fault]:
    """Each share that two places say of different wholes."""
    shares: dict[str, list[tuple[str, Span]]] = {}
    plan = inspection.plan
    items: list[Fact | Commitment] = [*plan.facts, *(each for each in plan.commitments if each.target.kind == "share")]
    for item in items:
        unit = item.unit if isinstance(item, Fact) else item.target.unit
        concept = concept_of(item.subject, unit, inspection.language.code) if item.confidence >= _SURE else None
        whole = inspection.words.consistency.whole.search(item.subject) if concept else None
        if concept is not None and whole is not None:
            name = whole["whole"] or whole["whole_before"]
            place = _place_of(name, item, inspection)
            if place is not None:
                shares.setdefault(concept, []).append((name, place))
    for told in shares.values():
        for (one, first), (other, second) in pairwise(sorted(told, key=lambda each: each[1])):
            if one not in other and other not in one:
                message = Words(
                    f"同一比重，一处的分母为“{inner(one)}”，另一处为“{inner(other)}”",
                    f"the same share is given of {quoted(one)} in one place and of {quoted(other)} in another",
                )
                yield Fault(message, (first, second))


def _place_of(name: str, item: Fact | Commitment, inspection: Inspection) -> Span | None:
    """Where the whole is named, with the figure that is said of it."""
    start = inspection.text.find(name, item.span.start, item.value_span.end)
    return Span(start, item.value_span.end) if start >= 0 else None


FINDS = [
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n## 发展基础\n民生支出占⟦一般公共预算支出的74%⟧以上。\n## 民生福祉\n"
        "每年⟦财政支出的72%⟧以上用于民生。\n"
    ),
]
PASSES = [
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n## 发展基础\n民生支出占一般公共预算支出的74%以上。\n## 民生福祉\n"
        "到2025年，民生支出占一般公共预算支出的75%以上。\n"
    ),
    (
        "# 青禾市“十四五”规划纲要（2021—2025年）\n## 发展基础\n民生支出占一般公共预算支出的74%以上。\n## 农业\n"
        "到2025年，畜牧业产值占农业产值的40%以上。\n"
    ),
]
