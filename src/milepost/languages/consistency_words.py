"""What a language must say for the checks on the same thing said twice; `chinese/` and `english/` fill it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ConsistencyWords:
    """One language's words and patterns, matched on folded text."""
