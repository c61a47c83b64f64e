"""Which marks head the divisions of an English plan: Part II, Chapter 3, 1.2, Box 4."""

from __future__ import annotations

import re

from milepost.languages.heading_words import HeadingWords

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20,
}  # fmt: skip
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NUMBER = rf"(?P<number>[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{0,3}}|(?:{'|'.join(_WORDS)})\b|[ivxlc]{{1,7}}\b)"


def ordinal(words: str) -> int | None:
    """The number in a heading: digits (of 2.3 the last), a word or a Roman numeral; None if it is none.

    >>> ordinal("12"), ordinal("2.3"), ordinal("Four"), ordinal("XIV"), ordinal("A")
    (12, 3, 4, 14, None)
    """
    low = words.strip().lower()
    last = low.rsplit(".", 1)[-1]
    if last.isascii() and last.isdigit():
        return int(last)
    if low in _WORDS:
        return _WORDS[low]
    if not low or any(sign not in _ROMAN for sign in low):
        return None
    values = [_ROMAN[sign] for sign in low]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


WORDS = HeadingWords(
    division=re.compile(rf"(?P<unit>part|pillar|chapter|section)[ \t]+{_NUMBER}", re.IGNORECASE),
    levels={"part": "part", "pillar": "part", "chapter": "chapter", "section": "section"},
    reference=re.compile(r"\s*[,;)]|\s+(?:of|and|to|in|is|are|was|sets?|describes?|presents?|shows?|outlines?)\b"),
    preface=re.compile(r"(?:preface|foreword)", re.IGNORECASE),
    contents=re.compile(r"(?:table of )?contents", re.IGNORECASE),
    numbered=(
        ("1", re.compile(r"(?P<number>[0-9]{1,2})\.?(?=[ \t]+[A-Z])")),
        ("I", re.compile(r"(?P<number>[IVX]{1,5})\.(?=[ \t]+[A-Z])")),
        ("1.1", re.compile(r"(?P<number>[0-9]{1,2}\.[0-9]{1,2})\.?(?=[ \t]+[A-Z])")),
        ("1.1.1", re.compile(r"(?P<number>[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{1,2})\.?(?=[ \t]+[A-Z])")),
    ),
    box=re.compile(r"box[ \t]+(?P<number>[0-9]{1,3}(?:[.-][0-9]{1,2})?|[ivx]{1,5}\b)", re.IGNORECASE),
    caption=re.compile(r"(?:table|figure|box|annex table|chart)[ \t]+[0-9A-Z]", re.IGNORECASE),
    separators=":.–—-",
    stops=re.compile(r"[;!?]|\.(?=\s|$)"),
    longest_title=120,
    number=ordinal,
)
