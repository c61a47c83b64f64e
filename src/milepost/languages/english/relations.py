"""How a figure hangs on the words around it: reaching a level, changing by an amount, doing a number of things."""

from __future__ import annotations

import re

from milepost.languages.english.noun_relations import (
    headless,
    implied,
    named,
    noun_behind,
    of_noun,
    up_down,
    whole_behind,
)
from milepost.languages.english.places import Carry, Place
from milepost.languages.english.rows import BLANKS, OF_WHAT, finish, is_percent, last_doing, last_transitive, subject_of
from milepost.languages.english.subjects import clean_object, clean_subject, is_empty, last_clause
from milepost.languages.english.verbs import CHANGE_END, DOING_END, PASSIVE, PREPOSITION_END, REACH_END
from milepost.languages.statement import Relation, Statement

_PREPOSITION = re.compile(r"(?:to|by|at|in|of|from|within|as)", re.IGNORECASE)
_LISTED = re.compile(r"(?:,|\band|\bplus|&|\bas well as|\bincluding)\s*$|^\s*$", re.IGNORECASE)


def statement_of(place: Place, carry: Carry) -> Statement:
    """What one figure says, by the first pattern that fits the words around it."""
    for reading in (
        implied,
        of_noun,
        noun_behind,
        _doing,
        _changing,
        _reaching,
        _transitive,
        _doing_inside,
        whole_behind,
        _passive,
        up_down,
        named,
    ):
        found = reading(place, carry)
        if found is not None:
            return found
    return headless(place, carry)


def _doing(place: Place, carry: Carry) -> Statement | None:
    """A figure between a verb and the thing done: build 20 schools, invest RMB 3 billion in roads."""
    match = DOING_END.search(place.left[-72:])
    verb = BLANKS.sub(" ", match["verb"]) if match else ""
    if match is None and place.joined and carry.relation == "do" and carry.verb and _LISTED.search(place.left):
        verb = carry.verb
    if not verb or is_percent(place):
        return None
    thing = clean_object(place.right)
    if match is not None and (
        match[0].rstrip().endswith(" to")
        or re.search(r"\b(?:be|been|was|were|is|are|being)\s$", place.left[-72:][: match.start("verb")])
    ):
        return None
    if match is not None and not thing and verb.endswith("ing") and carry.subject:
        return finish(place, carry, carry.subject, "level", verb, carried=True)
    if not thing or (
        not place.counted
        and not re.match(r"\s?(?:of|in|to|for|on|from|into|worth|more|through)\b|\s[a-z]", place.right)
    ):
        return None
    if re.match(r"\s(?:in|to|by|from)\s(?:the\s)?(?:20\d\d|year|end)", place.right) and not place.counted:
        return None
    carry.verb = verb
    joint = re.match(r"\s?(in|to|for|on|into|from|through)\b", place.right)
    if joint and not place.counted:
        thing = f"{joint[1]} {re.sub(rf'^{joint[1]} ', '', thing)}"
    # A verb in the third person tells what there is: the zone has 14 counties.
    present = match is not None and verb.endswith("s") and not verb.endswith("ss") and " " not in verb
    if present and not place.counted:
        return None
    return finish(place, carry, thing if present else f"{verb} {thing}", "none" if present else "do", verb)


def _changing(place: Place, carry: Carry) -> Statement | None:
    """A figure behind a verb of change, its subject before it: GDP grew by 5 percent, output will rise to 3 tons."""
    left = place.left
    match = CHANGE_END.search(left[-90:])
    if match is None:
        return None
    head = left[: max(0, len(left) - 90) + match.start()]
    subject = clean_subject(last_clause(head))
    if (match["prep"] or "").lower() == "at" and "rate" not in match[0]:
        return None
    word = match["rise"] or match["fall"]
    level = (match["prep"] or "").lower() in ("to", "at", "from") or (match["adverbs"] or "").endswith(" to")
    relation: Relation = "level" if level else "growth" if match["rise"] else "fall"
    if is_empty(subject):
        earlier = clean_subject(place.earlier.rsplit(";", 1)[-1])
        if place.counted and not match["prep"]:
            return None
        return finish(place, carry, carry.subject or subject_of(earlier), relation, word, carried=True)
    return finish(place, carry, subject, relation, word)


