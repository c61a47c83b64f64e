"""What a row's value cells come to: its baseline, its target, a second figure and its milestones."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from milepost.documents.model import Cell
from milepost.languages.indicator_words import IndicatorWords
from milepost.plans.indicator_cells import CellValue, parse_cell
from milepost.plans.indicator_columns import Column
from milepost.plans.indicator_rows import FigureRow
from milepost.plans.model import Baseline, Normalized, PlanPeriod, Relation, Target, TargetKind
from milepost.plans.normalizing import in_base_unit

_RUNS_OVER_PERIOD = frozenset({"annual_growth", "annual_average", "cumulative", "relative", "every_year"})


@dataclass(frozen=True, slots=True)
class Figures:
    """The value cells of a row, read. `targets` are those of the target and rate columns, from left to right."""

    baseline: Baseline | None
    targets: tuple[Target, ...]
    milestones: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class TableNotes:
    """What holds for all rows of a table: the plan's years, and whether （ ） marks sums over the period."""

    period: PlanPeriod
    round_brackets: bool


def figures_of(
    row: FigureRow, cells: Sequence[tuple[Column, Cell, str]], notes: TableNotes, words: IndicatorWords
) -> Figures:
    """Read a row's value cells, each given with its column and the text to read (a part of the cell's, or all)."""
    baseline: Baseline | None = None
    targets: list[tuple[int | None, Target]] = []
    milestones: list[Target] = []
    for column, cell, text in cells:
        narrow = unicodedata.normalize("NFKC", text)
        mark = words.cell.milestone.match(narrow)
        stated = narrow[mark.end() :] if mark else text
        value = parse_cell(stated, words.cell, round_brackets=notes.round_brackets)
        if value is None:
            continue
        if column.role == "baseline":
            baseline = baseline_of(value, column, cell, row, words) if baseline is None else baseline
            continue
        target = target_of(value, column, row, notes.period, words, key=mark["key"] if mark else None)
        if column.role == "milestones" or mark:
            milestones.append(target)
        else:
            targets.append((column.year, target))
            if value.second:
                targets.append((column.year, target_of(value.second, column, row, notes.period, words)))
    final, others = _final(targets, notes.period)
    return Figures(baseline, final, (*milestones, *others))


def _final(
    targets: Sequence[tuple[int | None, Target]], period: PlanPeriod
) -> tuple[tuple[Target, ...], tuple[Target, ...]]:
    """The targets for the plan's end, and those of other years, which are milestones."""
    years = {year for year, _ in targets if year is not None}
    if len(years) < 2:
        return tuple(target for _, target in targets), ()
    end = period.end if period.end in years else max(years)
    return (
        tuple(target for year, target in targets if year in (None, end)),
        tuple(_up_to(target, str(year)) for year, target in targets if year not in (None, end)),
    )


def _up_to(target: Target, year: str) -> Target:
    """A milestone's period: a sum runs up to its year, a growth rate is that of its year."""
    if target.period is None:
        return target
    return replace(target, period=(target.period[0] if target.kind == "cumulative" else year, year))


def baseline_of(value: CellValue, column: Column, cell: Cell, row: FigureRow, words: IndicatorWords) -> Baseline:
    """The starting value, for the year that its column or the cell itself names."""
    unit = _unit(value, row)
    period: str | tuple[str, str] | None = str(column.year) if column.year is not None else None
    if value.years:
        period = value.years[0] if len(set(value.years)) == 1 else (value.years[0], value.years[-1])
    comparator = value.comparator if value.value is not None else "none"
    return Baseline(period, value.value, comparator, value.raw, unit, _normalized(value, unit, words), cell.span)


def target_of(
    value: CellValue, column: Column, row: FigureRow, period: PlanPeriod, words: IndicatorWords, key: str | None = None
) -> Target:
    """The target that a cell states; `key` is the quarter or year that the cell itself names."""
    kind = kind_of(value, column, row, words)
    by = key or (str(column.year) if column.year is not None else None) or (str(period.end) if period.end else None)
    years = (str(period.start), str(period.end)) if period.start and period.end else None
    figure = value.value is not None
    unit = _unit(value, row) if figure else None
    if figure and kind == "annual_growth" and value.unit is None and unit is not None and not _is_percent(unit, words):
        unit = words.percent
    relation = Relation(value.relation, value.comparator) if value.relation else None
    return Target(
        kind=kind,
        comparator=value.comparator if figure or relation else "none",
        value=value.value,
        value_high=value.high,
        unit=unit,
        normalized=_normalized(value, unit, words),
        by=by,
        period=years if kind in _RUNS_OVER_PERIOD and key is None else None,
        certainty="strive" if value.strive else "firm",
        relative_to=relation,
        raw=value.raw,
    )


def kind_of(value: CellValue, column: Column, row: FigureRow, words: IndicatorWords) -> TargetKind:
    """The kind of target, from the cell, then its column's header, then the indicator's name."""
    if value.vague:
        return value.vague
    if value.relation:
        return "relative"
    if value.implied == "completion":
        return "completion"
    if value.bracketed:
        return "cumulative"
    named = f"{row.group} {row.name}" if row.group else row.name
    unit = _unit(value, row)
    percent = unit is None or _is_percent(unit, words)
    if words.name.average_growth.search(named) or (words.name.growth.search(named) and percent):
        return "annual_growth"
    if column.role == "rate":
        return _kind_of_rate(column, row, percent=percent, words=words)
    if words.name.cumulative.search(row.name) or words.name.cumulative.search(column.header):
        return "cumulative"
    return "count" if words.name.count.search(row.name) else "level"


def _kind_of_rate(column: Column, row: FigureRow, *, percent: bool, words: IndicatorWords) -> TargetKind:
    """The kind of a figure without brackets under 年均/累计 whose name says no growth."""
    grows = words.name.growth.search(column.header) is not None
    sums = words.name.cumulative.search(column.header) is not None
    own_percent = row.unit is not None and _is_percent(row.unit, words)
    if percent and not own_percent:
        return "annual_growth"  # 7% of an indicator in 亿元 is its growth
    if own_percent and not words.name.reduction.search(row.name):
        return "level"  # a rate stays a rate, whatever its column
    # 年均增长（%）/〔累计〕: sums stand in brackets, so what stands without is the growth.
    if grows and (not sums or "%" in column.header):
        return "annual_growth"
    mean = "均" in column.header or "average" in column.header.lower()
    return "annual_average" if mean else "cumulative"


def _unit(value: CellValue, row: FigureRow) -> str | None:
    """The unit behind the number: the cell's own, a bare magnitude joined to the row's."""
    if value.unit is None or row.unit is None:
        return value.unit or row.unit
    return (
        value.unit + row.unit
        if value.unit in ("万", "亿", "万亿") and not row.unit.startswith(value.unit)
        else value.unit
    )


def _is_percent(unit: str, words: IndicatorWords) -> bool:
    return words.normalize_unit(unicodedata.normalize("NFKC", unit)) == ("1", 0.01)


def _normalized(value: CellValue, unit: str | None, words: IndicatorWords) -> Normalized | None:
    base = words.normalize_unit(unit) or words.normalize_unit(unicodedata.normalize("NFKC", unit or ""))
    return in_base_unit(value.value, value.high, base)
