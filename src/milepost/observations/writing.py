"""Rows of observations as the lines of a CSV file, so that no spreadsheet takes a text for a formula."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars

from milepost.observations.model import COLUMNS

FORMULA_STARTS: Final = r"^['=+\-@\t\r]"
"""What a spreadsheet takes for the beginning of a formula, and the sign that is put before it."""

_GUARDED: Final = r"^'(['=+\-@\t\r])"


def as_csv(rows: polars.DataFrame, columns: Sequence[str] = COLUMNS, *, heading: bool = True) -> bytes:
    r"""Rows as CSV in UTF-8: numbers in the shortest form, nothing for null, an apostrophe before formulas.

    Parameters
    ----------
    rows : polars.DataFrame
        With those of the columns that it has; others are written empty.
    columns : sequence of str
        What is written, in order.
    heading : bool
        Whether the first line names the columns.

    >>> from milepost.observations.model import empty
    >>> as_csv(empty(), ["indicator", "value"])
    b'indicator,value\n'
    """
    written = []
    for name in columns:
        if name not in rows.columns:
            written.append(polars.lit(None, dtype=polars.String).alias(name))
        elif rows.schema[name] == polars.String:
            written.append(guarded(name))
        else:
            written.append(polars.col(name).cast(polars.String).str.replace(r"\.0$", "").alias(name))
    return rows.select(written).write_csv(include_header=heading).encode()


def guarded(name: str) -> polars.Expr:
    """A text with an apostrophe in front where a spreadsheet would run it; `unguarded` takes it off."""
    text = polars.col(name)
    return polars.when(text.str.contains(FORMULA_STARTS)).then("'" + text).otherwise(text).alias(name)


def unguarded(name: str) -> polars.Expr:
    """The text that `guarded` wrote.

    >>> frame = polars.DataFrame({"note": ["=1+1", "-", "'=", "plain"]})
    >>> frame.select(guarded("note")).select(unguarded("note"))["note"].to_list()
    ['=1+1', '-', "'=", 'plain']
    """
    return polars.col(name).str.replace(_GUARDED, "$1")
