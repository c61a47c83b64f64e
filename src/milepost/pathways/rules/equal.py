"""The same for each part: of an amount the same amount, of a rate the same rate.

China's twelfth plan gave every city of Shanxi the same fall of 16 percent in energy intensity.
"""

from __future__ import annotations

import numpy

from milepost.checks.model import Words
from milepost.pathways.ruling import Parts, Rule, Wish

RULE = Rule(
    name="equal",
    axis="region",
    title=Words("均等分配", "the same for each"),
    formula="total / sum(tie)",
    source="as Shanxi gave every city the same target (12th Five-Year Plan)",
)


def wish(parts: Parts) -> Wish:
    """What each part is to get."""
    each = parts.total / parts.tie.sum()
    return Wish(numpy.full_like(parts.tie, each), numpy.ones_like(parts.tie))
