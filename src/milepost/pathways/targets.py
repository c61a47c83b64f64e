"""Every target of a plan in one form: what is followed, from where, to what, by when; and what cannot be assessed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any, Final

import polars

from milepost.languages.model import Language
from milepost.languages.table import check_words_of, language_named
from milepost.observations.basis import basis_of_name, dimension_of
from milepost.observations.units import POINT, base_unit
from milepost.pathways.decided import with_decisions
from milepost.pathways.model import TARGETS
from milepost.pathways.shaping import shaped, targets_table
from milepost.plans.concepts.matching import concept_of, naming_of
from milepost.plans.concepts.model import Change
from milepost.plans.concepts.table import concept
from milepost.plans.model import Baseline, Commitment, Indicator, Number, Plan, Target

__all__ = ["targets_of", "targets_table"]

_TINY: Final = 1e-9
Row = dict[str, Any]


def targets_of(plan: Plan, decisions: polars.DataFrame | None = None, as_of: date | None = None) -> polars.DataFrame:
    """All targets of a plan: those of its indicators, with their cumulative and interim ones, and its commitments.

    What kinds mean is in `milepost.pathways.shaping`. A commitment that names no date is to be done by the end of the
    plan: `by` stays null, `goal_time` is the plan's end. A schooling of 11.3 years, of which 0.3 are to be gained,
    starts at 11.0 though the plan does not say so: `baseline` stays null, `start` is 11.0.

    Parameters
    ----------
    plan : Plan
        Values are taken in base units.
    decisions : polars.DataFrame, optional
        What deferred targets wait for (`milepost.observations.decisions.DECISIONS`).
    as_of : date, optional
        Decisions of later days are not used; today when it is not given.

    Returns
    -------
    polars.DataFrame
        With the columns of `milepost.pathways.model.TARGETS`, in the order of the plan.

    >>> from milepost import read_text
    >>> plan = read_text("到2025年，单位GDP能耗累计降低13.5%，城镇新增就业年均2万人。", "zh")
    >>> targets_of(plan).select("name", "measure", "goal", "wanted").rows()
    [('单位GDP能耗降低', 'reduction', 0.865, -1), ('城镇新增就业', 'sum', None, 1)]
    """
    language = language_named(plan.document.language)
    rows = [row for indicator in plan.indicators for row in _of_indicator(indicator, plan, language)]
    rows += [row for commitment in plan.commitments for row in _of_commitment(commitment, plan, language)]
    table = polars.DataFrame(rows, schema=TARGETS, orient="row")
    table = _with_baselines_of_indicators(table)
    if decisions is not None:
        table = with_decisions(table, decisions, as_of, plan.document.language)
    return shaped(table)


def _of_indicator(indicator: Indicator, plan: Plan, language: Language) -> Iterator[Row]:
    region = plan.region
    about: Row = {
        "item": indicator.id,
        "item_kind": "indicator",
        "name": indicator.name,
        "concept": indicator.concept,
        "category": indicator.category,
        "attribute": indicator.attribute,
        "unit": indicator.unit,
        "region": region.code if region else None,
        "region_name": region.name if region else None,
    }
    named = [("", indicator.target), ("cumulative", indicator.cumulative)]
    rows = list(_of_targets(about, named, indicator.milestones, indicator.baseline, plan, language))
    _derive_start(rows)
    yield from rows


def _of_commitment(commitment: Commitment, plan: Plan, language: Language) -> Iterator[Row]:
    about: Row = {
        "item": commitment.id,
        "item_kind": "commitment",
        "name": commitment.subject,
        "concept": commitment.concept,
        "section": commitment.section,
        "region": commitment.region or (plan.region.code if plan.region else None),
        "region_name": commitment.region_name or (plan.region.name if plan.region else None),
    }
    yield from _of_targets(about, [("", commitment.target)], commitment.milestones, commitment.baseline, plan, language)


def _of_targets(
    about: Row,
    named: list[tuple[str, Target | None]],
    milestones: tuple[Target, ...],
    baseline: Baseline | None,
    plan: Plan,
    language: Language,
) -> Iterator[Row]:
    taken: set[str] = set()
    every = [*named, *((each.by or "milestone", each) for each in milestones)]
    for ending, target in every:
        if target is None:
            continue
        name = f"{about['item']}:{ending}" if ending else about["item"]
        count = 1
        while name in taken:
            count += 1
            name = f"{about['item']}:{ending}.{count}"
        taken.add(name)
        yield {"target": name, **about, **_of_target(about, target, baseline, plan, language)}


def _of_target(about: Row, target: Target, baseline: Baseline | None, plan: Plan, language: Language) -> Row:
    code, factor, value, high = _in_base_units(target, about.get("unit"))
    identity, change = _changed(about["name"], about["concept"], target, code, language)
    gain = _gain(about["name"], identity, target, code, baseline, language)
    start, end = _period(target, plan)
    row: Row = {
        "concept": identity,
        "change": change,
        "kind": target.kind,
        "comparator": target.comparator,
        "value": value,
        "value_high": high,
        "unit": target.unit or about.get("unit"),
        "unit_code": code,
        "unit_factor": factor,
        "raw": target.raw,
        "by": target.by,
        "certainty": target.certainty,
        "period_start": start,
        "period_end": end,
        "basis": _basis(about["name"], identity),
    }
    if gain is not None:
        row |= {"measure": "change", "change": gain}
    if _moves_people(about["name"], target.unit, language):
        row["obstacle"] = "safeguard"
    if target.relative_to is not None:
        row["relative_to"] = _related(target.relative_to.indicator, plan)
        row["relative_comparator"] = target.relative_to.comparator
    return row | _baseline(baseline, code, plan)


def _in_base_units(target: Target, own_unit: str | None) -> tuple[str | None, float | None, float | None, float | None]:
    """Code and factor of the unit, the value and the upper value in base units; percentage points are kept apart."""
    normalized = target.normalized
    printed = target.unit or own_unit
    unit = base_unit(printed) if printed or target.value is not None else None
    code, factor = (unit.code, unit.factor) if unit else (None, None)
    if normalized is None:
        return code, factor, target.value, target.value_high
    if code != POINT:
        code = normalized.unit
        scaled = target.value and normalized.value / target.value
        factor = scaled or (factor if unit and unit.code == code else 1.0)
    return code, factor, normalized.value, normalized.value_high


def _changed(
    name: str, identity: str | None, target: Target, code: str | None, language: Language
) -> tuple[str | None, Change | None]:
    """The concept that is followed and how it is to change, where only the name says so.

    森林覆盖率提高3个百分点 is followed by forest cover, 失业率下降1个百分点 by unemployment, falling. A fall in
    percent of what no concept is known for is still a fall.
    """
    known = concept(identity) if identity else None
    said = _said(name, language.code)
    if code == POINT:
        base = known.base if known and known.change else identity
        return base or _stem_concept(name, language.code), said or (known.change if known else None)
    percent = target.unit is not None and code == "1" and (base_unit(target.unit) or (code, 1.0))[1] < 1
    grown = _grown(identity, target, percent=percent)
    return grown or identity, said if known is None and percent and said == "fall" else None


def _grown(identity: str | None, target: Target, *, percent: bool) -> str | None:
    """The concept of the growth of what is measured otherwise, where a rate or a multiple of it is asked for.

    地区生产总值 680 亿元，年均增长 7% are two targets of one item; 翻一番 is growth, at the prices of growth.
    """
    known = concept(identity) if identity else None
    if known is None or known.change or "1" in known.units:
        return None
    fold = target.kind in ("level", "share") and target.normalized is not None and target.normalized.unit == "1"
    rate = percent and target.kind == "annual_growth"
    growth = concept(f"{known.id}_growth") if rate or (fold and not percent) else None
    return growth.id if growth else None


def _gain(
    name: str, identity: str | None, target: Target, code: str | None, baseline: Baseline | None, language: Language
) -> Change | None:
    """How what stands at a level is to change, where the name says so and the figure is the size of the change.

    人均预期寿命提高 1 岁 is no level of one year. Percentages are left out: 提高 4% may be either.
    """
    known = concept(identity) if identity else None
    standing = known is not None and known.change is None and known.nature in ("stock", "rate")
    if not standing or target.kind != "level" or code in ("1", POINT, None) or baseline is not None:
        return None
    return _said(name, language.code)


@lru_cache(maxsize=4096)
def _said(name: str, language: str) -> Change | None:
    naming = naming_of(language)
    stems = naming.stems(naming.plain(name)) if naming else []
    return next((change for _, change in stems if change is not None), None)


@lru_cache(maxsize=4096)
def _stem_concept(name: str, language: str) -> str | None:
    naming = naming_of(language)
    stems = naming.stems(naming.plain(name)) if naming else []
    return next((found for words, _ in stems if (found := concept_of(words, "%", language)) is not None), None)


def _period(target: Target, plan: Plan) -> tuple[int | None, int | None]:
    """First and last year that the target is about: its own, else from the plan's first year to its date."""
    if target.period is not None:
        first, last = (_year(each) for each in target.period)
        return first, last
    by = _year(target.by)
    return plan.period.start, by or plan.period.end


