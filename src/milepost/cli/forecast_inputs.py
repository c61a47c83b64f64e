"""What `milepost forecast` works on: files of observations or of plain series, and what a plan tells of them."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars

from milepost.checks.model import Tongue
from milepost.documents.run import file_bytes
from milepost.forecasts.framing import PLAIN
from milepost.forecasts.yearly import read_yearly
from milepost.kernel.errors import UsageError
from milepost.observations.files import read_observations
from milepost.observations.matching import match
from milepost.observations.measuring import concept_named
from milepost.observations.places import regions
from milepost.observations.units import base_unit
from milepost.pathways.run import lay_out_years
from milepost.pathways.targets import targets_of
from milepost.plans.model import Plan

_MOST_NAMED = 12
_HEAD = 65536


@dataclass(frozen=True, slots=True)
class Asked:
    """Which indicators and regions are asked for; all, when none is named."""

    indicators: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a plan asks of a series, in its unit: the way there, the target, and the plan's first and last year."""

    pathway: tuple[tuple[float, float], ...] = ()
    target: tuple[float, float] | None = None
    period: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Inputs:
    """The rows to forecast, as `milepost.forecasts.api.forecast` takes them, and the plan."""

    rows: polars.DataFrame
    plan: Plan | None
    day: date | None
    is_plain: bool

    @classmethod
    def read(cls, files: Sequence[Path], asked: Asked, plan: Plan | None, day: date | None) -> Inputs:
        """Read the files, and keep what is asked for.

        Raises
        ------
        ReadError
            If a file cannot be read.
        UsageError
            If files of both kinds are mixed, or nothing is so named.
        """
        plain = [_is_plain(path) for path in files]
        if any(plain) and not all(plain):
            accepted = "observations, or files of plain series"
            raise UsageError("two kinds of files", where=", ".join(map(str, files)), accepted=accepted)
        if plain and plain[0]:
            rows = polars.concat([read_yearly(path) for path in files])
            if day is not None:
                # A year is known when it has ended.
                rows = rows.filter(polars.date("year", 12, 31) <= day)
        else:
            rows = polars.concat([read_observations(path) for path in files])
            rows = regions(rows, plan).rows if plan is not None else rows
        return cls(_kept(rows, asked), plan, day, bool(plain and plain[0]))

    @property
    def tongue(self) -> Tongue:
        """The plan's language, else Chinese where a name has a Chinese character."""
        if self.plan is not None:
            return "zh" if self.plan.document.language == "zh" else "en"
        names = self.rows["series" if self.is_plain else "indicator"].unique()
        return "zh" if names.str.contains(r"\p{Han}").any() else "en"

    @property
    def last_year(self) -> int | None:
        """The plan's."""
        return self.plan.period.end if self.plan else None

    @property
    def parts(self) -> Mapping[str, Sequence[str]] | None:
        """The plan's region with its parts; None without a plan, or without a code."""
        region = self.plan.region if self.plan else None
        if region is None or not region.parts:
            return None
        return {region.code or region.name: [part.code for part in region.parts]}

    def drawn(self, indicators: Mapping[str, tuple[str, str, str]]) -> dict[str, Drawn]:
        """What the plan asks of each series: by series its indicator, unit and region."""
        if self.plan is None:
            return {}
        period = self.plan.period
        years = (period.start, period.end) if period.start and period.end else None
        targets = targets_of(self.plan)
        values = targets.filter(polars.col("measure") == "value", polars.col("goal").is_not_null())
        names = polars.DataFrame(
            [(name, unit) for name, unit, _ in indicators.values()], schema=["indicator", "unit"], orient="row",
            schema_overrides={"indicator": polars.String, "unit": polars.String},
        )  # fmt: skip
        found = match(names, targets, self.plan.document.language).filter("certain")
        items: dict[tuple[str, str], list[str]] = {}
        for row in found.iter_rows(named=True):
            items.setdefault((row["indicator"], row["unit"]), []).append(row["item"])
        # Of several targets that of the plan's end, and of these the table's before what the text says.
        away = (polars.col("goal_time") - (period.end or 0)).abs()
        values = values.sort(away, polars.col("item_kind") != "indicator", maintain_order=True, nulls_last=True)
        code = self.plan.region.code or self.plan.region.name if self.plan.region else None
        ways = lay_out_years(values).rows
        drawn = {}
        for series, (name, unit, region) in indicators.items():
            own = values.filter(polars.col("item").is_in(items.get((name, unit), [])))
            is_own = code is None or region == code
            drawn[series] = _drawn(own, ways, unit, years) if own.height and is_own else Drawn(period=years)
        return drawn


