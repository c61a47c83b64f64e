"""English words for the checks on what lenders screen."""

from __future__ import annotations

from milepost.languages.safeguard_words import SafeguardWords

WORDS = SafeguardWords()
