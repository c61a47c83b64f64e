"""What figures are made of what: parts and wholes, the ratios of both, and what sums to a hundred."""

from __future__ import annotations

from typing import Final, NamedTuple


class Ratio(NamedTuple):
    """`ratio` is `part` divided by `whole`, all ids of concepts; `is_part` when the part cannot be the larger one."""

    ratio: str
    part: str
    whole: str
    is_part: bool = True


RATIOS: Final = (
    Ratio("urbanisation_rate", "urban_population", "resident_population"),
    Ratio("primary_share", "primary_value_added", "gdp"),
    Ratio("secondary_share", "secondary_value_added", "gdp"),
    Ratio("services_share", "services_value_added", "gdp"),
    Ratio("manufacturing_share", "manufacturing_value_added", "gdp"),
    Ratio("digital_core_share", "digital_core_value_added", "gdp"),
    Ratio("strategic_industries_share", "strategic_industries_value_added", "gdp"),
    Ratio("income_gap", "urban_disposable_income", "rural_disposable_income", is_part=False),
)
"""By the definition of each, in China Statistical Yearbook, explanatory notes on main statistical indicators."""

WHOLES: Final[dict[str, tuple[str, ...]]] = {
    "gdp": ("primary_value_added", "secondary_value_added", "services_value_added"),
}
"""Concepts whose value is the sum of those named, all of them."""

HUNDREDS: Final[tuple[tuple[str, ...], ...]] = (("primary_share", "secondary_share", "services_share"),)
"""Shares of one whole that leave nothing over."""
