"""What a language must say for the checks on numbers, headings and signs; `chinese/` and `english/` fill it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LayoutWords:
    """One language's words and patterns, matched on folded text."""
