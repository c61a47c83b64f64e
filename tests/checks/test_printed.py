"""What a printed figure stands for, and what follows from several of them."""

from __future__ import annotations

import math

import pytest

from milepost.checks.printed import Interval, half_step, printed, shown


@pytest.mark.parametrize(
    ("raw", "counted", "half"),
    [("1.5倍", False, 0.05), ("737.57亿元", False, 0.005), ("6%", False, 0.5), ("96家", True, 0), ("3以内", True, 0)],
)
def test_the_last_digit_says_how_far_the_true_value_may_lie(raw: str, counted: bool, half: float) -> None:
    """Half a unit of the last printed digit, nothing for things that are counted."""
    assert half_step(raw, counted=counted) == pytest.approx(half)


def test_blanks_inside_a_number_do_not_end_it() -> None:
    """A number with blanks between its digits is one number."""
    assert half_step("1 8 0 0 亿元") == 0.5


@pytest.mark.parametrize(
    ("comparator", "low", "high"),
    [("eq", 1.5, 2.5), ("ge", 1.5, math.inf), ("gt", 1.5, math.inf), ("le", 0, 2.5), ("lt", 0, 2.5)],
)
def test_a_comparator_opens_the_interval(comparator: str, low: float, high: float) -> None:
    """“At least” leaves the upper side open, “at most” the lower one down to nought."""
    assert printed("2万人", 2, comparator) == Interval(low, high)  # type: ignore[arg-type]


def test_about_widens_by_a_part_of_the_value() -> None:
    """A value said with 左右 may lie off by a twentieth, beside its rounding."""
    assert printed("680", 680, "approx") == Interval(679.5 * 0.95, 680.5 * 1.05)


def test_six_per_cent_for_five_years_is_no_half_more() -> None:
    """Compounding the rounded rate never reaches the rounded multiple of 1.5, but one of 1.34."""
    grown = printed("6%", 0.06 * 100)
    yearly = Interval(grown.low / 100, grown.high / 100)
    assert not yearly.compounded(5).meets(printed("1.5", 1.5))
    assert yearly.compounded(5).meets(printed("1.34", 1.34))


def test_what_touches_meets_despite_binary_fractions() -> None:
    """Bounds that are equal but for the dust of binary fractions meet."""
    assert Interval(0.1 + 0.2, 1).meets(Interval(0, 0.3))


def test_a_quotient_by_what_may_be_nought_is_unbounded() -> None:
    """Dividing by an interval that begins at nought gives no upper bound."""
    assert Interval(1, 2).over(Interval(0, 1)).high == math.inf


def test_an_open_interval_multiplied_by_nought_stays_nought() -> None:
    """Nought of whatever there may be is nought."""
    assert Interval(0, math.inf).times(Interval(0, 0)) == Interval(0, 0)


@pytest.mark.parametrize(("value", "text"), [(1.33823, "1.338"), (1e5, "100000"), (0, "0"), (786.0, "786")])
def test_computed_values_are_shown_with_few_digits(value: float, text: str) -> None:
    """Four digits at most, without zeros at the end."""
    assert shown(value) == text
