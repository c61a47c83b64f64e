"""Which region a target is about where the plan's region has no code: that of the observations that bears its name."""

from __future__ import annotations

from collections.abc import Mapping

import polars
from polars import Expr, col, lit, when

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
    parts = _parts(targets.filter(col("region").is_null())["name"], language, targets["name"])
    own = col("region_name").replace_strict(called, default=only, return_dtype=polars.String)
    whole = when(~col("name").is_in(parts).fill_null(value=False)).then(own)
    return targets.with_columns(region=polars.coalesce("region", _ahead(called), whole))


def _ahead(called: Mapping[str, str]) -> Expr:
    """The region whose name a target's begins with, the longest one first: 清河市 before 清河."""
    of_length: dict[int, dict[str, str]] = {}
    for name, code in called.items():
        of_length.setdefault(len(name), {})[name] = code
    found = [
        col("name").str.head(length).replace_strict(of_length[length], default=None, return_dtype=polars.String)
        for length in sorted(of_length, reverse=True)
    ]
    return polars.coalesce(*found, lit(None, dtype=polars.String))


def _parts(names: polars.Series, language: str, known: polars.Series) -> list[str]:
    """Names that are another one, of those known, with a place before it.

    全市地区生产总值 is about the whole, too.

    >>> _parts(names := polars.Series(["石桥县地区生产总值", "地区生产总值", "全市地区生产总值"]), "zh", names)
    ['石桥县地区生产总值']
    """
    ranks = tuple(check_words_of(language).naming.ranks)
    if not ranks:
        return []
    # Most names hold no place at all, and of a million ids none need be taken apart.
    placed = names.filter(names.str.contains_any(list(ranks))).drop_nulls().unique(maintain_order=True).to_list()
    others = set(known) if placed else set()
    whole = check_words_of(language).consistency.whole_region
    return [
        name
        for name in placed
        if any(
            name[:place].endswith(ranks) and name[place:] in others and not whole.fullmatch(name[:place])
            for place in range(2, len(name))
        )
    ]
