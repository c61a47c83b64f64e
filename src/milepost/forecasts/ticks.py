"""Round figures for axes, and figures as exact as they are known."""

from __future__ import annotations

import math
from typing import Final

_LONGEST: Final = 1e15  # from here on digits are no longer read, and no longer exact


def round_ticks(low: float, high: float, number: int) -> list[float]:
    """About so many round figures that span a range.

    >>> round_ticks(44.1, 56.3, 5)
    [44.0, 46.0, 48.0, 50.0, 52.0, 54.0, 56.0, 58.0]
    >>> round_ticks(3.0, 3.0, 5)
    [2.0, 2.5, 3.0, 3.5, 4.0]
    """
    if not high - low > 1e-9 * max(abs(low), abs(high)):
        reach = abs(high) / 3 or 1.0
        low, high = low - reach, high + reach
    rough = (high - low) / number
    size = 10.0 ** math.floor(math.log10(rough))
    step = next((size * part for part in (1, 2, 5, 10) if size * part >= rough * 0.7), size * 10)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [float(f"{each * step:.12g}") for each in range(first, last + 1)]


def domain_of(ticks: list[float]) -> tuple[float, float]:
    """The range that ticks span."""
    return ticks[0], ticks[-1]


def year_ticks(first: float, last: float, most: int) -> list[int]:
    """Years at even distances, the fewest years apart that leave room for their labels.

    >>> year_ticks(2014, 2025, 6)
    [2014, 2016, 2018, 2020, 2022, 2024]
    """
    span = last - first
    step = next((each for each in (1, 2, 5, 10, 20, 50, 100) if span / each < max(most, 2)), 100)
    start = math.ceil(first / step) * step
    return list(range(start, math.floor(last) + 1, step))


def printed(value: float, reach: float) -> str:
    """A figure with no more digits than the width of its interval justifies.

    >>> printed(55.0912, 2.2), printed(1198.458, 238.0), printed(31629.8, 11400.0), printed(0.4, 0.0)
    ('55.1', '1,200', '32,000', '0.4')
    >>> printed(1.234e99, 1e98)
    '1.23e+99'
    """
    if abs(value) >= _LONGEST:
        return f"{value:.3g}"
    if not reach > 0 or not math.isfinite(reach):
        return f"{value:,.6g}"
    decimals = 1 - math.floor(math.log10(reach) + 1e-9)
    rounded = round(value, min(decimals, 12))
    return f"{rounded:,.{max(0, min(decimals, 12))}f}"
