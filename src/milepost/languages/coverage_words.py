"""What a language must say for the checks on what stands behind items; `chinese/` and `english/` fill it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CoverageWords:
    """One language's words and patterns, matched on folded text."""
