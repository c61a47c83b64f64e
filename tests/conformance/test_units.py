"""Whatever the unit, a method says the same: figures on the very cut points, in units that binary fractions miss."""

from __future__ import annotations

from itertools import product

import polars
import pytest
from hypothesis import given, settings, strategies

from assessments_support import scaled
from milepost.assessments.model import cases
from milepost.assessments.table import METHODS, judged_by

every_method = pytest.mark.parametrize("name", METHODS)
SAID = ["label", "status", "reason"]


def round_cases() -> polars.DataFrame:
    """Cases of round numbers: shares of the way in whole percent, so that many lie on a cut point exactly."""
    rows = []
    grid = product(("path", "hold", "relation"), (0, 1, 20, 33, 150), range(-20, 115, 5))
    for number, (form, base, share) in enumerate(grid):
        wanted = 1 if number % 2 else -1
        goal = base + wanted * 100
        current = base + wanted * share
        step = wanted * share / 5
        rows.append(
            {
                "form": form,
                "scale": "log" if number % 3 == 0 else "linear",
                "measure": "worst" if number % 5 == 0 else "value",
                "comparator": ("ge", "gt", "eq")[number % 3] if wanted > 0 else ("le", "lt", "eq")[number % 3],
                "direction": wanted,
                "base": base,
                "base_time": 2015,
                "current": current,
                "current_time": 2020,
                "goal": goal if number % 7 else None,
                "goal_time": 2025,
                "expected": base + wanted * 50,
                "worst": goal - wanted * 200,
                "best": goal,
                "peers_spread": 20,
                "times": list(range(2015, 2021)),
                "values": [base + step * year for year in range(6)],
            }
        )
    return cases(rows)


ROUND = round_cases()


@every_method
@settings(max_examples=12, deadline=None)
@given(factor=strategies.one_of(strategies.sampled_from([0.1, 1e4, 1 / 15, 1e-8, 0.3]), strategies.floats(1e-6, 1e6)))
def test_a_cut_point_is_the_same_in_every_unit(name: str, factor: float) -> None:
    """Labels, statuses and reasons of round figures stay, in 万元 as in 元, in 公顷 as in 亩."""
    assert judged_by(name, scaled(ROUND, factor)).select(SAID).equals(judged_by(name, ROUND).select(SAID))


@every_method
def test_round_figures_stand_on_cut_points(name: str) -> None:
    """The cases mean something to the method: several classes come up."""
    assert judged_by(name, ROUND)["label"].drop_nulls().n_unique() > 1
