"""What a language must say for the checks on what lenders screen: the shape that `chinese/` and `english/` fill."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SafeguardWords:
    """One language's words and patterns, matched on folded text."""
