"""An inspection: a plan with its text, its language and the settings, and what several rules want to know of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from milepost.checks.model import Rule
from milepost.kernel.errors import UsageError
from milepost.kernel.span import Span
from milepost.languages.check_words import CheckWords
from milepost.languages.model import Language
from milepost.languages.table import check_words_of, language_named
from milepost.plans.model import Box, Plan, PlanTable, Section
from milepost.plans.sections import past_sections

Derived = TypeVar("Derived")


@dataclass(frozen=True)
class Inspection:
    """What a rule may look at. Rules change nothing.

    `parameter` gives the value of a rule's parameter. `Inspection.of(plan)` makes one with the usual values.
    """

    plan: Plan
    text: str
    language: Language
    words: CheckWords
    parameter: Callable[[Rule, str], float]

    @classmethod
    def of(cls, plan: Plan, parameter: Callable[[Rule, str], float] | None = None) -> Inspection:
        """An inspection of a plan.

        Raises
        ------
        UsageError
            If the plan was written without its text.
        """
        if plan.document.text is None:
            raise UsageError(
                "a plan without its text cannot be checked",
                where=plan.document.source,
                found="a plan file written with --facts-only",
                accepted="a document, or a plan file with the text",
            )
        code = plan.document.language
        return cls(plan, plan.document.text, language_named(code), check_words_of(code), parameter or _usual)

    @cached_property
    def folded(self) -> str:
        """The text with wide signs narrowed, one character for one: spans hold on both."""
        return self.language.fold(self.text)

    def derived(self, make: Callable[[Inspection], Derived]) -> Derived:
        """What `make` gives for this inspection, made once however many rules ask: `inspection.derived(grams)`."""
        made = self._derived
        if make not in made:
            made[make] = make(self)
        return made[make]  # type: ignore[return-value]

    @cached_property
    def _derived(self) -> dict[object, object]:
        return {}

    @cached_property
    def sections(self) -> dict[str, Section]:
        """Id of a section → the section."""
        return {section.id: section for section in self.plan.sections}

    @cached_property
    def past(self) -> frozenset[str]:
        """Ids of the sections that tell of the past."""
        return past_sections(self.plan.sections, self.plan.period, self.language)

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """The lines of the text, without their line breaks; blank ones too."""
        ends = [-1, *(at for at, sign in enumerate(self.text) if sign == "\n"), len(self.text)]
        return tuple(Span(before + 1, end) for before, end in pairwise(ends))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the whole text in order, each with its closing sign; a line break closes one too."""
        found, start = [], 0
        for sign in self.language.sentence_end.finditer(self.folded):
            found.append(Span(start, sign.end()))
            start = sign.end()
        found.append(Span(start, len(self.text)))
        return tuple(span for span in found if span.of(self.text).strip())

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    def sentence_at(self, offset: int) -> Span:
        """The sentence that a character stands in; the character itself where it stands in none."""
        place = bisect_right(self._sentence_starts, offset) - 1
        if place >= 0 and offset < self.sentences[place].end:
            return self.sentences[place]
        return Span(offset, min(offset + 1, len(self.text)))

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.span.start for section in self.plan.sections]

    def section_at(self, offset: int) -> Section | None:
        """The innermost section whose heading or body a character stands in."""
        place = bisect_right(self._section_starts, offset) - 1
        return self.plan.sections[place] if place >= 0 else None

    def box_at(self, offset: int) -> Box | None:
        """The box whose title or body a character stands in."""
        for box in self.plan.boxes:
            if box.span.start <= offset < max(box.span.end, box.body.end):
                return box
        return None

    def table_at(self, offset: int) -> PlanTable | None:
        """The table that a character stands in."""
        return next((table for table in self.plan.tables if table.span.start <= offset < table.span.end), None)

    @cached_property
    def title_span(self) -> Span:
        """Where a finding about the document as a whole points: its first heading, else its first line with text."""
        if self.plan.sections:
            return self.plan.sections[0].span
        return next((line for line in self.lines if line.of(self.text).strip()), Span(0, min(1, len(self.text))))


def _usual(rule: Rule, name: str) -> float:
    return next(each.default for each in rule.parameters if each.name == name)
