"""Faults put into clean panels of observations, to measure how many are found and what is found besides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy
import polars

from milepost.observations.model import SCHEMA
from milepost.observations.run import check_observations

Rows = list[dict[str, object]]
Random = numpy.random.Generator

NAMES = {
    "gdp": "地区生产总值",
    "urbanisation": "常住人口城镇化率",
    "tertiary share": "第三产业占比",
    "fixed investment": "固定资产投资",
    "population": "常住人口",
}
PERSONS = frozenset(("persons", "人"))


@dataclass(frozen=True)
class Put:
    """A fault that was put in: its kind, the codes of findings that would be right, and the series it is in."""

    kind: str
    codes: frozenset[str]
    indicator: str
    region: str


@dataclass(frozen=True)
class Measured:
    """How many faults of each kind were put in and found, and the findings that answer to none."""

    put: dict[str, int]
    found: dict[str, int]
    alarms: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share of the faults that was found."""
        return sum(self.found.values()) / sum(self.put.values())


def panel(path: Path) -> polars.DataFrame:
    """A panel (series, indicator, region, year, value, unit) as a table of observations."""
    read = polars.read_csv(path, infer_schema=False)
    named = read.select(
        indicator=polars.col("indicator").replace(NAMES),
        region="region",
        period_kind=polars.lit("year"),
        period="year",
        value=polars.col("value").cast(polars.Float64),
        unit="unit",
        source=polars.lit("yearbook"),
        source_kind=polars.lit("yearbook"),
    )
    missing = [polars.lit(None, dtype=kind).alias(name) for name, kind in SCHEMA.items() if name not in named.columns]
    return named.with_columns(missing).select(list(SCHEMA))


def made_up_panel(random: Random, regions: int = 12, years: int = 14) -> polars.DataFrame:
    """A panel of three indicators that move as statistics do: by a trend of their own and a little noise."""
    rows: Rows = []
    for region in range(regions):
        for indicator, unit, start, pace, noise in (
            ("地区生产总值", "亿元", 300, 0.07, 0.03),
            ("常住人口", "人", 800_000, 0.004, 0.003),
            ("粮食产量", "万吨", 90, 0.015, 0.04),
        ):
            level = start * float(random.uniform(0.4, 2.5))
            own = pace * float(random.uniform(0.4, 1.6))
            for year in range(2010, 2010 + years):
                level *= float(numpy.exp(own + noise * random.standard_normal()))
                value = float(round(level)) if unit == "人" else round(level, 2)
                rows.append(_row(indicator, f"6542{region:02}", str(year), value, unit))
    return polars.DataFrame(rows, schema=SCHEMA)


def _row(indicator: str, region: str, period: str, value: float, unit: str | None, **more: object) -> dict[str, object]:
    row: dict[str, object] = dict.fromkeys(SCHEMA)
    row |= {
        "indicator": indicator, "region": region, "period_kind": "year", "period": period, "value": value, "unit": unit,
        "source": "yearbook", "source_kind": "yearbook",
    }  # fmt: skip
    return row | more


def _middle(rows: Rows, random: Random) -> dict[str, object]:
    """One row of a series, neither its first two nor its last three."""
    return rows[int(random.integers(2, len(rows) - 3))]


def _value(row: dict[str, object]) -> float:
    return float(str(row["value"]))


def slip_once(rows: Rows, random: Random) -> Rows:
    """One value in a unit that is 10 to 10,000 times larger or smaller."""
    row = _middle(rows, random)
    row["value"] = _value(row) * 10.0 ** int(random.choice([-4, -3, -2, -1, 1, 2, 3, 4]))
    return rows


def slip_from(rows: Rows, random: Random) -> Rows:
    """The last values in a smaller unit."""
    power = int(random.choice([-4, -3, 3, 4]))
    for row in rows[-int(random.integers(1, 4)) :]:
        row["value"] = _value(row) * 10.0**power
    return rows


def spike(rows: Rows, random: Random) -> Rows:
    """One value two and a half times what it was, or two fifths of it."""
    row = _middle(rows, random)
    row["value"] = round(_value(row) * float(random.choice([0.4, 2.5])), 2)
    return rows


def gap(rows: Rows, random: Random) -> Rows:
    """A year left out."""
    rows.remove(_middle(rows, random))
    return rows


def negative(rows: Rows, random: Random) -> Rows:
    """A number of persons, or output, below zero."""
    row = _middle(rows, random)
    row["value"] = -_value(row)
    return rows


def second_source(rows: Rows, random: Random) -> Rows:
    """Another source with another value."""
    row = _middle(rows, random)
    other = dict(row) | {"source": "newspaper", "source_kind": "media", "value": round(_value(row) * 1.04, 4)}
    return [*rows, other]


def wrong_growth(rows: Rows, random: Random) -> Rows:
    """A growth stated that is not that of the levels."""
    place = int(random.integers(2, len(rows) - 3))
    growth = (_value(rows[place]) / _value(rows[place - 1]) - 1) * 100
    rows[place]["growth_percent"] = round(growth + float(random.choice([-3, 3])), 1)
    return rows


def smaller_year(rows: Rows, random: Random) -> Rows:
    """A year to date above its year."""
    row = _middle(rows, random)
    part = dict(row) | {"period_kind": "year_to_date", "period": f"{row['period']}-09", "value": _value(row) * 1.1}
    return [*rows, part]


def same_as_months(rows: Rows, random: Random) -> Rows:
    """A year to date stored as the year."""
    row = _middle(rows, random)
    return [*rows, dict(row) | {"period_kind": "year_to_date", "period": f"{row['period']}-10"}]


