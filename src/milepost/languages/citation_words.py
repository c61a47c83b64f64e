"""What a language must say for the checks on documents cited; `chinese/` and `english/` fill it."""

from __future__ import annotations

from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True)
class CitationWords:
    """One language's words and patterns, matched on folded text.

    `printed_years`, searched in a title, shows that the title itself prints its years. `repealed` maps the short name
    of a law to the year from which it no longer holds and to what holds instead; `law_before` is all that may stand
    before the short name, `law_behind` what shows that the name goes on and means another law.
    """

    printed_years: Pattern[str]
    repealed: dict[str, tuple[int, str]]
    law_before: Pattern[str]
    law_behind: Pattern[str]
