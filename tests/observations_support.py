"""Tables of observations for tests, written as CSV."""

from __future__ import annotations

from functools import cache
from io import StringIO

import polars

from milepost.documents.run import read_bytes
from milepost.observations.inspection import Dataset, FindingModule
from milepost.observations.model import SCHEMA
from milepost.plans.model import Plan
from milepost.plans.run import plan_of as plan_read


def table_of(text: str) -> polars.DataFrame:
    """A CSV text as a table of observations, columns that it lacks null."""
    read = polars.read_csv(StringIO(text), infer_schema=False)
    given = [name for name in SCHEMA if name in read.columns]
    return read.select(
        polars.col(name).cast(kind) if name in given else polars.lit(None, dtype=kind).alias(name)
        for name, kind in SCHEMA.items()
    )


def marked_rows(text: str) -> set[int]:
    """Numbers of the rows that the column `x` marks."""
    read = polars.read_csv(StringIO(text), infer_schema=False)
    return {number for number, mark in enumerate(read["x"], start=1) if mark}


@cache
def plan_of(text: str) -> Plan:
    """The plan that a text is compiled to."""
    return plan_read(read_bytes(text.encode(), "case"))


def faults_rows(module: FindingModule, text: str) -> set[int]:
    """Numbers of all rows that a finding's faults rest on."""
    plan = plan_of(module.PLAN) if module.PLAN else None
    return {row for fault in module.find(Dataset.of(table_of(text), plan)) for row in fault.rows}
