"""A stratified random sample of what was read, and what judging it by hand says of the whole.

The strata are the kinds of items and, within a kind, the plans. The same seed and the same plans give the same sample.
"""

from __future__ import annotations

import math
import random
from collections.abc import Hashable, Mapping
from typing import NamedTuple, TypeVar

Stratum = TypeVar("Stratum", bound=Hashable)

# A kind with fewer judged rows than this tells next to nothing about its precision.
LEAST_OF_A_KIND = 20

# The 97.5th percentile of the normal distribution, for an interval of 95%.
NORMAL_95 = 1.959963984540054


class Interval(NamedTuple):
    """A share with the ends of its 95% interval; all None when nothing was judged."""

    share: float | None
    low: float | None
    high: float | None


def allocate(sizes: Mapping[Stratum, int], number: int, least: int = 0) -> dict[Stratum, int]:
    """How many rows are drawn from each stratum: in proportion to its size, but at least `least` where it has them.

    No stratum gives more than it has; together they give `number`, or all there is. Where the minima alone are more
    than `number`, they are cut evenly. Fractions go to the largest remainders, ties to the stratum that comes first.

    >>> allocate({"commitments": 900, "projects": 90, "indicators": 10}, 100, least=8)
    {'commitments': 84, 'projects': 8, 'indicators': 8}
    >>> allocate({"facts": 3, "measures": 0}, 10)
    {'facts': 3, 'measures': 0}
    """
    number = min(number, sum(sizes.values()))
    present = sum(size > 0 for size in sizes.values())
    least = min(least, number // present if present else 0)
    drawn = {stratum: min(size, least) for stratum, size in sizes.items()}
    # Those whose proportional share lies below the minimum keep the minimum; the rest is shared out among the others.
    free = {stratum for stratum, size in sizes.items() if size > least}
    while free:
        rest = number - sum(drawn[stratum] for stratum in sizes if stratum not in free)
        total = sum(sizes[stratum] for stratum in free)
        below = {stratum for stratum in free if sizes[stratum] * rest < least * total}
        if not below:
            break
        free -= below
    _share_out(sizes, drawn, [stratum for stratum in sizes if stratum in free], number)
    return drawn


def _share_out(sizes: Mapping[Stratum, int], drawn: dict[Stratum, int], free: list[Stratum], number: int) -> None:
    rest = number - sum(count for stratum, count in drawn.items() if stratum not in set(free))
    total = sum(sizes[stratum] for stratum in free)
    if not total:
        return
    for stratum in free:
        drawn[stratum] = sizes[stratum] * rest // total
    left = number - sum(drawn.values())
    by_remainder = sorted(free, key=lambda stratum: -(sizes[stratum] * rest % total))
    for stratum in by_remainder[:left]:
        drawn[stratum] += 1


def draw(sizes: Mapping[tuple[str, str], int], number: int, seed: int) -> dict[tuple[str, str], list[int]]:
    """Which rows are drawn: for (kind, plan) the positions of its rows, in order.

    Parameters
    ----------
    sizes : mapping of (kind, plan) to int
        Number of rows of each kind in each plan.
    number : int
        Rows to draw in all.
    seed : int
        Another seed gives another sample.

    >>> draw({("facts", "a"): 5, ("facts", "b"): 5}, 4, seed=1).keys()
    dict_keys([('facts', 'a'), ('facts', 'b')])
    """
    kinds: dict[str, dict[str, int]] = {}
    for (kind, plan), size in sorted(sizes.items()):
        kinds.setdefault(kind, {})[plan] = size
    wanted = allocate({kind: sum(plans.values()) for kind, plans in kinds.items()}, number, LEAST_OF_A_KIND)
    drawn = {}
    for kind, plans in kinds.items():
        # In a random order, so that with more plans than rows the ties do not always fall to the same plans.
        shuffled = sorted(plans)
        random.Random(f"{seed} {kind}").shuffle(shuffled)  # noqa: S311 - a sample, no secret
        for plan, count in sorted(allocate({plan: plans[plan] for plan in shuffled}, wanted[kind]).items()):
            if count:
                chance = random.Random(f"{seed} {kind} {plan}")  # noqa: S311 - a sample, no secret
                drawn[kind, plan] = sorted(chance.sample(range(plans[plan]), count))
    return drawn


def wilson(right: int, judged: int) -> Interval:
    """Share of right rows with its 95% interval by Wilson's score method.

    References
    ----------
    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
    Statistical Association 22 (158), 1927, pages 209-212; without continuity correction. It holds for small samples
    and shares near 1, where the textbook interval does not (L. D. Brown, T. T. Cai, A. DasGupta, "Interval estimation
    for a binomial proportion", Statistical Science 16 (2), 2001, pages 101-133).

    >>> wilson(0, 0)
    Interval(share=None, low=None, high=None)
    >>> share, low, high = wilson(81, 263)
    >>> round(share, 3), round(low, 4), round(high, 4)
    (0.308, 0.2553, 0.3662)
    """
    if not judged:
        return Interval(None, None, None)
    share, square = right / judged, NORMAL_95**2
    scale = 1 + square / judged
    centre = (share + square / (2 * judged)) / scale
    half = NORMAL_95 * math.sqrt(share * (1 - share) / judged + square / (4 * judged**2)) / scale
    return Interval(share, max(0.0, centre - half), min(1.0, centre + half))
