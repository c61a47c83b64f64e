"""Words of a plan as they stand inside the quotation marks of a message."""

from __future__ import annotations

_INNER = str.maketrans("“”", "‘’")


def inner(words: str) -> str:
    """The words with their own double quotation marks made single ones.

    >>> inner("高于“十三五”时期实际")
    '高于‘十三五’时期实际'
    """
    return words.translate(_INNER)
