"""Lists of codes, one for each row, made from flags: fast, because few different combinations occur."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import polars
from polars import Expr, lit, when

Told = TypeVar("Told")


def listed(frame: polars.DataFrame, flags: Mapping[str, Expr], name: str) -> polars.Series:
    """For each row the names of the flags that hold, in their order.

    >>> rows = polars.DataFrame({"a": [True, False], "b": [True, None]})
    >>> listed(rows, {"a": polars.col("a"), "b": polars.col("b")}, "found").to_list()
    [['a', 'b'], []]
    """
    return combined(frame, flags, list, polars.List(polars.String), name)


def combined(
    frame: polars.DataFrame,
    flags: Mapping[str, Expr],
    told: Callable[[Sequence[str]], Told],
    kind: polars.DataType,
    name: str,
) -> polars.Series:
    """For each row what is told of the flags that hold; each different combination is told once.

    Parameters
    ----------
    frame : polars.DataFrame
        The rows.
    flags : mapping
        Name → whether it holds; at most 60. Null does not.
    told : callable
        What a combination of names, in the order of the flags, comes to.
    kind : polars.DataType
        Of what is told.
    name : str
        Of the series.
    """
    names = list(flags)
    if not names:
        return frame.select(lit(None).alias(name)).to_series().cast(kind)
    bits = [
        when(holds.fill_null(value=False)).then(lit(1 << place)).otherwise(lit(0))
        for place, holds in enumerate(flags.values())
    ]
    masks = frame.select(polars.sum_horizontal(bit.cast(polars.Int64) for bit in bits).alias("mask"))
    different = masks["mask"].unique()
    found = [told([each for place, each in enumerate(names) if mask >> place & 1]) for mask in different]
    table = polars.DataFrame({"mask": different, name: polars.Series(found, dtype=kind)})
    return masks.join(table, on="mask", how="left", maintain_order="left").get_column(name)
