"""Made-up plans and statistics of any size, alike on every run, for the bench of observations and assessments."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

import numpy
import openpyxl
import polars
from numpy.typing import NDArray

from milepost.observations.model import COLUMNS, SCHEMA
from milepost.observations.units import base_unit
from milepost.plans.concepts.model import Concept
from milepost.plans.concepts.table import concepts
from milepost.plans.model import Plan, Region, RegionPart
from milepost.plans.run import compile_plan

YEARS: Final = range(2005, 2025)
"""Years of made-up series; their plan runs from 2021 to 2025, and its baselines are those of 2020."""

_BASE_YEAR: Final = 2020
_PRINTED: Final = {
    "CNY": "亿元", "1": "%", "person": "万人", "t": "万吨", "mu": "万亩", "W": "万千瓦", "m3": "亿立方米",
}  # fmt: skip
_REGION: Final = Region("清河地区", "990000")
_SOURCES: Final = ("统计年鉴", "统计公报")


class Named(NamedTuple):
    """A figure that a made-up plan asks for, named as in real ones: its unit, its value in 2020, the most it can be."""

    concept: Concept
    unit: str
    base: float
    most: float

    @property
    def is_growth(self) -> bool:
        """Whether it is a yearly growth and no level."""
        return self.concept.change == "growth"


def named(indicators: int) -> list[Named]:
    """So many figures that plans ask for, levels and growth mixed as the table of concepts mixes them.

    >>> [each.concept.zh for each in named(2)]
    ['地区生产总值', '地区生产总值增长']
    """
    random = numpy.random.default_rng(1)
    usable = [
        each for each in concepts().values()
        if each.units[0] in _PRINTED and not each.safeguard and each.change in (None, "growth")
        and not each.zh[0].isdigit()
        and (each.units[0] == "1") == (each.nature == "rate") and each.direction in ("up", "down")
    ]  # fmt: skip
    assert indicators <= len(usable), f"there are names for {len(usable)} indicators only"
    found = []
    for each in usable[:indicators]:
        unit = _PRINTED[each.units[0]]
        known = base_unit(unit)
        factor = known.factor if known else 1.0
        most = each.high / factor if each.high is not None else numpy.inf
        usual = (4, 9) if each.change else (20, 70) if unit == "%" else (50, 5000)
        low, high = max(usual[0], (each.low or 0) / factor), min(usual[1], 0.8 * most)
        found.append(Named(each, unit, round(float(random.uniform(min(low, high), high)), 1), float(most)))
    return found


def made_up_plan(indicators: int, parts: int) -> Plan:
    """A plan with a table of so many indicators, read from a document, for a region of so many parts."""
    rows = [_table_row(number, each) for number, each in enumerate(named(indicators), 1)]
    head = "<tr><th>指标名称</th><th>2020年</th><th>2025年</th><th>年均/〔累计〕</th><th>属性</th></tr>"
    title = f"{_REGION.name}国民经济和社会发展第十四个五年规划纲要"
    table = "\n".join(["<table>", head, *rows, "</table>"])
    text = f"# {title}\n\n（2021—2025年）\n\n**专栏1 “十四五”时期经济社会发展主要指标**\n\n{table}\n"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plan.md")
        path.write_text(text, "utf-8")
        plan = compile_plan(path, "zh")
    assert len(plan.indicators) == indicators, f"{len(plan.indicators)} of {indicators} indicators were read"
    return replace(plan, region=replace(_REGION, parts=tuple(_parts(parts))))


def _table_row(number: int, figure: Named) -> str:
    up = figure.concept.direction == "up"
    goal = figure.base * (1.25 if up else 0.8)
    sign = "≥" if up else "≤"
    yearly = ("－", "－", f"{sign}{figure.base:.1f}")
    cells = yearly if figure.is_growth else (f"{figure.base:.1f}", f"{sign}{goal:.1f}", "—")
    attribute = "约束性" if number % 3 == 0 else "预期性"
    texts = (f"{number}.{figure.concept.zh}（{figure.unit}）", *cells, attribute)
    return "<tr>" + "".join(f"<td>{text}</td>" for text in texts) + "</tr>"


def _parts(count: int) -> list[RegionPart]:
    return [RegionPart(f"第{number}县", f"{990000 + number}", ()) for number in range(1, count + 1)]


def made_up_statistics(indicators: int, regions: int) -> polars.DataFrame:
    """Twenty yearly values of each indicator for the region and so many less one of its parts (columns of a file)."""
    figures = named(indicators)
    parts = _parts(regions - 1)
    places = polars.DataFrame(
        {"region": [_REGION.code, *(part.code for part in parts)],
         "region_name": [_REGION.name, *(part.name for part in parts)]}
    )  # fmt: skip
    about = polars.DataFrame(
        {"indicator": [each.concept.zh for each in figures], "unit": [each.unit for each in figures]}
    )
    years = polars.DataFrame({"period": [str(year) for year in YEARS]})
    rows = about.join(places, how="cross", maintain_order="left_right")
    rows = rows.join(years, how="cross", maintain_order="left_right")
    vintage = (polars.col("period").cast(polars.Int32) + 1).cast(polars.String) + "-03-31"
    late = polars.col("period").cast(polars.Int32) == YEARS[-1]
    given = rows.with_columns(
        value=polars.Series(_values(figures, regions).ravel()).round(2),
        period_kind=polars.lit("year"),
        bound=polars.lit("exact"),
        status=polars.when(late).then(polars.lit("preliminary")).otherwise(polars.lit("final")),
        source=polars.when(late).then(polars.lit(_SOURCES[1])).otherwise(polars.lit(_SOURCES[0])),
        source_kind=polars.when(late).then(polars.lit("official")).otherwise(polars.lit("yearbook")),
        vintage=vintage,
        access=polars.lit("public"),
        confidence=polars.lit("high"),
    )
    missing = {name: polars.lit(None, dtype=kind) for name, kind in SCHEMA.items() if name not in given.columns}
    return given.with_columns(**missing).select(COLUMNS)


def made_up_targets(count: int, years: int) -> tuple[polars.DataFrame, polars.DataFrame]:
    """So many targets without a plan, and the statistics of each for so many years up to 2024, known by its id."""
    random = numpy.random.default_rng(3)
    base = random.uniform(20, 120, count)
    goal = base * (1 + random.uniform(-0.1, 0.5, count))
    share = random.normal(0.8, 0.5, count)
    names = polars.select(polars.format("t{}", polars.int_range(count))).to_series()
    targets = polars.DataFrame({"target": names, "value": goal, "baseline": base}).with_columns(
        comparator=polars.lit("ge"), baseline_year=_BASE_YEAR, period_start=_BASE_YEAR + 1, period_end=_BASE_YEAR + 5
    )
    last = polars.DataFrame({"period": [str(year) for year in YEARS[-years:]]})
    way = polars.col("_pace") * (polars.col("period").cast(polars.Int32) - _BASE_YEAR)
    rows = (
        polars.DataFrame({"indicator": names, "_base": base, "_pace": (goal - base) * share / 5})
        .join(last, how="cross", maintain_order="left_right")
        .select(
            "indicator",
            "period",
            region=polars.lit("1"),
            period_kind=polars.lit("year"),
            value=polars.col("_base") + way,
            unit=polars.lit(None, dtype=polars.String),
        )
    )
    return targets, rows


def write_workbook(rows: polars.DataFrame, path: Path) -> None:
    """The rows as the one sheet of a workbook, headings first."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("observations")
    sheet.append(rows.columns)
    for row in rows.iter_rows():
        sheet.append(row)
    book.save(path)


