"""From which value to which value a sentence says that something moves."""

from __future__ import annotations

import pytest

from checks_support import plan_of_case
from milepost.checks.inspection import Inspection
from milepost.checks.movements import Movement, movements


def moved(text: str) -> list[Movement]:
    """The movements that a text states."""
    return list(movements(Inspection.of(plan_of_case(text))))


@pytest.mark.parametrize(
    ("text", "start", "end", "way", "unit"),
    [
        ("城镇化率由2020年的52.4%提高到58%。\n", 52.4, 58, "up", "%"),
        ("企业开办时间由8个工作日压缩到1个工作日。\n", 8, 1, "down", "day"),
        ("收入由9800元增加到1.2万元。\n", 9800, 12000, "up", "CNY"),
        ("Raise coverage from 60% in 2020 to 75% by 2025.\n", 60, 75, "up", "%"),
        ("Stunting will be reduced from 33 per cent to 19 per cent.\n", 33, 19, "down", "%"),
    ],
)
def test_start_end_and_verb_are_read(text: str, start: float, end: float, way: str, unit: str) -> None:
    """Both values in one base unit, and the way that the verb says."""
    [movement] = moved(text)
    assert (movement.start.value, movement.end.value) == pytest.approx((start, end))
    assert (movement.way, movement.start.unit) == (way, unit)


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("城镇化率由52.4%提高到58%，提高5.6个百分点。\n", 5.6, "points"),
        ("高新技术企业由96家增加到153家，增加57家。\n", 57, "家"),
        ("Increase schools from 120 to 150, an increase of 25%.\n", 25, "%"),
    ],
)
def test_the_change_beside_the_values_is_read(text: str, amount: float, unit: str) -> None:
    """The amount that stands directly behind the two values, in its own unit."""
    [movement] = moved(text)
    assert movement.change is not None
    assert (movement.change.amount.value, movement.change.amount.unit) == (amount, unit)


@pytest.mark.parametrize(
    "text",
    [
        "综合排名由第8位上升到第5位。\n",
        "园区由7家优化为5家，产值由3亿元增加到5万吨。\n",
    ],
)
def test_ranks_and_different_units_are_left_alone(text: str) -> None:
    """A rank moves the other way round, and values of different units cannot be compared."""
    assert moved(text) == []


def test_a_change_of_something_else_is_not_taken() -> None:
    """What stands behind another figure or in the next sentence does not belong to the two values."""
    [movement] = moved("城镇化率由52.4%提高到58%。森林覆盖率提高1.2个百分点。\n")
    assert movement.change is None
