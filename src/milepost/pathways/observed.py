"""Where the parts of the region stand, and what they weigh, as observations of them say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import polars

from milepost.checks.model import Words
from milepost.kernel.errors import UsageError
from milepost.observations.importing import RowFault
from milepost.observations.matching import match
from milepost.observations.naming import plain
from milepost.observations.series import measured
from milepost.pathways.sheets import refuse_faults
from milepost.plans.model import Region

BASES: Final[dict[str, polars.DataType]] = {
    "region": polars.String(),
    "year": polars.Int32(),
    "base": polars.Float64(),  # in the target's printed unit
}
"""Columns of `bases_of`."""


def parts_of(region: Region | None) -> polars.DataFrame:
    """The parts of a plan's region: `region` and `region_name`.

    Raises
    ------
    UsageError
        If the plan names none.
    """
    if region is None or not region.parts:
        accepted = "a plan whose region has parts, or --weights FILE that names them"
        raise UsageError("the plan names no parts of its region", where="region", accepted=accepted)
    rows = [(part.code, part.name) for part in region.parts]
    return polars.DataFrame(rows, schema={"region": polars.String(), "region_name": polars.String()}, orient="row")


def with_codes(given: polars.DataFrame, region: Region | None, name: str) -> polars.DataFrame:
    """A table of parts that a user gave, its regions by their codes whether they are called by code or by name.

    Raises
    ------
    ReadError
        If a region is no part of the plan's, or two rows are about one. A plan without parts takes any.
    """
    if region is None or not region.parts:
        return given
    codes: dict[str, str] = {}
    for part in region.parts:
        codes |= dict.fromkeys((part.code, part.name, *part.aliases), part.code)
    names = {part.code: part.name for part in region.parts}
    faults: list[RowFault] = []
    said: dict[str, str] = {}
    for called in given["region"]:
        code = codes.get(called)
        if code is None:
            what = Words("计划所在地区没有这个组成部分", "no part of the plan's region")
            faults.append(RowFault("region", what, repr(called), "、".join(names.values())))
        elif code in said:
            what = Words("同一地区有两行", "two rows for one region")
            faults.append(RowFault("region", what, f"{said[code]!r}, {called!r}", "one row"))
        else:
            said[code] = called
    refuse_faults(faults, name)
    told = given.with_columns(region=polars.col("region").replace(codes))
    known = told["region"].replace(names)
    return told.with_columns(region_name=known) if "region_name" in told.columns else told


def bases_of(
    target: Mapping[str, Any], rows: polars.DataFrame, parts: polars.DataFrame, language: str
) -> polars.DataFrame:
    """Where the parts stand by the statistics, in one year for all of them.

    The year is the last one up to where the target's way begins in which all parts have a value; failing that, the
    first one after it. Of a sum over n years the base is n times the yearly amount. Growth and falls have no bases.

    Parameters
    ----------
    target : mapping
        A row of the table of targets.
    rows : polars.DataFrame
        Observations as `milepost.observations.vintages.chosen` leaves them, with the plan's codes of regions.
    parts : polars.DataFrame
        With `region`.
    language : str
        Code of the plan's language.

    Returns
    -------
    polars.DataFrame
        With the columns of `BASES`; no rows where not all parts are known.
    """
    if target["measure"] in ("index", "reduction", "ratio", "margin", "change"):
        return polars.DataFrame(schema=BASES)
    things = polars.DataFrame([{name: target.get(name) for name in _ASKED}], schema_overrides=_ASKED)
    yearly = rows.filter(polars.col("period_kind") == "year", polars.col("region").is_in(parts["region"].implode()))
    found = match(yearly.select("indicator", "unit"), things, language).filter("certain")
    names = found.select("indicator", "unit")
    held = yearly.join(names, on=["indicator", "unit"], how="semi", nulls_equal=True)
    factor = target.get("unit_factor") or 1.0
    times = (target["goal_time"] - target["start_time"]) if target["measure"] == "sum" else 1.0
    values = held.select("region", "year", base=polars.col("base_value") / factor * times)
    return _in_one_year(values, parts.height, target.get("start_time"))


def weights_of(called: str, rows: polars.DataFrame, parts: polars.DataFrame, start: float | None) -> polars.DataFrame:
    """What the parts weigh by an indicator of the statistics, such as their population, in one year for all of them.

    Parameters
    ----------
    called : str
        The indicator's name, or another name for the same thing.
    rows, parts
        As of `bases_of`.
    start : float or None
        Year from which the way begins.

    Returns
    -------
    polars.DataFrame
        `region`, `year` and `weight`, in base units.

    Raises
    ------
    UsageError
        If the statistics do not have the indicator for all parts in any one year.
    """
    yearly = rows.filter(polars.col("period_kind") == "year", polars.col("region").is_in(parts["region"].implode()))
    names = yearly.select("indicator", "unit").unique(maintain_order=True)
    identity = measured(called, None)
    wanted = plain(called, "zh")
    meant = [
        name
        for name, unit in names.iter_rows()
        if plain(name, "zh") == wanted or (identity is not None and measured(name, unit) == identity)
    ]
    held = yearly.filter(polars.col("indicator").is_in(meant))
    values = held.select("region", "year", base="base_value")
    found = _in_one_year(values, parts.height, start)
    if not found.height:
        known = ", ".join(names["indicator"].unique(maintain_order=True).head(12)) or "none"
        accepted = f"a file, or an indicator that every part has in one year (of parts there are: {known})"
        raise UsageError("not every part's weight is known", where="weights", found=repr(called), accepted=accepted)
    return found.rename({"base": "weight"})


_ASKED: Final[dict[str, polars.DataType]] = {
    "item": polars.String(), "name": polars.String(), "concept": polars.String(), "unit_code": polars.String(),
    "unit": polars.String(), "unit_factor": polars.Float64(),
}  # fmt: skip


def _in_one_year(values: polars.DataFrame, parts: int, start: float | None) -> polars.DataFrame:
    """The values of the last year up to the start, or the first one after it, in which all parts have exactly one."""
    alone = values.filter(~polars.struct("region", "year").is_duplicated())
    years = alone.group_by("year").agg(polars.len().alias("count")).filter(polars.col("count") == parts)["year"]
    if years.is_empty():
        return polars.DataFrame(schema=BASES)
    before = years.filter(years <= start) if start is not None else years
    chosen = before.max() if not before.is_empty() else years.min()
    columns = [polars.col(name).cast(kind) for name, kind in BASES.items()]
    return alone.filter(polars.col("year") == chosen).select(columns)
