"""English words for the checks on numbers, headings and signs."""

from __future__ import annotations

from milepost.languages.layout_words import LayoutWords

WORDS = LayoutWords()
