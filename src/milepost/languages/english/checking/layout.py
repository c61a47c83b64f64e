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
)
