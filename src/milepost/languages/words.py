"""Lists of words, and patterns that find any of them."""

from __future__ import annotations

import re


def words(listing: str) -> tuple[str, ...]:
    """The words of a listing, in order, each once.

    >>> words("提高到 提升到 提高到")
    ('提高到', '提升到')
    """
    return tuple(dict.fromkeys(listing.split()))


def alternation(listing: tuple[str, ...]) -> str:
    """A pattern for any of the words, the longest first, so that none hides one that it begins.

    >>> alternation(("到", "到达"))
    '到达|到'
    """
    return "|".join(re.escape(word) for word in sorted(listing, key=lambda word: (-len(word), word)))
