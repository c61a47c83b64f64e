"""Numbers written with blanks between groups of three digits, which figures take for several: 1 228.3, 42 690."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from milepost.kernel.span import Span
from milepost.languages.mention import Mention

_BARE = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})*[ \u00a0\u202f]")
_GROUP = re.compile(r"\d{3}(?![\d,])")
_THOUSAND = 1000


def with_thousands(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """Figures in order, with `1 511.9 million` as the one that it is.

    >>> from milepost.languages.english.figures import figures
    >>> [each.value for each in with_thousands("1 511.9 tons", figures("1 511.9 tons"))]
    [1511.9]
    """
    before: Mention | None = None
    for each in mentions:
        if before is not None and _goes_on(text, before, each):
            span = Span(before.span.start, each.span.end)
            extent = Span(before.extent.start, each.extent.end)
            total = float(before.value or 0) * _THOUSAND + float(each.value or 0)
            before = replace(each, value=total, span=span, extent=extent, comparator=before.comparator)
            continue
        if before is not None:
            yield before
        before = each
    if before is not None:
        yield before


def _goes_on(text: str, before: Mention, each: Mention) -> bool:
    """Whether a figure is the next group of the digits of the one before it."""
    return (
        before.unit is None
        and each.value is not None
        and each.high is None
        and _BARE.fullmatch(text, before.span.start, each.span.start) is not None
        and _GROUP.match(text, each.span.start) is not None
    )
