"""English words for the checks on documents cited."""

from __future__ import annotations

import re

from milepost.languages.citation_words import CitationWords
from milepost.languages.words import NEVER

WORDS = CitationWords(
    printed_years=re.compile(r"(?:19|20)\d\d\s*(?:[-–—/]|to)\s*(?:19|20)?\d\d"),
    repealed={},
    law_before=NEVER,
    law_behind=NEVER,
)
