"""Series that move like an indicator and add up, and figures that are made to add up."""

from __future__ import annotations

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from milepost.kernel.errors import UsageError
from milepost.pathways.benchmarking import denton
from milepost.pathways.reconciliation import reconciled, shared_out

SUMS = [[1, 1, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1]]


@given(data=some.data(), groups=some.integers(1, 5), size=some.integers(1, 6), more=some.integers(0, 4))
@settings(max_examples=60, deadline=None)
def test_benchmarks_are_met(data: some.DataObject, groups: int, size: int, more: int) -> None:
    """Every group adds up to its benchmark, whatever the indicator; a multiple of the indicator stays one."""
    length = groups * size + more
    series = numpy.array(data.draw(some.lists(some.floats(1, 100), min_size=length, max_size=length)))
    totals = numpy.array(data.draw(some.lists(some.floats(1, 1e6), min_size=groups, max_size=groups)))
    found = denton(series, totals, size)
    assert found[: groups * size].reshape(groups, size).sum(axis=1) == pytest.approx(totals, rel=1e-8)
    sums = series[: groups * size].reshape(groups, size).sum(axis=1)
    assert denton(series, 3 * sums, size) == pytest.approx(3 * series, rel=1e-8)


def test_after_the_last_benchmark_the_ratio_stays() -> None:
    """Values without a benchmark keep the last ratio to the indicator."""
    found = denton([1, 1, 2, 2, 5], [4.0, 8.0], 2)
    assert found[4] / 5 == pytest.approx(found[3] / 2)


@pytest.mark.parametrize(
    ("series", "totals", "groups"),
    [([1, 2, 3], [1, 2], None), ([0, 0, 1, 1], [1, 2], 2), ([1, 2], [1], 5), ([1, "x"], [1], 1), ([], [], None)],
)
def test_what_cannot_be_benchmarked_is_refused(series: list[object], totals: list[float], groups: int | None) -> None:
    """Groups that do not fit, zeros throughout a group and no numbers are errors that say so."""
    with pytest.raises(UsageError):
        denton(series, totals, groups)  # type: ignore[arg-type]


@given(data=some.data())
@settings(max_examples=40, deadline=None)
def test_reconciled_figures_add_up_and_sound_ones_stay(data: some.DataObject) -> None:
    """The whole is the sum of its parts afterwards; figures that add up already are left as they are."""
    figures = data.draw(some.lists(some.floats(-1e6, 1e6), min_size=4, max_size=4))
    weights = data.draw(some.lists(some.floats(0.1, 100), min_size=4, max_size=4))
    found = reconciled(figures, SUMS, weights)
    assert found[0] == pytest.approx(found[1:].sum(), rel=1e-9, abs=1e-6)
    assert reconciled(found, SUMS, weights) == pytest.approx(found, rel=1e-9, abs=1e-6)
    assert reconciled(figures, SUMS, numpy.diag(weights)) == pytest.approx(found, rel=1e-7, abs=1e-5)


def test_what_cannot_be_reconciled_is_refused() -> None:
    """Sizes that do not fit, weights of zero and parts that add up to nothing are errors that say so."""
    for weights in ([1, 1, 1], [0, 1, 1, 1], numpy.zeros((4, 4))):
        with pytest.raises(UsageError):
            reconciled([1, 2, 3, 4], SUMS, weights)
    with pytest.raises(UsageError):
        shared_out(10, [1, -1])
