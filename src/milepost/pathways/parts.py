"""The parts of the region that a target is shared out over: where each stands, what it weighs, within which bounds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal

import polars

from milepost.kernel.errors import UsageError

Tie = Literal["sum", "mean"]

PARTS: Final[dict[str, polars.DataType]] = {
    "region": polars.String(),
    "region_name": polars.String(),
    "base": polars.Float64(),  # where the part stands, in the target's printed unit; null where not known
    "weight": polars.Float64(),  # what it weighs in the mean of a rate, and what amounts are compared by (people)
    "capacity": polars.Float64(),  # for the rule `weighted`; left out, the weight
    "low": polars.Float64(),  # bounds, in the target's printed unit; null where there is none
    "high": polars.Float64(),
}
"""Columns of the table of parts; all but `region` may be missing."""


def told_parts(parts: polars.DataFrame) -> polars.DataFrame:
    """The table of parts with all its columns.

    Raises
    ------
    UsageError
        If there is no part, one stands twice, or a column is unknown or holds no finite numbers.

    >>> told_parts(polars.DataFrame({"region": ["1"], "base": [2]})).select("region_name", "base", "low").row(0)
    ('1', 2.0, None)
    """
    unknown = [name for name in parts.columns if name not in PARTS]
    if unknown or "region" not in parts.columns:
        found = ", ".join(unknown) or "no column `region`"
        raise UsageError("not the columns of parts", where="parts", found=found, accepted=", ".join(PARTS))
    missing = [polars.lit(None, dtype=kind).alias(name) for name, kind in PARTS.items() if name not in parts.columns]
    told = parts.with_columns(missing).select(polars.col(name).cast(kind) for name, kind in PARTS.items())
    if not told.height:
        raise UsageError("there are no parts", where="parts", accepted="at least one region")
    twice = told.filter(polars.col("region").is_duplicated() | polars.col("region").is_null())
    if twice.height:
        raise UsageError("a part stands twice, or has no code", where="parts", found=repr(twice["region"][0]))
    numbers = told.select(polars.col(polars.Float64))
    for name in numbers.columns:
        if not numbers[name].drop_nulls().is_finite().all():
            raise UsageError("a number is not finite", where=f"parts, {name}")
    return told.with_columns(region_name=polars.coalesce("region_name", "region"))


def tie_of(target: Mapping[str, Any]) -> Tie:
    """Whether the parts of a target add up to it (amounts), or average to it (rates, growth, falls).

    >>> tie_of({"measure": "sum", "unit_code": "person"}), tie_of({"measure": "value", "nature": "rate"})
    ('sum', 'mean')
    """
    if target["measure"] == "sum":
        return "sum"
    code, factor = target.get("unit_code") or "", target.get("unit_factor") or 1.0
    percent = code == "point" or (code == "1" and factor < 1)
    is_rate = target.get("nature") == "rate" or target["measure"] not in ("value", "change", "worst")
    return "mean" if is_rate or percent or "/" in code else "sum"
