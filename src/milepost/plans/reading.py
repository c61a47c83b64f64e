"""A reading in progress: the document, the language, and what the passes have found so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from milepost.documents.model import Document
from milepost.languages.model import Language
from milepost.plans.duties import Duties
from milepost.plans.model import (
    Box,
    Commitment,
    Fact,
    Indicator,
    Measure,
    Place,
    PlanPeriod,
    Project,
    Region,
    Section,
    Structure,
    Unread,
)
from milepost.plans.paragraphs import Paragraph, paragraphs
from milepost.plans.placed import PlacedStatement
from milepost.plans.sections import past_sections
from milepost.plans.undertakings import Procedure, Reference


@dataclass
class Reading:
    """What a pass may look at. Only the runner writes to it: each pass returns its product.

    The fields below `language` are filled in the order of the table of passes; a pass sees those before it.
    """

    document: Document
    language: Language
    title: str = ""
    sections: tuple[Section, ...] = ()
    period: PlanPeriod = field(default_factory=lambda: PlanPeriod(None, None, None))
    region: Region | None = None
    boxes: tuple[Box, ...] = ()
    duties: Duties = field(default_factory=Duties)
    places: tuple[Place, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    structures: tuple[Structure, ...] = ()
    projects: tuple[Project, ...] = ()
    statements: tuple[PlacedStatement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    facts: tuple[Fact, ...] = ()
    measures: tuple[Measure, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    references: tuple[Reference, ...] = ()
    unread: tuple[Unread, ...] = ()

    @cached_property
    def folded(self) -> str:
        """The text with wide signs narrowed, one character for one."""
        return self.language.fold(self.document.text)

    @cached_property
    def unmarked(self) -> str:
        """The folded text without the brackets and lines that only name who is responsible; asked for once read."""
        return self.duties.hidden(self.folded)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The document's paragraphs outside tables."""
        return tuple(paragraphs(self.document))

    @cached_property
    def past_sections(self) -> frozenset[str]:
        """Ids of the sections that tell of the past; asked for once sections and period are read."""
        return past_sections(self.sections, self.period, self.language)

    @cached_property
    def place_starts(self) -> list[int]:
        """Where the mentions of places begin, in order; asked for once places are read."""
        return [place.span.start for place in self.places]

    @cached_property
    def towns(self) -> dict[str, set[str]]:
        """Towns that the text names right behind a name of a division, by its code; asked for once places are read."""
        found: dict[str, set[str]] = {}
        for place in self.places:
            town = self.language.places.town.match(self.text, place.span.end)
            if town is not None:
                found.setdefault(place.region, set()).add(town["name"])
        return found

    @cached_property
    def text(self) -> str:
        """The document's text, on which every span counts."""
        return self.document.text