def _values(figures: list[Named], regions: int) -> NDArray[numpy.float64]:
    """Walks through the values of 2020, of which the region has what its parts have; (indicators, regions, years)."""
    random = numpy.random.default_rng(2)
    shape = (len(figures), regions, len(YEARS))
    growth, shares, falls, base, most = (
        numpy.array(column)[:, None, None]
        for column in zip(
            *((each.is_growth, each.unit == "%", each.concept.direction == "down", each.base, each.most)
              for each in figures),
            strict=True,
        )
    )  # fmt: skip
    drift = numpy.where(falls, -0.03, 0.03)
    walk = numpy.cumsum(random.normal(drift, 0.01, (len(figures), 1, len(YEARS))) + random.normal(0, 0.01, shape), 2)
    walk -= walk[:, :, [YEARS.index(_BASE_YEAR)]]
    weights = random.dirichlet(numpy.full(max(regions - 1, 1), 5.0))
    part = numpy.where(shares, 1.0, numpy.concatenate([[1.0], weights[: regions - 1]])[None, :, None])
    values: NDArray[numpy.float64] = numpy.where(
        growth, base + random.normal(0, 1.0, shape), base * part * numpy.exp(walk)
    )
    values = numpy.minimum(values, most)
    if regions > 1:
        added, mean = values[:, 1:].sum(axis=1), values[:, 1:].mean(axis=1)
        values[:, 0] = numpy.where(shares[:, 0], mean, added)
    return values
