"""Which importers and which findings on data there are; each module is imported on first use."""

from __future__ import annotations

from typing import Final

IMPORTERS: Final[tuple[str, ...]] = (
)
"""Names of the importers, each a module of `milepost.observations.importers`, in the order in which they are tried."""

FINDINGS: Final[tuple[str, ...]] = (
    "gap_in_series",
    "value_impossible",
    "value_jumps",
    "unit_slips",
)
"""Names of the findings, each a module of `milepost.observations.findings`."""
