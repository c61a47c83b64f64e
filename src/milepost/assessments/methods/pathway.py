"""The pathway method: the latest value against what the pathway asks for at its date.

v = d · (c − e) / |T − b|: how far the latest value c lies ahead of the pathway's value e (behind when negative), as a
part of the whole way from base to goal, d = +1 where a rise is wanted and −1 where a fall is. The pathway may be of any
shape, or the yearly targets of the plan itself; that is why it need not agree with `time_progress`, which takes equal
steps.

Classes: 5 % of the way and more ahead is ahead; within 5 % on the path; down to 15 % behind, which is what a plan of
five years asks for in nine months; farther is far behind. What is behind and has gone back behind its base by more than
1 % of the way moves away. The cut points are ours; none is published.

Edges: a goal that is met is ahead whatever the pathway asks. Where the base meets the goal already there is no way to
go: moving away when it no longer does. What was to come close to a value and went beyond is behind by what it went too
far.

Statuses: ahead and on the path `on_track`, `reached` when the goal is met; behind `at_risk`; far behind `off_track`;
moving away `moving_away`.

Source: National Development and Reform Commission, rules for the yearly assessment of energy intensity in the 12th
plan: the result of each year is held against the schedule.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars
from polars import Expr, col, lit, when

from milepost.assessments import pace
from milepost.assessments.arithmetic import finite, settled, way
from milepost.assessments.model import Method
from milepost.assessments.thresholds import HAIR, graded
from milepost.checks.model import Words

METHOD = Method(
    name="pathway",
    title=Words("路径法（与年度路径值比较）", "pathway: against this year's value on it"),
    source="NDRC, yearly assessment of energy intensity in the 12th plan, against the schedule",
    formula="v = ± (latest − expected) / |goal − base|",
    labels={
        "ahead": (Words("快于路径", "ahead of the pathway"), "on_track"),
        "on_path": (Words("符合路径", "on the pathway"), "on_track"),
        "behind": (Words("慢于路径", "behind the pathway"), "at_risk"),
        "far_behind": (Words("明显慢于路径", "far behind the pathway"), "off_track"),
        "moving_away": (Words("背离目标", "moving away"), "moving_away"),
    },
    figures={
        "expected": Words("按路径当前应达到的值", "what the pathway asks for now"),
        "gap": Words("与路径值之差", "latest value less what the pathway asks for"),
    },
)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Cut points, as parts of the whole way; `away` is that of the share of the way gone."""

    ahead: float = 0.05
    on_path: float = -0.05
    behind: float = -0.15
    away: float = -0.01


DEFAULTS: Final = Thresholds()


def judge(cases: polars.DataFrame, *, thresholds: Thresholds = DEFAULTS) -> polars.DataFrame:
    """Judge each case; see the module's docstring.

    Parameters
    ----------
    cases : polars.DataFrame
        Columns of `milepost.assessments.model.CASES`.
    thresholds : Thresholds, optional
        Other cut points.

    Returns
    -------
    polars.DataFrame
        Columns of OUTCOME (`value` is a part of the way), then `expected` and `gap` in the unit of the values.

    >>> from milepost.assessments.model import cases
    >>> judge(cases([{"base": 50, "current": 53, "expected": 54, "goal": 60}])).select("value", "label").row(0)
    (-0.1, 'behind')
    """
    frame = pace.with_due(way(cases, "expected"))
    ahead = col("wanted") * (col("current") - col("expected")) / (col("aim") - col("base")).abs()
    frame = frame.with_columns(
        share=pace.share_of_way(),
        gap=col("current") - col("expected"),
        reason=pace.reasons_unless_met(*pace.lacks_way(), (col("expected").is_null() & ~col("lost"), "no_expected")),
    ).with_columns(
        # What went too far lacks by how much it did.
        value=finite(when(~col("started")).then(when(pace.beyond()).then(col("share") - 1).otherwise(ahead)))
    )
    return settled(frame.with_columns(label=_label(thresholds)), METHOD)


def _label(cuts: Thresholds) -> Expr:
    steps = [("ahead", cuts.ahead), ("on_path", cuts.on_path), ("behind", cuts.behind)]
    value = col("value")
    away = (value < cuts.on_path - HAIR) & (col("share") < cuts.away - HAIR)
    return (
        when(col("reached"))
        .then(lit("ahead"))
        .when(col("lost") | away)
        .then(lit("moving_away"))
        .otherwise(graded(value, steps, "far_behind"))
    )
