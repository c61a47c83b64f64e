"""English words for the checks on numbers, headings and signs."""

from __future__ import annotations

import re

from milepost.languages.english.headings import ordinal
from milepost.languages.layout_words import Enumerator, LayoutWords

_TITLE = r"(?=[A-Z][^.;!?\n]{2,80}\Z)"


def _letter(sign: str) -> int:
    return ord(sign) - ord("a") + 1


WORDS = LayoutWords(
    outline=(
        ("1.1.1", re.compile(r"(?P<number>[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{1,2})\.?[ \t]+(?=[A-Z])")),
        ("1.1", re.compile(r"(?P<number>[0-9]{1,2}\.[0-9]{1,2})\.?[ \t]+(?=[A-Z])")),
        ("1", re.compile(rf"(?P<number>[0-9]{{1,2}})[ \t]+{_TITLE}")),
        ("1.", re.compile(r"(?P<number>[0-9]{1,2})\.[ \t]+(?=[A-Z])")),
        ("I", re.compile(r"(?P<number>[IVX]{1,5})\.[ \t]+(?=[A-Z])")),
    ),
    heading_styles=frozenset({"1.1.1", "1.1", "1", "1.", "I"}),
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
    doubled=re.compile(r"[,;:]{2,}|[,;:]\.(?!\.)|(?<![.A-Za-z)])\.[,;:]|(?<!\.)\.\.(?!\.)|;,|[!?][,;:]"),
)
