"""Which characters of a document's text an item came from."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range `[start, end)` of code points of the document's text.

    Written to JSON as a list of two integers.

    >>> span = Span(2, 5)
    >>> "abcdefg"[span.start:span.end], span.length
    ('cde', 3)
    """

    start: int
    end: int

    @property
    def length(self) -> int:
        """Number of characters in the span."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters themselves.

        >>> Span(0, 2).of("城镇化")
        '城镇'
        """
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span.

        >>> Span(0, 9).contains(Span(3, 9)), Span(0, 9).contains(Span(3, 10))
        (True, False)
        """
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character.

        >>> Span(0, 3).overlaps(Span(2, 5)), Span(0, 3).overlaps(Span(3, 5))
        (True, False)
        """
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """The same span, `by` characters further on."""
        return Span(self.start + by, self.end + by)
