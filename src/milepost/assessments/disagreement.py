"""On which targets methods give different statuses, and by what those that differ differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import polars
from polars import col

from milepost.assessments.flags import listed
from milepost.assessments.model import STATUSES
from milepost.assessments.result import DISAGREEMENTS
from milepost.checks.model import Words

_RATED: Final = STATUSES[:5]


class Trait(NamedTuple):
    """How a method looks at a case: `goal` (towards the goal, or only at the direction), `pace`, and `view`."""

    goal: bool
    pace: str  # amount | rate: equal amounts, or equal rates, count as even progress
    view: str  # now | projected: what has been gone, or where it would lead


TRAITS: Final[dict[str, Trait]] = {
    "time_progress": Trait(True, "amount", "now"),
    "required_pace": Trait(True, "amount", "now"),
    "pathway": Trait(True, "amount", "now"),
    "holding": Trait(True, "amount", "now"),
    "relation": Trait(True, "rate", "now"),
    "eurostat_target": Trait(True, "rate", "now"),
    "eurostat_trend": Trait(False, "rate", "now"),
    "open_sdg": Trait(True, "rate", "now"),
    "unsd_projection": Trait(True, "rate", "projected"),
    "unsd_chart": Trait(True, "rate", "now"),
    "sdg_index": Trait(True, "amount", "now"),
    "unescap": Trait(True, "amount", "projected"),
    "istat": Trait(False, "rate", "now"),
    "destatis": Trait(True, "amount", "projected"),
    "oecd_distance": Trait(True, "amount", "now"),
    "probability": Trait(True, "amount", "projected"),
}

WHY: Final[dict[str, Words]] = {
    "goal": Words("有的方法对照目标值，有的只看变化方向", "some look at the goal, others only at the direction"),
    "pace": Words("有的方法按等额推进计，有的按等比增速计", "some expect equal amounts a year, others equal rates"),
    "view": Words(
        "有的方法看已完成的部分，有的外推到目标年", "some see the way gone, others where the trend would lead"
    ),
    "cut_points": Words("各方法分档界限不同", "their cut points differ"),
}
"""Why methods disagree: code → words."""


def disagreements(
    targets: polars.DataFrame, outcomes: Mapping[str, polars.DataFrame]
) -> tuple[polars.DataFrame, polars.Series]:
    """The table of disagreements, and for each target whether there is one.

    Parameters
    ----------
    targets : polars.DataFrame
        With `target` and `region`.
    outcomes : mapping
        By method its outcome, in the same order.
    """
    names = list(outcomes)
    ranks = {status: rank for rank, status in enumerate(_RATED)}
    if not names:
        return polars.DataFrame(schema=DISAGREEMENTS), polars.Series("disagree", [False] * targets.height)
    frame = targets.select("target", "region").with_columns(
        outcome.select(
            col("status").replace_strict(ranks, default=None, return_dtype=polars.Int8).alias(f"_{name}")
        ).to_series()
        for name, outcome in outcomes.items()
    )
    columns = [f"_{name}" for name in names]
    frame = frame.with_columns(_low=polars.min_horizontal(columns), _high=polars.max_horizontal(columns))
    differ = frame.select(disagree=(col("_low") < col("_high")).fill_null(value=False)).to_series()
    apart = frame.filter(differ)
    words = dict(enumerate(_RATED))
    told = apart.with_columns(
        best=col("_low").replace_strict(words, return_dtype=polars.String),
        worst=col("_high").replace_strict(words, return_dtype=polars.String),
    ).with_columns(
        listed(apart, {name: col(f"_{name}") == col("_low") for name in names}, "best_methods"),
        listed(apart, {name: col(f"_{name}") == col("_high") for name in names}, "worst_methods"),
    )
    pairs = told.select("best_methods", "worst_methods").unique()
    why = [_why(best, worst) for best, worst in pairs.iter_rows()]
    reasons = pairs.with_columns(polars.Series("why", why, dtype=polars.List(polars.String)))
    key = ["best_methods", "worst_methods"]
    return told.join(reasons, on=key, how="left", maintain_order="left").select(*DISAGREEMENTS), differ


def _why(best: list[str], worst: list[str]) -> list[str]:
    """The traits in which the best methods as a whole differ from the worst; the cut points when there are none."""
    traits = {name: {str(getattr(TRAITS[each], name)) for each in best} for name in Trait._fields}
    others = {name: {str(getattr(TRAITS[each], name)) for each in worst} for name in Trait._fields}
    found = [name for name in Trait._fields if traits[name] != others[name]]
    return found or ["cut_points"]
