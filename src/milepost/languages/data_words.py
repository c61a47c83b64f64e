"""`DataWords`: what the checks on observations must know about the language that names of indicators are in."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class DataWords:
    """One language's words in names of indicators.

    `balance` is in names of what may fall below zero though it counts things (net migration, a change); `per_head` in
    names of what is divided by persons or areas, so that the parts of a region do not add up.
    """

    balance: re.Pattern[str]
    per_head: re.Pattern[str]
