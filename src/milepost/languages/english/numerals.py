"""English numerals in words and digits as numbers, and signs narrowed one for one."""

from __future__ import annotations

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SMALL = _UNITS | _TENS | {"a": 1, "an": 1}
SCALES: dict[str, int] = {
    "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
# Short forms are read only behind a currency or before a unit of money: 5m alone is five metres.
SHORT_SCALES: dict[str, str] = {
    "k": "thousand", "K": "thousand", "m": "million", "M": "million", "mn": "million", "mln": "million", "b": "billion",
    "bn": "billion", "B": "billion", "Bn": "billion", "tn": "trillion", "T": "trillion",
}  # fmt: skip
# "one" alone is an article more often than a number; it counts only before another numeral or a comparator's noun.
_FIRST = [word for word in (*_UNITS, *_TENS) if word != "zero"]
_NEXT = [*_FIRST, "hundred", "thousand", "million", "billion", "trillion", "dozen"]
_ANY_NEXT = "|".join(sorted(_NEXT, key=len, reverse=True))
WORDED = (
    rf"(?:{'|'.join(sorted(_FIRST, key=len, reverse=True))}|an?(?=[ -](?:hundred|thousand|million"
    rf"|billion|trillion|dozen)\b))(?:(?:[ -]| and )(?:{_ANY_NEXT})\b)*"
)

_WIDE = "０１２３４５６７８９％．＋／－　\u00a0\u2009\u202f\t’‘“”−＞＜≧≦（），；："
_NARROW = "0123456789%.+/-     ''\"\"-><≥≤(),;:"
_FOLDED = dict(zip(_WIDE, _NARROW, strict=True))


def fold(text: str) -> str:
    """The text with wide digits and signs, curly quotes and odd blanks made plain, one character for one.

    >>> fold("“5 ％”")
    '"5 %"'
    """
    # A few replacements of signs that do occur are many times faster than translating every character.
    for wide in sorted(set(text) & _FOLDED.keys()):
        text = text.replace(wide, _FOLDED[wide])
    return text


def lowered(text: str) -> str:
    """The text in small letters, of the same length: letters whose small form is longer stay as they are.

    >>> lowered("By HALF"), len(lowered("\u0130"))
    ('by half', 1)
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small) == 1 else char for char, small in ((char, char.lower()) for char in text))


def parse_numeral(words: str) -> tuple[int, str | None] | None:
    """Value of a numeral in words and the magnitude that it ends in, or None when it is none.

    A magnitude at the end stays a word of its own, as it does behind digits; hundred and dozen go into the value.

    >>> parse_numeral("thirty-five"), parse_numeral("two hundred thousand"), parse_numeral("a dozen")
    ((35, None), (200, 'thousand'), (12, None))
    """
    total = group = 0
    tokens = [token for token in words.lower().replace("-", " ").split() if token != "and"]
    scale = tokens[-1] if tokens and tokens[-1] in SCALES else None
    for token in tokens[:-1] if scale else tokens:
        if token in _SMALL:
            group += _SMALL[token]
        elif token in ("hundred", "dozen"):
            group = (group or 1) * (100 if token == "hundred" else 12)
        elif token in SCALES:
            total += (group or 1) * SCALES[token]
            group = 0
        else:
            return None
    return ((total + group) or 1, scale) if tokens else None
