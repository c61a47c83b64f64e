"""Chinese words for the checks on the same thing said twice."""

from __future__ import annotations

from milepost.languages.consistency_words import ConsistencyWords

WORDS = ConsistencyWords()
