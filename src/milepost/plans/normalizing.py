"""A printed value in base units."""

from __future__ import annotations

from milepost.languages.model import Language
from milepost.plans.model import Normalized, Number


def normalize(
    value: Number | None, high: Number | None, unit: str | None, language: Language, counted: str | None = None
) -> Normalized | None:
    """`value` of `unit` in the base unit, or None without a value or for a unit that is not known.

    `counted` is the base unit of what a number without a unit counts.

    >>> from milepost.languages.table import language_named
    >>> normalize(420, None, "万亩", language_named("zh"))
    Normalized(value=4200000, unit='mu', value_high=None)
    """
    base = language.unit(unit)
    if base is not None and counted is not None and base[0] == "1":
        base = (counted, base[1])
    return in_base_unit(value, high, base)


def in_base_unit(value: Number | None, high: Number | None, base: tuple[str, float] | None) -> Normalized | None:
    """`value`, and the upper end of a range, times the factor of a base unit; None where one of the two is missing.

    >>> in_base_unit(2.5, 3, ("t", 1000))
    Normalized(value=2500, unit='t', value_high=3000)
    """
    if value is None or base is None:
        return None
    code, factor = base
    return Normalized(_times(value, factor), code, None if high is None else _times(high, factor))


def _times(value: Number, factor: float) -> Number:
    # Twelve digits: more than any plan prints, fewer than binary fractions blur.
    product = float(f"{value * factor:.12g}")
    return int(product) if product.is_integer() and abs(product) < 1e15 else product
