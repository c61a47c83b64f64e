"""What `milepost pathway` works on: the plan's targets, the statistics, the parts of the region."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars

from milepost.assessments.cases import cases_of
from milepost.assessments.whereabouts import placed
from milepost.kernel.errors import UsageError
from milepost.observations.decisions import read_decisions
from milepost.observations.files import loaded
from milepost.observations.places import regions
from milepost.observations.vintages import chosen, known
from milepost.pathways.files import read_parts, read_pathways
from milepost.pathways.observed import bases_of, parts_of, weights_of, with_codes
from milepost.pathways.run import Laid, lay_out_years, share_out, targets_called
from milepost.pathways.settings import PathwaySettings
from milepost.pathways.targets import targets_of
from milepost.plans.model import Plan


@dataclass(frozen=True)
class Inputs:
    """A plan with its targets, and the observations that were known on a day; None where no file was given."""

    plan: Plan
    targets: polars.DataFrame
    rows: polars.DataFrame | None

    @classmethod
    def read(cls, plan: Plan, files: Sequence[Path], decisions: Path | None, as_of: date | None) -> Inputs:
        """Read what the files hold."""
        decided = read_decisions(decisions) if decisions is not None else None
        targets = targets_of(plan, decided, as_of)
        if not files:
            return cls(plan, targets, None)
        rows = polars.concat([loaded(path).rows for path in files])
        return cls(plan, targets, chosen(known(regions(rows, plan).rows, as_of)))

    def named(self, called: str | None) -> polars.DataFrame:
        """The targets that are called so; without a name those of all indicators (of a plan without any, all)."""
        if called is not None:
            return targets_called(called, self.targets, self.plan)
        indicators = self.targets.filter(polars.col("item_kind") == "indicator")
        return indicators if indicators.height else self.targets

    def over_years(
        self,
        targets: polars.DataFrame,
        rules: PathwaySettings,
        given: Path | None,
        weights: str | None,
        *,
        rebase: bool,
    ) -> Laid:
        """Ways over years. Where the plan gives no start, the statistics' value of that year is taken."""
        rebased = None
        if self.rows is not None:
            language = self.plan.document.language
            cases = cases_of(placed(targets, self.rows, language), self.rows, language=language).cases
            seen = targets.select("target").with_columns(cases.select("base", "base_time", "current", "current_time"))
            targets = targets.with_columns(start=polars.coalesce("start", seen["base"]))
            latest = seen.select("target", time="current_time", value="current")
            rebased = latest.drop_nulls() if rebase else None
        ways = self._whole(given) if given is not None else None
        series = self._whole(Path(weights)) if weights is not None else None
        return lay_out_years(targets, rules, rebased=rebased, given=ways, weights=series)

    def _whole(self, path: Path) -> polars.DataFrame:
        read = read_pathways(path, self.targets)
        return read.filter(polars.col("region").is_null()).drop("region")

    def parts(
        self, targets: polars.DataFrame, weights: str | None, bounds: Path | None, base: Path | None
    ) -> polars.DataFrame:
        """The parts, with whatever the files and the statistics say of them."""
        target, region = targets.row(0, named=True), self.plan.region
        tables = [self._given(Path(weights))] if weights is not None and self._is_file(weights) else []
        tables += [self._given(path) for path in (bounds, base) if path is not None]
        has_parts = region is not None and region.parts
        named = parts_of(region) if has_parts or not tables else tables[0].select("region", "region_name")
        parts = named.unique("region", keep="first", maintain_order=True)
        for table in tables:
            parts = _joined(parts, table)
        if self.rows is None:
            return parts
        if weights is not None and not self._is_file(weights):
            found = weights_of(weights, self.rows, parts, target["start_time"])
            parts = _joined(parts, found.select("region", "weight"))
        if "base" not in parts.columns:
            found = bases_of(target, self.rows, parts, self.plan.document.language)
            parts = _joined(parts, found.select("region", "base")) if found.height else parts
        return parts

    def _is_file(self, weights: str) -> bool:
        """Whether `--weights` names a file, and not an indicator of the statistics."""
        looks_so = Path(weights).suffix.lower() in (".csv", ".xlsx", ".txt", ".tsv")
        return looks_so or self.rows is None or Path(weights).is_file()

    def _given(self, path: Path) -> polars.DataFrame:
        return with_codes(read_parts(path), self.plan.region, str(path))

    def over_parts(
        self,
        targets: polars.DataFrame,
        parts: polars.DataFrame,
        rules: PathwaySettings,
        over_years: bool,
        options: Mapping[str, Any],
    ) -> Laid:
        """A target shared out over the parts; of an item with several, the one that has a number."""
        numbered = targets.filter(polars.col("goal").is_not_null())
        if targets["item"].n_unique() > 1:
            names = ", ".join(targets["name"].unique(maintain_order=True))
            raise UsageError("only one target is shared out at a time", where="--indicator", accepted=names)
        target = (numbered if numbered.height else targets).row(0, named=True)
        return share_out(target, self.targets, parts, rules, over_years=over_years, **options)


def _joined(parts: polars.DataFrame, table: polars.DataFrame) -> polars.DataFrame:
    """The parts with those columns of a table that have any figures; what was there before stays.

    Raises
    ------
    UsageError
        If the table lacks a part for a figure that it has of others, bounds aside.
    """
    figures = [
        name
        for name in table.columns
        if name not in ("region", "region_name", *parts.columns) and table[name].null_count() < table.height
    ]
    joined = parts.join(table.select("region", *figures), on="region", how="left", maintain_order="left")
    for name in figures:
        if name not in ("low", "high") and joined[name].null_count():
            lacking = ", ".join(joined.filter(polars.col(name).is_null())["region"])
            raise UsageError("parts have no figure", where=name, found=lacking, accepted="a figure for each part")
    return joined
