"""Which line and column a character of a text has, both counted from 1."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from milepost.kernel.span import Span


class Position(NamedTuple):
    """A line, and a column in characters (code points), both counted from 1."""

    line: int
    column: int


class Positions:
    r"""The lines of a text, which end with line feeds.

    >>> Positions("第一章\n第二章").of(5)
    Position(line=2, column=2)
    """

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._length = len(text)

    def of(self, offset: int) -> Position:
        """The position of a character; that behind the last one has a position too."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line_at(self, offset: int) -> Span:
        """The line that a character stands in, without its line feed."""
        line = bisect_right(self._starts, offset)
        end = self._starts[line] - 1 if line < len(self._starts) else self._length
        return Span(self._starts[line - 1], end)
