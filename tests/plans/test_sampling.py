"""How a sample is shared out, and what is concluded from it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from milepost.plans.sampling import allocate, draw, wilson

SIZES = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(0, 5000), max_size=12)


@given(SIZES, st.integers(1, 2000), st.integers(0, 50))
def test_a_sample_is_as_large_as_asked_for(sizes: dict[str, int], number: int, least: int) -> None:
    """The strata together give the number asked for, or all there is; none gives more than it has."""
    drawn = allocate(sizes, number, least)
    assert sum(drawn.values()) == min(number, sum(sizes.values()))
    assert all(0 <= drawn[stratum] <= size for stratum, size in sizes.items())


@given(SIZES, st.integers(100, 2000))
def test_a_small_stratum_has_its_minimum(sizes: dict[str, int], number: int) -> None:
    """Every stratum gives the minimum or all it has, as long as the minima together are not too many."""
    drawn = allocate(sizes, number, 8)
    if 8 * len(sizes) <= number:
        assert all(drawn[stratum] >= min(8, size) for stratum, size in sizes.items() if sum(sizes.values()) >= number)


@given(st.dictionaries(st.tuples(st.sampled_from("xyz"), st.sampled_from("abcd")), st.integers(0, 90)), st.integers())
def test_rows_are_drawn_once_and_exist(sizes: dict[tuple[str, str], int], seed: int) -> None:
    """Positions are inside their plan, in order, none twice; the order of the plans does not matter."""
    drawn = draw(sizes, 60, seed)
    for key, positions in drawn.items():
        assert positions == sorted(set(positions))
        assert all(0 <= position < sizes[key] for position in positions)
    assert draw(dict(reversed(sizes.items())), 60, seed) == drawn


def test_large_strata_give_more() -> None:
    """Without a minimum the shares are in proportion."""
    assert allocate({"a": 600, "b": 300, "c": 100}, 10) == {"a": 6, "b": 3, "c": 1}


def test_wilson_holds_at_the_ends() -> None:
    """All right is no certainty: the interval of 20 of 20 begins at 0.839, as published tables have it."""
    share, low, high = wilson(20, 20)
    assert share == 1.0
    assert low is not None
    assert high == 1.0
    assert round(low, 4) == 0.8389
    assert wilson(0, 10).low == 0.0
