"""English words in names of indicators, for the checks on observations."""

from __future__ import annotations

import re

from milepost.languages.data_words import DataWords

WORDS = DataWords(
    balance=re.compile(
        r"\b(?:net|change|changes|balance|surplus|deficit|gain|loss|increase|difference)\b", re.IGNORECASE
    ),
    per_head=re.compile(
        r"\b(?:per|average|mean|median|rate|ratio|share|index|density|yield|growth|proportion|percentage)\b",
        re.IGNORECASE,
    ),
)
