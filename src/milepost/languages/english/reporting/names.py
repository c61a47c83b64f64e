"""Names of what an English communiqué reports, and of parts by what they are part of."""

from __future__ import annotations

import re

from milepost.languages.english.subjects import clean_subject, distribute, is_empty

_INTRODUCTORY = re.compile(
    r"^\s*(?:in|during|by|at|of|according|among|specifically|from|as|with|on|for|however|meanwhile|compared|"
    r"overall|similarly|"
    r"preliminary|moreover|furthermore|throughout|over|based|thereof|consequently|nationally|nationwide|"
    r"respectively|excluding|including|due|driven|broken|regarding|concerning|considering|after)\b|^\s*(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"^[\s,;:—–-]*(?:(?:and|while|but|whereas|with|or|of\s+which|among\s+which|of\s+(?:this|these|the)\s+total|"
    r"of\s+this|of\s+these|"
    r"among\s+them|year[- ]on[- ]year|including|specifically|compared|thereof|so)\b[\s,:]*)*",
    re.IGNORECASE,
)
LEVEL = re.compile(
    r"\s*\b(?:(?:has|have|had)\s+)?(?:was|were|is|are|be|been|reach(?:ed|es|ing)?|total(?:l?ed|l?ing|s)?|stood|"
    r"stand(?:s|ing)?|"
    r"amount(?:ed|s|ing)?|came(?:\s+in)?|hit|hitting|regist(?:ered|ering)|record(?:ed|ing)?|number(?:ed|s|"
    r"ing)?|attain(?:ed)?|"
    r"exceed(?:ed|ing)?|surpass(?:ed|ing)?|post(?:ed)?|remain(?:ed|s)?|maintain(?:ed)?|valued|estimated|worth|"
    r"covered|had|has|averag(?:ed|ing)|"
    r"achiev(?:ed|ing)|generat(?:ed|ing)|received|produced|realized|completed)"
    r"(?:\s+(?:at|to|by|up\s+to|a\s+total(?:\s+of)?|of|some|estimated|recorded))*\s*$",
    re.IGNORECASE,
)
_TIME_BEHIND = re.compile(
    r"[\s,]+(?:in|at|by|for|during|as\s+of|of)\s+(?:(?:the\s+)?(?:end\s+of\s+)?(?:(?:19|20)\d\d(?:/\d+)?|"
    r"(?:this|the)\s+year|(?:the\s+)?(?:first|second|third|fourth)\s+"
    r"(?:half|quarter)(?:\s+of\s+(?:(?:19|20)\d\d|(?:this|the)\s+year))?|year[- ]end))\s*$|\s+at\s+year[- ]end$",
    re.IGNORECASE,
)
_THAT_OF = re.compile(r"^(?:that|those)\s+(?P<joint>of|for|in|from)\s+(?P<part>.+)$", re.IGNORECASE)
_OF = re.compile(r"^(?P<head>.+?)\s+(?P<joint>of|from|for)\s+(?:the\s+)?(?P<rest>.+)$", re.IGNORECASE)
_GROWTH_IN = re.compile(
    r"^(?P<head>.*\b(?:growth|investment|employment|output|trade))\s+(?P<joint>in)\s+(?:the\s+)?(?P<rest>.+)$",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"\b(?:output|production(?!\s+and\s+supply)|value|value[- ]added|income|expenditures?|spending|revenues?|"
    r"rate|ratio|share(?!-)|"
    r"proportion|index|sales|investment|"
    r"exports?|imports?|trade|volume|turnover|population|number|area|deposits?|loans?|profits?|price|prices|"
    r"employment|GDP|product|"
    r"capacity|consumption|mileage|length|births?|deaths?|growth|inflation|yield|enrolments?|enrollments?|"
    r"arrivals|receipts|generation|"
    r"reserves?|debt|deficit|surplus|balance|balances|area|coverage|mortality|expectancy)\b",
    re.IGNORECASE,
)
# What a noun of change hangs on: the sector experienced a modest [growth of].
_HAVING = re.compile(
    r",?\s+(?:has\s+|have\s+|had\s+|also\s+)*(?:experienc(?:ed|ing)|record(?:ed|ing)|register(?:ed|ing)|"
    r"post(?:ed|ing)|saw|seeing|fac(?:ed|ing)|suffer(?:ed|ing)|"
    r"report(?:ed|ing)|achiev(?:ed|ing)|witness(?:ed|ing)|show(?:ed|ing)|surged\s+back\s+with|"
    r"with)(?:\s+(?:an?|the))?(?:\s+(?-i:[a-z]+))?(?:\s+(?:drop|decline|increase|rise|fall|growth))?\s*,?$",
    re.IGNORECASE,
)
_WITH = re.compile(r"\bwith\s+an?\s+(?P<name>[A-Z][\w-]*(?:\s+\w+){0,3})$")
_RELATIVE = re.compile(
    r",\s+(?:(?:which|who|that)\b[^,]*,|(?:adjusted|driven|boosted|supported|led|measured|expressed|calculated|"
    r"seasonally)\b[^,]*(?:,|$))"
)
_SAYING = re.compile(
    r"^.*\b(?:show|indicat|suggest|announc|stress|said|say|not(?:ed|ing|es?)\b|stat(?:ed|ing|es?)\b|add(?:ed|ing)\b|"
    r"report(?:ed|ing|s)?\b|reveal|confirm|estimat)\w*\s+that\s+",
    re.IGNORECASE | re.DOTALL,
)
_CHANGE_IN = re.compile(
    r"^.*\b(?:an?|the)\s+(?:\w+\s+)?(?:improvement|increase|rise|slowdown|acceleration|decline|decrease|drop|fall|"
    r"expansion|contraction)\s+in\s+(?:the\s+|its\s+)?(?=\w)",
    re.IGNORECASE | re.DOTALL,
)
_LED = re.compile(r"^(?:followed|led|driven|supported|boosted|offset)\s+by\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
_NO_NAME = re.compile(
    r"(?:all|among|each|every|both|some|only|after|or|the|as\s+for)(?:\s+the)?|"
    r"(?:rises?|falls?|increases?|decreases?|declines?|drops?)(?:\s+(?:for|in|over|of)\s+(?:the|a)\s+same\b.*)?",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"(?<=\w)\s+(?:has|have|had|was|were|is|are|also|continued|"
    r"remained)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
# What is done with a figure: preliminary estimates put [GDP] at, 540 homes were joined up, bringing [the rate] to.
_PUT = re.compile(
    r"^.*(?:\b(?:estimates?|figures?|statistics|data|accounts|projections?)\s+(?:put|puts|placed?|places)|"
    r",\s+(?:bringing|taking|lifting|raising|pushing))\s+",
    re.IGNORECASE,
)
# GDP grew, with the output of cars rising; key cities covered by the programme, the prices for land: the last names it.
_LAST = re.compile(
    r"^.*,\s+(?:with\s+(?:the\s+)?|while\s+(?:the\s+)?|the\s+)(?=[A-Za-z])|^.*\beconomy\b.*?,?\s+with\s+(?=\w)",
    re.IGNORECASE | re.DOTALL,
)
# The courier sector saw its delivery volume exceed: what is measured stands behind the verb.
_HOLDS = re.compile(
    r"^(?P<who>.+?)\s+(?:reported|saw|sees|registered|recorded|posted|witnessed|had|generated)\s+"
    r"(?:(?:an?|its|their|the|total|annual)\s+)*(?P<what>(?-i:[a-z])[\w-]*(?:\s+[\w-]+){0,4}?)(?:\s+of)?$",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r",?\s+in\s+(?:real|nominal|volume|absolute|per\s+capita)\s+terms|,?\s+(?:at|in)\s+(?:comparable|constant|current)\s+"
    r"(?:\d{4}\s+)?prices|\s+(?:over|in|to|from)\s+the\s+(?:corresponding|same)\s+(?:period|quarter|month)(?:\s+of)?\b",
    re.IGNORECASE,
)
_RATE_OF = re.compile(
    r"^(?:(?:annual|real|nominal|year-on-year|year\s+on\s+year)\s+)*(?:growth(?:\s+rate)?|rate\s+of\s+(?:increase|growth))"
    r"\s+(?:of|in|for)\s+(?:the\s+)?(?P<of>.+)$|^(?P<what>.+?)\s+growth(?:\s+rate)?$",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"\s*\([A-Z][A-Za-z&]{1,6}\)|\s*\[\d+\]")


def clean(words: str) -> str:
    """A name without what introduces it, its verb of level and its time; "" for a pronoun.

    >>> clean("In 2023, the total output of pork, beef and mutton reached"), clean("; it was")
    ('total output of pork, beef and mutton', '')
    """
    words = _TERMS.sub("", _ABBREVIATION.sub("", words))
    words = _JOINT.sub("", words)
    parts = words.split(", ")
    while len(parts) > 1 and _INTRODUCTORY.match(parts[0]):
        parts.pop(0)
    words = ", ".join(parts)
    previous = None
    while words != previous:
        previous = words
        words = LEVEL.sub("", words)
        words = _TIME_BEHIND.sub("", words).strip(" ,;:")
        words = _JOINT.sub("", words)
    words = _PUT.sub("", words)
    words = _RELATIVE.sub("", _SAYING.sub("", words))
    last = _LAST.match(words)
    if last and _HEAD.search(words[last.end() :]):
        words = words[last.end() :]
    words = _HAVING.sub("", words)
    holds = _HOLDS.match(words)
    if holds and _HEAD.search(holds["what"]):
        words = f"{holds['what']} of {_clean_owner(holds['who'])}"
    within = _WITH.search(words)
    words = within["name"] if within else _FINITE.sub("", words)
    words = _LED.sub("", _CHANGE_IN.sub("", words.strip()))
    words = re.sub(r"\s+(?:which|that|who|moved|went|edged|raised|alone)$", "", words)
    if _THAT_OF.match(words):
        return words
    words = re.sub(r"^(?:the|an?|its|their|a\s+total\s+of)\s+", "", words.strip(), flags=re.IGNORECASE)
    words = clean_subject(words)
    return "" if is_empty(words) or _NO_NAME.fullmatch(words) else words


def _clean_owner(words: str) -> str:
    return re.sub(r"^(?:the|an?)\s+", "", words.strip(), flags=re.IGNORECASE)


def without_short(words: str) -> str:
    """Words without the short form in brackets.

    >>> without_short("gross domestic product (GDP)")
    'gross domestic product'
    """
    return _ABBREVIATION.sub("", words).strip()


def rate_of(name: str) -> str:
    """What a rate of growth is of; "" for another name.

    >>> rate_of("year-on-year growth rate of exports"), rate_of("GDP growth"), rate_of("exports")
    ('exports', 'GDP', '')
    """
    found = _RATE_OF.match(name)
    return (found["of"] or found["what"]) if found else ""


def whole_name(name: str, previous: str) -> str:
    """A name in full: `that of X`, and words that do not say what is measured, take it from the name before.

    >>> whole_name("that of the secondary industry", "value added of the primary industry")
    'value added of the secondary industry'
    >>> whole_name("collective enterprises", "value added of state-owned enterprises")
    'value added of collective enterprises'
    """
    found = _THAT_OF.match(name)
    before = _OF.match(previous)
    if found:
        joint = found["joint"].lower()
        head = before["head"] if before else previous
        if joint == "for" and " for " in previous:
            head = previous.rpartition(" for ")[0]
        return f"{head} {found['joint'].lower()} {found['part']}"
    if before and not _HEAD.search(name) and not re.search(rf"\b{re.escape(before['head'])}\b", name):
        return f"{before['head']} of {name}"
    return name


def members(name: str, count: int) -> list[str]:
    """The members of a list of `count` names, each with what they share; [] when there are not as many.

    >>> members("value added of high-tech manufacturing and equipment manufacturing", 2)
    ['value added of high-tech manufacturing', 'value added of equipment manufacturing']
    >>> members("urban and rural incomes", 2), members("exports", 2)
    (['urban incomes', 'rural incomes'], [])
    """
    found = _OF.match(name) or _GROWTH_IN.match(name)
    head, rest = (f"{found['head']} {found['joint']} ", found["rest"]) if found else ("", name)
    ways = (re.split(r",\s+and\s+", rest), distribute(rest), re.split(r",\s+(?:and\s+)?|\s+and\s+", rest))
    parts = next((way for way in ways if len(way) == count), [])
    return [head + re.sub(r"^(?:that|those)\s+of\s+(?:the\s+)?", "", part.strip()) for part in parts]


def growth_name(name: str) -> str:
    """The name of the growth of something.

    >>> growth_name("output of eggs"), growth_name("value added growth of heavy industry")
    ('output of eggs growth', 'value added growth of heavy industry')
    """
    return name if re.search(r"\bgrowth\b", name) else f"{name} growth"


def share_name(part: str, whole: str) -> str:
    """The name of the share of a part in a whole.

    >>> share_name("value added of secondary industry", "GDP")
    'share of value added of secondary industry in GDP'
    """
    return f"share of {part} in {whole}"


def capital(name: str) -> str:
    """The name with its first letter large.

    >>> capital("output of eggs")
    'Output of eggs'
    """
    return name[:1].upper() + name[1:]


def table_name(row: str, about: tuple[str, ...], whole: str | None) -> tuple[str, str | None, bool]:
    """The name of a row of a table, no basis, and whether it says itself what is measured."""
    del about
    name = row.strip(" :*#-")
    said = bool(_HEAD.search(name))
    if said or not whole:
        return capital(name), None, said
    before = _OF.match(whole)
    return capital(f"{before['head'] if before else whole} of {name[:1].lower() + name[1:]}"), None, False


def speaks_of(whole: str, region: str) -> bool:
    """English communiqués have no word for the whole region; each clause is about it."""
    del whole, region
    return True


def is_statistic(name: str) -> bool:
    """Whether a name says what is measured.

    >>> is_statistic("Grain output"), is_statistic("Bridges")
    (True, False)
    """
    return bool(_HEAD.search(name))