def falling_months(rows: Rows, random: Random) -> Rows:
    """A year to date that falls."""
    row = _middle(rows, random)
    months = [("03", 0.2), ("06", 0.6), ("09", 0.5)]
    parts = [
        dict(row)
        | {"period_kind": "year_to_date", "period": f"{row['period']}-{month}", "value": round(_value(row) * of, 2)}
        for month, of in months
    ]
    return [*rows, *parts]


def carried_forward(rows: Rows, random: Random) -> Rows:
    """A value that stands for three years."""
    place = int(random.integers(2, len(rows) - 5))
    for row in rows[place + 1 : place + 3]:
        row["value"] = rows[place]["value"]
    return rows


def too_early(rows: Rows, random: Random) -> Rows:
    """A value known before its year was over."""
    row = _middle(rows, random)
    row["vintage"] = f"{row['period']}-08-15"
    return rows


def other_basis(rows: Rows, random: Random) -> Rows:
    """A value on another basis beside one whose basis is stated."""
    row = _middle(rows, random)
    row["basis"] = "不含兵团"
    return [*rows, dict(row) | {"basis": "含兵团", "value": round(_value(row) * 1.1, 2)}]


def ceased(rows: Rows, random: Random) -> Rows:  # noqa: ARG001 - every kind is called alike
    """The last three years missing."""
    return rows[:-3]


def without_source(rows: Rows, random: Random) -> Rows:
    """A value without a source."""
    _middle(rows, random)["source"] = None
    return rows


def planned(rows: Rows, random: Random) -> Rows:
    """A planned value among the others."""
    _middle(rows, random)["status"] = "plan"
    return rows


KINDS: dict[str, tuple[Callable[[Rows, Random], Rows], frozenset[str], Callable[[Rows], bool]]] = {}
"""Name → how it is put in, which findings are right, and which series it can be put in."""


def _kind(put: Callable[[Rows, Random], Rows], codes: str, fits: Callable[[Rows], bool] = lambda _: True) -> None:
    KINDS[put.__name__] = (put, frozenset(codes.split()), fits)


def _is_flow(rows: Rows) -> bool:
    return rows[0]["indicator"] in ("地区生产总值", "粮食产量")


def _is_quantity(rows: Rows) -> bool:
    return rows[0]["indicator"] in ("常住人口", "粮食产量")


def _is_steady(rows: Rows) -> bool:
    """Whether no year differs from the one before by more than a quarter."""
    values = [_value(row) for row in rows]
    return all(before > 0 and 0.75 < after / before < 1.33 for before, after in pairwise(values))


def _is_unlimited(rows: Rows) -> bool:
    return _is_steady(rows) and rows[0]["unit"] != "%"


_kind(slip_once, "OB04 OB02", _is_steady)
_kind(slip_from, "OB04 OB02", _is_steady)
_kind(spike, "OB03 OB02", _is_unlimited)
_kind(gap, "OB01")
_kind(negative, "OB02 OB03", lambda rows: rows[0]["indicator"] in NAMES.values() or rows[0]["indicator"] == "粮食产量")
_kind(second_source, "OB05")
_kind(wrong_growth, "OB07", _is_quantity)
_kind(smaller_year, "OB08", _is_flow)
_kind(same_as_months, "OB09", _is_flow)
_kind(falling_months, "OB10", _is_flow)
_kind(carried_forward, "OB20", lambda rows: len({row["value"] for row in rows}) == len(rows))
_kind(too_early, "OB22")
_kind(other_basis, "OB06")
_kind(ceased, "OB19")
_kind(without_source, "OB24")
_kind(planned, "OB25 OB01")


def with_faults(clean: polars.DataFrame, each: int, random: Random) -> tuple[polars.DataFrame, list[Put]]:
    """The panel with so many faults of each kind, no two in one series; kinds that no series fits are left out."""
    order = ["indicator", "region"]
    series = {key: group.sort("period").to_dicts() for key, group in clean.group_by(*order, maintain_order=True)}
    free = [key for key, rows in series.items() if len(rows) >= 9 and all(row["value"] is not None for row in rows)]
    random.shuffle(free)
    put: list[Put] = []
    for name, (change, codes, fits) in KINDS.items():
        chosen = [key for key in free if fits(series[key])][:each]
        for key in chosen:
            free.remove(key)
            series[key] = change(series[key], random)
            put.append(Put(name, codes, str(key[0]), str(key[1])))
    return polars.DataFrame([row for rows in series.values() for row in rows], schema=SCHEMA), put


def measured(clean: polars.DataFrame, each: int, random: Random) -> Measured:
    """Put faults in, check, and count: a fault is found by a finding of a right kind with a row of its series."""
    before = {(finding.id, row.indicator, row.region) for finding in check_observations(clean) for row in finding.rows}
    faulty, put = with_faults(clean, each, random)
    said = []
    for finding in check_observations(faulty):
        where = {(row.indicator, row.region) for row in finding.rows}
        new = {series for series in where if (finding.id, *series) not in before}
        if new:
            said.append((finding, new))
    kinds = dict.fromkeys((one.kind for one in put), 0)
    found = dict(kinds)
    for one in put:
        kinds[one.kind] += 1
        found[one.kind] += any(
            finding.code in one.codes and (one.indicator, one.region) in where for finding, where in said
        )
    faulty_series = {(one.indicator, one.region): one for one in put}
    alarms = [
        f"{finding.code} {finding.message.en}"
        for finding, where in said
        if not any(series in faulty_series and _answers(finding.code, faulty_series[series]) for series in where)
    ]
    return Measured(kinds, found, tuple(alarms))


def _answers(code: str, put: Put) -> bool:
    return code in put.codes
