"""The stage as a whole: targets in, pathways out, over years, over parts of the region, or over both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

import polars

from milepost.kernel.errors import UsageError
from milepost.pathways.allocation import allocated
from milepost.pathways.files import pathway_rows
from milepost.pathways.parts import Tie, tie_of
from milepost.pathways.settings import PathwaySettings
from milepost.pathways.spreading import spread
from milepost.pathways.years import without_pathway, yearly
from milepost.plans.model import Plan

By = Literal["year", "region", "both"]


class Laid(NamedTuple):
    """Pathways: `rows` as they stand in a file (`milepost.pathways.files.PATHWAYS`), and where they came from.

    `shared` is the target's sharing out over parts (None by year); `without` has the targets that have no pathway, each
    with why (`milepost.pathways.years.without_pathway`). When ways were to begin at latest values, `unseen` has the
    targets that have none: theirs begin where the plan says.
    """

    rows: polars.DataFrame
    shared: polars.DataFrame | None
    without: polars.DataFrame
    unseen: tuple[str, ...] = ()


def lay_out_years(
    targets: polars.DataFrame,
    settings: PathwaySettings | None = None,
    *,
    rebased: polars.DataFrame | None = None,
    given: polars.DataFrame | None = None,
    weights: polars.DataFrame | None = None,
) -> Laid:
    """Lay targets out over years (see `milepost.pathways.years.yearly`)."""
    rules = settings or PathwaySettings()
    way = yearly(
        targets,
        rules.rule,
        binding=rules.binding,
        expected=rules.expected,
        rebased=rebased,
        given=given,
        weights=weights,
    )
    unseen: list[str] = []
    if rebased is not None:
        # What is to be held asks for the same wherever it stands.
        begun = way.filter(~polars.col("rule").is_in(["hold", "goal"]))["target"].unique(maintain_order=True)
        unseen = [target for target in begun if target not in set(rebased["target"])]
    return Laid(pathway_rows(way, targets), None, without_pathway(targets, rebased), tuple(unseen))


def share_out(
    target: Mapping[str, Any],
    targets: polars.DataFrame,
    parts: polars.DataFrame,
    settings: PathwaySettings | None = None,
    *,
    over_years: bool = False,
    tie: Tie | None = None,
    best: float | None = None,
    places: int | None = None,
) -> Laid:
    """Share a target out over the parts of the region, and lay the parts out over years where that is asked for.

    Without a rule: in proportion to the bases where they are known; else amounts by weight where there are weights;
    else the same for each.

    Parameters
    ----------
    target : mapping
        A row of `targets`, the table of targets.
    parts, tie, best, places
        As of `milepost.pathways.allocation.allocated`.
    """
    rules = settings or PathwaySettings()
    rule = rules.region or _usual(target, parts, tie)
    shared = allocated(target, parts, rule, tie=tie, best=best, places=places)
    own = targets.filter(polars.col("target") == target["target"])
    laid = shared
    if over_years:
        way = yearly(own, rules.rule, binding=rules.binding, expected=rules.expected)
        laid = spread(target, shared, way)
    return Laid(pathway_rows(laid, own), shared, without_pathway(own).clear())


def _usual(target: Mapping[str, Any], parts: polars.DataFrame, tie: Tie | None) -> str:
    def known(name: str) -> bool:
        return name in parts.columns and parts[name].null_count() == 0

    if known("base") and (parts["base"] >= 0).all() and float(parts["base"].sum()) > 0:
        return "proportional"
    return "weighted" if known("weight") and (tie or tie_of(target)) == "sum" else "equal"


def targets_called(called: str, targets: polars.DataFrame, plan: Plan) -> polars.DataFrame:
    """The targets of the item that is called so: by id, by number in the headline table, by name, or a part of it.

    A row of the headline table may have several indicators under one number: they come together.

    Raises
    ------
    UsageError
        If there is none, or there are several (they are named).
    """
    wanted = called.strip()
    numbered = [each.id for each in plan.indicators if str(each.number) == wanted]
    name, kind = polars.col("name"), polars.col("item_kind")
    trials = [
        polars.col("target") == wanted,
        polars.col("item") == wanted,
        (name == wanted) & (kind == "indicator"),
        name == wanted,
        polars.col("concept") == wanted,
        name.str.contains(wanted, literal=True) & (kind == "indicator"),
        name.str.contains(wanted, literal=True),
    ]
    if numbered:
        return targets.filter(polars.col("item").is_in(numbered))
    for trial in trials if wanted else ():
        found = targets.filter(trial)
        if found["item"].n_unique() == 1:
            return found
        if found.height:
            names = found.select(polars.format("{} ({})", "name", "item")).unique(maintain_order=True).to_series()
            raise UsageError("several are called so", where="--indicator", found=repr(called), accepted=_list(names))
    names = targets.filter(kind == "indicator")["name"].unique(maintain_order=True)
    raise UsageError("the plan has no such target", where="--indicator", found=repr(called), accepted=_list(names))


def _list(names: polars.Series) -> str:
    more = f", and {names.len() - 12} more" if names.len() > 12 else ""
    return ", ".join(names.head(12)) + more
