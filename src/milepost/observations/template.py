"""What a plan asks statistics for: a row for each indicator, region and year, with the value to be filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

import polars

from milepost.kernel.errors import UsageError
from milepost.observations.model import COLUMNS, SCHEMA
from milepost.observations.periods import EARLIEST, LATEST
from milepost.plans.model import Baseline, Commitment, Indicator, Plan, Target

Scope = Literal["whole", "parts", "all"]

TARGET, BASELINE = "target", "baseline"
"""Columns beside those of the table of observations, for orientation only."""

SHOWN: Final = (
    "indicator", "region", "region_name", TARGET, BASELINE, "period_kind", "period", "value", "unit",
    *(name for name in COLUMNS if name not in (
        "indicator", "region", "region_name", "period_kind", "period", "value", "unit")),
)  # fmt: skip
"""Columns of the template, in order."""

MOST_ROWS: Final = 200_000


class Place(NamedTuple):
    """A region that values are asked for."""

    code: str
    name: str


class Asked(NamedTuple):
    """Something that values are asked for; `place` where the plan asks for one place only."""

    name: str
    unit: str | None
    target: str
    baseline: str
    place: Place | None = None


def template_rows(
    plan: Plan, scope: Scope = "whole", years: Sequence[int] | None = None, *, commitments: bool = False
) -> polars.DataFrame:
    """The rows of the template, without values.

    Parameters
    ----------
    plan : Plan
        Its indicators are asked for, in their order.
    scope : {"whole", "parts", "all"}
        For the plan's region, for each part of it, or for both.
    years : sequence of int, optional
        The years asked for; those of the plan's period when left out.
    commitments : bool
        Whether commitments with a number are asked for as well; one about a part is asked for that part only.

    Returns
    -------
    polars.DataFrame
        Columns `SHOWN`: texts, and the numbers `value` and `growth_percent`, all null.

    Raises
    ------
    UsageError
        If the plan has no indicator, no region or no parts of one, no period and no years are given, or there would be
        too many rows.
    """
    wanted = [*_indicators(plan)]
    if commitments:
        known = {(each.name, each.unit) for each in wanted}
        wanted += [each for each in _commitments(plan) if (each.name, each.unit) not in known]
    if not wanted:
        accepted = "a plan with indicators" if commitments else "a plan with indicators, or --commitments"
        raise UsageError("the plan asks for nothing", where=plan.document.source, accepted=accepted)
    places = _places(plan, scope)
    listed = _years(plan, years)
    count = sum(1 if each.place else len(places) for each in wanted) * len(listed)
    if count > MOST_ROWS:
        found, accepted = f"{count} rows", f"at most {MOST_ROWS}: fewer years or regions"
        raise UsageError("the template would be too long", found=found, accepted=accepted)
    rows = [
        (each.name, place.code, place.name, each.target, each.baseline, "year", str(year), each.unit)
        for each in wanted
        for place in ((each.place,) if each.place else places)
        for year in listed
    ]
    given = ("indicator", "region", "region_name", TARGET, BASELINE, "period_kind", "period", "unit")
    frame = polars.DataFrame(rows, schema=dict.fromkeys(given, polars.String), orient="row")
    missing = [polars.lit(None, dtype=SCHEMA[name]).alias(name) for name in COLUMNS if name not in given]
    return frame.with_columns(missing).select(SHOWN)


def _indicators(plan: Plan) -> Iterator[Asked]:
    names = Counter(each.name for each in plan.indicators)
    for each in plan.indicators:
        # Two indicators of one name (of two groups) are told apart by their ids.
        name = each.name if names[each.name] == 1 else each.id
        yield Asked(name, _unit(each), _both(each), _stated(each.baseline))


def _unit(item: Indicator) -> str | None:
    return item.unit or next((each.unit for each in (item.target, item.cumulative) if each and each.unit), None)


def _both(item: Indicator) -> str:
    texts = [each.raw.strip() for each in (item.target, item.cumulative) if each is not None]
    return "；".join(text for text in texts if text)


def _stated(baseline: Baseline | None) -> str:
    if baseline is None:
        return ""
    period = baseline.period if isinstance(baseline.period, str) else "–".join(baseline.period or ())
    return f"{baseline.raw.strip()} ({period})" if period else baseline.raw.strip()


def _commitments(plan: Plan) -> Iterator[Asked]:
    seen: set[tuple[str, str | None, str | None]] = set()
    names = {part.code: part.name for part in plan.region.parts} if plan.region else {}
    for each in plan.commitments:
        if each.target.value is None or (each.subject, each.target.unit, each.region) in seen:
            continue
        seen.add((each.subject, each.target.unit, each.region))
        yield Asked(
            each.subject, each.target.unit, _raw(each.target), _stated(each.baseline), _place_of(each, plan, names)
        )


def _raw(target: Target) -> str:
    return f"{target.raw.strip()} ({target.by})" if target.by else target.raw.strip()


def _place_of(item: Commitment, plan: Plan, names: dict[str, str]) -> Place | None:
    if item.region is None or (plan.region is not None and item.region == plan.region.code):
        whole = plan.region
        return Place(whole.code or whole.name, whole.name) if whole is not None else None
    return Place(item.region, item.region_name or names.get(item.region, ""))


def _places(plan: Plan, scope: Scope) -> tuple[Place, ...]:
    region = plan.region
    if region is None:
        accepted = "a plan whose region was read"
        raise UsageError("the plan names no region", where=plan.document.source, accepted=accepted)
    whole = Place(region.code or region.name, region.name)
    parts = tuple(Place(part.code, part.name) for part in region.parts)
    if scope != "whole" and not parts:
        found = f"{region.name} without parts"
        raise UsageError("the plan's region has no known parts", where="--regions", found=found, accepted="whole")
    return {"whole": (whole,), "parts": parts, "all": (whole, *parts)}[scope]


def _years(plan: Plan, years: Sequence[int] | None) -> list[int]:
    period = plan.period
    if years is None:
        if period.start is None or period.end is None:
            accepted = "--years 2021-2025"
            raise UsageError("the plan names no period", where=plan.document.source, accepted=accepted)
        years = range(period.start, period.end + 1)
    found = sorted(set(years))
    if not found or not EARLIEST <= found[0] <= found[-1] <= LATEST:
        said = f"{found[0]} to {found[-1]}" if found else "no year"
        raise UsageError("no such years", where="--years", found=said, accepted=f"{EARLIEST} to {LATEST}")
    return found
