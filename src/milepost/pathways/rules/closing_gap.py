"""Each part closes the same share of its gap to the best part, or to a value that is given.

Amounts are compared by head (or by whatever the weights count). A part at the best value, or beyond it, stays where it
is. When the whole asks for more than the best part has, all parts are to reach the whole's own value.
"""

from __future__ import annotations

import math

import numpy

from milepost.checks.model import Words
from milepost.kernel.errors import UsageError
from milepost.pathways.ruling import Floats, Parts, Rule, Wish

RULE = Rule(
    name="closing_gap",
    axis="region",
    title=Words("等比例缩小差距", "equal closing of the gap"),
    formula="base + c * (best - base), one c for all parts such that they tie",
    source="equal proportional closing of gaps, as in convergence targets; a convention, no published norm",
)


def wish(parts: Parts) -> Wish:
    """What each part is to get.

    Raises
    ------
    UsageError
        If a base is not known, amounts have no weights to be compared by, or there is no gap to be closed.
    """
    where = "rule closing_gap"
    if numpy.isnan(parts.base).any():
        raise UsageError("the bases of the parts are not all known", where=where, accepted="--base FILE")
    if numpy.isnan(parts.head).any():
        raise UsageError("amounts are compared by head", where=where, accepted="--weights, such as the population")
    by_head = parts.base / parts.head
    weigh = parts.tie * parts.head
    start, goal = float(parts.tie @ parts.base), parts.total
    mean = goal / float(weigh.sum())
    rises = parts.wanted > 0 or (parts.wanted == 0 and goal >= start)
    best = parts.best if not math.isnan(parts.best) else float(by_head.max() if rises else by_head.min())
    if (goal - start) * (1 if rises else -1) < -1e-9 * abs(goal):
        found = f"{start:g} against a goal of {goal:g}"
        raise UsageError("together the parts are beyond the goal: there is no gap", where=where, found=found)
    gap = _gap(by_head, best, rises)
    if abs(float(weigh @ gap)) < abs(goal - start):
        # Even with all gaps closed the whole would fall short: everyone goes to what the whole asks for.
        best = mean
        gap = _gap(by_head, best, rises)
    closed = float(weigh @ gap)
    share = (goal - start) / closed if closed else 0.0
    gives = numpy.abs(gap) * parts.head
    return Wish(parts.base + share * gap * parts.head, gives if gives.any() else parts.head.copy())


def _gap(by_head: Floats, best: float, rises: bool) -> Floats:
    gap: Floats = numpy.maximum(best - by_head, 0.0) if rises else numpy.minimum(best - by_head, 0.0)
    return gap
