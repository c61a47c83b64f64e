"""Which region each row is about: names, short and former names, and codes in other forms, made the plan's codes."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal, NamedTuple

import polars

from milepost.plans.divisions import division
from milepost.plans.model import Plan, Region

Found = Literal["code", "name", "outside", "unknown"]

REGIONS: Final[dict[str, polars.DataType]] = {
    "region": polars.String(),  # as given
    "region_name": polars.String(),
    "code": polars.String(),  # what stands in the rows now
    "found": polars.String(),  # code | name | outside (a known division that is no part of the plan's) | unknown
    "rows": polars.UInt32(),
}
"""Columns of the report on regions: a row for each different pair of code and name."""

_LONG_CODE = re.compile(r"(\d{6})(?:0{3}|0{6})?(?:\.0+)?")


class Regions(NamedTuple):
    """`rows` with the codes of regions, and what was found for each different one (columns of `REGIONS`)."""

    rows: polars.DataFrame
    report: polars.DataFrame

    @property
    def unknown(self) -> polars.DataFrame:
        """What no code and no name of the plan's region or of any division fits; such rows are kept as they are."""
        return self.report.filter(polars.col("found") == "unknown")


def regions(observations: polars.DataFrame, plan: Plan) -> Regions:
    """The table with the plan's codes in `region`, and a report on what was found for each region.

    Accepted are the code of the region or of one of its parts (six digits, or with the zeros of towns and villages
    behind them), and each name: official, short or former, in `region` or in `region_name`. A code that stands for no
    present division (654223 after 沙湾县 became a city) is replaced by what its name says.

    Parameters
    ----------
    observations : polars.DataFrame
        With `region`, and `region_name` where there is one. Rows keep their order.
    plan : Plan
        A plan without a region knows no parts: rows keep what they have.
    """
    named = "region_name" in observations.columns
    rows = observations if named else observations.with_columns(region_name=polars.lit(None, dtype=polars.String))
    different = rows.group_by("region", "region_name", maintain_order=True).agg(rows=polars.len().cast(polars.UInt32))
    known = _names(plan.region)
    given = different.select("region", "region_name").iter_rows()
    read = [_code_of(region or "", name or "", known) for region, name in given]
    report = different.with_columns(
        polars.Series("code", [code for code, _ in read], dtype=polars.String),
        polars.Series("found", [found for _, found in read], dtype=polars.String),
    ).select(*REGIONS)
    codes = report.select("region", "region_name", "code")
    joined = rows.join(codes, on=["region", "region_name"], how="left", nulls_equal=True, maintain_order="left")
    coded = joined.with_columns(region="code").select(rows.columns)
    return Regions(coded if named else coded.drop("region_name"), report)


def _names(region: Region | None) -> dict[str, str]:
    """Every code and name of a region and its parts, plainly spelt; a name that two of them bear stands for neither."""
    if region is None:
        return {}
    found: dict[str, str | None] = {}
    whole = region.code or region.name
    former = division(region.code) if region.code else None
    official = [(whole, (whole, region.name)), *((part.code, (part.code, part.name)) for part in region.parts)]
    aliases = [(part.code, part.aliases) for part in region.parts] + [(whole, former.aliases if former else ())]
    for code, own in official:
        found |= {_plain(name): code for name in own}
    taken = set(found)
    for code, names in aliases:
        for name in (_plain(each) for each in names):
            if name not in taken:
                found[name] = code if found.get(name, code) == code else None
    return {name: code for name, code in found.items() if code is not None}


def _code_of(region: str, name: str, known: dict[str, str]) -> tuple[str, Found]:
    """The code of a region, and by what it was found."""
    given = _plain(region)
    long = _LONG_CODE.fullmatch(given)
    code = long[1] if long else given
    if code in known:
        return known[code], "code" if code == known[code] else "name"
    present = division(code) if long else None
    if present is not None and known:
        return code, "outside"
    by_name = known.get(_plain(name))
    if by_name is not None:
        return by_name, "name"
    return (code, "outside") if present is not None else (region, "unknown")


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
