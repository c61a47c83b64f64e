"""Targets drawn together: numbers reached, what moves together, and what is settled."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy
import polars
import pytest

from assessed_support import qinghe
from assessments_support import random_cases
from milepost.assessments.chances import chances
from milepost.assessments.joint import GROUPS, joint, reached_together
from milepost.assessments.model import CHANCES, cases
from milepost.assessments.run import assess_targets

YEARS = [float(year) for year in range(2004, 2024)]


def case(values: numpy.ndarray, goal: float, **told: Any) -> dict[str, Any]:
    """A level that is to rise until 2026."""
    usual = {
        "form": "path", "measure": "value", "comparator": "ge", "direction": 1, "base": values[0], "base_time": 2004,
        "current": values[-1], "current_time": 2023, "goal": goal, "goal_time": 2026, "times": YEARS,
        "values": values.tolist(),
    }  # fmt: skip
    return usual | told


def series(count: int, common: float) -> numpy.ndarray:
    """Series whose steps have so much in common."""
    dice = numpy.random.default_rng(8)
    steps = numpy.sqrt(common) * dice.normal(0, 1, (1, 20)) + numpy.sqrt(1 - common) * dice.normal(0, 1, (count, 20))
    found: numpy.ndarray = 100 * numpy.exp(numpy.cumsum(0.02 + 0.02 * steps, axis=1))
    return found


def table(count: int, **told: Any) -> polars.DataFrame:
    """As many targets of one region, all of them binding headline indicators if nothing else is told."""
    usual = {"region": "1", "item_kind": "indicator", "attribute": "binding"}
    return polars.DataFrame([usual | told] * count)


def test_each_target_is_reached_as_often_as_its_own_chance_says() -> None:
    """Drawn together or alone, up to the number of samples; without a chance never."""
    many = random_cases(400)
    found = chances(many)
    reached = reached_together(many, found, 2048).mean(axis=1)
    known = numpy.isfinite(found.chance)
    assert numpy.abs(reached[known] - found.chance[known]).max() < 0.05
    assert abs((reached[known] - found.chance[known]).mean()) < 0.003
    assert (reached[~known] == 0).all()


def test_the_expected_number_is_the_sum_of_chances() -> None:
    """And the number's own chances add up to 1; all reached is the last of them."""
    values = series(10, 0.5)
    put = cases([case(row, row[-1] * 1.05) for row in values])
    row = joint(table(10), put).row(0, named=True)
    assert row["expected"] == pytest.approx(numpy.nansum(chances(put).chance), abs=0.2)
    assert sum(row["numbers"]) == pytest.approx(1, abs=1e-3)
    assert len(row["numbers"]) == row["told"] + 1 == 11
    assert row["all"] == row["numbers"][-1]
    assert row["low80"] <= row["expected"] <= row["high80"]


def test_what_moves_together_is_reached_and_missed_together() -> None:
    """The chance of all is larger than the product of the chances, and the more so the more is shared."""
    ratios = []
    for common in (0.0, 0.9):
        put = cases([case(row, row[-1] * 1.05) for row in series(8, common)])
        row = joint(table(8), put).row(0, named=True)
        ratios.append((row["all"] - float(numpy.prod(chances(put).chance)), row["high80"] - row["low80"]))
    assert ratios[1][0] > ratios[0][0] + 0.05
    assert ratios[1][1] > ratios[0][1]


def test_targets_on_one_series_share_all_of_it() -> None:
    """The harder of two goals is never reached without the easier: the chance of both is that of the harder."""
    values = series(1, 0)[0]
    put = cases([case(values, values[-1] * 1.02), case(values, values[-1] * 1.06)])
    reached = reached_together(put, chances(put), 2048)
    assert not (reached[1] & ~reached[0]).any()
    row = joint(table(2), put).row(0, named=True)
    assert row["all"] == pytest.approx(reached[1].mean(), abs=1e-3)


def test_what_is_settled_counts_as_it_is() -> None:
    """A target that was missed leaves no chance that all are reached; one that was reached counts in full."""
    values = series(2, 0)
    missed = case(values[0], 1e6, due=True, met=False, current_time=2026)
    reached = case(values[0], 1.0, due=True, met=True, current_time=2026)
    row = joint(table(3), cases([missed, reached, case(values[1], values[1][-1] * 0.5)])).row(0, named=True)
    assert row["all"] == 0
    assert row["expected"] == pytest.approx(2, abs=0.02)


def test_groups_are_counted_apart_and_those_without_targets_are_left_out() -> None:
    """All, headline and binding, by region; of how many a chance is told stands beside."""
    values = series(3, 0)
    about = polars.concat([table(1), table(1, item_kind="commitment", attribute=None), table(1, region="2")])
    found = joint(about, cases([case(row, row[-1]) | ({"goal": None} if place == 2 else {})
                                for place, row in enumerate(values)]))  # fmt: skip
    assert found.schema == polars.Schema(CHANCES)
    assert found.select("region", "group", "targets", "told").rows() == [
        ("1", "all", 2, 2), ("1", "headline", 1, 1), ("1", "binding", 1, 1),
        ("2", "all", 1, 0), ("2", "headline", 1, 0), ("2", "binding", 1, 0),
    ]  # fmt: skip
    assert found.filter(region="2")["expected"].to_list() == [None] * 3
    assert set(found["group"]) == set(GROUPS)


def test_the_same_table_gives_the_same_chances() -> None:
    """Samples are drawn with a seed that never changes."""
    many = random_cases(60)
    assert joint(table(60), many).equals(joint(table(60), many))


def test_no_targets_give_no_chances() -> None:
    """An empty table is no error."""
    assert joint(table(1).clear(), cases([])).height == 0


def test_an_assessment_tells_chances_where_they_are_asked_for() -> None:
    """Each target's own in the main table, those of groups when looked up; nothing where the method is not asked."""
    report = qinghe()
    told = report.assessment.targets["chance"]
    assert told.drop_nulls().is_between(0, 1).all()
    assert told.drop_nulls().len() > 20
    own = report.assessment.chances.filter(polars.col("region").eq_missing(report.home), group="all").row(0, named=True)
    assert own["told"] == told.drop_nulls().len()
    targets = polars.DataFrame({"target": ["a"], "value": [60.0], "comparator": ["ge"], "period_end": [2030]})
    rows = polars.DataFrame(
        {"indicator": "a", "region": "1", "period_kind": "year", "period": ["2021", "2022", "2023", "2024"],
         "value": [50.0, 51.0, 52.5, 53.0], "unit": ""}
    )  # fmt: skip
    plain = assess_targets(targets, rows, as_of=date(2025, 5, 1), methods=["time_progress"])
    assert plain.targets["chance"].to_list() == [None]
    assert plain.chances.height == 0
    asked = assess_targets(targets, rows, as_of=date(2025, 5, 1), methods=["probability"])
    assert 0 < asked.targets["chance"].item() < 1
    assert asked.chances["told"].to_list() == [1, 0, 0][: asked.chances.height]