def _year(text: str | None) -> int | None:
    digits = (text or "")[:4]
    return int(digits) if len(digits) == 4 and digits.isdigit() else None


def _baseline(baseline: Baseline | None, code: str | None, plan: Plan) -> Row:
    """The baseline in base units, if it is given in the target's own kind of unit."""
    if baseline is None or baseline.value is None:
        return {}
    normalized = baseline.normalized
    value: Number = normalized.value if normalized else baseline.value
    if normalized and code and normalized.unit != ("1" if code == POINT else code):
        return {}
    period = baseline.period if isinstance(baseline.period, str) or baseline.period is None else baseline.period[1]
    year = _year(period)
    before = plan.period.start - 1 if plan.period.start else None
    return {
        "baseline": value,
        "baseline_comparator": baseline.comparator,
        "baseline_year": before if year is None else year,
    }


def _basis(name: str, identity: str | None) -> list[str]:
    """On which basis the target is meant: what its name says, then what is usual for its concept."""
    stated = basis_of_name(name)
    known = concept(identity) if identity else None
    dimensions = {dimension_of(code) for code in stated}
    usual = {code for code in known.basis if dimension_of(code) not in dimensions} if known else set()
    return sorted(stated | usual)


def _related(words: str, plan: Plan) -> str | None:
    """The item that a target is held against, else the concept; None when no figure bears such a name."""
    if any(words == indicator.id for indicator in plan.indicators):
        return words
    language = plan.document.language
    identity = concept_of(words, "%", language) or concept_of(words, None, language)
    if identity is None:
        return next((each.id for each in plan.indicators if each.name == words), None)
    return next((each.id for each in plan.indicators if each.concept == identity), identity)


