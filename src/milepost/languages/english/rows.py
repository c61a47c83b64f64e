"""What every reading of a figure shares: its last steps, and the verbs found among the words before it."""

from __future__ import annotations

import re

from milepost.languages.english.places import Carry, Place
from milepost.languages.english.roles import role_of
from milepost.languages.english.subjects import clean_subject
from milepost.languages.english.units import PERCENT, POINTS
from milepost.languages.english.verbs import DOING_INSIDE, TRANSITIVE
from milepost.languages.statement import Relation, Statement

_DETERMINED = re.compile(
    r"\b(?:the|a|an|its|their|our|per|no|any|annual|overall|further|natural|average|total|of|net"
    r"|real)\s$",
    re.IGNORECASE,
)
OF_WHAT = re.compile(r"^\s?of\s(?P<whole>[^.;:]{2,160})", re.IGNORECASE)
BLANKS = re.compile(r"\s+")
_CHANGE_TAIL = re.compile(
    r"\b(?:reduction|decrease|decline|fall|drop|growth|increase|rise|cut|savings?)$", re.IGNORECASE
)


def is_percent(place: Place) -> bool:
    """Whether the figure is a percentage, or in points."""
    return (place.mention.unit or "").lower() in PERCENT


def subject_of(words: str) -> str:
    """The subject of an earlier clause: what stands before its verb."""
    match = re.match(
        r"(?P<subject>.*?)\s(?:will|shall|should|is|are|was|were|has|have|reached|rose|grew|surpassed"
        r"|exceeded|totaled|stood)\b",
        words,
        re.IGNORECASE,
    )
    return clean_subject(match["subject"] if match else words.rsplit(",", 1)[-1])


def last_transitive(words: str) -> re.Match[str] | None:
    """The last verb of changing or keeping whose object goes on behind it; nouns and adjectives are passed over."""
    found = None
    for match in TRANSITIVE.finditer(words):
        before = words[max(0, match.start() - 16) : match.start()]
        adjective = match[0].rstrip().lower().endswith("ed") and re.search(
            r"\b(?:of|in|for|with|to|and|through|by|on)\s$", before, re.IGNORECASE
        )
        gerund = match[0].rstrip().lower().endswith("ing") and re.search(r"\bof\s$", before, re.IGNORECASE)
        if gerund or not (adjective or _DETERMINED.search(before)):
            found = match
    return found


def last_doing(words: str) -> re.Match[str] | None:
    """The last verb of doing with an object behind it; nouns and adjectives are passed over."""
    found = None
    for match in DOING_INSIDE.finditer(words):
        before = words[max(0, match.start() - 16) : match.start()]
        if not (
            _DETERMINED.search(before)
            or (
                re.search(r"(?:ed|s)\s$", match[0])
                and re.search(r"\w\s$", before)
                and not re.search(r"\b(?:and|we|has|have|will)\s$", before)
            )
        ):
            found = match
    return found


def finish(
    place: Place, carry: Carry, subject: str, relation: Relation, verb: str, *, carried: bool = False
) -> Statement:
    """The statement, with its role; what it says is kept in `carry` for the figures behind it."""
    role, why = role_of(place.mention, relation, subject, place.left, place.right, verb)
    carry.word, carry.row = verb, role == "row" and (not verb or relation in ("do", "none"))
    if not carried and subject:
        carry.subject, carry.relation = subject, relation
        if relation != "do":
            carry.verb = ""
    return Statement(
        mention=place.mention,
        subject=_as_row(place, subject, relation),
        relation=relation,
        kind="level",
        role=role,
        clause=place.clause,
        carried=carried,
        why=why,
    )


def _as_row(place: Place, subject: str, relation: Relation) -> str:
    """The subject as it stands alone: a fall, and a step in points, say so."""
    if not subject or _CHANGE_TAIL.search(subject) or place.mention.implied == "multiple":
        return subject
    if relation == "fall":
        return f"{subject} reduction"
    return f"{subject} increase" if relation == "growth" and (place.mention.unit or "").lower() in POINTS else subject
