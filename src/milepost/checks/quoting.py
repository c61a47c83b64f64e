"""Words of a plan as they stand inside the quotation marks of a message."""

from __future__ import annotations

import re

_INNER = str.maketrans("“”", "‘’")
_BLANKS = re.compile(r"\s+")


def inner(words: str) -> str:
    r"""The words with their own double quotation marks made single ones, and one blank for each row of blanks.

    >>> inner("高于“十三五”时期\u3000实际")
    '高于‘十三五’时期 实际'
    """
    return _BLANKS.sub(" ", words).translate(_INNER)


def quoted(words: str) -> str:
    r"""The words in straight quotation marks, as English messages quote them: on one line, with nothing escaped.

    >>> print(quoted("Goals\xa0and \n targets"), quoted("the district's goal"))
    'Goals and targets' "the district's goal"
    """
    shown = _BLANKS.sub(" ", words)
    return f'"{shown}"' if "'" in shown else f"'{shown}'"


def times(number: int) -> str:
    """How often, in English words.

    >>> times(1), times(2), times(3)
    ('once', 'twice', '3 times')
    """
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
