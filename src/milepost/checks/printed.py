"""What a printed figure stands for: every value that its digits and the words around it allow."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from milepost.languages.mention import Comparator

_NUMBER = re.compile(r"\d(?:[\d,]| (?=\d(?: |\D|$)))*(?:\.\d+)?")
APPROXIMATELY = 0.05
"""How far a value said with 左右 or "about" may lie off, as a part of it."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The values from `low` to `high`, both included.

    >>> Interval(1, 2).meets(Interval(2, 3)), Interval(1, 2).meets(Interval(2.5, 3))
    (True, False)
    """

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both; the dust of binary fractions does not part them."""
        dust = 1e-9 * max(abs(self.low), abs(other.low), 1e-9)
        return self.low <= other.high + dust and other.low <= self.high + dust

    def times(self, other: Interval) -> Interval:
        """Every product of two values; for values of zero and more.

        >>> Interval(1, 2).times(Interval(3, 4))
        Interval(low=3, high=8)
        """
        return Interval(_product(self.low, other.low), _product(self.high, other.high))

    def over(self, other: Interval) -> Interval:
        """Every quotient of two values of zero and more; what is divided by zero is without bound.

        >>> Interval(2, 4).over(Interval(1, 2))
        Interval(low=1.0, high=4.0)
        """
        low = self.low / other.high if other.high and not math.isinf(self.low) else math.inf
        return Interval(0.0 if math.isinf(other.high) else low, self.high / other.low if other.low > 0 else math.inf)

    def minus(self, other: Interval) -> Interval:
        """Every difference of two values.

        >>> Interval(5, 6).minus(Interval(1, 2))
        Interval(low=3, high=5)
        """
        return Interval(self.low - other.high, self.high - other.low)

    def plus(self, other: Interval) -> Interval:
        """Every sum of two values."""
        return Interval(self.low + other.low, self.high + other.high)

    def compounded(self, years: int) -> Interval:
        """How many times as much there is after some years of growth at these rates (0.06 is 6 % a year).

        >>> grown = Interval(0.055, 0.065).compounded(5)
        >>> round(grown.low, 2), round(grown.high, 2)
        (1.31, 1.37)
        """
        return Interval((1 + self.low) ** years, (1 + self.high) ** years)

    def widened(self, part: float) -> Interval:
        """The same with a part of itself more on both sides."""
        return Interval(self.low - abs(self.low) * part, self.high + abs(self.high) * part)


def _product(one: float, other: float) -> float:
    # Nought times "without bound" is nought here: no such thing is there, however many it might be.
    return 0.0 if one == 0 or other == 0 else one * other


def half_step(raw: str, *, counted: bool = False) -> float:
    """Half a unit of the last printed digit: how far the true value may lie from a rounded one.

    A plain whole number of things that are `counted` (96家) is not rounded. A numeral in words is none either.

    >>> half_step("1.5倍"), half_step("6%"), half_step("96家", counted=True), half_step("三分之一")
    (0.05, 0.5, 0.0, 0.0)
    """
    number = _NUMBER.search(raw)
    if number is None:
        return 0.0
    _, point, decimals = number[0].partition(".")
    if not point:
        return 0.0 if counted else 0.5
    return 0.5 * 10.0 ** -len(decimals)


def printed(raw: str, value: float, comparator: Comparator = "eq", *, counted: bool = False) -> Interval:
    """The values that a printed figure stands for, in its own unit.

    >>> printed("1.5", 1.5)
    Interval(low=1.45, high=1.55)
    >>> printed("2万人", 2, "ge")
    Interval(low=1.5, high=inf)
    """
    half = half_step(raw, counted=counted)
    low, high = value - half, value + half
    if comparator in ("ge", "gt"):
        return Interval(low, math.inf)
    if comparator in ("le", "lt"):
        return Interval(min(0.0, low), high)
    exact = Interval(round(low, 9), round(high, 9))
    return exact.widened(APPROXIMATELY) if comparator == "approx" else exact


def unit_behind(raw: str) -> str:
    """What is printed behind the number of a figure.

    >>> unit_behind("35.77亿元"), unit_behind("〔10.5〕"), unit_behind("about 3 km")
    ('亿元', '', ' km')
    """
    number = _NUMBER.search(raw)
    return raw[number.end() :].rstrip("〕]") if number else ""


def shown(value: float, digits: int = 4) -> str:
    """A computed value as it is put into a message: few digits, no zeros at the end.

    >>> shown(1.3382), shown(100000.0), shown(0.123456), shown(44.322), shown(2.0)
    ('1.338', '100000', '0.1235', '44.32', '2')
    """
    if value == 0 or math.isinf(value):
        return "∞" if value else "0"
    decimals = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    text = f"{round(value, decimals):.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
