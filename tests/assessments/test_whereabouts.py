"""Targets of a plan whose region has no code: held against observations of their own region, and of no other."""

from __future__ import annotations

from datetime import date

import polars

import milepost
from milepost.assessments.run import assess

PLAN = milepost.read_text("到2025年，地区生产总值达到680亿元，石桥县地区生产总值突破150亿元。", "zh")


def observed(*rows: tuple[str, str, float]) -> polars.DataFrame:
    """Observations of GDP in 2023: region, its name, value."""
    return polars.DataFrame(
        [
            {"indicator": "地区生产总值", "region": code, "region_name": name, "period_kind": "year", "period": "2023",
             "value": value, "unit": "亿元"}
            for code, name, value in rows
        ]
    )  # fmt: skip


def latest(*rows: tuple[str, str, float]) -> dict[str, float | None]:
    """By name of the target the value that it was held against, in 亿元."""
    targets = assess(PLAN, observed(*rows), as_of=date(2024, 5, 31)).targets
    return {name: value and value / 1e8 for name, value in targets.select("name", "latest").iter_rows()}


def test_a_part_is_not_held_against_the_whole() -> None:
    """The county's target has no data while only the whole region is observed."""
    found = latest(("q", "清河地区", 590.4))
    assert found["地区生产总值"] == 590.4
    assert found["石桥县地区生产总值"] is None


def test_a_part_is_held_against_its_own_region() -> None:
    """Once the county is observed, by the name that its target begins with."""
    assert latest(("q1", "石桥县", 101.5), ("q", "清河地区", 590.4))["石桥县地区生产总值"] == 101.5
