"""The table of observations: its columns, the words that stand in them, and what is worked out from each row.

An observation is the value of one indicator for one region and one period, as one source gave it, together with the
date on which it became known (its vintage). Rows are only ever added: a correction is a new vintage.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

import polars

FORMAT: Final = "milepost.observations/1"

PeriodKind = Literal["year", "half_year", "quarter", "month", "year_to_date"]
Bound = Literal["exact", "at_least", "at_most"]
ValueStatus = Literal["plan", "estimate", "preliminary", "final", "revised", "certified"]
SourceKind = Literal["certified", "census", "yearbook", "official", "media", "secondary", "derived"]
Trust = Literal["high", "medium", "low"]

PERIOD_KINDS: Final[tuple[PeriodKind, ...]] = get_args(PeriodKind)
BOUNDS: Final[tuple[Bound, ...]] = get_args(Bound)
STATUSES: Final[tuple[ValueStatus, ...]] = get_args(ValueStatus)
"""From the weakest up. `plan` is a planned value and never counts as observed; `certified` (上级核定) overrules all."""
SOURCE_KINDS: Final[tuple[SourceKind, ...]] = get_args(SourceKind)
"""From the one that is believed first down to the last, unless settings say otherwise."""
CONFIDENCES: Final[tuple[Trust, ...]] = get_args(Trust)

REQUIRED: Final = ("indicator", "region", "period_kind", "period", "value", "unit")
OPTIONAL: Final = (
    "region_name", "bound", "status", "source", "source_kind", "url", "vintage", "basis", "access", "confidence",
    "growth_percent", "note",
)  # fmt: skip
COLUMNS: Final = (
    "indicator", "region", "region_name", "period_kind", "period", "value", "unit", "bound", "status", "source",
    "source_kind", "url", "vintage", "basis", "access", "confidence", "growth_percent", "note",
)  # fmt: skip
"""All columns of the file, in its order."""

KEY: Final = ("indicator", "region", "period_kind", "period", "basis", "source", "vintage")
"""Two different values for one key are an error; values of two sources are both kept, and are a finding."""

SCHEMA: Final[dict[str, type[polars.DataType]]] = {
    name: polars.Float64 if name in ("value", "growth_percent") else polars.String for name in COLUMNS
}
"""Columns of the file and their types. Text that is not given is null, except `indicator`, `region` and `period`.

`vintage` is a date `YYYY-MM-DD`; `access` is `public` (also when null), `internal`, or `embargoed:YYYY-MM-DD`.
`growth_percent` is the change on the year before that the source itself states with the value.
"""

DERIVED: Final[dict[str, polars.DataType]] = {
    "start": polars.Date(),  # first and last day of the period
    "end": polars.Date(),
    "year": polars.Int32(),
    "base_value": polars.Float64(),  # in the base unit: 48.08 亿斤 is 2 404 000 t
    "base_unit": polars.String(),  # null when the unit is not known: such a row is never converted, nor assessed
    "known": polars.Date(),  # when the value became known: the vintage, or the end of the period
    "public_from": polars.Date(),  # null when it is not public; the first day of year 1 when it always was
}
"""Columns that `milepost.observations.normalizing.normalized` adds."""


def empty() -> polars.DataFrame:
    """A table of observations without rows.

    >>> empty().columns[:3]
    ['indicator', 'region', 'region_name']
    """
    return polars.DataFrame(schema=SCHEMA)