def _moves_people(name: str, unit: str | None, language: Language) -> bool:
    """Whether a target counts people being moved, though no concept says so: such a number is never scored."""
    words = check_words_of(language.code).safeguards
    counted = unit is None or words.people.search(language.fold(unit)) is not None
    folded = language.fold(name)
    return counted and (words.moved.search(folded) or words.structural.search(folded)) is not None


def _with_baselines_of_indicators(table: polars.DataFrame) -> polars.DataFrame:
    """The text repeats targets of the headline table, whose baseline then holds for both."""
    same = ["concept", "region", "unit_code"]
    stated = ["baseline", "baseline_comparator", "baseline_year"]
    whole = (polars.col("item_kind") == "indicator") & (polars.col("target") == polars.col("item"))
    table_rows = table.filter(whole & polars.col("baseline").is_not_null() & polars.col("concept").is_not_null())
    # Two rows of one concept are about two parts of it, and which is meant nobody says.
    alone = table_rows.filter(~polars.struct(same).is_duplicated()).select(*same, "name", *stated)
    joined = table.join(alone, on=same, how="left", suffix="_told", maintain_order="left")
    takes = (polars.col("item_kind") == "commitment") & polars.col("baseline").is_null()
    return joined.with_columns(
        polars.when(takes).then(f"{name}_told").otherwise(name).alias(name) for name in stated
    ).select(*TARGETS)


def _derive_start(rows: list[Row]) -> None:
    """11.3 years with a gain of 0.3 started at 11.0: the table does not say so, but it follows."""
    whole = next((row for row in rows if row["target"] == row["item"]), None)
    gain = next((row for row in rows if row["target"].endswith(":cumulative")), None)
    if whole is None or gain is None or whole.get("baseline") is not None or whole["unit_code"] != gain["unit_code"]:
        return
    known = concept(whole["concept"]) if whole["concept"] else None
    if known is None or known.nature == "flow" or known.change or whole["kind"] not in ("level", "share"):
        return
    if whole["value"] is not None and gain["value"] and gain["kind"] == "cumulative":
        fall = known.direction == "down"
        whole["start"] = round(whole["value"] + (gain["value"] if fall else -gain["value"]), 12)
        whole["start_time"] = float(whole["period_start"] - 1) if whole["period_start"] else None
