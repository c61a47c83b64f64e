"""Every figure that the plan promises, one row for each number and thing measured."""

from __future__ import annotations

import re
from collections import Counter
from typing import cast

from milepost.kernel.span import Span
from milepost.languages.mention import Mention
from milepost.plans.concepts.matching import concept_of
from milepost.plans.confidence import judge
from milepost.plans.identity import identify
from milepost.plans.model import Baseline, Certainty, Commitment, Relation, Target, TargetKind
from milepost.plans.normalizing import normalize
from milepost.plans.placed import PlacedStatement
from milepost.plans.reading import Reading
from milepost.plans.regions import region_of

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_BEHIND = re.compile(r"\s*(?:in|\(|（|as of)\s*(?:FY\s*)?((?:19|20)\d\d)(?!\d)")


def find(reading: Reading) -> tuple[Commitment, ...]:
    """Commitments in order of the text, from the statements about the future."""
    seen: Counter[str] = Counter()
    return tuple(_commitment(placed, reading, seen) for placed in reading.statements if placed.is_commitment)


def _commitment(placed: PlacedStatement, reading: Reading, seen: Counter[str]) -> Commitment:
    statement = placed.statement
    mention = statement.mention
    confidence, doubt = judge(placed)
    region, region_name = _region(statement.clause, reading)
    lead, support = reading.duties.of(statement.clause)
    target = _target(placed, reading)
    return Commitment(
        id=identify("c", placed.section, statement.subject, target.value, target.unit, seen=seen),
        subject=statement.subject,
        region=region,
        region_name=region_name,
        target=target,
        baseline=_baseline(statement.baseline, placed, reading),
        milestones=(),
        implied=not mention.has_numeral,
        section=placed.section,
        span=statement.clause,
        value_span=mention.span,
        quote=statement.clause.of(reading.text),
        lead=lead,
        support=support,
        confidence=confidence,
        doubt=doubt,
        concept=concept_of(statement.subject, mention.unit, reading.language.code),
    )


def _region(clause: Span, reading: Reading) -> tuple[str | None, str | None]:
    """The one part of the region that the clause names, else the region; None when it names several."""
    code, name, named = region_of(clause, reading)
    if code is not None or named or reading.region is None:
        return code, name
    return reading.region.code, reading.region.name


def _target(placed: PlacedStatement, reading: Reading) -> Target:
    statement = placed.statement
    mention = statement.mention
    relation = None
    if mention.implied == "relative":
        relation = Relation(mention.against or "", mention.comparator or "eq")
    certainty: Certainty = "strive" if statement.strive else "firm"
    return Target(
        kind=cast(TargetKind, statement.kind),
        comparator=mention.comparator or "eq",
        value=mention.value,
        value_high=mention.high,
        unit=mention.unit,
        normalized=normalize(mention.value, mention.high, mention.unit, reading.language, statement.counted),
        by=placed.by,
        period=placed.period,
        certainty=certainty,
        relative_to=relation,
        raw=mention.extent.of(reading.text),
    )


def _baseline(mention: Mention | None, placed: PlacedStatement, reading: Reading) -> Baseline | None:
    if mention is None:
        return None
    unit = mention.unit or placed.statement.mention.unit
    return Baseline(
        period=_year_beside(mention, reading),
        value=mention.value,
        comparator=mention.comparator or "eq",
        raw=mention.extent.of(reading.text),
        unit=unit,
        normalized=normalize(mention.value, mention.high, unit, reading.language),
        span=mention.span,
    )


def _year_beside(mention: Mention, reading: Reading) -> str | None:
    """The year printed right before a starting value (由2020年的50%) or right behind it (82% in 2024)."""
    before = _YEAR.findall(reading.folded, max(0, mention.extent.start - 10), mention.extent.start)
    if before:
        return str(before[-1])
    behind = _YEAR_BEHIND.match(reading.folded, mention.extent.end)
    return behind[1] if behind else None
