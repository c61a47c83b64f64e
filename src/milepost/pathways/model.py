"""The table of targets: every target of a plan in one form, ready to be laid out over years or held against data."""

from __future__ import annotations

from typing import Final, Literal

import polars

Form = Literal["path", "hold", "relation", "none"]
"""How a target is judged: on the way from a base to a goal; kept within a bound all the time; held against another
series; not at all."""

Scale = Literal["linear", "log"]
"""Whether equal steps of a pathway are equal amounts or equal rates."""

Measure = Literal["value", "change", "sum", "index", "reduction", "worst", "margin", "ratio"]
"""What is followed:

- `value`: the observed value itself (a level, a share, a count, a completion);
- `change`: the value less the baseline (a cumulative figure of a stock or a rate: schooling years +0.3);
- `sum`: the yearly flows added up from the first year of the period (cumulative; a yearly average times its years);
- `index`: one plus yearly growth, multiplied from the first year of the period (average yearly growth), base 1;
- `reduction`: one less yearly fall, multiplied (energy intensity −13.5 %), base 1, goal one less the target;
- `worst`: the worst yearly value since the period began (keep at or above);
- `margin`: the yearly value less what was decided for that year, worst year: a deferred target with a figure a year,
  which stand beside it as targets of their own (`:2023`);
- `ratio`: the series' own index by that of the series it is held against (in step with GDP), base 1.
"""

TARGETS: Final[dict[str, polars.DataType]] = {
    "target": polars.String(),  # unique: the item's id; with `:cumulative`, `:2023` behind it for its other targets
    "item": polars.String(),
    "item_kind": polars.String(),  # indicator | commitment
    "name": polars.String(),
    "concept": polars.String(),
    "category": polars.String(),
    "attribute": polars.String(),  # binding | expected | null
    "section": polars.String(),
    "region": polars.String(),
    "region_name": polars.String(),
    "kind": polars.String(),  # TargetKind of the plan file
    "comparator": polars.String(),
    "value": polars.Float64(),  # in base units
    "value_high": polars.Float64(),
    "unit": polars.String(),  # as printed
    "unit_code": polars.String(),
    "unit_factor": polars.Float64(),  # printed value = base value / factor
    "raw": polars.String(),
    "by": polars.String(),
    "certainty": polars.String(),
    "period_start": polars.Int32(),  # first and last year of what a rate or sum runs over, else of the plan
    "period_end": polars.Int32(),
    "baseline": polars.Float64(),  # in base units, as the plan states it
    "baseline_comparator": polars.String(),
    "baseline_year": polars.Int32(),
    "nature": polars.String(),  # stock | flow | rate | null: of the concept
    "change": polars.String(),  # growth | fall | added | null: of the concept
    "wanted": polars.Int8(),  # +1 rise, -1 fall, 0 not known: by the concept, else by baseline and goal, comparator
    "basis": polars.List(polars.String()),  # codes of `milepost.plans.concepts.model.BASES` and coverage words
    "relative_to": polars.String(),
    "relative_comparator": polars.String(),
    "form": polars.String(),
    "scale": polars.String(),
    "measure": polars.String(),
    "start": polars.Float64(),  # value of what is followed when the way begins; null when not known
    "start_time": polars.Float64(),  # year at whose end that is so
    "goal": polars.Float64(),  # value of what is followed that is asked for
    "goal_high": polars.Float64(),
    "goal_time": polars.Float64(),
    "obstacle": polars.String(),  # code of why it cannot be assessed, whatever the data say; else null
}
"""Columns of the table of targets, a row for each target. Times are years: 2025.0 is the end of 2025, 2024.75 the end
of September 2025."""