def _drawn(own: polars.DataFrame, ways: polars.DataFrame, unit: str, years: tuple[int, int] | None) -> Drawn:
    target = own.row(0, named=True)
    known = base_unit(unit)
    factor = known.factor if known else 1.0
    way = ways.filter(polars.col("target") == target["target"]).sort("year")
    scale = (target["unit_factor"] or 1.0) / factor
    path = [(float(year), value * scale) for year, value in way.select("year", "value").iter_rows()]
    if target["start"] is not None and target["start_time"] is not None:
        path = [(float(target["start_time"]), target["start"] / factor), *path]
    goal = (float(target["goal_time"]), target["goal"] / factor) if target["goal_time"] is not None else None
    return Drawn(tuple(path), goal, years)


def breaks_of(options: Sequence[str]) -> dict[str, list[int]]:
    """Declared breaks, from `INDICATOR:YEAR`.

    >>> breaks_of(["常住人口:2020", "gdp:AT11:2010"])
    {'常住人口': [2020], 'gdp:AT11': [2010]}
    """
    found: dict[str, list[int]] = {}
    for option in options:
        name, _, year = option.replace("：", ":").rpartition(":")
        if not name.strip() or not (year.strip().isascii() and year.strip().isdigit() and len(year.strip()) == 4):
            raise UsageError("this is no break", where="--break", found=repr(option), accepted="INDICATOR:YEAR")
        found.setdefault(name.strip(), []).append(int(year))
    return found


def _is_plain(path: Path) -> bool:
    """Whether the first line names the columns of plain series."""
    head = file_bytes(path)[:_HEAD].decode("utf-8-sig", errors="replace").splitlines()
    try:
        names = {name.strip().lower() for name in next(csv.reader(head[:1]), [])}
    except csv.Error:
        return False
    return set(PLAIN) <= names and "period_kind" not in names


def _kept(rows: polars.DataFrame, asked: Asked) -> polars.DataFrame:
    """The rows that are asked for.

    Raises
    ------
    UsageError
        If a name fits none (names some that there are).
    """
    columns = [name for name in ("series", "indicator") if name in rows.columns]
    if asked.indicators:
        wanted = set(asked.indicators)
        by_name = polars.any_horizontal(polars.col(name).is_in(list(wanted)) for name in columns)
        concepts = _of_concepts(rows, wanted)
        kept = rows.filter(by_name | polars.col(columns[-1]).is_in(list(concepts)))
        named = {str(name) for column in columns for name in kept[column].unique()}
        _refuse_unknown("--indicator", wanted - named - set(concepts.values()), rows[columns[-1]])
        rows = kept
    if asked.regions:
        places = [name for name in ("region", "region_name") if name in rows.columns]
        kept = rows.filter(polars.any_horizontal(polars.col(name).is_in(list(asked.regions)) for name in places))
        named = {str(name) for column in places for name in kept[column].unique()}
        _refuse_unknown("--region", set(asked.regions) - named, rows["region"])
        rows = kept
    return rows


def _of_concepts(rows: polars.DataFrame, wanted: set[str]) -> dict[str, str]:
    """Names of indicators whose concept is asked for by its id: name → id."""
    if "period_kind" not in rows.columns:
        return {}
    found = {}
    for name, unit in rows.select("indicator", "unit").unique().iter_rows():
        known = concept_named(name or "", unit)
        if known is not None and known.id in wanted:
            found[str(name)] = known.id
    return found


def _refuse_unknown(option: str, unknown: set[str], there: polars.Series) -> None:
    if unknown:
        names = [str(name) for name in there.unique().drop_nulls().sort() if name]
        more = ", …" if len(names) > _MOST_NAMED else ""
        accepted = ", ".join(names[:_MOST_NAMED]) + more or "nothing: the files name none"
        raise UsageError("there is none", where=option, found=repr(min(unknown)), accepted=accepted)
