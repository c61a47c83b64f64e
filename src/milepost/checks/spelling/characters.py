"""Which number stands for a character, so that n-grams become integers.

Every Chinese character of GB 2312 has a number of its own. Digits, Latin letters, quotation marks and brackets, and
everything that ends a clause are one class each: a plan's wording does not depend on which digit stands somewhere.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

BREAK, DIGIT, LATIN, COMMA, QUOTE, UNKNOWN = 1, 2, 3, 4, 5, 6
# The first number of a Chinese character; smaller ones are classes.
FIRST = 8
# Bits of a number: 6,763 characters and the classes fit into 13.
BITS = 13
SIZE = 1 << BITS

Codes = NDArray[np.uint64]
Indices = NDArray[np.intp]
Floats = NDArray[np.float32]


@cache
def gb2312() -> str:
    """The Chinese characters of GB 2312, in the order of Unicode.

    >>> len(gb2312()), gb2312()[0]
    (6763, '一')
    """
    pairs = bytes(byte for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF) for byte in (high, low))
    return "".join(sorted(pairs.decode("gb2312", errors="ignore")))


@cache
def numbers() -> NDArray[np.uint16]:
    """The number of each code point of the basic plane."""
    table = np.full(0x10000, BREAK, np.uint16)
    table[0x3400:0xA000] = UNKNOWN
    for signs, number in (
        ("0123456789０１２３４５６７８９.．%％〇○", DIGIT),
        ("“”‘’《》()（）[]【】\"'", QUOTE),
        ("、", COMMA),
    ):
        table[[ord(sign) for sign in signs]] = number
    for first in "AaＡａ":
        table[ord(first) : ord(first) + 26] = LATIN
    table[np.frombuffer(gb2312().encode("utf-16-le"), np.uint16)] = np.arange(FIRST, FIRST + len(gb2312()))
    return table


def encoded(text: str) -> Codes:
    """The number of each character of a text, one for one.

    >>> encoded("中2中").tolist()
    [..., 2, ...]
    """
    points = np.frombuffer(text.encode("utf-32-le", errors="replace"), np.uint32)
    return numbers()[np.minimum(points, 0xFFFF)].astype(np.uint64)


def character(number: int) -> str:
    """The Chinese character with a number.

    >>> character(int(encoded("塔")[0]))
    '塔'
    """
    return gb2312()[number - FIRST]


def packed(codes: Codes, length: int) -> Codes:
    """One integer for each run of `length` characters; empty when there is none.

    >>> packed(encoded("中国"), 2).size, packed(encoded("中"), 2).size
    (1, 0)
    """
    count = max(len(codes) - length + 1, 0)
    keys = codes[:count].copy()
    for offset in range(1, length):
        keys = (keys << np.uint64(BITS)) | codes[offset : offset + count]
    return keys


def packed_columns(rows: Codes, first: int, last: int) -> Codes:
    """One integer for the columns `first` to `last`, both included, of each row."""
    keys = rows[:, first]
    for column in range(first + 1, last + 1):
        keys = (keys << np.uint64(BITS)) | rows[:, column]
    return keys
