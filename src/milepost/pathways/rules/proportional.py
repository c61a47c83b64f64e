"""In proportion to where each part stands: all grow, or fall, by the same factor."""

from __future__ import annotations

import numpy

from milepost.checks.model import Words
from milepost.kernel.errors import UsageError
from milepost.pathways.ruling import Parts, Rule, Wish

RULE = Rule(
    name="proportional",
    axis="region",
    title=Words("按基数比例分配", "in proportion to base"),
    formula="base * total / sum(tie * base)",
    source="pro rata; as a proportional top-down reconciliation",
)


def wish(parts: Parts) -> Wish:
    """What each part is to get.

    Raises
    ------
    UsageError
        If a base is not known or below zero, or all are zero.
    """
    base = parts.base
    if numpy.isnan(base).any():
        raise UsageError("the bases of the parts are not all known", where="rule proportional", accepted="--base FILE")
    whole = float(parts.tie @ base)
    if (base < 0).any() or whole <= 0:
        what = "no proportion can be made of these bases"
        raise UsageError(what, where="rule proportional", found=", ".join(f"{each:g}" for each in base))
    return Wish(base * (parts.total / whole), base.copy())
