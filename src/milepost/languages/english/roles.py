"""Whether an English figure states something, or only describes: a threshold, a part of a subject, a duration."""

from __future__ import annotations

import re

from milepost.languages.english.units import PERCENT, TIMES, normalize_unit
from milepost.languages.english.verbs import INTENTION
from milepost.languages.mention import Mention
from milepost.languages.statement import Relation, Role

# The 14 counties, these 8 projects: the thing is known already, the number only counts it.
_DEFINITE = re.compile(
    r"\b(?:the|these|those|its|our|their|all|both|said|other|such|following)\s(?:\w+\s)?$", re.IGNORECASE
)
_ELIGIBLE = re.compile(
    r"\b(?:enterprises|companies|firms|businesses|persons|families|farms|taxpayers|individuals"
    r"|employers|loans|settlements|villages|towns|cities)\s"
    r"(?:with|having|earning|whose|of)\s[^,;:.]{0,48}$",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:will|shall|is|are|was|were|reach\w*|grow\w*|rose|increas\w*|growing|rising|exceed\w*)\b", re.IGNORECASE
)
_VERB_BEHIND = re.compile(
    r"^[^,;:.]{0,80}?\s(?:will|shall|should|are|were|was|is|have|has|had|to)\s|^[^,;:.]{0,"
    r"60}?\s\w+ed\b",
    re.IGNORECASE,
)
_DURATION_HEAD = re.compile(
    r"\b(?:for|over|within|in|after|every|another|last|lasting|past|next|coming|previous|least"
    r"|during)\s?$",
    re.IGNORECASE,
)


def role_of(mention: Mention, relation: Relation, subject: str, left: str, right: str, verb: str) -> tuple[Role, str]:
    """Role of a figure in its clause, and why it is no row where it is none."""
    if mention.implied is not None and mention.implied != "fraction":
        return "row", ""
    unit = (mention.unit or "").lower()
    if unit in PERCENT:
        return "row", ""
    base = normalize_unit(mention.unit)
    code = base[0] if base else ""
    if code in TIMES:
        stated = relation in ("level", "growth", "fall") and verb and subject and not _DURATION_HEAD.search(left[-16:])
        return ("row", "") if stated else ("duration", "a length of time that is no target")
    if mention.unit is None:
        stated = relation in ("level", "growth", "fall") and bool(subject)
        return ("row", "") if stated else ("label", "a number without a unit")
    return _amount_role(mention, relation, left, right, unit, code)


def _amount_role(mention: Mention, relation: Relation, left: str, right: str, unit: str, code: str) -> tuple[Role, str]:
    head = unit.rsplit(" ", 1)[-1]
    counted = code in ("1", "person", "household") and mention.implied is None
    if counted and head in INTENTION:
        return "label", "a count of intentions"
    eligible = _ELIGIBLE.search(left)
    if eligible and not _FINITE.search(eligible[0]):
        return "threshold", "a limit of eligibility or a class of size"
    if counted and _DEFINITE.search(left[-24:]) and mention.comparator is None and relation != "level":
        return "present", "a count of what there is"
    if (
        relation == "none"
        and counted
        and mention.comparator not in ("ge", "gt", "range")
        and not _VERB_BEHIND.match(right)
    ):
        return "present", "a count of what there is"
    return "row", ""
