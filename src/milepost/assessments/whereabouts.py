"""Which region a target is about where the plan's region has no code: that of the observations that bears its name."""

from __future__ import annotations

import polars
from polars import col, lit, when

from milepost.languages.table import check_words_of


def placed(targets: polars.DataFrame, rows: polars.DataFrame, language: str) -> polars.DataFrame:
    """The targets, those without a region in that of the observations that they are about.

    A target whose name begins with the name of an observed region is about that one; any other is about the region
    that bears the name of its own, or about the only one that there is. Of two targets on one matter,
    石桥县地区生产总值 and 地区生产总值, the one with a place before it is about a part, and stays without a region
    where none is observed.

    Parameters
    ----------
    targets : polars.DataFrame
        With the columns of `milepost.pathways.model.TARGETS`.
    rows : polars.DataFrame
        Observations, with `region` and `region_name`.
    language : str
        Code of the language that the targets are named in.
    """
    if not targets["region"].null_count() or not rows.height:
        return targets
    seen = rows.select("region", "region_name").unique(maintain_order=True)
    called = {name: code for code, own in seen.iter_rows() for name in (code, own) if name}
    codes = seen["region"].unique()
    only = codes.item() if codes.len() == 1 else None
    lost = targets.filter(col("region").is_null()).select("name", "region_name", "concept").unique(maintain_order=True)
    parts = _parts(targets["name"].drop_nulls().unique().to_list(), language)
    found = []
    for name, own, _ in lost.iter_rows():
        # The longest name first: 清河市 before 清河.
        ahead = next((each for each in sorted(called, key=len, reverse=True) if (name or "").startswith(each)), None)
        whole = None if name in parts else called.get(own, only)
        found.append(called[ahead] if ahead is not None else whole)
    known = lost.with_columns(polars.Series("_region", found, dtype=polars.String)).unique(
        ["name", "region_name", "concept"], keep="first"
    )
    joined = targets.join(
        known, on=["name", "region_name", "concept"], how="left", nulls_equal=True, maintain_order="left"
    )
    taken = when(col("region").is_null()).then(col("_region")).otherwise(lit(None, dtype=polars.String))
    return joined.with_columns(region=polars.coalesce("region", taken)).drop("_region")


def _parts(names: list[str], language: str) -> set[str]:
    """Names that are another one with a place before it.

    >>> _parts(["石桥县地区生产总值", "地区生产总值", "污水处理率"], "zh")
    {'石桥县地区生产总值'}
    """
    ranks = tuple(check_words_of(language).naming.ranks)
    if not ranks:
        return set()
    known = set(names)
    return {
        name
        for name in names
        for place in range(2, len(name))
        if name[:place].endswith(ranks) and name[place:] in known
    }
