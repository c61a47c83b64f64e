"""Chinese words for the checks on a plan, a file for each subject."""

from __future__ import annotations

from milepost.languages.check_words import CheckWords
from milepost.languages.chinese.checking import (
    arithmetic,
    citation,
    consistency,
    coverage,
    layout,
    naming,
    safeguard,
    target,
)

WORDS = CheckWords(
    layout=layout.WORDS,
    targets=target.WORDS,
    arithmetic=arithmetic.WORDS,
    consistency=consistency.WORDS,
    coverage=coverage.WORDS,
    naming=naming.WORDS,
    citations=citation.WORDS,
    safeguards=safeguard.WORDS,
)
