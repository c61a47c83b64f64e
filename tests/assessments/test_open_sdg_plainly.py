"""Open SDG's rule once more, case by case in plain Python: the columns of the method say the same."""

from __future__ import annotations

import random
from typing import Any

import pytest

from milepost.assessments.forms import statcan_series

CLASSES = ["substantial_progress", "moderate_progress", "limited_progress", "deterioration"]


def coefficient(base: float, limit: float) -> float:
    """How far thresholds shrink near a limit."""
    base, limit = abs(base), abs(limit)
    if base >= 2 * limit:
        return 1.0
    return 1 - (base / limit) ** 4.44 if base <= limit else 1 - ((2 * limit - base) / limit) ** 4.44


def growth(first: float, last: float, years: float) -> float:
    """The compound annual growth rate."""
    return float((last / first) ** (1 / years) - 1)


def plainly(row: dict[str, Any]) -> tuple[float | None, str, float | None]:
    """Progress value, status and score by the published rule."""
    base, current = row["base_value"] or 0.001, row["current_value"]
    target = 0.001 if row["target"] == 0 else row["target"]
    shrink = 1.0 if row["limit"] is None or target is not None else coefficient(row["base_value"], row["limit"])
    span, value = row["current_year"] - row["base_year"], None
    if base * current >= 0 and span >= 1 and target != base:
        value = (-1 if base < 0 else 1) * row["direction"] * growth(base, current, span)
        if target is not None:
            value /= abs(growth(base, target, row["target_year"] - row["base_year"]))
    if target is not None and row["direction"] * (current - target) >= 0:
        return value, "target_achieved", 5.0
    if value is None:
        return None, "not_available", None
    steps = (0.95, 0.6, 0.0) if target is not None else (0.015 * shrink, 0.005 * shrink, 0.0)
    place = next((place for place, step in enumerate(steps) if value >= step), 3)
    if target is not None:
        score = 7.1429 * value - 4.2857 if value >= 0.6 else 4.1667 * value - 2.5
    elif place == 3 or shrink == 0:
        score = 125 * value - 2.5 if place == 3 else 5.0
    else:
        score = (500 * value / shrink - 5, 250 * value / shrink - 1.25, 500 * value / shrink - 2.5)[place]
    return value, CLASSES[place], max(-5.0, min(5.0, score))


def any_row(dice: random.Random) -> dict[str, Any]:
    """A series with every edge that there is: zeros, negative values, limits, a single year."""
    base = dice.choice([0, dice.uniform(-20, -1), dice.uniform(1, 120), 100, 50])
    current = dice.choice([base, 0, base * dice.uniform(0.7, 1.4), dice.uniform(-20, 120)])
    # A target of the other sign, or equal to the base and not met, is a case without a rate: another test's matter.
    target = dice.choice([None, None, 0 if base >= 0 else -1, base * dice.uniform(0.4, 0.9), base * 1.5])
    return {
        "direction": dice.choice([1, -1]),
        "base_value": base,
        "current_value": current,
        "target": target,
        "limit": dice.choice([None, None, 100, 0, base, 50, -30]),
        "base_year": 2015,
        "current_year": dice.choice([2015, 2016, 2020, 2024]),
        "target_year": 2030,
    }


def test_the_columns_say_what_the_plain_rule_says() -> None:
    """For thousands of random series: the value to 1e-9, the status exactly, the score to 1e-6."""
    dice = random.Random(7)
    rows = [any_row(dice) for _ in range(5000)]
    rows = [row for row in rows if row["target"] is None or (row["target"] or 0.001) != (row["base_value"] or 0.001)]
    statuses = set()
    for row, found in zip(rows, statcan_series.compute(rows, {}), strict=True):
        value, status, score = plainly(row)
        statuses.add(status)
        assert found["status"] == status, row
        for computed, expected, bound in ((found["progress_value"], value, 1e-9), (found["score"], score, 1e-6)):
            assert (computed is None) is (expected is None), row
            assert expected is None or computed == pytest.approx(expected, rel=bound, abs=bound), row
    assert statuses == {*CLASSES, "target_achieved", "not_available"}
