"""On which targets methods give different statuses, and by what those that differ differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import polars
from polars import Expr, col, lit, when

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
        best_methods=_those(names, "_low"),
        worst_methods=_those(names, "_high"),
    )
    return told.with_columns(why=_why()).select(*DISAGREEMENTS), differ


def _those(names: list[str], end: str) -> Expr:
    each = (when(col(f"_{name}") == col(end)).then(lit(name)) for name in names)
    return polars.concat_list(*each).list.drop_nulls()


def _why() -> Expr:
    """The traits in which the best methods as a whole differ from the worst; the cut points when there are none."""

    def values(side: str, trait: str) -> Expr:
        traits = {name: str(getattr(each, trait)) for name, each in TRAITS.items()}
        return col(side).list.eval(
            polars.element().replace_strict(traits, default=None, return_dtype=polars.String)
        ).list.unique().list.sort()  # fmt: skip

    codes = [
        when(values("best_methods", trait) != values("worst_methods", trait)).then(lit(trait))
        for trait in ("goal", "pace", "view")
    ]
    found = polars.concat_list(*codes).list.drop_nulls()
    return when(found.list.len() > 0).then(found).otherwise(lit(["cut_points"], dtype=polars.List(polars.String)))
