"""Faults put into clean panels, made up and real: how many of them are found, and what is found besides."""

from __future__ import annotations

from pathlib import Path

import numpy
import polars
import pytest

from data_faults import KINDS, Measured, made_up_panel, measured, panel
from milepost.observations.run import check_observations

FEWEST_FOUND = 0.9
MOST_ALARMS = 0.1  # for each fault put in


def assert_found(result: Measured) -> None:
    """Nine faults in ten are found, and one finding in ten at most answers to none."""
    put = sum(result.put.values())
    assert result.share >= FEWEST_FOUND, (result.put, result.found)
    assert len(result.alarms) <= MOST_ALARMS * put, result.alarms


@pytest.mark.parametrize("seed", range(2))
def test_faults_in_a_made_up_panel_are_found(seed: int) -> None:
    """Of two faults of each kind in a panel that moves as statistics do nine in ten are found, with hardly an alarm."""
    random = numpy.random.default_rng(seed)
    result = measured(made_up_panel(random), 2, random)
    assert set(result.put) == set(KINDS)
    assert_found(result)


@pytest.mark.parametrize("name", ["china-provinces", "europe-nuts2", "scotland-lgbf"])
def test_faults_in_real_panels_are_found(real_plans: Path, name: str) -> None:
    """The same in real panels, where values jump by themselves too: sixty faults or so in each."""
    clean = panel(real_plans / "data" / "panels" / f"{name}.csv")
    assert_found(measured(clean, 4, numpy.random.default_rng(7)))


def test_a_clean_panel_has_few_findings() -> None:
    """In panels that move as statistics do one series in fifty at most is asked about."""
    random = numpy.random.default_rng(1)
    clean = polars.concat(
        [
            made_up_panel(random, regions=40),
            made_up_panel(random, regions=40).with_columns(region=polars.lit("x") + polars.col("region")),
        ]
    )
    findings = check_observations(clean)
    assert len(findings) <= clean.select("indicator", "region").n_unique() / 50
