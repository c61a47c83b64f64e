"""A target counts people being moved, resettled or transferred.

## 查什么
以人数、户数计的目标，数的是搬迁、移民安置、劳动力转移或农业转移人口落户的人。

## 为什么要紧
这类数字不是越多越好：是否自愿、条件如何、有无独立核验，比完成多少更重要，不宜按完成率打分。

## What it checks
Targets in persons or households that count people resettled, relocated or transferred to work elsewhere.

## Why it matters
More is not better here. Whether those concerned agreed, under which conditions, and who verified it independently
counts for more than the number, which is never scored.

## References
World Bank, Environmental and Social Framework (2017), ESS2 and ESS5; Asian Development Bank, Safeguard Policy
Statement (2009).
"""

from __future__ import annotations

from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.checks.model import Fault, Rule, Words
from milepost.checks.quoting import inner, quoted
from milepost.kernel.span import Span
from milepost.plans.concepts.table import concept as concept_named
from milepost.plans.model import Commitment, Indicator

RULE = Rule(
    code="SA01",
    name="people-moved-by-target",
    severity="info",
    title=Words("以人员搬迁、转移数量为目标", "a target that counts people being moved"),
    advice=Words(
        "写明自愿原则、条件保障和独立核验，不以人数多少作为考核依据。",
        "State consent, conditions and independent verification, and do not assess by the number of people.",
    ),
    remedy="note",
)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Indicators and commitments in persons or households whose subject is people being moved."""
    for indicator in inspection.plan.indicators:
        if _moves_people(indicator, indicator.name, indicator.unit, inspection):
            yield Fault(_message(indicator.name, inspection), (indicator.span,))
    for commitment in inspection.plan.commitments:
        if _moves_people(commitment, commitment.subject, commitment.target.unit, inspection):
            yield Fault(_message(commitment.subject, inspection), (_telling(commitment),))


def _moves_people(item: Indicator | Commitment, name: str, unit: str | None, inspection: Inspection) -> bool:
    words = inspection.words.safeguards
    said = f"{inspection.sentence_at(item.span.start).of(inspection.folded)} {unit or ''}"
    if words.structural.search(inspection.language.fold(name)) and not words.organised.search(said):
        return False  # people who leave farming for other work: a figure of the labour market
    concept = concept_named(item.concept or "")
    if concept is not None and concept.safeguard:
        return True
    counted = unit is not None and words.people.search(inspection.language.fold(unit)) is not None
    return counted and words.moved.search(inspection.language.fold(name)) is not None


def _telling(commitment: Commitment) -> Span:
    return commitment.span if commitment.span.length else commitment.value_span


def _message(subject: str, inspection: Inspection) -> Words:
    name = inspection.words.safeguards.doing.sub("", subject) or subject
    return Words(
        f"“{inner(name)}”以人员搬迁或转移的数量为目标，需作保障审查",
        f"{quoted(name)} counts people or households being moved: it needs a safeguard review",
    )


FINDS = [
    "第三章  民生\n到2025年，⟦易地搬迁安置1200户⟧。\n",
    "第三章  就业\n到2025年，⟦有组织转移农村劳动力1.2万人次⟧。\n",
    "Chapter 3 Housing\nBy 2025, ⟦the district will resettle 1,200 households⟧.\n",
]
PASSES = [
    "第三章  民生\n到2025年，城镇新增就业5000人。\n",
    "第三章  民生\n到2025年，公路客运量达到1200万人次。\n",
    "第三章  民生\n五年城镇新增就业300万人，转移农业劳动力280万人。\n",
]