def _reaching(place: Place, carry: Carry) -> Statement | None:
    """A figure behind a verb of reaching or being: the rate will reach 5 percent, X was kept at 3 percent."""
    left = place.left
    match = REACH_END.search(left[-90:])
    if match is None:
        return _reaching_comparator(place, carry)
    head = left[: max(0, len(left) - 90) + match.start()]
    subject = clean_subject(last_clause(head))
    if is_empty(subject):
        if carry.subject and place.previous is not None:
            return finish(place, carry, carry.subject, "level", match["verb"], carried=True)
        whole = OF_WHAT.match(place.right)
        earlier = subject_of(place.earlier)
        if not earlier and whole is None and not place.counted:
            return None
        subject = earlier or clean_object(place.right)
    if place.counted and match["verb"].lower() in ("is", "are", "was", "were", "have", "has", "had"):
        return None
    inner = last_transitive(head + " ")
    if (
        inner
        and (match["verb"].lower() in ("be", "being", "as") or inner["keep"])
        and clean_subject(head[inner.end() :])
    ):
        subject = clean_subject(head[inner.end() :])
    relation: Relation = (
        "share"
        if match["verb"].lower().startswith(("account", "make up", "made up", "constitut", "compris", "represent"))
        and is_percent(place)
        else "level"
    )
    if relation == "share":
        whole = OF_WHAT.match(place.right)
        subject = f"{subject} share of {clean_object(whole['whole'])}" if whole else subject
    return finish(place, carry, subject, relation, match["verb"])


def _reaching_comparator(place: Place, carry: Carry) -> Statement | None:
    """A comparator that is a verb itself: output exceeded 3 million tons, the index topped 120."""
    words = place.text[place.mention.extent.start : place.mention.span.start]
    if not re.match(r"(?:exceed|surpass|top)", words, re.IGNORECASE):
        return None
    subject = clean_subject(last_clause(place.left))
    if is_empty(subject):
        subject = carry.subject or subject_of(clean_subject(place.earlier))
    return finish(place, carry, subject, "level", words.strip())


def _transitive(place: Place, carry: Carry) -> Statement | None:
    """A verb and its object before the figure: raise the literacy rate to 95 percent, cut losses by half."""
    left = place.left
    end = PREPOSITION_END.search(left)
    verb = last_transitive(left)
    if verb is None or (end is None and place.mention.comparator is None):
        return None
    thing = left[verb.end() : end.start() if end and end.start() > verb.end() else len(left)]
    subject = clean_subject(thing)
    if is_empty(subject) or _PREPOSITION.fullmatch(subject):
        return None
    by = end is not None and end["prep"].lower() == "by"
    relation: Relation = "level"
    if by and not verb["keep"]:
        relation = "growth" if verb["rise"] else "fall"
    carry.verb = ""
    return finish(place, carry, subject, relation, verb[0].strip())


def _doing_inside(place: Place, carry: Carry) -> Statement | None:
    """A verb of doing with its object before the figure: plant trees on 3 million hectares."""
    if is_percent(place) or not re.search(r"\b(?:on|over|across|with|in|at|for|worth|of)\s*$", place.left):
        return None
    verb = last_doing(place.left)
    if verb is None:
        return None
    thing = clean_subject(place.left[verb.end() :])
    if not thing or is_empty(thing):
        return None
    carry.verb = verb["verb"]
    return finish(place, carry, f"{verb['verb']} {thing}", "do", verb["verb"])


def _passive(place: Place, carry: Carry) -> Statement | None:
    """The thing is done to the figure: 12 million urban jobs were added, 500 km of road rehabilitated."""
    if is_percent(place):
        return None
    match = PASSIVE.match(place.right)
    if match is None:
        return None
    verb = match["done"] or match["verb"]
    thing = clean_object(match["thing"])
    if not match["aux"] and place.counted:
        whole = clean_object(place.right)
        thing, whole = (thing, whole) if whole.count(" ") < 8 else (thing, f"{thing} {verb}")
        return finish(place, carry, whole, "do", verb)
    if not thing and place.counted:
        return None
    left = clean_subject(place.left)
    if not match["aux"] and not place.counted and not thing:
        return None
    words = " ".join(word for word in (thing or left, verb) if word)
    tail = re.match(r"\s(?:in|for|to|on)\s(?P<what>[^.;:,\d]{3,60})", place.right[match.end() :])
    if not thing and tail:
        words = clean_object(f"{verb} {tail[0].strip()}")
    return finish(place, carry, words, "do", verb)
