"""Numbers in digits, and products of them, in any language."""

from __future__ import annotations


def parse_number(digits: str) -> int | float:
    """Value of a number in digits, with blanks and thousands separators inside.

    >>> parse_number("2 9 0 0"), parse_number("1,250"), parse_number("12.68")
    (2900, 1250, 12.68)
    """
    plain = digits.replace(" ", "").replace(",", "")
    return float(plain) if "." in plain else int(plain)


def scaled(value: float, factor: int) -> int | float:
    """`value × factor` without the dust of binary fractions.

    >>> scaled(1.1, 1000), scaled(2.5, 10)
    (1100, 25)
    """
    if factor == 1:
        return value
    product = round(value * factor, 9)
    return int(product) if product == int(product) else product
