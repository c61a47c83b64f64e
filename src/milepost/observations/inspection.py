"""What a finding on data may look at: the rows with what they measure, the yearly series, the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, Protocol, TypeVar

import polars

from milepost.checks.model import Rule, Severity, Words
from milepost.observations.measuring import identified
from milepost.observations.model import SOURCE_KINDS
from milepost.observations.normalizing import normalized
from milepost.plans.model import Plan

Derived = TypeVar("Derived")

STATUS_ORDER: Final = ("certified", "revised", "final", "", "preliminary", "estimate", "plan")
"""Which of two values of one source counts, by status; the status that is not given stands in the middle."""


@dataclass(frozen=True, slots=True)
class DataFault:
    """What a finding found: the message, and the numbers of the rows that it rests on (never none).

    `about` names what the finding is about where its rows may become more from one year to the next (all regions of
    an indicator): the id is then made from these words and not from the rows.
    """

    message: Words
    rows: tuple[int, ...]
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RowEvidence:
    """A row that a finding rests on: where it stood, and what it says."""

    row: int
    where: str
    indicator: str
    region: str
    region_name: str | None
    period_kind: str
    period: str
    value: float | None
    unit: str | None
    bound: str | None
    basis: str | None
    source: str | None
    vintage: str | None


@dataclass(frozen=True, slots=True)
class DataFinding:
    """One fault of the data. `id` stays the same when other rows are added."""

    id: str
    code: str
    name: str
    severity: Severity
    message: Words
    rows: tuple[RowEvidence, ...]
    help: Words


class FindingModule(Protocol):
    """What the file of a finding holds, besides its explanation.

    A text of `FINDS` is a table of observations in CSV whose column `x` marks the rows that findings rest on; a text
    of `PASSES` must give none. `PLAN` is the text of a plan that goes with them, empty where none is needed.
    """

    __doc__: str | None
    RULE: Rule
    FINDS: Sequence[str]
    PASSES: Sequence[str]
    PLAN: str

    @staticmethod
    def find(dataset: Dataset) -> Iterable[DataFault]:
        """The faults of the data, in any order."""


def usual(rule: Rule, name: str) -> float:
    """The usual value of a finding's parameter."""
    return next(each.default for each in rule.parameters if each.name == name)


@dataclass(frozen=True)
class Dataset:
    """What a finding may look at. Findings change nothing.

    `rows` has the columns of `milepost.observations.model.SCHEMA` and `DERIVED`, and those of
    `milepost.observations.measuring.IDENTITY`; `order` is the declared order of sources: names of sources or kinds.
    """

    rows: polars.DataFrame
    plan: Plan | None = None
    as_of: date | None = None
    order: tuple[str, ...] = SOURCE_KINDS
    parameter: Callable[[Rule, str], float] = usual

    @classmethod
    def of(
        cls,
        observations: polars.DataFrame,
        plan: Plan | None = None,
        *,
        as_of: date | None = None,
        order: tuple[str, ...] = SOURCE_KINDS,
        parameter: Callable[[Rule, str], float] = usual,
    ) -> Dataset:
        """A dataset of a table of observations; its rows are counted from 1."""
        return cls(identified(normalized(observations)), plan, as_of, order, parameter)

    def derived(self, make: Callable[[Dataset], Derived]) -> Derived:
        """What `make` gives for this dataset, made once however many findings ask."""
        made = self._derived
        if make not in made:
            made[make] = make(self)
        return made[make]  # type: ignore[return-value]

    @cached_property
    def _derived(self) -> dict[object, object]:
        return {}

    @cached_property
    def observed(self) -> polars.DataFrame:
        """The rows with a value that were observed, not planned, and can be dated."""
        planned = polars.col("status").fill_null("") == "plan"
        return self.rows.filter(~planned, polars.col("number").is_finite(), polars.col("year").is_not_null())

    @cached_property
    def current(self) -> polars.DataFrame:
        """Of the observed rows the latest vintage that each source gave, for one basis and period."""
        rank = {status: place for place, status in enumerate(STATUS_ORDER)}
        key = ["series", "period_kind", "period", "source"]
        ranked = self.observed.with_columns(
            _status=polars.col("status").fill_null("").replace_strict(rank, default=3, return_dtype=polars.Int32),
            _order=_place_in_order(self.order),
        )
        ordered = ranked.sort("known", "_status", "row", descending=[True, False, False], nulls_last=True)
        return ordered.unique(key, keep="first", maintain_order=True).sort("row")

    @cached_property
    def chosen(self) -> polars.DataFrame:
        """For each series and period the one value that the declared order of sources takes."""
        certified = polars.col("status").fill_null("") != "certified"
        ordered = self.current.with_columns(_certified=certified).sort(
            "_certified", "_order", "_status", "known", "row", descending=[False, False, False, True, False]
        )
        return ordered.unique(["series", "period_kind", "period"], keep="first", maintain_order=True).sort("row")

    @cached_property
    def yearly(self) -> polars.DataFrame:
        """The chosen exact values of whole years, by series and year."""
        exact = polars.col("bound").fill_null("exact") == "exact"
        return self.chosen.filter(polars.col("period_kind") == "year", exact).sort("series", "year")

    @cached_property
    def today(self) -> date | None:
        """The day that counts as today: as given, else the last day that an observed value is about."""
        latest = self.observed["end"].max()
        return self.as_of or (latest if isinstance(latest, date) else None)

    @cached_property
    def by_row(self) -> Mapping[int, int]:
        """Number of a row → its place in `rows`."""
        return {number: place for place, number in enumerate(self.rows["row"])}

    def row(self, number: int) -> dict[str, object]:
        """All columns of one row."""
        return self.rows.row(self.by_row[number], named=True)


def _place_in_order(order: Sequence[str]) -> polars.Expr:
    """The place of a row's source in the declared order: by its own name, else by its kind, else last."""
    rank = {name: place for place, name in enumerate(order)}
    last = len(order)
    return polars.coalesce(
        polars.col("source").replace_strict(rank, default=None, return_dtype=polars.Int32),
        polars.col("source_kind").replace_strict(rank, default=None, return_dtype=polars.Int32),
        polars.lit(last, dtype=polars.Int32),
    )
