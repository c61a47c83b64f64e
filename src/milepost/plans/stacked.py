"""The tables of many plans, one below the other: their columns, and the rows of one plan.

Every row says first which plan it is from; the columns behind that are those of the plan's own tables. What an engine
maps over a folder is `tables_of`, a pure function of one file.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from typing import Literal

import polars

from milepost.documents.run import read_bytes
from milepost.kernel.errors import ReadError
from milepost.plans import frames
from milepost.plans.model import Plan
from milepost.plans.rows import ColumnKind
from milepost.plans.run import plan_of

# The table with a row for each plan; the others have a row for each item.
PLANS = "plans"

# Which tables of a plan are stacked.
STACKED: tuple[str, ...] = (
    "sections", "indicators", "commitments", "facts", "projects", "measures", "references", "procedures",
)  # fmt: skip
NAMES = (PLANS, *STACKED)


@dataclass(frozen=True, slots=True)
class KeyColumn:
    """A column that says which plan a row is from."""

    name: str
    kind: ColumnKind
    meaning: str


KEYS: tuple[KeyColumn, ...] = (
    KeyColumn("source", "text", "path of the document in the folder that was read"),
    KeyColumn("text_sha256", "text", "hash of the document's text, on which the spans count"),
    KeyColumn("plan_title", "text", "title of the plan"),
    KeyColumn("plan_region", "text", "code of the region that the plan is for"),
    KeyColumn("plan_start", "integer", "first year of the plan"),
    KeyColumn("plan_end", "integer", "last year of the plan"),
)
PLAN_COLUMNS: tuple[KeyColumn, ...] = (
    *KEYS,
    KeyColumn("plan_region_name", "text", "name of the region that the plan is for"),
    KeyColumn("plan_horizon", "integer", "year of the long-range goals"),
    KeyColumn("language", "text", "language of the text"),
    KeyColumn("media_type", "text", "format of the document"),
    KeyColumn("length", "integer", "characters of the text"),
    KeyColumn("sha256", "text", "hash of the file"),
    *(KeyColumn(name, "integer", f"number of rows in `{name}`") for name in STACKED),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What changes the tables besides the files: the language asked for, and whether quotes are left out."""

    language: Literal["zh", "en"] | None = None
    facts_only: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """One document to read: its path in the folder, its bytes, and how it is to be read."""

    source: str
    content: bytes
    settings: Settings


@dataclass(frozen=True, slots=True)
class PlanTables:
    """The rows of one plan: for each table its Arrow IPC bytes and the number of its rows."""

    source: str
    sha256: str
    tables: dict[str, bytes]
    rows: dict[str, int]


def schema(name: str) -> dict[str, polars.DataType]:
    """Column names and types of the stacked table `name`, in order.

    >>> list(schema("sections"))[:8]
    ['source', 'text_sha256', 'plan_title', 'plan_region', 'plan_start', 'plan_end', 'id', 'level']
    """
    if name == PLANS:
        return {column.name: frames.TYPES[column.kind] for column in PLAN_COLUMNS}
    return {column.name: frames.TYPES[column.kind] for column in KEYS} | frames.schema(name)


def tables_of(file: File) -> PlanTables:
    """Read one document and give its rows.

    Raises
    ------
    ReadError
        If it cannot be read, or its text holds what no table can (a lone surrogate).
    """
    plan = plan_of(read_bytes(file.content, file.source), file.settings.language)
    try:
        made = stacked(plan, file.source, facts_only=file.settings.facts_only)
    except UnicodeEncodeError as error:
        code = f"U+{ord(error.object[error.start]):04X}"
        raise ReadError(
            "the text holds what is no character", where=file.source, found=f"a lone surrogate, {code}"
        ) from error
    packed = {}
    for name, frame in made.items():
        stream = io.BytesIO()
        frame.write_ipc(stream, compression="lz4")
        packed[name] = stream.getvalue()
    rows = {name: frame.height for name, frame in made.items()}
    return PlanTables(file.source, hashlib.sha256(file.content).hexdigest(), packed, rows)


def stacked(plan: Plan, source: str, *, facts_only: bool = False) -> dict[str, polars.DataFrame]:
    """The plan's rows of every stacked table, each with the columns that say where they are from.

    `facts_only` leaves the column `quote` empty.

    >>> from milepost.plans.run import read_text
    >>> made = stacked(read_text("到2025年，森林覆盖率达到22%。"), "a/plan.txt")
    >>> made["commitments"].select("source", "subject", "value").rows()
    [('a/plan.txt', '森林覆盖率', 22.0)]
    """
    made = {}
    keys = _keys(plan, source)
    for name in STACKED:
        frame = plan.frame(name)
        if facts_only and "quote" in frame.columns:
            frame = frame.with_columns(polars.lit(None, polars.String).alias("quote"))
        columns = [polars.lit(value, frames.TYPES[key.kind]).alias(key.name) for key, value in keys]
        made[name] = frame.select(*columns, polars.all())
    return {PLANS: _plan_row(plan, source, made), **made}


def _keys(plan: Plan, source: str) -> list[tuple[KeyColumn, str | int | None]]:
    region = plan.region.code if plan.region else None
    document = plan.document
    values = (source, document.text_sha256, document.title, region, plan.period.start, plan.period.end)
    return list(zip(KEYS, values, strict=True))


def _plan_row(plan: Plan, source: str, made: dict[str, polars.DataFrame]) -> polars.DataFrame:
    document = plan.document
    values: dict[str, str | int | None] = {key.name: value for key, value in _keys(plan, source)}
    values |= {
        "plan_region_name": plan.region.name if plan.region else None,
        "plan_horizon": plan.period.horizon,
        "language": document.language,
        "media_type": document.media_type,
        "length": document.length,
        "sha256": document.sha256,
    }
    values |= {name: frame.height for name, frame in made.items()}
    return polars.DataFrame({name: [value] for name, value in values.items()}, schema=schema(PLANS))
