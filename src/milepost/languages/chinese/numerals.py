"""Chinese numerals and full-width digits as numbers."""

from __future__ import annotations

_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_PLACES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}

_NARROWED = {0xFF10 + digit: 0x30 + digit for digit in range(10)}
_NARROWED |= {0xFF21 + letter: 0x41 + letter for letter in range(26)}
_NARROWED |= {0xFF41 + letter: 0x61 + letter for letter in range(26)}
_WIDE: tuple[tuple[str, str], ...] = (
    *((chr(wide), chr(narrow)) for wide, narrow in _NARROWED.items()),
    ("％", "%"), ("．", "."), ("＋", "+"), ("／", "/"), ("－", "-"), ("\u3000", " "), ("\u00a0", " "), ("(", "（"),
    (")", "）"), ("～", "~"), ("―", "—"), ("＞", ">"), ("＜", "<"), ("≧", "≥"), ("≦", "≤"), (";", "；"), (":", "："),
    ("\t", " "),
)  # fmt: skip


def fold(text: str) -> str:
    """The text with full-width digits, letters and signs narrowed, one character for one.

    Offsets stay valid: the result has the same length.

    >>> fold("达到２．２％（约）")
    '达到2.2%（约）'
    """
    # A few passes for the signs that occur are several times faster than one through a table of them all.
    for wide, narrow in _WIDE:
        if wide in text:
            text = text.replace(wide, narrow)
    return text


def parse_numeral(word: str) -> int | None:
    """Value of a numeral in Chinese characters, or None when it is none.

    >>> parse_numeral("一千二百"), parse_numeral("两"), parse_numeral("十六"), parse_numeral("三大")
    (1200, 2, 16, None)
    """
    if not word:
        return None
    if len(word) > 1 and all(char in _DIGITS for char in word):
        return int("".join(str(_DIGITS[char]) for char in word))
    total = section = digit = 0
    for char in word:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in ("万", "亿"):
            section = (section + digit) or 1
            total = (total + section) * _PLACES[char]
            section = digit = 0
        elif char in _PLACES:
            section += (digit or 1) * _PLACES[char]
            digit = 0
        else:
            return None
    return total + section + digit
