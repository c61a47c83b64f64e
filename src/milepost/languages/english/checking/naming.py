"""English words for the checks on names, words and sentences."""

from __future__ import annotations

from milepost.languages.naming_words import NamingWords

WORDS = NamingWords()
