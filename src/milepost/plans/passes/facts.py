"""Every figure about the past or the present, kept apart from what the plan promises."""

from __future__ import annotations

from collections import Counter

from milepost.languages.statement import Statement
from milepost.plans.confidence import judge
from milepost.plans.identity import identify
from milepost.plans.model import Fact, FactKind
from milepost.plans.normalizing import normalize
from milepost.plans.placed import PlacedStatement
from milepost.plans.reading import Reading
from milepost.plans.regions import region_of

_KINDS: dict[str, FactKind] = {
    "annual_growth": "growth",
    "cumulative": "cumulative",
    "count": "count",
    "share": "share",
    "completion": "share",
}
# A comparison or a deferral in a chapter on the past states no figure.
_NO_FIGURE = ("relative", "deferred", "discretionary")


def find(reading: Reading) -> tuple[Fact, ...]:
    """Facts in order of the text: past figures, and counts of what there is."""
    seen: Counter[str] = Counter()
    return tuple(_fact(placed, reading, seen) for placed in reading.statements if is_fact(placed, reading))


def is_fact(placed: PlacedStatement, reading: Reading) -> bool:
    """Whether a placed statement says what was or is."""
    statement = placed.statement
    if placed.is_commitment or not statement.subject:
        return False
    if placed.tense == "past":
        return statement.role in ("row", "present", "origin") and statement.mention.implied not in _NO_FIGURE
    # Without chapters nothing says that a count of what there is belongs to a promise; a word may be a name.
    plain = not reading.sections and not statement.mention.worded
    return statement.role == "present" and (plain or _counts_divisions(placed, reading))


def _counts_divisions(placed: PlacedStatement, reading: Reading) -> bool:
    """A count of districts, counties and the like is a present fact also in a chapter of promises."""
    mention = placed.statement.mention
    words = (mention.unit or "") + reading.folded[mention.extent.end : mention.extent.end + 8]
    return bool(reading.language.divisions.match(words.lstrip("个")))


def _kind(statement: Statement) -> FactKind:
    if statement.mention.unit == "倍" or statement.mention.implied == "multiple":
        return "ratio"
    if statement.relation in ("growth", "fall") and statement.mention.unit in ("%", "‰", "个百分点", "百分点"):
        return "growth"
    return _KINDS.get(statement.kind, "level")


def _fact(placed: PlacedStatement, reading: Reading, seen: Counter[str]) -> Fact:
    statement = placed.statement
    mention = statement.mention
    confidence, doubt = judge(placed)
    code, _, named = region_of(statement.clause, reading)
    if code is None and not named and reading.region is not None:
        code = reading.region.code
    return Fact(
        id=identify("f", placed.section, statement.subject, mention.value, mention.unit, seen=seen),
        subject=statement.subject,
        region=code,
        value=mention.value,
        value_high=mention.high,
        unit=mention.unit,
        normalized=normalize(mention.value, mention.high, mention.unit, reading.language, statement.counted),
        comparator=mention.comparator or "eq",
        kind=_kind(statement),
        period=placed.period,
        section=placed.section,
        span=statement.clause,
        value_span=mention.span,
        quote=statement.clause.of(reading.text),
        confidence=confidence,
        doubt=doubt,
    )
