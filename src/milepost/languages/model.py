"""`Language`: everything that the passes over a document must know about the language that it is in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from milepost.languages.body_words import BodyWords
from milepost.languages.box_words import BoxWords
from milepost.languages.capacity_words import CapacityWords
from milepost.languages.heading_words import HeadingWords
from milepost.languages.indicator_words import IndicatorWords
from milepost.languages.measure_words import MeasureWords
from milepost.languages.mention import Mention
from milepost.languages.place_words import PlaceWords, RegionWords
from milepost.languages.procedure_words import ProcedureWords
from milepost.languages.project_words import ProjectWords
from milepost.languages.promise_words import PromiseWords
from milepost.languages.reference_words import ReferenceWords
from milepost.languages.statement import Calendar, Moment, Statement
from milepost.languages.structure_words import StructureWords
from milepost.languages.title_words import TitleWords


@dataclass(frozen=True)
class Language:
    """One language.

    `code` is `zh` or `en`. `fold` narrows wide signs, one character for one, so that offsets stay valid; the
    functions on figures work on folded text. `sentence_end` finds where sentences close. `figures` finds the figures
    of a text, `statements` what those of one sentence say, `moments` the times stated in a stretch. `unit` gives base
    unit and factor of a printed unit. `past_title` matches titles of sections about the past, `goal_title` those
    of sections that set out the plan's goals, `goal_lead` a sentence that sets the date for the goals behind it,
    `divisions` a noun that counts administrative divisions, `era` a time at the head of a sentence that goes on to
    govern the sentences behind it.

    The other fields are the words of one subject each; `structures` is None for a language without such slogans.
    """

    code: str
    fold: Callable[[str], str]
    sentence_end: re.Pattern[str]
    figures: Callable[[str], list[Mention]]
    statements: Callable[[str, int, int, list[Mention], Calendar], list[Statement]]
    moments: Callable[[str, int, int, Calendar], list[Moment]]
    unit: Callable[[str | None], tuple[str, float] | None]
    past_title: re.Pattern[str]
    goal_title: re.Pattern[str]
    goal_lead: re.Pattern[str]
    divisions: re.Pattern[str]
    era: re.Pattern[str]
    titles: TitleWords
    headings: HeadingWords
    regions: RegionWords
    places: PlaceWords
    boxes: BoxWords
    indicators: IndicatorWords
    structures: StructureWords | None
    projects: ProjectWords
    capacities: CapacityWords
    measures: MeasureWords
    promises: PromiseWords
    bodies: BodyWords
    procedures: ProcedureWords
    references: ReferenceWords
