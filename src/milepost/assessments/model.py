"""What assessing yields: statuses, the cases that methods judge, and what a method says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

import polars

from milepost.checks.model import Words

Status = Literal["reached", "on_track", "at_risk", "off_track", "moving_away", "no_data", "not_assessable"]
STATUSES: Final[tuple[Status, ...]] = get_args(Status)

STATUS_WORDS: Final[dict[Status, Words]] = {
    "reached": Words("已完成", "reached"),
    "on_track": Words("符合预期", "on track"),
    "at_risk": Words("有滞后风险", "at risk"),
    "off_track": Words("明显滞后", "off track"),
    "moving_away": Words("背离目标", "moving away"),
    "no_data": Words("暂无数据", "no data"),
    "not_assessable": Words("不可评估", "not assessable"),
}

CASES: Final[dict[str, polars.DataType]] = {
    "target": polars.String(),
    "form": polars.String(),  # path | hold | relation (`milepost.pathways.model.Form`)
    "scale": polars.String(),  # linear | log
    "measure": polars.String(),
    "comparator": polars.String(),  # ge, gt, le, lt, eq, approx, range
    "direction": polars.Int8(),  # +1 a rise is wanted, -1 a fall, 0 not known
    "base": polars.Float64(),
    "base_time": polars.Float64(),
    "current": polars.Float64(),  # the latest value, in base units of what is followed
    "current_time": polars.Float64(),
    "current_bound": polars.String(),  # exact | at_least | at_most
    "goal": polars.Float64(),  # null for a series without a target
    "goal_high": polars.Float64(),
    "goal_time": polars.Float64(),
    "expected": polars.Float64(),  # what the pathway asks for at `current_time`
    "met": polars.Boolean(),  # the latest value satisfies the comparator
    "base_meets": polars.Boolean(),  # so did the base: the target is to be held
    "due": polars.Boolean(),  # `current_time` is the goal's time or later
    "limit": polars.Float64(),  # the natural end of what is measured in the wanted direction (100 % as 1), else null
    "worst": polars.Float64(),  # ends of a scale that scores run over, where the settings give them
    "best": polars.Float64(),
    "peers_spread": polars.Float64(),  # standard deviation of the same figure over the peers, in the latest year
    "times": polars.List(polars.Float64()),  # the series up to now, ascending, base included
    "values": polars.List(polars.Float64()),
    # what is followed yearly where `values` are worked out from it: flows of a sum, rates of an index; else null
    "yearly_times": polars.List(polars.Float64()),
    "yearly": polars.List(polars.Float64()),
}
"""Columns of the table that methods judge, a row for each case. Times are years: 2025.0 is the end of 2025."""

OUTCOME: Final[dict[str, polars.DataType]] = {
    "value": polars.Float64(),  # the method's own main figure; null when it gives none
    "label": polars.String(),  # the method's own class
    "status": polars.String(),  # one of STATUSES; null when the method does not apply
    "reason": polars.String(),  # code of why it does not apply, null when it does
}
"""First columns of what a method returns, one row for each case and in their order; its other figures follow."""

CHANCES: Final[dict[str, polars.DataType]] = {
    "region": polars.String(),
    "group": polars.String(),  # one of `milepost.assessments.joint.GROUPS`
    "targets": polars.UInt32(),  # how many there are
    "told": polars.UInt32(),  # of how many of them a chance can be told; the figures behind are of these
    "expected": polars.Float64(),  # how many of them are reached, on average
    "all": polars.Float64(),  # chance that all of them are
    "low80": polars.UInt32(),  # the number reached lies between these with a chance of 80 %
    "high80": polars.UInt32(),
    "numbers": polars.List(polars.Float64()),  # chance that just 0, 1, 2 … of them are reached
}
"""Columns of the table of joint chances, a row for each region and group."""


def cases(rows: Iterable[Mapping[str, Any]]) -> polars.DataFrame:
    """A table of cases from dictionaries; what they do not name is null.

    >>> cases([{"direction": 1, "base": 50, "current": 60}]).select("base", "goal").row(0)
    (50.0, None)
    """
    return polars.DataFrame(list(rows), schema=CASES, strict=False, orient="row")


@dataclass(frozen=True, slots=True)
class Method:
    """What a method says of itself. Its module has `METHOD` and `judge(cases) -> polars.DataFrame` (see OUTCOME).

    `figures` names its further columns, each with what it means; `labels` its classes, each with the words for it and
    the status that it stands for. The docstring of the module gives formula, thresholds and why classes map so.
    `monotone` promises that a better latest value, all else equal, never gets a worse status.
    """

    name: str
    title: Words
    source: str
    formula: str
    labels: Mapping[str, tuple[Words, Status]]
    figures: Mapping[str, Words]
    forms: tuple[str, ...] = ("path",)
    monotone: bool = True
