"""What an English figure is about: the subject, cleaned of time, comparators, helpers and verbs of striving."""

from __future__ import annotations

import re

from milepost.languages.english.verbs import JOINED_VERB

_TIME = (
    r"(?:by|in|during|for|from|since|until|over|through|between|as of|at|before|throughout"
    r"|within)?\s*(?:the\s)?(?:(?:end|close|middle|beginning)\sof\s)?(?:the\s)?(?:year\s|FY\s?)?(?:19"
    r"|20)\d\d(?:/\d{2,4})?(?:\s?(?:[-–]|to|and)\s?(?:19|20)\d\d)?"
    r"|(?:over|during|in|within|throughout|by(?:\sthe\send\sof)?|for)?\s*(?:the\s)?(?:\d{1,2}(?:st|nd"
    r"|rd|th)|[a-z]+th)\sfive-year\splan(?:\speriod)?"
    r"|(?:over|in|during|within|for)\s(?:the\s)?(?:past|last|next|coming|previous"
    r"|following)\s(?:\w+\s)?(?:years?|decade)|(?:by\sthe\s)?(?:this|last|next|each|every"
    r"|the\scurrent)\syear|annually|yearly|by\sthe\send\sof\sthe\s(?:plan|planning"
    r"|strategy)(?:\speriod)?"
)
_ACTOR = (
    r"(?:we|it|the\s(?:government|county|district|city|province|region|country|state|municipality"
    r"|ministry|strategy|plan|programme|program|council|authority|department|project)|government|they"
    r"|china|this|these)"
)
_LEAD = re.compile(
    rf"^(?:[\s,;:—–\-•*\"'()\[\]/.%&]+|(?:{_TIME})(?=[\s,:;)]|$)|(?:and|or|but|while|whereas"
    r"|as\swell\sas|of\swhich|among\s(?:them|which|these)|including|meanwhile|moreover|in\saddition"
    r"|also|thereby|therefore|so\sthat|such\sthat|"
    r"that|which|where|then|thus|with|the|a|an|our|its|their|at\sleast|a\stotal\sof|an\s(?:average"
    r"|estimated|additional)\sof|on\saverage|annually|respectively|specifically|overall(?=,)"
    r"|domestically|namely|"
    rf"{_ACTOR}(?=\s(?:will|shall|aims?|plans?|has|have|is|are|was|were|must|should|strives?|seeks?"
    r"|intends?|targets?|expects?|to|also|further)\b)|we|"
    r"will|shall|should|must|would|can|to|have|has|had|(?:be|been|being)\s|also|further|continue\sto"
    r"|work\sto|help\sto|ensure(?:d|s)?(?:\sthat)?|ensuring(?:\sthat)?|make\ssure(?:\sthat)?|striv(?:e"
    r"|es|ing)\s(?:to|for)|(?:aim|aims|aiming|aimed)\s(?:to|at|for)|(?:seek|seeks|seeking|plan|plans"
    r"|intend|intends)\sto|"
    r"(?:it\sis\s)?(?:expected|projected|planned|estimated|proposed)\s(?:to|that)|(?:main\s|key\s"
    r"|major\s|overall\s|projected\s|expected\s|our\s)*(?:targets?|goals?"
    r"|objectives?)\s(?:for\s[a-z0-9 ]{2,40}?\s)?(?:is|are|include"
    r"|remain)(?:\sas\sfollows)?(?:\sto)?|per\s(?!capita)\w+|currently|now|already|today|year[ -]on[ -]year"
    r"|seeing|see|with\sthe|so\sas\sto|in\sorder\sto|by(?=\s\w+ing\b)|through(?=\s\w+ing\b))(?=[\s,"
    r":;)(]|$))+",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    # One sign at a time, and few at once: what may be split in many ways is tried in all of them before it fails.
    rf"(?:[\s,;:—–\-(\[\"']|\s(?:a|per)\s(?:year|month|day|week)|[\s(](?:{_TIME})\)?|\s(?:will|would"
    r"|shall|should|must|can|may|could|is|are|was|were|be|been|being|has|have|had|to|expected"
    r"|projected|set|forecast|estimated|planned|targeted|proposed|due|further|also|all|both"
    r"|respectively|"
    r"currently|on\saverage|annually|yearly|steadily|gradually|per\sannum|each\syear|every\syear|a|an"
    r"|the|by|at|of|in|on|over|across|into|from|and|with|for|which|that|continue|continued|likely"
    r"|anticipated|aims?|plans?|seeks?|rate\sby|itself|well|still|again|then|now|already"
    r"|year\son\syear|year-on-year)){1,8}$",
    re.IGNORECASE,
)
_CLEFT = re.compile(
    r"^.*\b(?:while|whereas|(?:will|shall|was|were)\s[^,;]*?\band|so\sthat|such\sthat|ensuring\sthat"
    r"|ensure\sthat|ensured\sthat|we\ssaw|with(?=\s[^,]*\s\w+ing$))\s",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:it|this|that|which|they|these|those|the\sfigure|this\sfigure|who|there|we|up|down|increase"
    r"|rise|growth|decrease|decline|reduction|drop|fall|cut|target|goal|level|total|average)?",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s+")
_LONGEST = 600
"""Characters of words that may hold a subject: a sentence of a hundred words."""


def clean_subject(words: str) -> str:
    """The subject without time, helpers, joints and what hangs behind it.

    >>> clean_subject("By 2030, we will ensure that the literacy rate will")
    'literacy rate'
    """
    # Of words without end only the last can name what follows them.
    words = _MORE.sub(" ", words).strip()[-_LONGEST:]
    previous = None
    while words != previous:
        previous = words
        words = _LEAD.sub("", words, count=1)
        words = _TRAIL.sub("", words)
    if words.count("(") > words.count(")"):
        words = words.split("(")[-1] if words.index("(") == 0 else words[: words.rindex("(")].rstrip()
    elif words.count(")") > words.count("("):
        words = words.replace(")", "", 1).strip()
    return words.strip(" ,;:\"'")


def last_clause(words: str) -> str:
    """What stands behind the last joint of two clauses (while, so that, with … rising)."""
    match = _CLEFT.match(words)
    return words[match.end() :] if match else words


def is_empty(subject: str) -> bool:
    """Whether a cleaned subject names nothing by itself and takes over the one before it."""
    return bool(_PRONOUN.fullmatch(subject))


_TAIL_TIME = re.compile(rf"[\s,(]+(?:{_TIME})\)?(?=$|[\s,)])", re.IGNORECASE)
_OBJECT_END = re.compile(
    r"\s(?:and\s(?:will|to|we|is|are|has|have|increas|rais|improv|reduc|creat|build|ensur|support"
    r"|strengthen|promot|expand|provid)|so\sas|in\sorder|to\s(?:support|help|improve|ensure|increase"
    r"|reduce|meet|boost|provide|serve|promote|build|fund|achieve|finance|be)\b|which|that\swill"
    r"|thereby|while|as\swell\sas|by\s(?=\w+ing\b)|through\s|with\s(?:a|an)\s|worth\s|will\s"
    r"|at\sa\scost|from\s(?=(?:19|20)\d\d|$)|compared\s|benefit(?:ing|ed)|up\sfrom|down\sfrom"
    r"|(?:covering|costing|totall?ing|spanning|measuring)\b|by\s\d|via\s|under\s(?:the|this)).*$",
    re.IGNORECASE | re.DOTALL,
)


def clean_object(words: str) -> str:
    """The thing counted or done, without its time, its purpose and what else is done with it.

    >>> clean_object(" new primary schools by 2028 to ease crowding")
    'new primary schools'
    """
    words = _MORE.sub(" ", words).strip(" ,;:.")
    words = _OBJECT_END.sub("", words)
    joined = JOINED_VERB.search(words)
    words = words[: joined.start()] if joined else words
    words = _TAIL_TIME.sub("", " " + words).strip()
    words = re.sub(r"^(?:of|more|additional|new(?=\snew)|another|the|a|an)\s", "", words, flags=re.IGNORECASE)
    return _TRAIL.sub("", words).strip(' ,;:.()"')


def distribute(words: str) -> list[str]:
    """The members of a list: A, B and C; a head shared by all goes back to each.

    >>> distribute("coal, oil and gas output"), distribute("urban and rural incomes")
    (['coal output', 'oil output', 'gas output'], ['urban incomes', 'rural incomes'])
    >>> distribute("literacy rate and life expectancy")
    ['literacy rate', 'life expectancy']
    """
    words = re.sub(r"^both\s", "", words)
    parts = [part.strip() for part in re.split(r",\s(?:and\s|or\s)?|\sand\s|\sas\swell\sas\s", words) if part.strip()]
    if len(parts) < 2:
        return parts
    last = parts[-1].split(" ")
    if len(last) > 1 and all(" " not in part for part in parts[:-1]):
        head = " ".join(last[1:])
        return [f"{part} {head}" for part in parts[:-1]] + [parts[-1]]
    first = parts[0].split(" ")
    if len(last) == 1 and len(first) > 2:
        return [parts[0]] + [f"{' '.join(first[:-1])} {part}" for part in parts[1:]]
    return parts
