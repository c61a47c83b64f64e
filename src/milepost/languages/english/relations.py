"""How a figure hangs on the words around it: reaching a level, changing by an amount, doing a number of things."""

from __future__ import annotations

import re

from milepost.languages.english.places import Carry, Place
from milepost.languages.english.roles import role_of
from milepost.languages.english.subjects import clean_object, clean_subject, is_empty, last_clause
from milepost.languages.english.units import PERCENT, POINTS
from milepost.languages.english.verbs import (
    CHANGE_END,
    DOING_END,
    DOING_INSIDE,
    FALL_NOUN,
    GROWTH_NOUN,
    NOUN_OF_CHANGE,
    PASSIVE,
    PREPOSITION_END,
    REACH_END,
    TRANSITIVE,
    UP_DOWN,
)
from milepost.languages.statement import Relation, Statement

_OF = re.compile(r"(?P<noun>[^,;:]*?\S)\sof(?:\s(?:an?|the|some|only|just|an average|a total|an annual average))*\s*$", re.IGNORECASE)
_DETERMINED = re.compile(r"\b(?:the|a|an|its|their|our|per|no|any|annual|overall|further|natural|average|total|of|net|real)\s$", re.IGNORECASE)
_OF_WHAT = re.compile(r"^\s?of\s(?P<whole>[^.;:]{2,160})", re.IGNORECASE)
_IN_WHAT = re.compile(r"^\s?[a-z ]{0,30}?\b(?:in|of)\s(?P<what>[^.;:,]{3,120})", re.IGNORECASE)
_NOUN_BEHIND = re.compile(r"^[\s-](?!(?:of|in|by|to|from|for|on|at|per|and|or|over|than|with|as|during|compared|each|every|annually|year|higher|lower|more|less|above|below|respectively|through|until|across|this|last|against|while|which|is|are|was|were|will|shall|has|have|had|under|within|between)\b)(?P<what>[A-Za-z][^.;:,(]{2,120})", re.IGNORECASE)
_COLON = re.compile(r"(?P<name>[A-Za-z][^;:\n]{1,120})\s*[:=–—-]\s*$")
_PREPOSITION = re.compile(r"(?:to|by|at|in|of|from|within|as)", re.IGNORECASE)
_LISTED = re.compile(r"(?:,|\band|\bplus|&|\bas well as|\bincluding)\s*$|^\s*$", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")


def statement_of(place: Place, carry: Carry) -> Statement:
    """What one figure says, by the first pattern that fits the words around it."""
    for reading in (_implied, _of_noun, _noun_behind, _doing, _changing, _reaching, _transitive, _whole_behind, _passive, _up_down, _named):
        found = reading(place, carry)
        if found is not None:
            return found
    return _headless(place, carry)


def _is_percent(place: Place) -> bool:
    return (place.mention.unit or "").lower() in PERCENT


def _implied(place: Place, carry: Carry) -> Statement | None:
    """Words without a numeral carry their subject inside or around them: universal access to X, double X."""
    implied = place.mention.implied
    if implied is None or implied in ("fraction", "zero"):
        return None
    words = place.text[place.mention.span.start : place.mention.span.end]
    behind = clean_object(place.right)
    left = clean_subject(last_clause(place.left))
    if implied == "completion":
        verbal = re.match(r"(?:cover|reach|connect|serve|benefit)", words, re.IGNORECASE)
        if verbal:
            subject = left if left and " " in left else f"{words} {behind}"
        else:
            joint = re.match(r"\s(?:of|to|in|for|by)\b", place.right)
            noun = words.rsplit(" ", 1)[-1]
            subject = f"{noun}{joint[0] if joint else ''} {_bare(behind)}" if behind else f"{_without_keep(left)} {noun}"
            subject = clean_subject(subject)
        return _finish(place, carry, subject, "level", "")
    if implied in ("multiple", "half"):
        subject = behind if behind and not left else left or behind
        found = re.match(r"(?:reduce|cut)\w*\s(?P<what>.*)", left, re.IGNORECASE)
        return _finish(place, carry, (found["what"] if found else subject) or carry.subject, "fall" if implied == "half" else "level", words)
    return _finish(place, carry, _without_keep(left) or carry.subject, "level", "")


def _bare(words: str) -> str:
    return re.sub(r"^(?:of|to|in|for|by)\s", "", words)


def _without_keep(words: str) -> str:
    found = _last_transitive(words + " ")
    if found:
        return clean_subject(words[found.end() :])
    return clean_subject(re.sub(r"\s(?:grow|rise|increase|keep|remain|stay|be kept|be maintained|be held|is|are)$", "", words))


def _of_noun(place: Place, carry: Carry) -> Statement | None:
    """A noun of measure with of: GDP growth of 5 percent, an unemployment rate of 5.5 percent, an increase of 3 percent in X."""
    match = _OF.search(place.left)
    if match is None or (place.counted and not re.search(r"\b(?:number|target|level|figure)$", match["noun"], re.IGNORECASE)):
        return None
    noun = clean_subject(last_clause(match["noun"]))
    inner = _last_doing(match["noun"])
    if inner and noun:
        noun = clean_subject(match["noun"][inner.end() :]) or noun
    lone = noun.lower().rsplit(" ", 1)[-1]
    growth, fall = GROWTH_NOUN.search(" " + noun), FALL_NOUN.search(" " + noun)
    if growth or fall:
        relation: Relation = "growth" if growth else "fall"
        named = noun[: -len((growth or fall)[0].strip())].strip() if (growth or fall) else noun  # type: ignore[index]
        named = re.sub(r"(?:^|\s)(?:annual|average|average annual|real|year-on-year|further|overall|yearly|total)$", "", named)
        behind = _IN_WHAT.match(place.right)
        inside = re.match(r"(?:annual |average |real )*(?:growth|increase|rise|decline|decrease|reduction|drop|fall|cut)\s(?:rate\s)?in\s(?P<what>.+)", noun, re.IGNORECASE)
        if inside:
            return _finish(place, carry, clean_subject(inside["what"]), relation, lone)
        if is_empty(named) and behind:
            return _finish(place, carry, clean_object(behind["what"]), relation, lone)
        if is_empty(named):
            return _finish(place, carry, carry.subject or clean_subject(place.earlier), relation, lone, carried=True)
        return _finish(place, carry, noun if growth and "growth" in noun else named, relation, lone)
    inside = re.match(r"(?:annual |average |real |sharp |steady )*(?P<noun>growth|increase|rise|decline|decrease|reduction|drop|fall|cut)\s(?:rate\s)?in\s(?P<what>.+)", noun, re.IGNORECASE)
    if inside:
        falling = NOUN_OF_CHANGE.match(inside["noun"])
        return _finish(place, carry, clean_subject(inside["what"]), "fall" if falling and falling["fall"] else "growth", inside["noun"])
    if is_empty(noun) or lone in ("total", "average", "target", "minimum", "maximum", "set", "number", "excess", "record", "level"):
        return None
    return _finish(place, carry, noun, "level", "of")


def _noun_behind(place: Place, carry: Carry) -> Statement | None:
    """A percentage with its noun behind it: 95 percent literacy, a 30-percent increase in exports."""
    if not _is_percent(place) or place.mention.implied == "fraction":
        return None
    match = _NOUN_BEHIND.match(place.right)
    if match is None:
        return None
    change = NOUN_OF_CHANGE.match(match["what"])
    if change:
        behind = _IN_WHAT.match(place.right)
        subject = clean_object(behind["what"]) if behind else carry.subject or clean_subject(place.earlier)
        return _finish(place, carry, subject, "fall" if change["fall"] else "growth", change[0])
    return _finish(place, carry, clean_object(match["what"]), "level", "achieve")


def _doing(place: Place, carry: Carry) -> Statement | None:
    """A figure between a verb and the thing done: build 20 schools, invest RMB 3 billion in roads."""
    match = DOING_END.search(place.left[-72:])
    verb = _BLANKS.sub(" ", match["verb"]) if match else ""
    if match is None and place.joined and carry.relation == "do" and carry.verb and _LISTED.search(place.left):
        verb = carry.verb
    if not verb or _is_percent(place):
        return None
    thing = clean_object(place.right)
    if match is not None and place.base is None and not thing:
        return None
    if not thing or (not place.counted and not re.match(r"\s?(?:of|in|to|for|on|from|into|worth|more|through)\b|\s[a-z]", place.right)):
        return None
    if re.match(r"\s(?:in|to|by|from)\s(?:the\s)?(?:20\d\d|year|end)", place.right) and not place.counted:
        return None
    carry.verb = verb
    joint = re.match(r"\s?(in|to|for|on|into|from|through)\b", place.right)
    if joint and not place.counted:
        thing = f"{joint[1]} {re.sub(rf'^{joint[1]} ', '', thing)}"
    # A verb in the third person tells what there is: the zone has 14 counties.
    present = match is not None and verb.endswith("s") and not verb.endswith("ss") and " " not in verb
    return _finish(place, carry, thing if present else f"{verb} {thing}", "none" if present else "do", verb)


def _changing(place: Place, carry: Carry) -> Statement | None:
    """A figure behind a verb of change, its subject before it: GDP grew by 5 percent, output will rise to 3 million tons."""
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
        return _finish(place, carry, carry.subject or _subject_of(earlier), relation, word, carried=True)
    return _finish(place, carry, subject, relation, word)


def _subject_of(words: str) -> str:
    """The subject of an earlier clause: what stands before its verb."""
    match = re.match(r"(?P<subject>.*?)\s(?:will|shall|should|is|are|was|were|has|have|reached|rose|grew|surpassed|exceeded|totaled|stood)\b", words, re.IGNORECASE)
    return clean_subject(match["subject"] if match else words.rsplit(",", 1)[-1])


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
            return _finish(place, carry, carry.subject, "level", match["verb"], carried=True)
        whole = _OF_WHAT.match(place.right)
        earlier = _subject_of(place.earlier)
        if not earlier and whole is None and not place.counted:
            return None
        subject = earlier or clean_object(place.right)
    if place.counted and match["verb"].lower() in ("is", "are", "was", "were", "have", "has", "had"):
        return None
    inner = _last_transitive(head + " ")
    if inner and (match["verb"].lower() in ("be", "being", "as") or inner["keep"]) and clean_subject(head[inner.end() :]):
        subject = clean_subject(head[inner.end() :])
    relation: Relation = "share" if match["verb"].lower().startswith(("account", "make up", "made up", "constitut", "compris", "represent")) and _is_percent(place) else "level"
    if relation == "share":
        whole = _OF_WHAT.match(place.right)
        subject = f"{subject} share of {clean_object(whole['whole'])}" if whole else subject
    return _finish(place, carry, subject, relation, match["verb"])


def _reaching_comparator(place: Place, carry: Carry) -> Statement | None:
    """A comparator that is a verb itself: output exceeded 3 million tons, the index topped 120."""
    words = place.text[place.mention.extent.start : place.mention.span.start]
    if not re.match(r"(?:exceed|surpass|top)", words, re.IGNORECASE):
        return None
    subject = clean_subject(last_clause(place.left))
    if is_empty(subject):
        subject = carry.subject or _subject_of(clean_subject(place.earlier))
    return _finish(place, carry, subject, "level", words.strip())


def _last_transitive(words: str) -> re.Match[str] | None:
    found = None
    for match in TRANSITIVE.finditer(words):
        before = words[max(0, match.start() - 16) : match.start()]
        adjective = match[0].rstrip().lower().endswith("ed") and re.search(r"\b(?:of|in|for|with|to|and|through|by|on)\s$", before, re.IGNORECASE)
        gerund = match[0].rstrip().lower().endswith("ing") and re.search(r"\bof\s$", before, re.IGNORECASE)
        if gerund or not (adjective or _DETERMINED.search(before)):
            found = match
    return found


def _last_doing(words: str) -> re.Match[str] | None:
    found = None
    for match in DOING_INSIDE.finditer(words):
        before = words[max(0, match.start() - 16) : match.start()]
        if not (_DETERMINED.search(before) or re.search(r"(?:ed|s)\s$", match[0]) and re.search(r"\w\s$", before) and not re.search(r"\b(?:and|we|has|have|will)\s$", before)):
            found = match
    return found


def _transitive(place: Place, carry: Carry) -> Statement | None:
    """A verb and its object before the figure: raise the literacy rate to 95 percent, cut losses by half."""
    left = place.left
    end = PREPOSITION_END.search(left)
    verb = _last_transitive(left)
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
    return _finish(place, carry, subject, relation, verb[0].strip())


def _whole_behind(place: Place, carry: Carry) -> Statement | None:
    """A part of a stated whole: 80 percent of households will have access to water."""
    if not _is_percent(place):
        return None
    match = _OF_WHAT.match(place.right)
    left = clean_subject(last_clause(place.left))
    if match is None:
        return None
    whole = clean_subject(match["whole"])
    whole = re.sub(r"\s(?:by|in)\s(?:the\send\sof\s)?(?:20|19)\d\d.*$", "", whole)
    if re.search(r"\b(?:gdp|total|fiscal|budget|revenue)\b", whole, re.IGNORECASE) and left:
        return _finish(place, carry, left, "share", "")
    joint = f"{left} {whole}" if left and not is_empty(left) and len(left) < 60 and not left[0].isupper() else whole
    return _finish(place, carry, joint, "share", "")


def _passive(place: Place, carry: Carry) -> Statement | None:
    """The thing is done to the figure: 12 million urban jobs were added, 500 km of road rehabilitated."""
    if _is_percent(place):
        return None
    match = PASSIVE.match(place.right)
    if match is None:
        return None
    thing = clean_object(match["thing"])
    if not match["aux"] and place.counted:
        whole = clean_object(place.right)
        thing, whole = (thing, whole) if whole.count(" ") < 8 else (thing, f"{thing} {match['verb']}")
        return _finish(place, carry, whole, "do", match["verb"])
    if not thing and place.counted:
        return None
    left = clean_subject(place.left)
    if not match["aux"] and not place.counted and not thing:
        return None
    words = " ".join(word for word in (thing or left, match["verb"]) if word)
    tail = re.match(r"\s(?:in|for|to|on)\s(?P<what>[^.;:,\d]{3,60})", place.right[match.end() :])
    if not thing and tail:
        words = clean_object(f"{match['verb']} {tail[0].strip()}")
    return _finish(place, carry, words, "do", match["verb"])


def _up_down(place: Place, carry: Carry) -> Statement | None:
    """Up 5 percent, down by 3 percent: of the subject before."""
    match = UP_DOWN.search(place.left)
    if match is None:
        return None
    subject = clean_subject(place.left[: match.start()])
    if is_empty(subject):
        subject = carry.subject or _subject_of(clean_subject(place.earlier))
    return _finish(place, carry, subject, "growth" if match["way"].lower() == "up" else "fall", "up", carried=True)


def _named(place: Place, carry: Carry) -> Statement | None:
    """A name right before the figure: Literacy rate: 95%, GDP growth around 5 percent."""
    left = place.left
    growth = None
    if not left.strip(" ,(-"):
        match = _COLON.search(place.earlier)
        if match is None:
            return None
        left = match["name"]
    elif place.counted:
        return None
    subject = clean_subject(last_clause(left))
    if is_empty(subject):
        return None
    growth = GROWTH_NOUN.search(" " + subject)
    if re.search(r"\b(?:by|to)\s*$", left, re.IGNORECASE) and place.joined and carry.relation in ("growth", "fall", "level"):
        return _finish(place, carry, subject, carry.relation, carry.word)
    return _finish(place, carry, subject, "growth" if growth and _is_percent(place) else "level", "")


def _headless(place: Place, carry: Carry) -> Statement:
    """A figure with nothing said before it: it counts what stands behind it, or goes on about the subject before."""
    thing = clean_object(place.right)
    if thing and place.counted:
        return _finish(place, carry, thing, "none", "")
    if carry.subject:
        return _finish(place, carry, carry.subject, carry.relation, "", carried=True)
    subject = clean_subject(place.left) or thing or _subject_of(clean_subject(place.earlier))
    return _finish(place, carry, subject, "none" if place.counted else "level", "")


def _finish(place: Place, carry: Carry, subject: str, relation: Relation, verb: str, *, carried: bool = False) -> Statement:
    role, why = role_of(place.mention, relation, subject, place.left, place.right, verb)
    carry.word = verb
    if not carried and subject:
        carry.subject, carry.relation = subject, relation
        if relation != "do":
            carry.verb = ""
    return Statement(
        mention=place.mention, subject=_as_row(place, subject, relation), relation=relation, kind="level", role=role, clause=place.clause, carried=carried, why=why
    )


_CHANGE_TAIL = re.compile(r"\b(?:reduction|decrease|decline|fall|drop|growth|increase|rise|cut|savings?)$", re.IGNORECASE)


def _as_row(place: Place, subject: str, relation: Relation) -> str:
    """The subject as it stands alone: a fall, and a step in points, say so."""
    if not subject or _CHANGE_TAIL.search(subject) or place.mention.implied == "multiple":
        return subject
    if relation == "fall":
        return f"{subject} reduction"
    return f"{subject} increase" if relation == "growth" and (place.mention.unit or "").lower() in POINTS else subject
