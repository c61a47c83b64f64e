"""English words for the checks on numbers, headings and signs."""

from __future__ import annotations

import re

from milepost.languages.english.headings import ordinal
from milepost.languages.layout_words import Enumerator, LayoutWords
from milepost.languages.words import NEVER

_TITLE = r"(?=[A-Z][^.;!?\n]{2,80}\Z)"

_LABEL = (
    r"(?P<what>(?i:box|annex|appendix|table|figure|chart))\s+"
    r"(?P<number>[0-9]{1,3}(?:[-.][0-9]{1,2})?|[A-Z]\b|[IVX]{1,5}\b)"
)


def _letter(sign: str) -> int:
    return ord(sign) - ord("a") + 1


WORDS = LayoutWords(
    outline=(
        ("1.1.1", re.compile(r"(?P<number>[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{1,2})\.?[ \t]+(?=[A-Z])")),
        ("1.1", re.compile(r"(?P<number>[0-9]{1,2}\.[0-9]{1,2})\.?[ \t]+(?=[A-Z])")),
        ("1", re.compile(rf"(?P<number>[0-9]{{1,2}})[ \t]+{_TITLE}")),
        ("1.", re.compile(r"(?P<number>[0-9]{1,2})[.)][ \t]+(?=[A-Za-z(\"])")),
        ("I", re.compile(r"(?P<number>[IVX]{1,5})\.[ \t]+(?=[A-Z])")),
    ),
    heading_styles=frozenset({"1.1.1", "1.1", "1", "I"}),
    enumerators=(
        Enumerator("(1)", re.compile(r"(?<![A-Za-z0-9])\((?P<number>[0-9]{1,2})\)(?=[ \t]*[A-Za-z])"), ordinal),
        Enumerator("(i)", re.compile(r"(?<![A-Za-z0-9])\((?P<number>[ivx]{1,4})\)(?=[ \t]*[A-Za-z])"), ordinal),
        Enumerator("(a)", re.compile(r"(?<![A-Za-z0-9])\((?P<number>[a-h])\)(?=[ \t]*[A-Za-z])"), _letter),
    ),
    value_header=re.compile(r"(?:19|20)\d\d|baseline|target|annual|cumulative|total|\bQ[1-4]\b", re.IGNORECASE),
    sum_header=re.compile(r"cumulative|\btotal\b|\bsum\b", re.IGNORECASE),
    year_header=re.compile(
        r"(?:target |baseline |end of )?(?:FY ?)?(?:19|20)\d\d(?:[/-]\d\d)?(?: (?:target|baseline|value|actual))?",
        re.IGNORECASE,
    ),
    cumulative_figure=re.compile(r"\[\s*[0-9][^\]]{0,12}\]"),
    placeholder=re.compile(
        r"(?<![A-Za-z0-9.])(?:X{2,4}|x{2,4})(?=\s*(?:%|percent|million|billion|thousand|tons?\b|km\b|people|[.,;)]|\Z))"
        r"|\b(?:TBD|TBC)\b|\[\s*(?:\.{2,}|…+|insert\b[^\]\n]{1,40}|to be [^\]\n]{1,40})\]|\?{2,}|_{4,}"
    ),
    placeholder_hints=("XX", "xx", "??", "____", "TBD", "TBC", "[...", "[…", "insert", "[to be"),
    doubled=re.compile(r"[,;:]{2,}|[,;:]\.(?!\.)|(?<![.A-Za-z)])\.[,;:]|(?<!\.)\.\.(?!\.)|;,|[!?][,;:]"),
    widths=(
        (("夹用全角标点", "full-width marks"), re.compile("[，。；：！？、]"), re.compile(r"[,;:!?.](?=\s)")),
        (("夹用全角括号", "full-width brackets"), re.compile("[（）]"), re.compile("[()]")),
    ),
    clause_opening=NEVER,
    pointers=(
        re.compile(
            r"(?i:\b(?:see|see also|listed in|shown in|given in|set out in|presented in|refer to|"
            r"mapped in|detailed in)\s+)"
            rf"{_LABEL}"
        ),
    ),
    division_lead=re.compile(r"(?i:\bsee\s+(?:also\s+)?)"),
    label=re.compile(_LABEL),
    opposites=(
        (re.compile(r"(?i)\bopportunit"), re.compile(r"(?i)\b(?:challenge|threat)")),
        (re.compile(r"(?i)\bstrength"), re.compile(r"(?i)\b(?:weakness|shortcoming)")),
        (re.compile(r"(?i)\b(?:achievement|progress)"), re.compile(r"(?i)\b(?:problem|gap|shortcoming)")),
    ),
    goal_title=re.compile(r"(?i)\b(?:vision|goals?|objectives?|targets|guiding principles)\b"),
    goal_word=re.compile(
        r"(?i)\b(?:vision|goals?|objectives?|aims?|targets?|strateg|principles?|outlook|framework|plan)"
    ),
)
