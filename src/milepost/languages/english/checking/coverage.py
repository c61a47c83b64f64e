"""English words for the checks on what must stand behind a plan's items."""

from __future__ import annotations

from milepost.languages.coverage_words import CoverageWords

WORDS = CoverageWords()
