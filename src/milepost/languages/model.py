"""`Language`: everything that the passes over figures must know about a language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from milepost.languages.mention import Mention
from milepost.languages.statement import Calendar, Moment, Statement


@dataclass(frozen=True)
class Language:
    """One language.

    `code` is `zh` or `en`. `fold` narrows wide signs, one character for one, so that offsets stay valid; every
    function below works on folded text. `sentence_end` finds where sentences close. `figures` finds the figures of
    a text, `statements` what those of one sentence say, `moments` the times stated in a stretch. `unit` gives base
    unit and factor of a printed unit. `past_title` matches titles of sections about the past, `goal_lead` a
    sentence that sets the date for the goals behind it, `divisions` a noun that counts administrative divisions, `era` a time at the head
    of a sentence that goes on to govern the sentences behind it.
    """

    code: str
    fold: Callable[[str], str]
    sentence_end: re.Pattern[str]
    figures: Callable[[str], list[Mention]]
    statements: Callable[[str, int, int, list[Mention], Calendar], list[Statement]]
    moments: Callable[[str, int, int, Calendar], list[Moment]]
    unit: Callable[[str | None], tuple[str, float] | None]
    past_title: re.Pattern[str]
    goal_lead: re.Pattern[str]
    divisions: re.Pattern[str]
    era: re.Pattern[str]
