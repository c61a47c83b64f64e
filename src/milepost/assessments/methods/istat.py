"""ISTAT and ASTAT: classes of the yearly rate of change, whatever the goal.

v = ± g(b, c, ·), g the compound annual growth rate from the base to the latest value, positive in the wanted direction:
above 5 % clear improvement; above 1 % slight improvement; above −1 % stable; above −5 % slight worsening; −5 % and less
clear worsening. Mirrored where a fall is wanted.

The method asks for no goal and knows none, so it is judged by direction alone; a base of zero, and a latest value of
the other sign, have no rate of change.

Statuses: either improvement is `on_track` (1 % a year is what Eurostat calls significant without a goal); stable is
`at_risk`, since something was wanted and it may be up to 1 % a year; either worsening is `moving_away`. A goal that is
met is `reached` nevertheless.

Sources: ISTAT, SDGs report 2019, pp. 37–38; ASTAT (Bolzano), "Trend information" of its SDG pages.
"""

from __future__ import annotations

from typing import Final

import polars
from polars import Expr, col, lit, when

from milepost.assessments.arithmetic import growth, lacks_base_or_current, lacks_growth, reasons, settled, way
from milepost.assessments.model import Method
from milepost.assessments.thresholds import above
from milepost.checks.model import Words

METHOD = Method(
    name="istat",
    title=Words("意大利统计局（ISTAT/ASTAT）趋势分级", "ISTAT/ASTAT classes of change"),
    source="ISTAT, SDGs report 2019, pp. 37–38; ASTAT, trend information",
    formula="v = ± CAGR(base, latest); 5 % / 1 % / −1 % / −5 %",
    labels={
        "clear_improvement": (Words("明显改善", "clear improvement"), "on_track"),
        "slight_improvement": (Words("略有改善", "slight improvement"), "on_track"),
        "stable": (Words("基本稳定", "stable"), "at_risk"),
        "slight_worsening": (Words("略有恶化", "slight worsening"), "moving_away"),
        "clear_worsening": (Words("明显恶化", "clear worsening"), "moving_away"),
    },
    figures={},
)

STEPS: Final = (
    ("clear_improvement", 0.05),
    ("slight_improvement", 0.01),
    ("stable", -0.01),
    ("slight_worsening", -0.05),
)
"""Each class but the last, with the rate above which it begins."""


def judge(cases: polars.DataFrame) -> polars.DataFrame:
    """Judge each case; see the module's docstring.

    Parameters
    ----------
    cases : polars.DataFrame
        Columns of `milepost.assessments.model.CASES`.

    Returns
    -------
    polars.DataFrame
        Columns of OUTCOME (`value` is a rate of 1 a year in the wanted direction).

    >>> from milepost.assessments.model import cases
    >>> judge(cases([{"direction": -1, "base": 20, "base_time": 2019, "current": 19, "current_time": 2020}])).select(
    ...     polars.col("value").round(4), "label").row(0)
    (0.05, 'slight_improvement')
    """
    frame = way(cases).with_columns(
        value=when(col("span") >= 1).then(
            col("sign") * col("wanted") * growth(col("base"), col("current"), col("span"))
        )
    )
    # Where the base meets the goal already, the goal does not say which way is wanted.
    untold = col("wanted").is_null() | ((col("direction").fill_null(0) == 0) & col("started"))
    lacks = [*lacks_base_or_current(), (untold, "no_direction"), *lacks_growth("current")]
    return settled(frame.with_columns(reason=reasons(*lacks), label=_label()), METHOD)


def _label() -> Expr:
    value = col("value")
    return polars.coalesce(
        *(when(above(value, cut)).then(lit(label)) for label, cut in STEPS),
        when(value.is_not_null()).then(lit("clear_worsening")),
    )
