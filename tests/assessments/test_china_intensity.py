"""The official arithmetic of reduction targets in China: whatever inputs a row gives, what they allow is computed."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies

from milepost.assessments.forms.china_intensity_arithmetic import compute
from milepost.assessments.judging import judge_file


@pytest.mark.parametrize(
    ("inputs", "asked", "figure"),
    [
        ({"yearly_change_pct": [1.51, -2.2, -4.18]}, "cumulative_fall_pct", 4.87),
        ({"yearly_fall_pct": [4, 4.1, 4.2, 4.5, 5.0]}, "cumulative_fall_pct", 19.98),
        ({"yearly_change_pct": [4, 4.1, 4.2, 4.5, 5.0]}, "cumulative_fall_pct", 19.98),
        ({"yearly_fall_pct": [4, 4.1]}, "annual_avg_fall_pct", 4.05),
        ({"target_fall_pct": 17, "yearly_change_pct": [1.51, -2.2, -4.18]}, "progress_pct_computed", 26.81),
        ({"target_fall_pct": 17, "yearly_change_pct": [1.51, -2.2, -4.18]}, "plan_years_equivalent", 1.34),
        ({"target_fall_pct": 20, "cumulative_fall_pct": 20.07}, "progress_pct", 100.39),
        ({"target_fall_pct": 20, "cumulative_fall_pct": 26.59}, "over_fulfilment_pct", 32.95),
        ({"target_fall_pct": 17, "years": 5}, "annual_fall_pct", 3.66),
        ({"target_fall_pct": 20}, "annual_fall_pct", 4.36),
        ({"target_fall_pct": 16, "cumulative_fall_pct": 8, "remaining_years": 2}, "remaining_annual_fall_pct", 4.45),
        ({"target_fall_pct": 16, "cumulative_fall_pct": 8}, "remaining_fall_pct", 8.70),
        ({"energy_growth_pct": 4, "gdp_growth_pct": 8}, "intensity_change_pct", -3.70),
        ({"energy_growth_pct": [4, 3], "gdp_growth_pct": [8, 7]}, "cumulative_fall_pct", 7.30),
        ({"levels": {"2005": 0.794, "2010": 0.664}}, "annual_avg_fall_pct", 3.51),
        ({"annual_fall_pct": 3.66, "years": 5}, "cumulative_fall_pct", 17.01),
        ({"levels": [0.79, 0.664], "yearly_change_pct": [-10, -5]}, "cumulative_from_levels_computed", 15.95),
        ({"base_2005": 1.276, "value_2015": 0.869}, "fall_pct", 31.90),
        ({"base_2010": 1.034, "target_fall_pct": 16}, "target_2015", 0.869),
        ({"three_year_fall_pct": 7.3, "year4_fall_pct": 3.8}, "chained", 10.82),
    ],
)
def test_what_the_inputs_allow_is_computed(inputs: dict[str, Any], asked: str, figure: float) -> None:
    """Falls compound, progress goes by logarithms, over-fulfilment is a plain ratio."""
    computed = compute([{"inputs": inputs, "expect": {asked: figure}}], {})
    assert computed[0][asked] == pytest.approx(figure, abs=0.006)


def test_what_the_inputs_do_not_allow_is_not_made_up() -> None:
    """No target, no progress; a key that means nothing is not answered."""
    expect = {"progress_pct": 1, "remaining_fall_pct": 1, "colour": 1}
    computed = compute([{"inputs": {"cumulative_fall_pct": 5}, "expect": expect}], {})
    assert computed == [{"progress_pct": None, "remaining_fall_pct": None}]


def test_inputs_that_are_no_object_are_refused() -> None:
    """The row is then told as missed."""
    with pytest.raises(TypeError):
        compute([{"inputs": [1], "expect": {}}], {})


INPUT = strategies.one_of(
    strategies.none(),
    strategies.floats(allow_nan=False, allow_infinity=False),
    strategies.integers(-(10**12), 10**12),
    strategies.text(max_size=3),
    strategies.lists(strategies.floats(allow_nan=False, allow_infinity=False), max_size=3),
)
KEYS = [
    "target_fall_pct", "cumulative_fall_pct", "yearly_change_pct", "levels", "years", "remaining_years", "base_2010",
    "energy_growth_pct", "gdp_growth_pct", "annual_fall_pct", "points_above", "year4_fall_pct", "plan_years",
]  # fmt: skip
ASKED = dict.fromkeys(("progress_pct", "annual_fall_pct", "remaining_fall_pct", "cumulative_fall_pct"), 1.0)


@settings(max_examples=60, deadline=None)
@given(inputs=strategies.dictionaries(strategies.sampled_from(KEYS), INPUT, max_size=5))
def test_no_inputs_bring_it_down(inputs: dict[str, Any]) -> None:
    """Whatever stands in a row, it is reproduced or told as missed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.json"
        rows = [{"id": "a", "inputs": inputs, "expect": ASKED}]
        content = {"meta": {"form": "china_intensity_arithmetic"}, "vectors": rows}
        path.write_text(json.dumps(content), encoding="utf-8")
        assert judge_file(path).counted == 1
