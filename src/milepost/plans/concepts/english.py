"""How English names of figures are compared: spellings made one, words of change, words that add no meaning."""

from __future__ import annotations

import re
import unicodedata

from milepost.plans.concepts.model import Change
from milepost.plans.concepts.naming import Naming, Stem

_BRACKETS = re.compile(r"\([^()]*\)")
_SIGNS = re.compile(r"(?<=\d),(?=\d{3})|[^\w&.\-']+|\.(?!\d)|(?<=\w)'s\b|-")
_PLURAL = re.compile(r"(?<=\w{3})(?<![suio])s\b")
_SPELLINGS: tuple[tuple[str, str], ...] = (
    (r"gross (?:domestic|regional(?: domestic)?) product|g(?:r|n)?dp\b|grde gdp", "gdp"),
    (r"research and (?:experimental )?development|r & d|r&d", "r&d"),
    (r"urbanisation", "urbanization"),
    (r"utilisation", "utilization"),
    (r"labour", "labor"),
    (r"enrolment", "enrollment"),
    (r"immunisation", "immunization"),
    (r"per person|per head", "per capita"),
    (r"permanent(?:ly)? (?:urban )?resident", "resident"),
    (r"(?:per 1 ?000|per thousand)(?: (?:people|person|population|resident|inhabitant))?", "per 1000"),
    (r"(?:per 10 ?000)(?: (?:people|person|population|resident|inhabitant))?", "per 10000"),
    (r"(?:per 100 ?000)(?: (?:people|person|population|resident|live birth))?", "per 100000"),
    (r"per cent|percentage|percent|proportion|ratio", "share"),
    (r"as a share of|a share of|to gdp", "share of"),
    (r"expenditure on|spending on|expenditure", "spending"),
    (r"the|a|an|of the", ""),
)
_SPELLING = re.compile("|".join(rf"(?P<p{number}>\b(?:{words})\b)" for number, (words, _) in enumerate(_SPELLINGS)))
_BECOMES = {f"p{number}": word for number, (_, word) in enumerate(_SPELLINGS)}
_TAIL = re.compile(
    r" (?:(?P<growth>(?:annual |average |real |yearly )*(?:growth|increase|rise)(?: rate)?)"
    r"|(?P<fall>reduction|decrease|decline|fall|cut)"
    r"|(?P<none>rate|target|level|on average|annually"
    r"|(?:in|of) (?:district|region|country|province|county|prefecture)))$"
)
_HEAD = re.compile(
    r"(?:(?P<growth>(?:average |annual |real )*(?:growth|increase|rise)(?: rate)? (?:of|in))"
    r"|(?P<fall>(?:reduction|decrease|decline|fall|cut) (?:of|in))) "
)
_NEUTRAL = re.compile(
    r"(?:number|quantity|amount|volume|level|value|total number|share|rate"
    r"|total|overall|average|annual|national|real|new number)(?: of)? ?|of |in "
)
# A country's or district's name before what is measured; whose people it is measured of is part of the name.
_OWNER = re.compile(
    r"(?!(?:Wo)?[Mm]en|Child|Farm|Work|Peop|Resid|Stud|Girl|Boy|Cit|Mother|Teach)[A-Z][\w ]{1,40}['’]s\s+"
)
_WORD = re.compile(r"(?<!\S)\S")


def plain(name: str) -> str:
    """The name in the one spelling that names are compared in.

    >>> plain("Percentage of births in health facilities"), plain("GRDP per person")
    ('share of birth in health facilitie', 'gdp per capita')
    """
    words = _BRACKETS.sub(" ", unicodedata.normalize("NFKC", name))
    owner = _OWNER.match(words)
    words = words[owner.end() if owner else 0 :].lower()
    words = _SIGNS.sub(lambda found: "" if found[0] == "," else " ", words)
    words = _PLURAL.sub("", " ".join(words.split()))
    return " ".join(_SPELLING.sub(lambda found: _BECOMES[found.lastgroup or ""], words).split())


def stems(words: str) -> list[Stem]:
    """The readings of a plain name: as it stands, then without words of change, one after another.

    >>> stems("growth of gdp")[-1], stems("gdp growth rate")[-1]
    (Stem(words='gdp', change='growth'), Stem(words='gdp', change='growth'))
    """
    found = [Stem(words, None)]
    change: Change | None = None
    while part := (_TAIL.search(words) or _HEAD.match(words)):
        change = "growth" if part["growth"] else "fall" if part["fall"] else change
        words = words[part.end() :] if part.start() == 0 else words[: part.start()]
        found.append(Stem(words, change))
    return found


def is_neutral(words: str) -> bool:
    """Whether words before a name leave its meaning as it is.

    >>> is_neutral("total number of "), is_neutral("rural ")
    (True, False)
    """
    place = 0
    while place < len(words):
        found = _NEUTRAL.match(words, place)
        if found is None:
            return False
        place = found.end()
    return True


ENGLISH_NAMING = Naming(
    plain=plain,
    stems=stems,
    is_neutral=is_neutral,
    starts=lambda words: (found.start() for found in _WORD.finditer(words)),
    added="added ",
    fold_units=frozenset(("times", "fold")),
)
