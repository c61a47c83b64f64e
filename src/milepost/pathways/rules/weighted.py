"""By weights of capacity: amounts in proportion to them, changes of a rate in proportion to them.

The factors are the user's. The split of the energy target of China's twelfth plan named level of development,
structure of industry, saving potential, capacity of the environment and layout of industry, and gave 18, 17, 16, 15 or
10 percent.
"""

from __future__ import annotations

import numpy

from milepost.checks.model import Words
from milepost.kernel.errors import UsageError
from milepost.pathways.ruling import Parts, Rule, Wish

RULE = Rule(
    name="weighted",
    axis="region",
    title=Words("按权重分配", "by weights"),
    formula="amounts capacity * total / sum(capacity); rates base + c * capacity, base 0 for growth and falls",
    source="State Council work plan on energy saving, 2011 (factors named, weights not published)",
)


def wish(parts: Parts) -> Wish:
    """What each part is to get.

    Raises
    ------
    UsageError
        If a weight is missing or below zero, or all are zero.
    """
    capacity = parts.capacity
    if numpy.isnan(capacity).any() or (capacity < 0).any() or not (parts.tie * capacity).any():
        found = ", ".join(f"{each:g}" for each in capacity)
        accepted = "--weights with a number of 0 or more for each part"
        raise UsageError("not a weight for each part", where="rule weighted", found=found, accepted=accepted)
    # Amounts are shared out whole; of a rate only the change is, where it is known from where.
    base = parts.base if parts.is_rate and not numpy.isnan(parts.base).any() else numpy.zeros_like(parts.tie)
    change = (parts.total - float(parts.tie @ base)) / float(parts.tie @ capacity)
    return Wish(base + change * capacity, capacity.copy())
