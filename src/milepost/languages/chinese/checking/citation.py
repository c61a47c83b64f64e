"""Chinese words for the checks on documents cited in time."""

from __future__ import annotations

from milepost.languages.citation_words import CitationWords

WORDS = CitationWords()
