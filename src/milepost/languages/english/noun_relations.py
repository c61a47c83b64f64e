"""Figures that hang on nouns: growth of 5 percent, 95 percent literacy, a name and a colon, words without a numeral."""

from __future__ import annotations

import re

from milepost.languages.english.places import Carry, Place
from milepost.languages.english.rows import BLANKS, OF_WHAT, finish, is_percent, last_doing, last_transitive, subject_of
from milepost.languages.english.subjects import clean_object, clean_subject, is_empty, last_clause
from milepost.languages.english.verbs import DOING_END, FALL_NOUN, GROWTH_NOUN, NOUN_OF_CHANGE, UP_DOWN
from milepost.languages.statement import Relation, Statement

_NUMBER_OF = re.compile(r"\b(?:number|target|level|figure)$", re.IGNORECASE)
_CHANGE_IN = re.compile(
    r"(?:annual |average |real |sharp |steady )*(?P<noun>growth|increase|rise|decline|decrease|reduction|drop|fall|cut)"
    r"\s(?:rate\s)?in\s(?P<what>.+)",
    re.IGNORECASE,
)
_MANNER = re.compile(r"(?:^|\s)(?:annual|average|average annual|real|year-on-year|further|overall|yearly|total)$")
_NO_MEASURE = frozenset("total average target minimum maximum set number excess record level".split())
_OF = re.compile(
    r"(?P<noun>[^,;:]*?\S)\sof(?:\s(?:an?|the|some|only|just|an average|a total"
    r"|an annual average))*\s*$",
    re.IGNORECASE,
)
_IN_WHAT = re.compile(r"^\s?[a-z ]{0,30}?\b(?:in|of)\s(?P<what>[^.;:,]{3,120})", re.IGNORECASE)
_NOUN_BEHIND = re.compile(
    r"^[\s-](?!(?:a|an|the|of|in|by|to|from|for|on|at|per|and|or|over|than|with|as|during|compared"
    r"|each|every|annually|year|higher|lower|more|less|above|below|respectively|through|until|across"
    r"|this|last|against|while|which|is|are|was|were|will|shall|has|have|had|under|within"
    r"|between)\b)(?P<what>[A-Za-z][^.;:,(]{2,120})",
    re.IGNORECASE,
)
_COLON = re.compile(r"(?P<name>[A-Za-z][^;:\n]{1,120})\s*[:=–—-]\s*$")
_GOAL = re.compile(r"\b(?:targets?|goals?|outputs?|deliverables?)\b[^:.]{0,20}:\s*$", re.IGNORECASE)
_EVERYONE = re.compile(
    r"\s(?P<who>[^.,;]{2,60}?)\s(?:will|shall|should|must"
    r"|are\sto)\s(?:be\s)?(?P<what>\w+(?:\s(?:access\s)?(?:to|with|by)\s[a-z ]{2,40}?(?=\s(?:and|by"
    r"|in)\b|[.,;]|$))?)",
    re.IGNORECASE,
)


def implied(place: Place, carry: Carry) -> Statement | None:
    """Words without a numeral carry their subject inside or around them: universal access to X, double X."""
    kind = place.mention.implied
    if kind is None or kind == "fraction":
        return None
    words = place.text[place.mention.span.start : place.mention.span.end]
    behind = clean_object(place.right)
    left = clean_subject(last_clause(place.left))
    if kind == "completion":
        return finish(place, carry, _completed(place, words, left, behind), "level", "")
    if kind == "zero":
        subject = _without_keep(left) if not behind or behind.startswith(("by ", "in ")) else behind
        return finish(place, carry, subject, "level", "")
    if kind in ("multiple", "half"):
        subject = behind if behind and not left else _without_keep(left) or behind
        found = re.match(r"(?:reduce|cut)\w*\s(?P<what>.*)", left, re.IGNORECASE)
        subject = (found["what"] if found else subject) or carry.subject
        return finish(place, carry, subject, "fall" if kind == "half" else "level", words)
    return finish(place, carry, _without_keep(left) or carry.subject, "level", "")


def _completed(place: Place, words: str, left: str, behind: str) -> str:
    """What is reached in full: all households connected, access to electricity, coverage of insurance."""
    everyone = _EVERYONE.match(place.right) if words.lower() == "all" else None
    if everyone:
        return f"{everyone['who']} {everyone['what']}"
    if re.match(r"(?:cover|reach|connect|serve|benefit)", words, re.IGNORECASE):
        return left if " " in left else f"{words} {behind}"
    joint = re.match(r"\s(?:of|to|in|for|by)\b", place.right)
    noun = words.rsplit(" ", 1)[-1]
    if behind:
        return clean_subject(f"{noun}{joint[0] if joint else ''} {_bare(behind)}")
    return clean_subject(f"{_without_keep(left)} {noun}")


def _bare(words: str) -> str:
    return re.sub(r"^(?:of|to|in|for|by)\s", "", words)


def _without_keep(words: str) -> str:
    found = last_transitive(words + " ")
    if found:
        return clean_subject(words[found.end() :])
    return clean_subject(
        re.sub(
            r"\s(?:(?:(?:is|are)\s)?(?:projected|expected|set|planned)\sto\s)?(?:grow|rise|increase|keep"
            r"|remain|stay|be kept|be maintained|be held|is|are)$",
            "",
            words,
        )
    )


