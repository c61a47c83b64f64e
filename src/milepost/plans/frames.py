"""The plan as Polars data frames, one for each kind of item, each with a fixed schema."""

from __future__ import annotations

import polars

from milepost.plans.model import Plan
from milepost.plans.rows import ColumnKind, item_table

TYPES: dict[ColumnKind, polars.DataType] = {
    "text": polars.String(),
    "integer": polars.Int64(),
    "number": polars.Float64(),
    "boolean": polars.Boolean(),
    "texts": polars.List(polars.String()),
}


def schema(name: str) -> dict[str, polars.DataType]:
    """Column names and types of the frame `name`, in order.

    >>> schema("places")
    {'region': String, 'start': Int64, 'end': Int64}
    """
    return {column.name: TYPES[column.kind] for column in item_table(name).columns}


def frame(plan: Plan, name: str) -> polars.DataFrame:
    """The items of one kind, a row each; an empty frame has the same columns and types.

    Nested values are spread over columns (`target.value` of a commitment is `value`, of an indicator
    `target_value`); `milepost.plans.rows.TABLES` says what each column means. What the plan does not say is null.

    Raises
    ------
    UsageError
        If there is no frame of that name.
    """
    table = item_table(name)
    rows = table.rows(plan)
    values = {
        column.name: polars.Series(
            column.name,
            [_as_float(row[place]) if column.kind == "number" else row[place] for row in rows],
            dtype=TYPES[column.kind],
        )
        for place, column in enumerate(table.columns)
    }
    return polars.DataFrame(values)


def _as_float(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
