"""Assess: a plan and observations, as known on a date, become statuses with the figures and rows that prove them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from importlib import import_module

import polars
from polars import col, lit, when

from milepost.assessments.cases import Cases, cases_of, used_rows
from milepost.assessments.disagreement import disagreements
from milepost.assessments.doubting import doubts, with_stale
from milepost.assessments.gate import gate
from milepost.assessments.joint import joint
from milepost.assessments.parts import with_parts
from milepost.assessments.policy import methods_asked, verdicts, within_bounds
from milepost.assessments.result import ASSESSED, EVIDENCE, Assessment
from milepost.assessments.settings import AssessSettings, thresholds_of
from milepost.assessments.table import judged_by
from milepost.assessments.whereabouts import placed
from milepost.kernel.errors import UsageError
from milepost.observations.growth import with_growth
from milepost.observations.model import COLUMNS, REQUIRED, SCHEMA
from milepost.observations.places import regions
from milepost.observations.series import with_basis
from milepost.observations.vintages import Audience, chosen, known
from milepost.pathways.targets import targets_of, targets_table
from milepost.plans.model import Plan


def assess(
    plan: Plan,
    observations: polars.DataFrame,
    *,
    as_of: date | None = None,
    decisions: polars.DataFrame | None = None,
    pathways: polars.DataFrame | None = None,
    methods: Sequence[str] | None = None,
    settings: AssessSettings | None = None,
    audience: Audience = "internal",
    by_parts: bool = False,
) -> Assessment:
    """Where every target of a plan stands.

    Parameters
    ----------
    plan : Plan
        As compiled or loaded.
    observations : polars.DataFrame
        Columns of `milepost.observations.model.SCHEMA`, values and units as printed; optional columns may be missing.
    as_of : date, optional
        Only what was known on that day is used; today when not given.
    decisions : polars.DataFrame, optional
        What deferred targets wait for (`milepost.observations.decisions.DECISIONS`).
    pathways : polars.DataFrame, optional
        What each year asks for: `target`, `year`, `value` of what is followed in base units; `region` for parts.
    methods : sequence of str, optional
        Which methods to ask beside the leading ones; all when not given.
    settings : AssessSettings, optional
        The policy, cut points and tolerances.
    audience : {"internal", "public"}
        For the public only public observations are used.
    by_parts : bool
        Whether the parts of the region are held against the targets too.

    Returns
    -------
    Assessment
        Values in base units (55 % is 0.55), times in years (2025.0 is the end of 2025).

    Raises
    ------
    UsageError
        If a column of the observations is missing or a method is not known.

    >>> from milepost import read_text
    >>> plan = read_text("到2025年，森林覆盖率达到22%以上。", "zh")
    >>> rows = polars.DataFrame({"indicator": ["森林覆盖率"], "region": ["1"], "period_kind": ["year"],
    ...     "period": ["2023"], "value": [22.3], "unit": ["%"]})
    >>> assess(plan, rows, as_of=date(2024, 5, 1)).targets.select("name", "latest", "status", "early").row(0)
    ('森林覆盖率', 0.223, 'reached', True)
    """
    day = as_of or datetime.now().astimezone().date()
    table = targets_of(plan, decisions, day)
    if by_parts:
        table = with_parts(table, plan, pathways)
    placed = regions(_complete(observations), plan).rows
    return _assessed(table, placed, day, plan.document.language, pathways, methods, settings, audience)


def assess_targets(
    targets: polars.DataFrame,
    observations: polars.DataFrame,
    *,
    as_of: date | None = None,
    pathways: polars.DataFrame | None = None,
    methods: Sequence[str] | None = None,
    settings: AssessSettings | None = None,
    audience: Audience = "internal",
    language: str = "zh",
) -> Assessment:
    """The same for a table of targets that no plan document stands behind.

    Parameters
    ----------
    targets : polars.DataFrame
        Any of the columns of `milepost.pathways.model.TARGETS`, at least `target` and `value` (in base units); see
        `milepost.pathways.shaping.targets_table`.
    observations, as_of, pathways, methods, settings, audience
        As of `assess`.
    language : str
        Code of the language that the targets are named in.

    >>> targets = polars.DataFrame({"target": ["a"], "value": [60.0], "baseline": [50.0], "baseline_year": [2020],
    ...     "period_end": [2030], "comparator": ["ge"]})
    >>> rows = polars.DataFrame({"indicator": ["a"], "region": ["1"], "period_kind": ["year"], "period": ["2024"],
    ...     "value": [53.0], "unit": [""]})
    >>> found = assess_targets(targets, rows, as_of=date(2025, 5, 1)).targets
    >>> found.select("way", "time", "status").row(0)
    (0.3, 0.4, 'at_risk')
    """
    day = as_of or datetime.now().astimezone().date()
    table = targets_table(targets)
    return _assessed(table, _complete(observations), day, language, pathways, methods, settings, audience)


def _complete(observations: polars.DataFrame) -> polars.DataFrame:
    """The observations with all columns of the format."""
    missing = [name for name in REQUIRED if name not in observations.columns]
    if missing:
        found = ", ".join(observations.columns)
        raise UsageError("columns are missing", where="observations", found=found, accepted=", ".join(missing))
    return observations.with_columns(
        col(name).cast(kind) if name in observations.columns else lit(None, dtype=kind()).alias(name)
        for name, kind in SCHEMA.items()
    ).select(COLUMNS)


def _assessed(
    targets: polars.DataFrame,
    observations: polars.DataFrame,
    day: date,
    language: str,
    pathways: polars.DataFrame | None,
    methods: Sequence[str] | None,
    settings: AssessSettings | None,
    audience: Audience,
) -> Assessment:
    settings = settings or AssessSettings()
    seen = _with_basis_of_items(known(with_growth(observations), day, audience), targets)
    rows = chosen(seen, settings.sources)
    table = placed(targets, rows, language)
    made = cases_of(table, rows, language=language, settings=settings, pathways=pathways)
    asked = methods_asked(methods or settings.methods, settings.leading)
    outcomes = {name: _judged(name, made.cases, settings) for name in asked}
    progress = outcomes.get("time_progress")
    if progress is None:
        progress = _judged("time_progress", made.cases, settings)
    outcomes = within_bounds(outcomes, made.cases)
    context = with_stale(made.context, day, settings)
    verdict = verdicts(context, made.cases, outcomes, settings.leading, progress)
    differing, differs = disagreements(table, outcomes)
    chance = _chance(outcomes, table.height)
    targets_seen = _targets(context, made.cases, progress, verdict, doubts(context, settings), differs, chance)
    return Assessment(
        as_of=day,
        audience=audience,
        targets=targets_seen,
        gate=gate(context, targets_seen["status"]),
        disagreements=differing,
        matches=made.matches,
        outcomes=outcomes,
        prove=partial(_evidence, made, table.select("target", "region")),
        foretell=partial(joint, table, made.cases) if "probability" in outcomes else None,
        leading=settings.leading,
        leading_reason=settings.reason,
    )


def _with_basis_of_items(rows: polars.DataFrame, targets: polars.DataFrame) -> polars.DataFrame:
    """The rows with their basis; those that name an item by its id say by the item's name what they measure.

    An id says nothing of prices or coverage, and of a million ids none need be read.
    """
    items = targets.select("item", "name").unique("item", keep="first")
    names = items.select(indicator="item", _name=when(col("name") != col("item")).then("name").otherwise(lit("")))
    joined = rows.join(names, on="indicator", how="left", maintain_order="left")
    read = with_basis(joined.with_columns(_given="indicator", indicator=polars.coalesce("_name", "indicator")))
    return read.with_columns(indicator="_given").drop("_given", "_name")


def _judged(method: str, cases: polars.DataFrame, settings: AssessSettings) -> polars.DataFrame:
    cuts = thresholds_of(method, settings.thresholds.get(method, {}))
    if cuts is None:
        return judged_by(method, cases)
    module = import_module(f"milepost.assessments.methods.{method}")
    outcome: polars.DataFrame = module.judge(cases, thresholds=cuts)
    return outcome


def _chance(outcomes: Mapping[str, polars.DataFrame], count: int) -> polars.Series:
    """The chance of each target, where it was asked for and can be told."""
    told = outcomes.get("probability")
    if told is None:
        return polars.Series("chance", [None], dtype=polars.Float64).new_from_index(0, count)
    return told.select(chance=when(col("status").is_not_null()).then("value")).to_series()


def _targets(
    context: polars.DataFrame,
    cases: polars.DataFrame,
    progress: polars.DataFrame,
    verdict: polars.DataFrame,
    doubted: polars.DataFrame,
    differs: polars.Series,
    chance: polars.Series,
) -> polars.DataFrame:
    """The main table: what each target is, what was seen of it, and where it stands."""
    on_the_way = cases.select(_way=col("form") == "path").to_series()
    figures = progress.select(
        way="value", time="time_share", pace="pace", pace_needed="pace_needed", still_needed="still_needed"
    ).select(
        when(on_the_way).then(col(name)).alias(name) for name in ("way", "time", "pace", "pace_needed", "still_needed")
    )
    own = cases.select("form", "current", "current_time", "current_bound", "expected", "met", "due").hstack([chance])
    frame = context.drop("form", "current", "current_time", strict=False).hstack(own)
    frame = frame.hstack(figures).hstack(verdict).hstack(doubted).with_columns(differs.alias("disagree"))
    rated = ~col("status").is_in(["no_data", "not_assessable"])
    frame = frame.with_columns(
        confidence=when(rated).then("confidence"),
        obstacle="obstacle",
        rivals=when(col("indicator").is_not_null()).then("rivals"),
    )
    return frame.select(col(name).cast(kind) for name, kind in ASSESSED.items())


def _evidence(made: Cases, targets: polars.DataFrame) -> polars.DataFrame:
    """The observations that the targets rest on."""
    names = targets.select("target", target_region="region").with_row_index("place")
    used = used_rows(made).join(made.rows, on="row", how="inner", maintain_order="left")
    told = used.join(names, on="place", how="left", maintain_order="left")
    order = ["place", "use", "year", "period"]
    descending = [False, True, False, False]
    return told.sort(order, descending=descending).select(col(name).cast(kind) for name, kind in EVIDENCE.items())
