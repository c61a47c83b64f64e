"""Chinese words for the checks on figures that must tie."""

from __future__ import annotations

from milepost.languages.arithmetic_words import ArithmeticWords

WORDS = ArithmeticWords()
