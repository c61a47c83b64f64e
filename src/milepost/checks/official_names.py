"""The divisions that a plan calls its own: its region and the parts of it, as the shipped table has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from milepost.checks.inspection import Inspection
from milepost.kernel.span import Span
from milepost.plans.divisions import Division, division

SHOWN = 12
"""How many places of one name a finding shows."""


def own_divisions(inspection: Inspection) -> list[Division]:
    """The plan's region and its parts; none where the table does not have the region."""
    region = inspection.plan.region
    if region is None or region.code is None:
        return []
    codes = (region.code, *(part.code for part in region.parts))
    return [found for code in codes if (found := division(code)) is not None]


def mentions(inspection: Inspection, name: str) -> Iterator[Span]:
    """Where a name stands in the text, not as the beginning of another word, and not told as an old name."""
    words, text = inspection.words.naming, inspection.folded
    for found in re.finditer(re.escape(name), text):
        before = text[max(0, found.start() - 3) : found.start()]
        if not words.place_goes_on.match(text, found.end()) and not words.told_as_old.search(before):
            yield Span(*found.span())
