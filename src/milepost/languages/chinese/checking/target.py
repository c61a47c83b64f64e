"""Chinese words for the checks on targets."""

from __future__ import annotations

from milepost.languages.target_words import TargetWords

WORDS = TargetWords()
