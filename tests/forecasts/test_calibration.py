"""What is learnt from series whose future is known, and how it is kept."""

from __future__ import annotations

from pathlib import Path

import numpy
import pytest

from forecasts_support import panel_of, walks
from milepost.forecasts.calibration import dump, load, shipped
from milepost.forecasts.learning import by_year, calibrated
from milepost.forecasts.model import LEVELS, Panel
from milepost.forecasts.origins import held_out
from milepost.forecasts.run import distributions
from milepost.forecasts.table import METHODS
from milepost.kernel.errors import ReadError, UsageError


def lessons(number: int, seed: int = 0) -> tuple[Panel, numpy.ndarray]:
    """Walks and what came behind them."""
    held = held_out(panel_of(walks(number, 16, seed), low=0.0), 4)
    return held.panel, by_year(held, 4)


def test_a_calibration_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    """Written and read again, it gives the same forecasts to the last digit."""
    learnt = calibrated([lessons(60)], "walks", 60, methods=("combination", "naive"))
    dump(learnt, tmp_path / "own.json")
    again = load(tmp_path / "own.json")
    assert again == learnt
    panel = panel_of(walks(3, 12, 5))
    one, two = (distributions(panel, 4, calibrations=each).quantiles for each in (learnt, again))
    assert (one == two).all()


def test_intervals_learnt_from_walks_hold_on_other_walks() -> None:
    """Learnt from 200 series, 80 % intervals hold 80 % of the values of 400 others, give or take 5 points."""
    learnt = calibrated([lessons(200)], "walks", 200, methods=("combination",))
    panel, actual = lessons(400, seed=9)
    found = distributions(panel, 4, calibrations=learnt).quantiles
    low, high = LEVELS.index(0.1), LEVELS.index(0.9)
    inside = (actual >= found[:, :, low]) & (actual <= found[:, :, high])
    assert 0.75 <= inside.mean() <= 0.85


def test_too_little_is_told() -> None:
    """Ten series of one origin are too few, with the shipped one beneath as well."""
    for base in (None, shipped()):
        with pytest.raises(UsageError, match="too little"):
            calibrated([lessons(3)], "few", 3, methods=("combination",), base=base)


def test_on_top_of_another_the_weights_stay_and_the_quantiles_move() -> None:
    """Walks calmer than the competitions narrow the intervals part of the way."""
    base = shipped()
    own = calibrated([lessons(60)], "walks", 60, methods=("combination",)).of("combination")
    mixed = calibrated([lessons(60)], "walks", 60, methods=("combination",), base=base).of("combination")
    assert mixed.weights == base.of("combination").weights != own.weights
    assert mixed.quantiles != base.of("combination").quantiles
    assert len(mixed.quantiles) == len(base.of("combination").quantiles)


def test_the_shipped_calibration_knows_every_method_and_says_from_what() -> None:
    """One for each line of the table, six years ahead, quantiles that rise."""
    learnt = shipped()
    assert set(learnt.methods) == set(METHODS)
    assert all(name in learnt.learnt_from for name in ("M1", "M3", "Tourism"))
    for each in learnt.methods.values():
        assert len(each.quantiles) == 6
        assert (numpy.diff(numpy.array(each.quantiles), axis=1) >= 0).all()


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"format": "milepost.plan/1"}', b"\xff\xfe"])
def test_what_is_no_calibration_is_refused(content: bytes, tmp_path: Path) -> None:
    """With the name of the file."""
    path = tmp_path / "own.json"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=r"own\.json"):
        load(path)
