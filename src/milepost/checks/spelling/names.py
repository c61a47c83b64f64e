"""Where names stand, in which no misprint is looked for: their characters follow no rule.

A name is what the caller knows as one, what stands right before a word for a place (恰夏镇) or a company
(天泰纤维有限公司), and a short expression in quotation marks that stands nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

import numpy as np
from numpy.typing import NDArray

from milepost.checks.spelling.characters import encoded, packed
from milepost.checks.spelling.knowledge import Knowledge
from milepost.kernel.span import Span

PLACE = re.compile("(?:水库|口岸|灌区|牧场|林场|团场|电站|草原|盆地|流域|[县镇乡村河湖山岛沟泉])(?![一-鿿]?区域)")
COMPANY = re.compile(
    "(?:（[一-鿿]{1,6}）)?(?:[一-鿿]{2,4})?(?:有限(?:责任)?公司|集团|公司|合作社|药业|实业|[农林社]科院|科学院)"
)
CHINESE_BEFORE = re.compile("[一-鿿·]*$")
# Characters of a name before a word for a place, and before one for a company; the latter name trades as well.
PLACE_LENGTH, COMPANY_LENGTH = 3, 8
# A two-character word at least so common that ends in a word for a place makes no name: 农村, 城镇.
COMMON_WORD = -12.5


def before(text: str, end: int, most: int) -> int:
    """Where the Chinese characters before a position begin, at most so many.

    >>> before("在，恰夏镇", 4, 3)
    2
    """
    found = CHINESE_BEFORE.search(text, max(end - most, 0), end)
    return found.start() if found else end


def places(text: str, known: Knowledge) -> Iterator[Span]:
    """Names of places, with the word that says what they are."""
    for found in PLACE.finditer(text):
        pair = encoded(text[found.end() - 2 : found.end()])
        if len(pair) == 2:
            order = known.orders[2]
            if len(found[0]) > 1 or order.words[order.find(packed(pair, 2))[0]] < COMMON_WORD:
                yield Span(before(text, found.start(), PLACE_LENGTH), found.end())


def companies(text: str) -> Iterator[Span]:
    """Names of companies."""
    for found in COMPANY.finditer(text):
        yield Span(before(text, found.start(), COMPANY_LENGTH), found.end())


def given(text: str, names: AbstractSet[str]) -> Iterator[Span]:
    """Names that the caller knows."""
    for name in names:
        start = text.find(name) if len(name) > 1 else -1
        while start >= 0:
            yield Span(start, start + len(name))
            start = text.find(name, start + 1)


def masked(text: str, known: Knowledge, names: AbstractSet[str]) -> NDArray[np.bool_]:
    """For each character whether it belongs to a name."""
    mask = np.zeros(len(text), np.bool_)
    for span in [*places(text, known), *companies(text), *given(text, names)]:
        mask[span.start : span.end] = True
    return mask
