"""`CheckWords`: what the checks on a plan must know about the language that it is in, a field for each subject."""

from __future__ import annotations

from dataclasses import dataclass

from milepost.languages.arithmetic_words import ArithmeticWords
from milepost.languages.citation_words import CitationWords
from milepost.languages.consistency_words import ConsistencyWords
from milepost.languages.coverage_words import CoverageWords
from milepost.languages.layout_words import LayoutWords
from milepost.languages.naming_words import NamingWords
from milepost.languages.safeguard_words import SafeguardWords
from milepost.languages.target_words import TargetWords


@dataclass(frozen=True)
class CheckWords:
    """One language's words for the checks; kept apart from `Language`, for compiling a plan needs none of them."""

    layout: LayoutWords
    targets: TargetWords
    arithmetic: ArithmeticWords
    consistency: ConsistencyWords
    coverage: CoverageWords
    naming: NamingWords
    citations: CitationWords
    safeguards: SafeguardWords
