"""Figures of a communiqué as rows of observations: period, region, bound, and names that stand twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import polars

from milepost.checks.model import Words
from milepost.kernel.span import Span
from milepost.languages.reported import Reported, When
from milepost.observations.communiques.opening import Opening
from milepost.observations.importing import ImportOptions
from milepost.observations.model import SCHEMA, PeriodKind
from milepost.observations.units import base_unit

_BOUNDS = {"ge": "at_least", "gt": "at_least", "le": "at_most", "lt": "at_most"}
_SAME = 0.0051
"""How far two figures for one name may lie apart, as a share, to be one figure rounded twice (3.7亿元, 36950万元)."""


@dataclass(frozen=True, slots=True)
class Row:
    """A figure with the code and name of the region that it is of."""

    figure: Reported
    region: str
    region_name: str | None


@dataclass(frozen=True, slots=True)
class Laid:
    """Rows of observations, where each stood, and what is said of figures that made none."""

    table: polars.DataFrame
    places: tuple[str, ...]
    notes: tuple[Words, ...]


def period_of(when: When | None, default: When) -> tuple[PeriodKind, str]:
    """The period in the forms of the table of observations.

    >>> period_of(When("quarter", 1), When("year", 0, 2024)), period_of(When("year", 0, None, 1), When("year", 0, 2024))
    (('quarter', '2024-Q1'), ('year', '2023'))
    >>> period_of(When("year", 0, None, 1), When("half_year", 1, 2024))
    ('half_year', '2023-H1')
    """
    told = when or default
    if told.back and told.kind == "year":
        # 上年 in a report on a half-year is the same half of the year before.
        told = When(default.kind, default.number, told.year, told.back)
    year = told.year if told.year is not None else (default.year or 0) - told.back
    match told.kind:
        case "half_year":
            return "half_year", f"{year}-H{told.number}"
        case "quarter":
            return "quarter", f"{year}-Q{told.number}"
        case "month" | "year_to_date":
            return told.kind, f"{year}-{told.number:02}"
    return "year", str(year)


def laid(rows: Iterable[Row], opening: Opening, options: ImportOptions) -> Laid:
    """The table of observations; a name that stands twice for one period keeps its first figure."""
    kept: dict[tuple[str | None, ...], dict[str, object]] = {}
    spans: dict[tuple[str | None, ...], Span] = {}
    notes: list[Words] = []
    for each in rows:
        row = _record(each, opening, options)
        key = tuple(str(row[name]) for name in ("indicator", "region", "period_kind", "period", "basis"))
        if key not in kept:
            kept[key], spans[key] = row, each.figure.span
        elif _agree(kept[key], row):
            if kept[key]["growth_percent"] is None:
                kept[key]["growth_percent"] = row["growth_percent"]
        else:
            notes.append(_twice(row, kept[key], each.figure.span))
    table = polars.DataFrame(list(kept.values()), schema=SCHEMA)
    return Laid(table, tuple(told(span) for span in spans.values()), tuple(notes))


def told(span: Span) -> str:
    """Where something stands.

    >>> told(Span(120, 133))
    'characters 120–133'
    """
    return f"characters {span.start}–{span.end}"


def _twice(row: dict[str, object], first: dict[str, object], span: Span) -> Words:
    name, value, unit = row["indicator"], row["value"], row["unit"] or ""
    return Words(
        f"第{span.start}—{span.end}字：“{name}”同一时期已有数值{first['value']:g}{first['unit'] or ''}，"
        f"{value:g}{unit}未读入",
        f"{told(span)}: {name} already has the value {first['value']:g} {first['unit'] or ''} for this period; "
        f"{value:g} {unit} is not read",
    )


def _agree(first: dict[str, object], second: dict[str, object]) -> bool:
    """Whether two rows give one value, perhaps rounded twice."""
    one, other = base_unit(_text(first["unit"])), base_unit(_text(second["unit"]))
    if one is None or other is None or one.code != other.code:
        return first["value"] == second["value"] and first["unit"] == second["unit"]
    a, b = float(str(first["value"])) * one.factor, float(str(second["value"])) * other.factor
    return a == b or (one.factor != other.factor and abs(a - b) <= _SAME * max(abs(a), abs(b)))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _record(row: Row, opening: Opening, options: ImportOptions) -> dict[str, object]:
    figure = row.figure
    kind, period = period_of(figure.when, opening.when)
    return {
        "indicator": figure.name,
        "region": row.region,
        "region_name": row.region_name,
        "period_kind": kind,
        "period": period,
        "value": float(figure.value),
        "unit": figure.unit,
        "bound": _BOUNDS.get(figure.comparator or "", "exact"),
        "status": "preliminary" if figure.preliminary or opening.is_preliminary else None,
        "source": opening.source,
        "source_kind": options.source_kind or "official",
        "vintage": opening.vintage,
        "basis": figure.basis or options.basis,
        "access": options.access,
        "confidence": "medium" if figure.comparator == "approx" else None,
        "growth_percent": figure.growth,
        "note": figure.note,
    }