def of_noun(place: Place, carry: Carry) -> Statement | None:
    """A noun of measure with of: GDP growth of 5 percent, an increase of 3 percent in X."""
    match = _OF.search(place.left)
    if match is None or (place.counted and not _NUMBER_OF.search(match["noun"])):
        return None
    noun = clean_subject(last_clause(match["noun"]))
    inner = last_doing(match["noun"])
    if inner and noun:
        noun = clean_subject(match["noun"][inner.end() :]) or noun
    lone = noun.lower().rsplit(" ", 1)[-1]
    inside = _CHANGE_IN.match(noun)
    if inside:
        falling = NOUN_OF_CHANGE.match(inside["noun"])
        relation: Relation = "fall" if falling and falling["fall"] else "growth"
        return finish(place, carry, clean_subject(inside["what"]), relation, inside["noun"])
    growth, fall = GROWTH_NOUN.search(" " + noun), FALL_NOUN.search(" " + noun)
    change = growth or fall
    if change:
        named = _MANNER.sub("", noun[: -len(change[0].strip())].strip())
        return _change_of(place, carry, noun, named, "growth" if growth else "fall")
    if is_empty(noun) or lone in _NO_MEASURE:
        return None
    return finish(place, carry, noun, "level", "of")


def _change_of(place: Place, carry: Carry, noun: str, named: str, relation: Relation) -> Statement:
    """A growth or fall of so much: of what stands before the noun, behind the figure, or in the clause before."""
    lone = noun.lower().rsplit(" ", 1)[-1]
    behind = _IN_WHAT.match(place.right)
    if not is_empty(named):
        return finish(place, carry, noun if relation == "growth" and "growth" in noun else named, relation, lone)
    if behind:
        return finish(place, carry, clean_object(behind["what"]), relation, lone)
    return finish(place, carry, carry.subject or clean_subject(place.earlier), relation, lone, carried=True)


def noun_behind(place: Place, carry: Carry) -> Statement | None:
    """A percentage with its noun behind it: 95 percent literacy, a 30-percent increase in exports."""
    if not is_percent(place) or place.mention.implied == "fraction":
        return None
    match = _NOUN_BEHIND.match(place.right)
    if match is None:
        return None
    change = NOUN_OF_CHANGE.match(match["what"])
    if change:
        behind = _IN_WHAT.match(place.right)
        subject = clean_object(behind["what"]) if behind else carry.subject or clean_subject(place.earlier)
        return finish(place, carry, subject, "fall" if change["fall"] else "growth", change[0])
    return finish(place, carry, clean_object(match["what"]), "level", "achieve")


def whole_behind(place: Place, carry: Carry) -> Statement | None:
    """A part of a stated whole: 80 percent of households will have access to water."""
    if not is_percent(place):
        return None
    match = OF_WHAT.match(place.right)
    left = clean_subject(last_clause(place.left))
    if match is None:
        return None
    whole = clean_subject(match["whole"])
    whole = re.sub(r"\s(?:by|in)\s(?:the\send\sof\s)?(?:20|19)\d\d.*$", "", whole)
    if re.search(r"\b(?:gdp|total|fiscal|budget|revenue)\b", whole, re.IGNORECASE) and left:
        return finish(place, carry, left, "share", "")
    doing = DOING_END.search(place.left[-72:])
    if doing:
        return finish(place, carry, f"{BLANKS.sub(' ', doing['verb'])} {clean_object(whole)}", "share", "")
    joint = (
        f"{left} {whole}"
        if left and not is_empty(left) and not left.startswith("of ") and len(left) < 60 and not left[0].isupper()
        else whole
    )
    return finish(place, carry, joint, "share", "")


def up_down(place: Place, carry: Carry) -> Statement | None:
    """Up 5 percent, down by 3 percent: of the subject before."""
    match = UP_DOWN.search(place.left)
    if match is None:
        return None
    subject = clean_subject(place.left[: match.start()])
    if is_empty(subject):
        subject = carry.subject or subject_of(clean_subject(place.earlier))
    return finish(place, carry, subject, "growth" if match["way"].lower() == "up" else "fall", "up", carried=True)


def named(place: Place, carry: Carry) -> Statement | None:
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
    if (
        re.search(r"\b(?:by|to)\s*$", left, re.IGNORECASE)
        and place.joined
        and carry.relation in ("growth", "fall", "level")
    ):
        return finish(place, carry, subject, carry.relation, carry.word)
    return finish(place, carry, subject, "growth" if growth and is_percent(place) else "level", "")


def headless(place: Place, carry: Carry) -> Statement:
    """A figure with nothing said before it: it counts what stands behind it, or goes on about the subject before."""
    thing = clean_object(place.right)
    if thing and place.counted:
        listed = (place.joined and carry.row) or bool(_GOAL.search(place.left + place.earlier[-40:]))
        return finish(place, carry, thing, "do" if listed else "none", "")
    if thing and not is_percent(place) and _GOAL.search(place.left + place.earlier[-40:]):
        return finish(place, carry, thing, "do", "")
    if carry.subject:
        level = bool(re.search(r"\bto\s*$", place.left, re.IGNORECASE))
        return finish(place, carry, carry.subject, "level" if level else carry.relation, "", carried=True)
    subject = clean_subject(place.left) or thing or subject_of(clean_subject(place.earlier))
    return finish(place, carry, subject, "none" if place.counted else "level", "")
