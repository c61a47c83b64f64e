"""Which importers and which findings on data there are; each module is imported on first use."""

from __future__ import annotations

from typing import Final

IMPORTERS: Final[tuple[str, ...]] = (
    "csv",
    "xlsx",
    "sdmx_csv",
    "json_stat",
    "open_sdg",
    "communique",
)
"""Names of the importers, each a module of `milepost.observations.importers`, in the order in which they are tried."""

FINDINGS: Final[tuple[str, ...]] = (
    "gap_in_series",
    "value_impossible",
    "value_jumps",
    "unit_slips",
    "sources_disagree",
    "bases_mixed",
    "growth_unlike_levels",
    "annual_below_year_to_date",
    "year_to_date_as_year",
    "year_to_date_falls",
    "parts_unlike_whole",
    "part_above_whole",
    "shares_unlike_hundred",
    "ratio_unlike_parts",
    "baseline_contradicted",
    "fact_contradicted",
    "unit_unlike_plan",
    "preliminary_never_revised",
    "series_stale",
    "value_repeated",
    "series_copied",
    "known_before_end",
    "region_named_variously",
    "source_missing",
    "planned_values_mixed",
    "periods_unlike_year",
)
"""Names of the findings, each a module of `milepost.observations.findings`."""
