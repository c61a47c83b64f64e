"""OECD: the distance that remains to the goal, in units of the spread among peers.

z = d · (T − c) / s with T the goal, c the latest value, d = +1 where a rise is wanted and −1 where a fall is, and s the
standard deviation of the same figure over the peers (regions, countries) in the latest year. What meets its goal has
the distance 0. For a value that is to come close to another, the distance is that from it, either way.

The OECD's own cut points could not be read; here a distance of up to half a spread is near, up to one and a half
medium, beyond it far, which are conventional steps of a z-score and ours. The method knows no time: it says how far the
goal is, not whether it is reached by its date, and should not lead where another method applies.

Statuses, therefore of the distance alone: achieved `reached`; near `on_track`; medium `at_risk`; far `off_track`. It
cannot say that a value moves away.

Source: OECD, "The Short and Winding Road to 2030: Measuring Distance to the SDG Targets", 2022.
"""

from __future__ import annotations

from typing import Final

import polars
from polars import Expr, col, lit, when

from milepost.assessments import pace
from milepost.assessments.arithmetic import finite, settled, way
from milepost.assessments.model import Method
from milepost.assessments.thresholds import HAIR
from milepost.checks.model import Words

METHOD = Method(
    name="oecd_distance",
    title=Words("经合组织目标距离法", "OECD distance to target"),
    source="OECD, The Short and Winding Road to 2030: Measuring Distance to the SDG Targets, 2022",
    formula="z = ± (goal − latest) / standard deviation over the peers; 0 when the goal is met",
    labels={
        "achieved": (Words("已达到", "achieved"), "reached"),
        "near": (Words("距目标较近", "near"), "on_track"),
        "medium": (Words("距目标中等", "medium distance"), "at_risk"),
        "far": (Words("距目标较远", "far"), "off_track"),
    },
    figures={"distance": Words("与目标的差距（指标单位）", "distance in the unit of the values")},
)

NEAR: Final = 0.5
MEDIUM: Final = 1.5
"""Distances, in spreads of the peers, up to which a goal is near, and at a medium distance."""


def judge(cases: polars.DataFrame) -> polars.DataFrame:
    """Judge each case; see the module's docstring.

    Parameters
    ----------
    cases : polars.DataFrame
        Columns of `milepost.assessments.model.CASES`; `peers_spread` must be given.

    Returns
    -------
    polars.DataFrame
        Columns of OUTCOME (`value` is the distance in spreads), then `distance` in the unit of the values.

    >>> from milepost.assessments.model import cases
    >>> judge(cases([{"direction": 1, "current": 80, "goal": 90, "peers_spread": 8}])).select("value", "label").row(0)
    (1.25, 'medium')
    """
    frame = way(cases, "peers_spread").with_columns(parity=pace.two_sided())
    lacking = col("wanted") * (col("aim") - col("current"))
    either_way = (col("aim") - col("current")).abs()
    frame = frame.with_columns(
        distance=when(col("reached")).then(lit(0.0)).otherwise(when(col("parity")).then(either_way).otherwise(lacking))
    ).with_columns(
        value=when(col("reached")).then(lit(0.0)).otherwise(finite(col("distance") / col("peers_spread"))),
        reason=_reason(),
    )
    return settled(frame.with_columns(label=_label()), METHOD)


def _reason() -> Expr:
    return pace.reasons_unless_met(
        (col("current").is_null(), "no_current"),
        (col("goal").is_null(), "no_goal"),
        (col("wanted").is_null() & ~col("parity"), "no_direction"),
        (~(col("peers_spread") > 0).fill_null(value=False), "no_peers"),
    )


def _label() -> Expr:
    value = col("value")
    return (
        when(col("reached"))
        .then(lit("achieved"))
        .when(value <= NEAR + HAIR)
        .then(lit("near"))
        .when(value <= MEDIUM + HAIR)
        .then(lit("medium"))
        .when(value.is_not_null())
        .then(lit("far"))
    )
