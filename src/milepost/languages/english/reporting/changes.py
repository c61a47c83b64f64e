"""Words of change in an English communiqué: up or down, on what, and what is no change on the year before."""

from __future__ import annotations

import re

from milepost.languages.english.reporting.times import BASE, UNTIMED

_RISE = (
    r"up|increas(?:e|es|ed|ing)|gr(?:ew|ow|ows|own|owing|owth)|ris(?:e|es|en|ing)|rose|(?:went|moved|edged|picked)\s+up|going\s+up|raised|"
    r"expand(?:ed|ing|s)?|expansion|"
    r"gain(?:ed)?|climb(?:ed|ing)?|surg(?:e|ed|ing)|soar(?:ed|ing)?|jump(?:ed|ing)?|improv(?:ed|ing|ement)|"
    r"advanc(?:ed|ing)|"
    r"higher|more|faster"
)
_DROP = (
    r"down|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|fell|fall(?:s|ing|en)?|drop(?:s|ped|ping)?|reduc(?:ed|"
    r"tion|ing)|contract(?:ed|ion|ing)|"
    r"shr(?:ank|unk|inking)|slump(?:ed)?|plummet(?:ed|ing)?|plung(?:ed|ing)|tumbl(?:ed|ing)|went\s+down|lower|"
    r"less|slow(?:er|ed)?"
)
CHANGE = re.compile(
    rf"(?P<before>.*?)\s*,?\s*(?:\b(?:an?|the|registering|recording|showing|representing|reflecting|marking|"
    rf"posting)\s+)*"
    rf"(?:\b(?:annual|year-on-year|year\s+on\s+year|real|nominal|net|average|further|modest|slight|strong|"
    rf"sharp|robust|marginal|significant|notable|"
    rf"substantial|steady|moderate|rapid|slower|faster)\s+)*"
    rf"\b(?:(?P<rise>{_RISE})|(?P<drop>{_DROP}))\b"
    r"(?:\s+(?:year[- ]on[- ]year|in\s+real\s+terms|in\s+nominal\s+terms|only|further|again|slightly|[a-z]+ly|"
    r"rate|growth))*"
    r"(?:\s+(?:by|of|at|was|were|is|reached|stood\s+at|to\s+be))*(?:\s+(?:about|around|nearly|almost|just))?\s*$",
    re.IGNORECASE | re.DOTALL,
)
# The increase in exports by 5 %.
_CHANGE_OF = re.compile(
    r".*\b(?:an?|the)\s+(?:\w+\s+)?(?:(?P<rise>increase|improvement|rise|growth|expansion|gain)|"
    r"(?P<drop>decrease|decline|drop|fall|contraction|reduction))\s+in\s+(?P<of>[^,]+?)\s+by\s*$",
    re.IGNORECASE | re.DOTALL,
)
_BY = re.compile(r"(?P<before>.*?)\s+by\s*$", re.IGNORECASE | re.DOTALL)
TO = re.compile(
    r"\s*,?\s*(?:year[- ]on[- ]year|[a-z-]+)?\s*,?\s*(?:and\s+)?"
    r"(?:to(?:\s+(?:reach|hit|stand\s+at|about|a\s+total\s+of))?|(?:reaching|hitting|totall?ing|reached))\s*$",
    re.IGNORECASE,
)
# Growth of another thing, of a month before, of what somebody else had: no figure of this.
THAN = re.compile(
    r"\b(?:lower|higher|slower|faster|better|worse|smaller|larger)\s+than\b[^,]*$|\bafter(?:\s+(?:that|those))?"
    r"(?:\s+of|\s+an?\s+[\w-]+(?:\s+of)?)?\s*$|\b(?:contribut(?:es?|ed|ing)|driv(?:es?|ing)|drove|pull(?:ed|ing))\b[^,]*$|"
    r"\bwith\s+an?\s+(?:annual\s+)?[\w\s]*?(?:turnover|revenue|income|sales)\s+of\s*(?:at\s+least)?\s*$",
    re.IGNORECASE,
)
CHANGED_TO = re.compile(
    rf"(?P<before>.*?)\b(?:{_RISE}|{_DROP})(?:\s+[a-z]+ly)*\s+to(?:\s+(?:about|around|nearly|over))?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_ARTICLE = re.compile(
    r"(?P<before>.*?)[\s,]*(?:\b(?:with|registered|recorded|saw|posted|showed)\s+)?\b(?:an?|the)\s*(?:\w+\s+)?",
    re.IGNORECASE | re.DOTALL,
)
NOUN = re.compile(
    r"(?:-?per\s?cent|%)?[-\s]*(?:(?:annual|year-on-year)\s+)?(?:(?P<rise>increase|rise|growth|gain|expansion|"
    r"improvement|jump|surge)|(?P<drop>decrease|decline|drop|fall|contraction|reduction))\b(?:\s+(?:in|of)\s+"
    r"(?P<of>[^,.;]+?)(?=\s+(?:and\s+an?|while|from|over|compared|on|during|in\s+(?:19|20)\d\d)\b|[,.;]|\s*$))?",
    re.IGNORECASE,
)
FALLEN = re.compile(rf"\b(?:{_DROP})\b", re.IGNORECASE)
FROM = re.compile(
    r"(?:\bfrom|\bcompared\s+(?:to|with)|\bagainst|"
    r"\bversus)\s*(?:the\s+)?(?:[a-z]+\s+){0,3}$",
    re.IGNORECASE,
)
MANY = re.compile(r"annual\s+average|average\s+annual|on\s+average|annually|per\s+annum|compound", re.IGNORECASE)
YEAR_ON_YEAR = re.compile(r"\(?\by(?:/y|-?o-?y)\b\)?|\(year[- ]on[- ]year\)", re.IGNORECASE)
"""Short forms, which are blanked: a growth is on the year before unless something else is said."""
CHAIN = re.compile(
    r"\b[mq]/[mq]\b|(?:over|from|compared\s+(?:to|with)|than)\s+(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b(?!\s*(?:to|through|-|–)\s)(?!,?\s+(?:of\s+)?(?:last\s+year|(?:19|20)\d\d|\d))|"
    r"month[- ]on[- ]month|quarter[- ]on[- ]quarter|on\s+a\s+(?:monthly|quarterly)\s+basis|"
    r"(?:to|from|than|with)\s+(?:the\s+)?(?:previous|preceding|last|prior)\s+(?:month|quarter)|over\s+the\s+(?:previous|last)\s+(?:month|"
    r"quarter)",
    re.IGNORECASE,
)
OTHER = re.compile(r"\b(?:target|plan(?:ned)?|percent\s+of\s+the\s+target|rank|equivalent)\b", re.IGNORECASE)


