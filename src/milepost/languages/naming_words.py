"""What a language must say for the checks on names, words and sentences: what `chinese/` and `english/` fill."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NamingWords:
    """One language's words and patterns, matched on folded text."""
