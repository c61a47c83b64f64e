"""How far back a phrase reaches of which only the end was searched for: searching from the end is quicker."""

from __future__ import annotations

from milepost.kernel.span import Span


def with_word_before(text: str, end: Span, longest: int = 4) -> Span:
    """The end of a phrase with the Chinese characters before it, up to a length in all.

    Text in letters is left as it is: there the search finds whole words.

    >>> with_word_before("加工油料、中草药深、粮食", Span(8, 9))
    Span(start=5, end=9)
    """
    start = end.start
    while start > 0 and end.end - start < longest and text[start - 1].isalpha() and not text[start - 1].isascii():
        start -= 1
    return Span(start, end.end)