def noun_behind(left: str, right: str) -> tuple[int, str] | None:
    """Sign and subject of a change whose noun stands behind the figure; None for another figure.

    >>> noun_behind("led by a", " increase in the mining industry"), noun_behind("sales reached 3, a", "-percent fall")
    ((1, 'the mining industry'), (-1, 'sales reached 3'))
    """
    article, noun = _ARTICLE.fullmatch(left), NOUN.match(right)
    if article is None or noun is None:
        return None
    return (-1 if noun["drop"] else 1), noun["of"] or article["before"]


def change_of(left: str, last: int) -> tuple[int, str] | None:
    """Sign of a change and the words before its verb; `by` alone goes on with the verb before, of the sign `last`.

    >>> change_of("exports fell by", 0), change_of("the increase in exports by", 0), change_of("and imports by", -1)
    ((-1, 'exports'), (1, 'exports'), (-1, 'and imports'))
    """
    found = CHANGE.fullmatch(UNTIMED.sub(" ", BASE.sub(" ", left)))
    if found:
        return (-1 if found["drop"] else 1), found["before"]
    noun = _CHANGE_OF.fullmatch(UNTIMED.sub(" ", BASE.sub(" ", left)))
    if noun:
        return (-1 if noun["drop"] else 1), noun["of"]
    elided = _BY.fullmatch(left)
    return (last, elided["before"]) if elided and last else None
