"""Which rules there are for laying a target out over years or parts; a rule's module is imported on first use."""

from __future__ import annotations

from typing import Final

RULES: Final[tuple[str, ...]] = (
    "linear",
    "constant_growth",
    "front_loaded",
    "back_loaded",
    "s_shaped",
    "given",
    "denton",
    "equal",
    "proportional",
    "closing_gap",
    "weighted",
)
"""Names of the rules, each a module of `milepost.pathways.rules`: first those over years, then those over parts."""
